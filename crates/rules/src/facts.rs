//! Dated numbers of the law: so many months, so many euros.

use crate::date::{add_days, add_months, add_working_days};
use chrono::NaiveDate;

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Calendar months, that clamp to the end of the month.
    Months,
    /// Calendar days.
    Days,
    /// Days that are neither week-end nor public holiday.
    WorkingDays,
    /// Euros excl. VAT.
    Euros,
    /// Hundredths.
    Percent,
    /// A number of things.
    Count,
    /// A day of the year, as MMDD.
    MonthDay,
}

/// A number and what it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fact {
    /// The number; negative for a time before the event.
    pub value: i32,
    /// What it counts.
    pub unit: Unit,
}

impl Fact {
    /// The day this long after `event`; the event itself for what is not a time.
    #[must_use]
    pub fn after(self, event: NaiveDate) -> NaiveDate {
        match self.unit {
            Unit::Months => add_months(event, self.value),
            Unit::Days => add_days(event, i64::from(self.value)),
            Unit::WorkingDays => add_working_days(event, self.value.unsigned_abs()),
            Unit::Euros | Unit::Percent | Unit::Count | Unit::MonthDay => event,
        }
    }

    /// The day this long before `event`: the oldest that is young enough.
    #[must_use]
    pub fn before(self, event: NaiveDate) -> NaiveDate {
        Self {
            value: -self.value,
            ..self
        }
        .after(event)
    }
}
