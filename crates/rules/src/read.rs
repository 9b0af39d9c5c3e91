//! Reading a document of settings whoever parsed it: typed access that names the path of what is wrong.

use crate::date;
use chrono::NaiveDate;

/// A value of a parsed JSON document: by `serde_json` natively, by the browser's own parser on the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`, which counts as absent.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// Any other number: the settings know none.
    Fraction,
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Value>),
    /// An object, its members in order.
    Map(Vec<(String, Value)>),
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The field is needed and absent.
    Missing,
    /// The field is not known here.
    Unknown,
    /// Something else is expected: `object`, `list`, `text`, `integer`, `date`, `url`, `email`, `colour`, `file` or `days`.
    Expected(&'static str),
    /// One of these words is expected.
    OneOf(&'static [&'static str]),
    /// A number outside these bounds, both included.
    OutOfBounds {
        /// The least value accepted.
        min: i64,
        /// The greatest value accepted.
        max: i64,
    },
    /// More elements or characters than accepted.
    TooLong {
        /// The greatest length accepted.
        max: usize,
    },
    /// Two elements have the same name.
    Repeated(String),
    /// The half-day costs more than the day.
    HalfDayAboveDay,
    /// The end is not after the beginning.
    EndsBeforeStart,
    /// Two discounts or more need a stacking policy.
    StackingNotDeclared,
    /// Give one of these fields and not the others.
    ExactlyOne(&'static [&'static str]),
    /// A rate of VAT beside a reason for charging none.
    VatAndNone,
}

impl Wrong {
    /// The name of what is wrong, for whoever words it.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unknown => "unknown",
            Self::Expected(what) => what,
            Self::OneOf(_) => "one_of",
            Self::OutOfBounds { .. } => "out_of_bounds",
            Self::TooLong { .. } => "too_long",
            Self::Repeated(_) => "repeated",
            Self::HalfDayAboveDay => "half_day_above_day",
            Self::EndsBeforeStart => "ends_before_start",
            Self::StackingNotDeclared => "stacking",
            Self::ExactlyOne(_) => "exactly_one",
            Self::VatAndNone => "vat_and_none",
        }
    }

    /// What the wording needs besides: words, bounds, a length or a name; empty for nothing.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::OneOf(words) | Self::ExactlyOne(words) => words.join(", "),
            Self::OutOfBounds { min, max } => [&min.to_string(), "…", &max.to_string()].concat(),
            Self::TooLong { max } => max.to_string(),
            Self::Repeated(name) => name.clone(),
            _ => String::new(),
        }
    }
}

/// A document that cannot stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The path of the wrong field, such as `tariffs[0].rates.initial.day_cents`.
    pub path: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What reading gives.
pub type Read<T> = Result<T, Box<Refused>>;

/// Where a value stands in its document.
#[derive(Clone, Copy)]
struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    key: Key<'a>,
}

#[derive(Clone, Copy)]
enum Key<'a> {
    Root,
    Name(&'a str),
    Index(usize),
}

impl Path<'_> {
    fn write(&self, text: &mut String) {
        if let Some(parent) = self.parent {
            parent.write(text);
        }
        match self.key {
            Key::Root => {}
            Key::Name(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(name);
            }
            Key::Index(index) => {
                text.push('[');
                text.push_str(&index.to_string());
                text.push(']');
            }
        }
    }

    #[cold]
    fn refuse(&self, wrong: Wrong) -> Box<Refused> {
        let mut path = String::new();
        self.write(&mut path);
        Box::new(Refused { path, wrong })
    }
}

/// A value and where it stands.
pub(crate) struct Place<'a> {
    value: &'a Value,
    path: Path<'a>,
}

/// An object whose keys are all known.
pub(crate) struct Object<'a> {
    members: &'a [(String, Value)],
    path: Path<'a>,
}

/// An array.
pub(crate) struct List<'a> {
    elements: &'a [Value],
    path: Path<'a>,
}

impl<'a> Place<'a> {
    /// The document itself.
    pub(crate) const fn root(value: &'a Value) -> Self {
        Self {
            value,
            path: Path {
                parent: None,
                key: Key::Root,
            },
        }
    }

    pub(crate) fn refuse(&self, wrong: Wrong) -> Box<Refused> {
        self.path.refuse(wrong)
    }

    pub(crate) const fn is_text(&self) -> bool {
        matches!(self.value, Value::Text(_))
    }

