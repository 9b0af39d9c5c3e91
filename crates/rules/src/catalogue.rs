//! Every row of every table: what a reader of the rules sees in one list.

use crate::days::DayRange;
use crate::explain::Basis;
use crate::facts::Fact;
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
    /// Its value as a number, where it is one.
    pub amount: Amount,
    /// Its source and confidence.
    pub basis: Basis,
}

/// The value of a row that is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Amount {
    /// No number, or several.
    None,
    /// So many of something.
    Fact(Fact),
    /// Audit time, in half-days.
    Days(DayRange),
}

/// The row of a rule in force on `day`, or its first one.
#[must_use]
pub fn entry(rule: &str, day: NaiveDate) -> Option<&'static Entry> {
    let rows = || entries().iter().filter(|entry| entry.rule == rule);
    rows()
        .filter(|entry| entry.from <= day)
        .max_by_key(|entry| entry.from)
        .or_else(|| rows().next())
}

/// Every row, table by table.
#[must_use]
pub fn entries() -> &'static [Entry] {
    table::ENTRIES
}

mod table {
    use super::{Amount, Entry};
    use crate::days::{DayRange, HalfDays};
    use crate::explain::{Basis, Confidence, RuleId};
    use crate::facts::{Fact, Unit};
    use crate::sources::{Source, documents};
    use crate::tables::day;
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}
