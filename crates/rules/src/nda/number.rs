//! The declaration number: eleven digits, shown `RR DD NNNNN DD`. No check digit is published, so a check that
//! fails is a warning, never a refusal.

use super::table::REGIONS;
use crate::explain::Basis;
use std::fmt;

/// A region code, as numbers begin with it.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Region {
    /// The two digits.
    pub code: &'static str,
    /// The code of the region of today.
    pub today: &'static str,
    /// The name of the region of today.
    pub name: &'static str,
    /// The name with the article that "préfet de région" takes.
    pub of: &'static str,
    /// Its départements, as numbers carry them; none where they are not verified.
    pub departements: &'static [&'static str],
    /// Rule, source and confidence.
    pub basis: Basis,
}

impl Region {
    /// Every code, of today then of before 2016.
    #[must_use]
    pub fn all() -> &'static [Self] {
        REGIONS
    }

    /// The region of a code.
    #[must_use]
    pub fn by_code(code: &str) -> Option<&'static Self> {
        REGIONS.iter().find(|region| region.code == code)
    }
}

/// A declaration number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number([u8; 11]);

/// Why a text is not a declaration number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BadNumber {
    /// Nothing is written.
    Empty,
    /// This character is not a digit.
    NotADigit(char),
    /// Eleven digits are expected.
    Digits(usize),
}

/// What looks wrong in a number that may be right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Warning {
    /// The département is written twice, and differs.
    DepartementsDiffer,
    /// No region has this code.
    UnknownRegion,
    /// The département is not of the region.
    NotOfTheRegion,
    /// The number is of another region than the préfet named beside it.
    OtherRegion(&'static Region),
}

impl Number {
    /// Reads a number; spaces and the separators people use are dropped.
    ///
    /// # Errors
    ///
    /// See [`BadNumber`].
    pub fn parse(text: &str) -> Result<Self, BadNumber> {
        let mut digits = [0; 11];
        let mut count = 0;
        for character in text.chars() {
            match character.to_digit(10) {
                Some(digit) => {
                    if let Some(slot) = digits.get_mut(count) {
                        *slot = u8::try_from(digit).unwrap_or(0);
                    }
                    count += 1;
                }
                None if character.is_whitespace() || matches!(character, '.' | '-' | '/') => {}
                None => return Err(BadNumber::NotADigit(character)),
            }
        }
        match count {
            0 => Err(BadNumber::Empty),
            11 => Ok(Self(digits)),
            other => Err(BadNumber::Digits(other)),
        }
    }

    fn digits(&self, range: std::ops::Range<usize>) -> String {
        self.0[range]
            .iter()
            .map(|digit| char::from(b'0' + digit))
            .collect()
    }

    /// The region its first two digits name, if any.
    #[must_use]
    pub fn region(&self) -> Option<&'static Region> {
        Region::by_code(&self.digits(0..2))
    }

    /// What looks wrong; nothing for a number that looks right.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        let departement = self.digits(2..4);
        match self.region() {
            None => warnings.push(Warning::UnknownRegion),
            Some(region) if region.departements.is_empty() => {}
            Some(region) if !region.departements.contains(&departement.as_str()) => {
                warnings.push(Warning::NotOfTheRegion);
            }
            Some(_) => {}
        }
        if departement != self.digits(9..11) {
            warnings.push(Warning::DepartementsDiffer);
        }
        warnings
    }

    /// Whether the préfet named beside the number, by the code of its region of today, is another's.
    #[must_use]
    pub fn printed_beside(&self, region_today: &str) -> Option<Warning> {
        self.region()
            .filter(|region| region.today != region_today)
            .map(Warning::OtherRegion)
    }
}

/// `RR DD NNNNN DD`.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} {} {} {}",
            self.digits(0..2),
            self.digits(2..4),
            self.digits(4..9),
            self.digits(9..11)
        )
    }
}