    /// An object with no other keys than these.
    pub(crate) fn object(&self, keys: &[&str]) -> Read<Object<'a>> {
        let Value::Map(members) = self.value else {
            return Err(self.refuse(Wrong::Expected("object")));
        };
        let object = Object {
            members,
            path: self.path,
        };
        match members
            .iter()
            .find(|(name, _)| !keys.contains(&name.as_str()))
        {
            Some((name, _)) => Err(object.refuse(name, Wrong::Unknown)),
            None => Ok(object),
        }
    }

    pub(crate) fn list(&self, max: usize) -> Read<List<'a>> {
        match self.value {
            Value::List(elements) if elements.len() > max => {
                Err(self.refuse(Wrong::TooLong { max }))
            }
            Value::List(elements) => Ok(List {
                elements,
                path: self.path,
            }),
            _ => Err(self.refuse(Wrong::Expected("list"))),
        }
    }

    pub(crate) fn string(&self, max: usize) -> Read<String> {
        match self.value {
            Value::Text(text) if text.len() > max => Err(self.refuse(Wrong::TooLong { max })),
            Value::Text(text) if text.trim().is_empty() => Err(self.refuse(Wrong::Missing)),
            Value::Text(text) => Ok(text.clone()),
            _ => Err(self.refuse(Wrong::Expected("text"))),
        }
    }

    pub(crate) fn integer(&self, min: i64, max: i64) -> Read<i64> {
        match self.value {
            Value::Integer(value) if (min..=max).contains(value) => Ok(*value),
            Value::Integer(_) => Err(self.refuse(Wrong::OutOfBounds { min, max })),
            _ => Err(self.refuse(Wrong::Expected("integer"))),
        }
    }

    pub(crate) fn count(&self, min: u32, max: u32) -> Read<u32> {
        let value = self.integer(i64::from(min), i64::from(max))?;
        Ok(u32::try_from(value).unwrap_or(max))
    }

    pub(crate) fn date(&self) -> Read<NaiveDate> {
        let date = match self.value {
            Value::Text(text) => date::parse_iso(text),
            _ => None,
        };
        date.ok_or_else(|| self.refuse(Wrong::Expected("date")))
    }

    /// The place among `words` of the one that stands here.
    pub(crate) fn word(&self, words: &'static [&'static str]) -> Read<usize> {
        let place = match self.value {
            Value::Text(text) => words.iter().position(|word| *word == text),
            _ => None,
        };
        place.ok_or_else(|| self.refuse(Wrong::OneOf(words)))
    }
}

impl Object<'_> {
    /// A member that may be absent; `null` counts as absent.
    pub(crate) fn optional<'b>(&'b self, key: &'b str) -> Option<Place<'b>> {
        let (_, value) = self.members.iter().find(|(name, _)| name == key)?;
        let path = Path {
            parent: Some(&self.path),
            key: Key::Name(key),
        };
        (*value != Value::Null).then_some(Place { value, path })
    }

    /// A member that must be there.
    pub(crate) fn required<'b>(&'b self, key: &'b str) -> Read<Place<'b>> {
        self.optional(key)
            .ok_or_else(|| self.refuse(key, Wrong::Missing))
    }

    /// Says what is wrong with a member, there or not.
    pub(crate) fn refuse(&self, key: &str, wrong: Wrong) -> Box<Refused> {
        Path {
            parent: Some(&self.path),
            key: Key::Name(key),
        }
        .refuse(wrong)
    }
}

/// Reads a member that may be absent.
pub(crate) fn optional<T>(
    object: &Object<'_>,
    key: &str,
    read: fn(&Place<'_>) -> Read<T>,
) -> Read<Option<T>> {
    object.optional(key).map(|place| read(&place)).transpose()
}

impl List<'_> {
    pub(crate) fn places(&self) -> impl Iterator<Item = Place<'_>> {
        let place = |(index, value)| Place {
            value,
            path: Path {
                parent: Some(&self.path),
                key: Key::Index(index),
            },
        };
        self.elements.iter().enumerate().map(place)
    }
}

#[cfg(feature = "json")]
impl From<&serde_json::Value> for Value {
    fn from(value: &serde_json::Value) -> Self {
        match value {
            serde_json::Value::Null => Self::Null,
            serde_json::Value::Bool(value) => Self::Boolean(*value),
            serde_json::Value::Number(number) => {
                number.as_i64().map_or(Self::Fraction, Self::Integer)
            }
            serde_json::Value::String(text) => Self::Text(text.clone()),
            serde_json::Value::Array(elements) => {
                Self::List(elements.iter().map(Self::from).collect())
            }
            serde_json::Value::Object(members) => Self::Map(
                members
                    .iter()
                    .map(|(key, value)| (key.clone(), Self::from(value)))
                    .collect(),
            ),
        }
    }
}
