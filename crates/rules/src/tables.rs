//! Dated rows: what the generated tables are made of.

use crate::explain::Basis;
use chrono::NaiveDate;

/// A value that holds for audits from a date on.
#[derive(Debug)]
pub struct Row<T> {
    /// The first audit date governed.
    pub from: NaiveDate,
    /// The value.
    pub value: T,
    /// Rule, source and confidence of the row.
    pub basis: Basis,
}

/// The rows of one rule, oldest first.
#[derive(Debug)]
pub struct Dated<T: 'static>(pub &'static [Row<T>]);

impl<T> Dated<T> {
    /// The row in force at `date`, if the rule exists by then.
    #[must_use]
    pub fn at(&self, date: NaiveDate) -> Option<&'static Row<T>> {
        self.0.iter().rev().find(|row| row.from <= date)
    }
}

/// A day that `build.rs` has already checked.
pub(crate) const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => date,
        None => panic!("the build script checks every date"),
    }
}
