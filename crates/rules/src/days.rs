//! Audit time in half-days, the unit of the regulation.

use std::fmt;
use std::iter::Sum;
use std::ops::Add;

/// A duration in half-days: 3 is a day and a half.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfDays(u32);

impl HalfDays {
    /// No time at all.
    pub const ZERO: Self = Self(0);

    /// A duration of `count` half-days.
    #[must_use]
    pub const fn new(count: u32) -> Self {
        Self(count)
    }

    /// The number of half-days.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }

    /// Whole days in the duration.
    #[must_use]
    pub const fn whole_days(self) -> u32 {
        self.0 / 2
    }

    /// Whether a half-day remains after the whole days.
    #[must_use]
    pub const fn has_half(self) -> bool {
        self.0 % 2 == 1
    }

    /// This duration repeated `count` times.
    #[must_use]
    pub const fn times(self, count: u32) -> Self {
        Self(self.0 * count)
    }
}

/// Days with one decimal and a point, as data files and the contract write them: `1.5`.
impl fmt::Display for HalfDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}.{}",
            self.whole_days(),
            if self.has_half() { 5 } else { 0 }
        )
    }
}

impl Add for HalfDays {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for HalfDays {
    fn sum<I: Iterator<Item = Self>>(durations: I) -> Self {
        durations.fold(Self::ZERO, Add::add)
    }
}

/// The bounds of a duration; equal when the rule is established.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct DayRange {
    /// The shortest the audit can last.
    pub low: HalfDays,
    /// The longest, which is what is budgeted.
    pub high: HalfDays,
}

impl DayRange {
    /// A duration that is known exactly.
    #[must_use]
    pub const fn exactly(days: HalfDays) -> Self {
        Self {
            low: days,
            high: days,
        }
    }
}

impl Add for DayRange {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            low: self.low + other.low,
            high: self.high + other.high,
        }
    }
}

impl Sum for DayRange {
    fn sum<I: Iterator<Item = Self>>(ranges: I) -> Self {
        ranges.fold(Self::default(), Add::add)
    }
}
