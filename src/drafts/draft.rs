//! What a draft holds, and what makes one impossible.

use super::readiness::Readiness;
use calliope_rules::hidden::is_hidden;
use calliope_rules::profile::link;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A client's work under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Unique in this browser: letters, digits, `-`.
    pub id: String,
    /// The client's name.
    pub name: String,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// When it was first saved, in milliseconds since 1970 (UTC).
    pub created: u64,
    /// When it was last changed, in milliseconds since 1970 (UTC).
    pub changed: u64,
    /// Another at each writing, letters, digits, `-`: two places that read the same one read the same draft.
    pub revision: String,
    /// What was entered.
    pub work: Work,
    /// What followed when it was last written.
    pub figures: Option<Figures>,
}

/// What was entered for a client.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// The answers, as a link: readable for ever.
    pub link: String,
    /// What the views keep besides the answers.
    pub keys: BTreeMap<String, String>,
    /// The answers as typed, while one of them cannot be read; else empty.
    pub typed: String,
    /// Where each indicator stands.
    pub readiness: Readiness,
}

/// What followed from the answers, to say what has changed since.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// The version of the rules.
    pub rules: String,
    /// Half-days of the initial and of the surveillance audit.
    pub half_days: [u32; 2],
    /// The total including VAT, in cents; none on quotation.
    pub gross_cents: Option<i64>,
    /// The indicators that apply.
    pub indicators: Vec<u8>,
}

/// Why a draft is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Not the JSON of a draft; what the reader said, in English.
    Shape(String),
    /// The identifier, or the revision, is not one.
    Id,
    /// No name, or a name beyond [`Draft::MAX_NAME`].
    Name,
    /// Too many tags, or one too long.
    Tags,
    /// What was entered is longer than any link.
    Link,
    /// A text, a date or an indicator of the readiness is beyond reason.
    Readiness(u8),
}

impl Draft {
    /// The longest name, in characters.
    pub const MAX_NAME: usize = 120;
    /// The most tags.
    pub const MAX_TAGS: usize = 12;
    /// The longest tag, in characters.
    pub const MAX_TAG: usize = 40;

    /// Reads one JSON object.
    ///
    /// # Errors
    ///
    /// What makes it impossible.
    pub fn read(json: &str) -> Result<Self, Wrong> {
        let draft: Self =
            serde_json::from_str(json).map_err(|error| Wrong::Shape(error.to_string()))?;
        draft.check()?;
        Ok(draft)
    }

    /// Writes what [`Draft::read`] reads.
    #[must_use]
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn check(&self) -> Result<(), Wrong> {
        let id = &self.id;
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        let is_name = |id: &str| !id.is_empty() && id.len() <= 40 && id.bytes().all(plain);
        if !is_name(id) || !is_name(&self.revision) {
            return Err(Wrong::Id);
        }
        if self.name != name(&self.name) || self.name.is_empty() {
            return Err(Wrong::Name);
        }
        let known = tags(&self.tags.join(","));
        if self.tags != known {
            return Err(Wrong::Tags);
        }
        let work = &self.work;
        let keys = work.keys.iter().map(|(key, value)| key.len() + value.len());
        let entered = work.link.len() + work.typed.len() + keys.sum::<usize>();
        // Twice what a link holds: the answers as a link, and as they were typed.
        if work.link.len() > link::MAX_BYTES || entered > 2 * link::MAX_BYTES {
            return Err(Wrong::Link);
        }
        self.work.readiness.check().map_err(Wrong::Readiness)
    }
}

/// A name as it is kept: on one line, without what cannot be seen, not too long.
#[must_use]
pub fn name(typed: &str) -> String {
    one_line(typed, Draft::MAX_NAME)
}

/// The tags typed between commas, each once.
#[must_use]
pub fn tags(typed: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.split(',') {
        let tag = one_line(tag, Draft::MAX_TAG);
        if !tag.is_empty() && !tags.contains(&tag) && tags.len() < Draft::MAX_TAGS {
            tags.push(tag);
        }
    }
    tags
}

/// A text on one line, without control characters nor marks that turn its direction, cut at `max` characters.
pub(super) fn one_line(text: &str, max: usize) -> String {
    let visible = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !is_hidden(*c));
    let line: String = visible.collect();
    let line: String = line.trim().chars().take(max).collect();
    line.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_tags_are_kept_on_one_line() {
        for (typed, kept) in [
            ("  Atelier  ", "Atelier"),
            ("two\nlines\ttoo", "two lines too"),
            ("evil\u{202e}txt", "eviltxt"),
            ("\u{0}", ""),
        ] {
            assert_eq!(name(typed), kept, "{typed:?}");
        }
        assert_eq!(name(&"é".repeat(300)).chars().count(), Draft::MAX_NAME);
        assert_eq!(tags("paris, CFA,, paris ,"), ["paris", "CFA"]);
        let many: Vec<String> = (0..40).map(|n| n.to_string()).collect();
        assert_eq!(tags(&many.join(",")).len(), Draft::MAX_TAGS);
    }
}
