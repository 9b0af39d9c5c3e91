//! When things happen: validity, surveillance window, renewal.

use crate::date::add_months;
use crate::explain::Basis;
use crate::tables::Dated;
use chrono::NaiveDate;

/// A date and the row that gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Milestone {
    /// The civil date.
    pub date: NaiveDate,
    /// Rule, source and confidence.
    pub basis: Basis,
}

/// The dates of one certification cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cycle {
    /// The certificate's last day.
    pub expiry: Milestone,
    /// The first day of the surveillance window.
    pub surveillance_from: Milestone,
    /// The last day of the surveillance window.
    pub surveillance_to: Milestone,
    /// The advised day to contact the certifier for the renewal.
    pub renewal_contact: Milestone,
    /// The last sensible day of the renewal audit.
    pub renewal_latest: Milestone,
}

/// The cycle that a certification decision opens.
#[must_use]
pub fn cycle(decision: NaiveDate) -> Cycle {
    let milestone = |rule: &'static Dated<i32>, from: NaiveDate| {
        let row = rule.at(decision).unwrap_or(&rule.0[0]);
        Milestone {
            date: add_months(from, row.value),
            basis: row.basis,
        }
    };
    let expiry = milestone(&table::VALIDITY, decision);
    Cycle {
        expiry,
        surveillance_from: milestone(&table::SURVEILLANCE_FROM, decision),
        surveillance_to: milestone(&table::SURVEILLANCE_TO, decision),
        renewal_contact: milestone(&table::RENEWAL_CONTACT, expiry.date),
        renewal_latest: milestone(&table::RENEWAL_LATEST, expiry.date),
    }
}

mod table {
    use crate::explain::{Basis, Confidence, RuleId};
    use crate::sources::{REFERENCES, Source};
    use crate::tables::{Dated, Row, day};
    include!(concat!(env!("OUT_DIR"), "/cycle.rs"));
}
