//! The trace: every value knows the steps, the rules and the sources that made it.

use crate::days::{DayRange, HalfDays};
use crate::money::{BasisPoints, Cents};
use crate::profile::{Category, TurnoverBand};
use crate::sources::Source;
use std::fmt;

/// The name of a row of `data/`, such as `duration.initial.under_150k.base`: what a reader
/// looks up to find the rule, and the key of its words in the locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleId(pub &'static str);

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

/// How sure a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Confidence {
    /// Legal text read, or at least three independent publications agree.
    A,
    /// Two independent publications.
    B,
    /// One publication.
    C,
    /// Not established: shown as an estimate to be confirmed, never as settled.
    D,
}

impl Confidence {
    /// The letter used in the data files and in the contract.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::D => "D",
        }
    }
}

/// What a step rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Basis {
    /// The row that says so.
    pub rule: RuleId,
    /// Where the row was read.
    pub source: Source,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What was counted in a step, with its inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum What {
    /// The base duration of a turnover band.
    Base(TurnoverBand),
    /// A certified category.
    Category(Category),
    /// Sites sampled out of those besides the central function.
    SampledSites {
        /// How many are audited.
        sampled: u32,
        /// Out of how many.
        of: u32,
    },
    /// Sites added to a certificate that already covers several.
    NewSites(u32),
    /// The half-day of a new entrant's surveillance.
    NewEntrant,
    /// The audit takes the duration of the initial one.
    SameAsInitial,
    /// Rules put together in a way that no source spells out.
    Combined,
    /// Audit time billed at a rate.
    Time(HalfDays),
    /// A flat price for a turnover band.
    FlatPrice(TurnoverBand),
    /// An amount taken a number of times.
    Times(u32),
    /// A rate applied to an amount.
    Rate {
        /// The rate.
        rate: BasisPoints,
        /// What it applies to.
        of: Cents,
    },
}

/// What a step changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effect {
    /// Adds audit time.
    Days(DayRange),
    /// Adds an amount.
    Amount(Cents),
}

/// One step towards a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Step {
    /// What was counted.
    pub what: What,
    /// What it changed.
    pub effect: Effect,
    /// The rule, its source and its confidence.
    pub basis: Basis,
}

/// The steps that made a value: their effects add up to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace(Vec<Step>);

impl Trace {
    /// An empty trace.
    #[must_use]
    pub fn new() -> Self {
        Self(Vec::with_capacity(4))
    }

    /// Adds a step.
    pub fn push(&mut self, step: Step) {
        self.0.push(step);
    }

    /// Adds a step of audit time.
    pub fn days(&mut self, what: What, range: DayRange, basis: Basis) {
        self.push(Step {
            what,
            effect: Effect::Days(range),
            basis,
        });
    }

    /// Adds a step of money.
    pub fn amount(&mut self, what: What, amount: Cents, basis: Basis) {
        self.push(Step {
            what,
            effect: Effect::Amount(amount),
            basis,
        });
    }

    /// The steps, in the order they were taken.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }

    /// The audit time that the steps add up to.
    #[must_use]
    pub fn total_days(&self) -> DayRange {
        self.0
            .iter()
            .filter_map(|step| match step.effect {
                Effect::Days(range) => Some(range),
                Effect::Amount(_) => None,
            })
            .sum()
    }

    /// The amount that the steps add up to.
    #[must_use]
    pub fn total_amount(&self) -> Cents {
        self.0
            .iter()
            .filter_map(|step| match step.effect {
                Effect::Amount(amount) => Some(amount),
                Effect::Days(_) => None,
            })
            .sum()
    }

    /// The confidence of the value: that of its weakest step, A for no step at all.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.0
            .iter()
            .map(|step| step.basis.confidence)
            .max()
            .unwrap_or(Confidence::A)
    }

    /// Whether every step rests on an established rule.
    #[must_use]
    pub fn is_established(&self) -> bool {
        self.confidence() < Confidence::D
    }
}
