//! Reading a document of settings whoever parsed it: typed access that names the path of what is wrong.

use crate::date;
use crate::hidden::is_hidden;
use chrono::NaiveDate;
use std::cell::RefCell;

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
    /// Something else is expected: `object`, `list`, `text`, `integer`, `date`, `url`, `email`, `colour`, `file`,
    /// `name` or `days`.
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

/// What is wrong with a document: the first fault that reading meets. Whatever cannot be read counts as the default
/// meanwhile, so that readers say what a document holds and nothing else.
#[derive(Debug, Default)]
pub(crate) struct Faults(RefCell<Option<Box<Refused>>>);

impl Faults {
    /// Reads a document whole, or refuses it whole.
    pub(crate) fn watch<T>(document: &Value, read: fn(&Place<'_>) -> T) -> Read<T> {
        let faults = Self::default();
        let value = read(&Place {
            value: document,
            path: Path {
                parent: None,
                key: Key::Root,
                faults: &faults,
            },
        });
        match faults.0.into_inner() {
            None => Ok(value),
            Some(refused) => Err(refused),
        }
    }
}

/// Where a value stands in its document.
#[derive(Clone, Copy)]
struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    key: Key<'a>,
    faults: &'a Faults,
}

#[derive(Clone, Copy)]
enum Key<'a> {
    Root,
    Name(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    const fn then(&'a self, key: Key<'a>) -> Self {
        Path {
            parent: Some(self),
            key,
            faults: self.faults,
        }
    }

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
    fn refuse(&self, wrong: Wrong) {
        let mut first = self.faults.0.borrow_mut();
        if first.is_none() {
            let mut path = String::new();
            self.write(&mut path);
            *first = Some(Box::new(Refused { path, wrong }));
        }
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
    pub(crate) fn refuse(&self, wrong: Wrong) {
        self.path.refuse(wrong);
    }

    pub(crate) const fn is_text(&self) -> bool {
        matches!(self.value, Value::Text(_))
    }

    /// An object with no other keys than these.
    pub(crate) fn object(&self, keys: &[&str]) -> Object<'a> {
        let mut object = Object {
            members: &[],
            path: self.path,
        };
        match self.value {
            Value::Map(members) => object.members = members,
            _ => self.refuse(Wrong::Expected("object")),
        }
        for (name, _) in object.members {
            if !keys.contains(&name.as_str()) {
                object.refuse(name, Wrong::Unknown);
            }
        }
        object
    }

    pub(crate) fn list(&self, max: usize) -> List<'a> {
        let mut list = List {
            elements: &[],
            path: self.path,
        };
        match self.value {
            Value::List(elements) if elements.len() > max => self.refuse(Wrong::TooLong { max }),
            Value::List(elements) => list.elements = elements,
            _ => self.refuse(Wrong::Expected("list")),
        }
        list
    }

    pub(crate) fn string(&self, max: usize) -> String {
        match self.value {
            Value::Text(text) if text.len() > max => self.refuse(Wrong::TooLong { max }),
            Value::Text(text) if text.trim().is_empty() => self.refuse(Wrong::Missing),
            Value::Text(text) => return text.chars().filter(|c| !is_hidden(*c)).collect(),
            _ => self.refuse(Wrong::Expected("text")),
        }
        String::new()
    }

    /// A text of which `holds` is true; `expected` names what it should be.
    pub(crate) fn string_such_that(
        &self,
        max: usize,
        expected: &'static str,
        holds: fn(&str) -> bool,
    ) -> String {
        let text = self.string(max);
        if !holds(&text) {
            self.refuse(Wrong::Expected(expected));
        }
        text
    }

    pub(crate) fn integer(&self, min: i64, max: i64) -> i64 {
        match self.value {
            Value::Integer(value) if (min..=max).contains(value) => return *value,
            Value::Integer(_) => self.refuse(Wrong::OutOfBounds { min, max }),
            _ => self.refuse(Wrong::Expected("integer")),
        }
        min
    }

    pub(crate) fn count(&self, min: u32, max: u32) -> u32 {
        u32::try_from(self.integer(min.into(), max.into())).unwrap_or(max)
    }

    pub(crate) fn date(&self) -> NaiveDate {
        let date = match self.value {
            Value::Text(text) => date::parse_iso(text),
            _ => None,
        };
        date.unwrap_or_else(|| {
            self.refuse(Wrong::Expected("date"));
            NaiveDate::default()
        })
    }

    /// The one of `values` whose word, at the same place in `words`, stands here.
    pub(crate) fn word<T: Copy>(&self, words: &'static [&'static str], values: &[T]) -> T {
        values[self.place(words).min(values.len() - 1)]
    }

    /// The place among `words` of the one that stands here.
    fn place(&self, words: &'static [&'static str]) -> usize {
        let place = match self.value {
            Value::Text(text) => words.iter().position(|word| *word == text),
            _ => None,
        };
        place.unwrap_or_else(|| {
            self.refuse(Wrong::OneOf(words));
            0
        })
    }
}

impl Object<'_> {
    /// A member that may be absent; `null` counts as absent.
    pub(crate) fn optional<'b>(&'b self, key: &'b str) -> Option<Place<'b>> {
        let (_, value) = self.members.iter().find(|(name, _)| name == key)?;
        let path = self.path.then(Key::Name(key));
        (*value != Value::Null).then_some(Place { value, path })
    }

    /// A member that must be there.
    pub(crate) fn required<'b>(&'b self, key: &'b str) -> Place<'b> {
        self.optional(key).unwrap_or_else(|| {
            self.refuse(key, Wrong::Missing);
            Place {
                value: &Value::Null,
                path: self.path.then(Key::Name(key)),
            }
        })
    }

    /// Says what is wrong with a member, there or not.
    pub(crate) fn refuse(&self, key: &str, wrong: Wrong) {
        self.path.then(Key::Name(key)).refuse(wrong);
    }
}

/// Reads a member that may be absent.
pub(crate) fn optional<T>(object: &Object<'_>, key: &str, read: fn(&Place<'_>) -> T) -> Option<T> {
    object.optional(key).map(|place| read(&place))
}

impl List<'_> {
    pub(crate) fn places(&self) -> impl Iterator<Item = Place<'_>> {
        let place = |(index, value)| Place {
            value,
            path: self.path.then(Key::Index(index)),
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
