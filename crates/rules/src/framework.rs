//! Which reference framework governs an audit, by its date.

use crate::explain::{Basis, Confidence, RuleId};
use crate::profile::{Field, Invalid, Problem};
use crate::sources::{Source, documents};
use crate::tables::day;
use chrono::NaiveDate;

/// A version of the référentiel national qualité and of the guide that reads it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Framework {
    /// The name in the contract, such as `rnq-2026`.
    pub id: &'static str,
    /// The first audit date governed.
    pub from: NaiveDate,
    /// How many indicators it holds.
    pub indicators: u8,
    /// What waits for a later publication.
    pub provisional: &'static [&'static str],
    /// Rule, source and confidence.
    pub basis: Basis,
}

impl Framework {
    /// Every framework covered, oldest first.
    #[must_use]
    pub fn all() -> &'static [Self] {
        FRAMEWORKS
    }

    /// The framework with this id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        FRAMEWORKS.iter().find(|framework| framework.id == id)
    }

    /// The framework of an audit held on `date`.
    ///
    /// # Errors
    ///
    /// A date before the first framework covered.
    pub fn governing(date: NaiveDate) -> Result<&'static Self, Invalid> {
        FRAMEWORKS
            .iter()
            .rev()
            .find(|framework| framework.from <= date)
            .ok_or_else(|| Invalid {
                field: Field::AuditDate,
                problem: Problem::NotCovered {
                    from: FRAMEWORKS.first().map_or(date, |first| first.from),
                },
            })
    }
}

include!(concat!(env!("OUT_DIR"), "/frameworks.rs"));
