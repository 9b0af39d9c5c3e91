//! Reading a document of settings whoever parsed it: typed access that names the path of what is wrong.

use crate::date;
use chrono::NaiveDate;

/// A value of a parsed JSON document: `serde_json` natively, the browser's own parser on the site.
pub trait Node: Sized {
    /// The members of an object, none for anything else.
    fn members(&self) -> Option<Vec<(String, Self)>>;
    /// The elements of an array, none for anything else.
    fn elements(&self) -> Option<Vec<Self>>;
    /// A string, none for anything else.
    fn string(&self) -> Option<String>;
    /// A whole number, none for anything else, fractions included.
    fn integer(&self) -> Option<i64>;
    /// `true` or `false`, none for anything else.
    fn boolean(&self) -> Option<bool>;
    /// Whether it is `null`.
    fn is_null(&self) -> bool;
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The field is needed and absent.
    Missing,
    /// The field is not known here.
    Unknown,
    /// Another type is expected, such as `an object` or `a whole number`.
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

/// A document that cannot stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The path of the wrong field, such as `tariffs[0].rates.initial.day_cents`.
    pub path: String,
    /// What is wrong with it.
    pub wrong: Wrong,
}

impl Refused {
    pub(crate) fn at(path: impl Into<String>, wrong: Wrong) -> Self {
        Self { path: path.into(), wrong }
    }
}

/// An object being read: every member must be asked for before [`Object::close`].
pub(crate) struct Object<N> {
    path: String,
    members: Vec<(String, Option<N>)>,
}

/// A member and where it stands.
pub(crate) struct Place<N> {
    pub(crate) path: String,
    pub(crate) node: N,
}

impl<N: Node> Object<N> {
    /// Opens a node standing at `path`; the document itself stands at the empty path.
    pub(crate) fn open(node: &N, path: String) -> Result<Self, Refused> {
        match node.members() {
            Some(members) => {
                let members = members.into_iter().map(|(key, node)| (key, Some(node))).collect();
                Ok(Self { path, members })
            }
            None => Err(Refused::at(path, Wrong::Expected("an object"))),
        }
    }

    pub(crate) fn path(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { [&self.path, ".", key].concat() }
    }

    /// Takes a member that may be absent; `null` counts as absent.
    pub(crate) fn optional(&mut self, key: &str) -> Option<Place<N>> {
        let node = self.members.iter_mut().find(|(name, _)| name == key)?.1.take()?;
        (!node.is_null()).then(|| Place { path: self.path(key), node })
    }

    /// Takes a member that must be there.
    pub(crate) fn required(&mut self, key: &str) -> Result<Place<N>, Refused> {
        self.optional(key).ok_or_else(|| Refused::at(self.path(key), Wrong::Missing))
    }

    /// Refuses the members that nobody asked for.
    pub(crate) fn close(self) -> Result<(), Refused> {
        match self.members.iter().find(|(_, node)| node.is_some()) {
            Some((key, _)) => Err(Refused::at(self.path(key), Wrong::Unknown)),
            None => Ok(()),
        }
    }
}

impl<N: Node> Place<N> {
    pub(crate) fn object(self) -> Result<Object<N>, Refused> {
        Object::open(&self.node, self.path)
    }

    pub(crate) fn list(self, max: usize) -> Result<Vec<Self>, Refused> {
        let Some(elements) = self.node.elements() else {
            return Err(Refused::at(self.path, Wrong::Expected("a list")));
        };
        if elements.len() > max {
            return Err(Refused::at(self.path, Wrong::TooLong { max }));
        }
        let path = self.path;
        let places = elements.into_iter().enumerate().map(|(index, node)| Self {
            path: [&path, "[", &index.to_string(), "]"].concat(),
            node,
        });
        Ok(places.collect())
    }

    pub(crate) fn string(self, max: usize) -> Result<String, Refused> {
        match self.node.string() {
            None => Err(Refused::at(self.path, Wrong::Expected("a text"))),
            Some(text) if text.len() > max => Err(Refused::at(self.path, Wrong::TooLong { max })),
            Some(text) if text.trim().is_empty() => Err(Refused::at(self.path, Wrong::Missing)),
            Some(text) => Ok(text),
        }
    }

    pub(crate) fn integer(self, min: i64, max: i64) -> Result<i64, Refused> {
        match self.node.integer() {
            None => Err(Refused::at(self.path, Wrong::Expected("a whole number"))),
            Some(value) if !(min..=max).contains(&value) => {
                Err(Refused::at(self.path, Wrong::OutOfBounds { min, max }))
            }
            Some(value) => Ok(value),
        }
    }

    pub(crate) fn count(self, min: u32, max: u32) -> Result<u32, Refused> {
        let value = self.integer(i64::from(min), i64::from(max))?;
        Ok(u32::try_from(value).unwrap_or(max))
    }

    pub(crate) fn date(self) -> Result<NaiveDate, Refused> {
        let wrong = Wrong::Expected("a date such as 2026-12-01");
        match self.node.string() {
            Some(text) => date::parse_iso(&text).ok_or_else(|| Refused::at(self.path, wrong)),
            None => Err(Refused::at(self.path, wrong)),
        }
    }

    /// One of the `words`, as the value beside it.
    pub(crate) fn word<T: Copy>(self, words: &'static [&'static str], values: &[T]) -> Result<T, Refused> {
        let found = self.node.string().and_then(|text| words.iter().position(|word| *word == text));
        match found.and_then(|index| values.get(index)) {
            Some(value) => Ok(*value),
            None => Err(Refused::at(self.path, Wrong::OneOf(words))),
        }
    }
}

#[cfg(feature = "json")]
impl Node for serde_json::Value {
    fn members(&self) -> Option<Vec<(String, Self)>> {
        Some(self.as_object()?.iter().map(|(key, value)| (key.clone(), value.clone())).collect())
    }
    fn elements(&self) -> Option<Vec<Self>> {
        self.as_array().cloned()
    }
    fn string(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }
    fn integer(&self) -> Option<i64> {
        self.as_i64()
    }
    fn boolean(&self) -> Option<bool> {
        self.as_bool()
    }
    fn is_null(&self) -> bool {
        self.is_null()
    }
}
