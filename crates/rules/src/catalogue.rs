//! Every row of every table: what a reader of the rules sees in one list.

use crate::explain::Basis;
use chrono::NaiveDate;

/// A row of `data/`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Entry {
    /// The name of the rule.
    pub rule: &'static str,
    /// The first day it holds for.
    pub from: NaiveDate,
    /// Its value, as the data file writes it.
    pub value: &'static str,
    /// Its source and confidence.
    pub basis: Basis,
}

/// Every row, table by table.
#[must_use]
pub fn entries() -> &'static [Entry] {
    table::ENTRIES
}

mod table {
    use super::Entry;
    use crate::explain::{Basis, Confidence, RuleId};
    use crate::sources::{Source, documents};
    use crate::tables::day;
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}
