//! Amounts of money in whole cents, rates in basis points, and the one place where anything is rounded.

use std::iter::Sum;
use std::ops::{Add, AddAssign, Mul, Neg, Sub};

/// An amount in euro cents, negative for a discount.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cents(i64);

impl Cents {
    /// Nothing to pay, which is not the same as "not priced".
    pub const ZERO: Self = Self(0);

    /// An amount of `cents` euro cents.
    #[must_use]
    pub const fn new(cents: i64) -> Self {
        Self(cents)
    }

    /// An amount of whole euros.
    #[must_use]
    pub const fn from_euros(euros: i64) -> Self {
        Self(euros * 100)
    }

    /// The amount as a number of cents.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// `rate` of this amount, rounded half up to the cent.
    #[must_use]
    pub fn share(self, rate: BasisPoints) -> Self {
        Self(divide_half_up(
            self.0 * i64::from(rate.get()),
            BasisPoints::WHOLE,
        ))
    }

    /// This amount in `count` payments that add up to it; the cents that do not divide go to the first.
    ///
    /// `count` 0 gives no payment.
    #[must_use]
    pub fn split(self, count: u8) -> Vec<Self> {
        let Some(each) = self.0.checked_div_euclid(i64::from(count)) else {
            return Vec::new();
        };
        let mut payments = vec![Self(each); usize::from(count)];
        if let Some(first) = payments.first_mut() {
            first.0 += self.0 - each * i64::from(count);
        }
        payments
    }
}

impl Add for Cents {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl AddAssign for Cents {
    fn add_assign(&mut self, other: Self) {
        self.0 += other.0;
    }
}

impl Sub for Cents {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Neg for Cents {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Mul<u32> for Cents {
    type Output = Self;
    fn mul(self, count: u32) -> Self {
        Self(self.0 * i64::from(count))
    }
}

impl Sum for Cents {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Add::add)
    }
}

/// A rate in hundredths of a percent: 2 000 is 20 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BasisPoints(u32);

impl BasisPoints {
    /// Basis points in a whole: 100 %.
    const WHOLE: i64 = 10_000;

    /// A rate of `points` hundredths of a percent.
    #[must_use]
    pub const fn new(points: u32) -> Self {
        Self(points)
    }

    /// The rate in hundredths of a percent.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0
    }
}

/// `numerator / denominator` rounded to the nearest integer, halves away from zero.
const fn divide_half_up(numerator: i64, denominator: i64) -> i64 {
    let magnitude = (numerator.abs() + denominator / 2) / denominator;
    if numerator < 0 { -magnitude } else { magnitude }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_up_and_below_a_half_rounds_down() {
        for (cents, points, expected) in [
            (5, 1_000, 1),
            (4, 1_000, 0),
            (-5, 1_000, -1),
            (172_500, 2_000, 34_500),
            (0, 2_000, 0),
        ] {
            assert_eq!(
                Cents::new(cents).share(BasisPoints::new(points)),
                Cents::new(expected)
            );
        }
    }

    #[test]
    fn the_first_payment_takes_the_remainder() {
        let cases: [(i64, u8, &[i64]); 5] = [
            (100, 3, &[34, 33, 33]),
            (101, 3, &[35, 33, 33]),
            (207_000, 1, &[207_000]),
            (0, 3, &[0, 0, 0]),
            (5, 0, &[]),
        ];
        for (total, count, expected) in cases {
            let payments: Vec<i64> = Cents::new(total)
                .split(count)
                .into_iter()
                .map(Cents::get)
                .collect();
            assert_eq!(payments, expected);
        }
    }
}
