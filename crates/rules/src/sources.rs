//! Legal and other references, and who stands behind a rule.

use chrono::NaiveDate;

/// A document that a rule was read in (`data/sources.toml`).
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The name other tables use for it.
    pub id: &'static str,
    /// The reference as the field writes it.
    pub citation: &'static str,
    /// Where to read it; empty when it has no address.
    pub url: &'static str,
    /// When it was last read.
    pub checked_on: NaiveDate,
}

/// Who says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Source {
    /// A document of `data/sources.toml`.
    Document(&'static Reference),
    /// The seller that deploys the site, through its settings file.
    Seller,
}

impl Source {
    /// The identifier of the source: that of its document, or `seller`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Document(reference) => reference.id,
            Self::Seller => "seller",
        }
    }
}

/// Every document that the rules cite.
#[must_use]
pub fn all() -> &'static [&'static Reference] {
    documents::ALL
}

/// The last day any document was read: that of the rules as a whole.
#[must_use]
pub const fn checked_on() -> NaiveDate {
    documents::CHECKED_ON
}

pub(crate) mod documents {
    use super::Reference;
    use crate::tables::day;
    use chrono::NaiveDate;
    include!(concat!(env!("OUT_DIR"), "/sources.rs"));
}
