//! A text as translators write it, and the Rust it becomes.

use crate::typography::Typography;
use std::collections::BTreeSet;
use toml::Value;

/// A text as translators write it.
pub enum Text<'a> {
    Plain(&'a str),
    Plural { one: &'a str, other: &'a str },
}

impl<'a> Text<'a> {
    /// Reads the value of a key.
    pub fn of(value: &'a Value, at: &str) -> Result<Self, String> {
        match value {
            Value::String(text) => Ok(Self::Plain(text)),
            Value::Table(table) => match (table.get("one"), table.get("other"), table.len()) {
                (Some(Value::String(one)), Some(Value::String(other)), 2) => {
                    Ok(Self::Plural { one, other })
                }
                _ => Err(format!("{at}: a plural has exactly `one` and `other`")),
            },
            _ => Err(format!("{at}: a text or a plural is expected")),
        }
    }

    /// The names it takes values for.
    pub fn placeholders(&self) -> Result<BTreeSet<&'a str>, String> {
        match self {
            Self::Plain(text) => placeholders(text),
            Self::Plural { one, other } => {
                let (one, other) = (placeholders(one)?, placeholders(other)?);
                Ok(one.union(&other).copied().collect())
            }
        }
    }

    pub fn is_plural(&self) -> bool {
        matches!(self, Self::Plural { .. })
    }
}

/// The names between braces.
pub fn placeholders(text: &str) -> Result<BTreeSet<&str>, String> {
    let mut names = BTreeSet::new();
    for part in text.split('{').skip(1) {
        let (name, _) = part
            .split_once('}')
            .ok_or_else(|| format!("a brace is not closed in `{text}`"))?;
        names.insert(name);
    }
    Ok(names)
}

/// Its type in the generated struct.
pub fn kind(text: &Text<'_>) -> &'static str {
    if text.is_plural() {
        "Plural"
    } else {
        "&'static str"
    }
}

/// Its value in one language.
pub fn literal(text: &Text<'_>, typography: Typography) -> String {
    match text {
        Text::Plain(text) => format!("{:?}", typography(text)),
        Text::Plural { one, other } => {
            format!(
                "Plural {{ one: {:?}, other: {:?} }}",
                typography(one),
                typography(other)
            )
        }
    }
}
