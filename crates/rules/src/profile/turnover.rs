//! Turnover of the audited activity, and the band that the duration of audits follows.

use chrono::NaiveDate;

/// Turnover in whole euros excl. VAT: the training proceeds of the last BPF, frame C.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Turnover(u64);

impl Turnover {
    /// The highest turnover accepted: a thousand billion euros.
    pub const MAX_EUROS: u64 = 1_000_000_000_000;

    /// A turnover of `euros`, or nothing above [`Self::MAX_EUROS`].
    #[must_use]
    pub const fn new(euros: u64) -> Option<Self> {
        if euros <= Self::MAX_EUROS {
            Some(Self(euros))
        } else {
            None
        }
    }

    /// Whole euros excl. VAT.
    #[must_use]
    pub const fn euros(self) -> u64 {
        self.0
    }
}

/// A turnover band of ARR art. 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TurnoverBand {
    /// Under 150 000 €.
    Under150k,
    /// From 150 000 € to under 750 000 €.
    From150k,
    /// 750 000 € and over.
    From750k,
}

impl TurnoverBand {
    /// Every band, the lowest first.
    pub const ALL: [Self; 3] = [Self::Under150k, Self::From150k, Self::From750k];

    /// The name used in data and in the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Under150k => "under_150k",
            Self::From150k => "150k_to_750k",
            Self::From750k => "750k_and_over",
        }
    }

    /// The band of a turnover for an audit held on `date`; each threshold belongs to the band it opens.
    #[must_use]
    pub fn of(turnover: Turnover, date: NaiveDate) -> Self {
        Self::ALL
            .into_iter()
            .rev()
            .find(|band| band.starts_at(date).is_some_and(|from| turnover >= from))
            .unwrap_or(Self::Under150k)
    }

    /// The lowest turnover of the band for an audit held on `date`.
    #[must_use]
    pub fn starts_at(self, date: NaiveDate) -> Option<Turnover> {
        table::BANDS[self.index()].at(date).map(|row| row.value)
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

mod table {
    use super::Turnover;
    use crate::explain::{Basis, Confidence, RuleId};
    use crate::sources::{Source, documents};
    use crate::tables::{Dated, Row, day};

    /// An amount that `build.rs` has already checked.
    const fn euros(amount: u64) -> Turnover {
        Turnover(amount)
    }

    include!(concat!(env!("OUT_DIR"), "/bands.rs"));
}
