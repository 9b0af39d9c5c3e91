//! Reading an amount as people type it: `120000`, `120 000`, `120.000`, `120 000,50 €`, `120 k€`.
//!
//! Nothing here searches for a text nor cuts one where it may fail: that code is in no other place of the first module, and
//! weighs there (`docs/decisions/0004-bytes.md`).

use calliope_rules::profile::Turnover;

/// Why a text is not an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadAmount {
    /// Nothing is typed.
    Empty,
    /// It cannot be read.
    Unreadable,
    /// It is more than is accepted.
    TooLarge,
}

/// Reads whole euros; cents are dropped, which keeps an amount in its band.
///
/// # Errors
///
/// See [`BadAmount`].
pub fn parse(text: &str) -> Result<Turnover, BadAmount> {
    read(text).map(|(turnover, _)| turnover)
}

/// Reads whole euros, cents counted as one more: an amount that exceeds a ceiling by a cent exceeds it.
///
/// # Errors
///
/// See [`BadAmount`].
pub fn parse_up(text: &str) -> Result<Turnover, BadAmount> {
    let (turnover, cents) = read(text)?;
    Turnover::new(turnover.euros() + u64::from(cents)).ok_or(BadAmount::TooLarge)
}

/// The whole euros, and whether something is left beyond them.
fn read(text: &str) -> Result<(Turnover, bool), BadAmount> {
    let compact: String = text
        .chars()
        .filter(|character| !character.is_whitespace() && *character != '\'')
        .collect();
    if compact.is_empty() {
        return Err(BadAmount::Empty);
    }
    // "120 k€", "1,5 M€", "150 000 euros": a unit is what follows the last digit.
    let digits_end = compact
        .bytes()
        .rposition(|byte| byte.is_ascii_digit())
        .map_or(0, |last| last + 1);
    let parts = compact.split_at_checked(digits_end);
    let (number, unit) = parts.ok_or(BadAmount::Unreadable)?;
    let unit = unit_of(unit).ok_or(BadAmount::Unreadable)?;
    let number = number.trim_start_matches('€');
    let (whole, decimals) = split(number, unit).ok_or(BadAmount::Unreadable)?;
    // Digits after the mark are millionths of the unit; beyond, they are dropped.
    let places = [100_000, 10_000, 1_000, 100, 10, 1];
    let millionths: u64 = decimals
        .bytes()
        .zip(places)
        .map(|(digit, place)| u64::from(digit - b'0') * place)
        .sum();
    let whole: u64 = if whole.is_empty() {
        0
    } else {
        whole.parse().map_err(|_| BadAmount::TooLarge)?
    };
    let euros = whole
        .checked_mul(unit)
        .and_then(|euros| euros.checked_add(millionths * unit / 1_000_000))
        .ok_or(BadAmount::TooLarge)?;
    let cents = !(millionths * unit).is_multiple_of(1_000_000);
    Turnover::new(euros)
        .map(|turnover| (turnover, cents))
        .ok_or(BadAmount::TooLarge)
}

/// How many euros a unit is worth.
fn unit_of(text: &str) -> Option<u64> {
    Some(match text.to_ascii_lowercase().as_str() {
        "" | "€" | "eur" | "euro" | "euros" => 1,
        "k" | "k€" | "keur" => 1_000,
        "m" | "m€" | "meur" => 1_000_000,
        _ => return None,
    })
}

/// Splits a number into its whole digits and its decimals, telling thousands marks from the decimal mark.
fn split(number: &str, unit: u64) -> Option<(String, String)> {
    let is_mark = |character: char| matches!(character, '.' | ',');
    if !number
        .chars()
        .all(|character| character.is_ascii_digit() || is_mark(character))
        || !number.bytes().any(|byte| byte.is_ascii_digit())
    {
        return None;
    }
    let Some((head, tail)) = number.rsplit_once(is_mark) else {
        return Some((number.to_owned(), String::new()));
    };
    let mark = char::from(*number.as_bytes().get(head.len())?);
    let holds = |text: &str, mark: char| text.chars().any(|character| character == mark);
    let repeated = holds(head, mark);
    // Three digits after the only kind of mark are thousands: nobody writes thousandths of a euro.
    let thousands = repeated || (tail.len() == 3 && unit == 1 && !head.contains(is_mark));
    if thousands {
        grouped(number, mark).then(|| (number.replace(mark, ""), String::new()))
    } else if tail.len() > 2 && unit == 1 {
        None
    } else {
        let other = if mark == '.' { ',' } else { '.' };
        let whole = !holds(head, other) || grouped(head, other);
        whole.then(|| (head.replace(other, ""), tail.to_owned()))
    }
}

/// Whether `mark` separates groups of three digits.
fn grouped(number: &str, mark: char) -> bool {
    let mut groups = number.split(mark);
    let first = groups
        .next()
        .is_some_and(|group| (1..=3).contains(&group.len()));
    first && groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (text, euros) in [
            ("120000", 120_000),
            ("120 000", 120_000),
            ("120\u{a0}000", 120_000),
            ("120\u{202f}000 €", 120_000),
            ("120.000", 120_000),
            ("120,000", 120_000),
            ("1.200.000", 1_200_000),
            ("1,200,000.75", 1_200_000),
            ("1.200.000,75", 1_200_000),
            ("120 000,50 €", 120_000),
            ("149 999,99", 149_999),
            ("€120,000", 120_000),
            ("120000.5", 120_000),
            ("120 k€", 120_000),
            ("1,5 M€", 1_500_000),
            ("0,12M", 120_000),
            ("2.5k", 2_500),
            ("150 000 euros", 150_000),
            ("0", 0),
            ("1000000000000", 1_000_000_000_000),
        ] {
            assert_eq!(parse(text), Ok(Turnover::new(euros).unwrap()), "{text}");
        }
    }

    #[test]
    fn cents_count_against_a_ceiling() {
        for (text, euros) in [
            ("77 700", 77_700),
            ("77 700,00", 77_700),
            ("77 700,01", 77_701),
            ("77,7 k€", 77_700),
        ] {
            assert_eq!(parse_up(text), Ok(Turnover::new(euros).unwrap()), "{text}");
        }
    }

    #[test]
    fn what_is_not_an_amount_says_why() {
        for (text, why) in [
            ("", BadAmount::Empty),
            ("   ", BadAmount::Empty),
            ("12O 000", BadAmount::Unreadable),
            ("-5", BadAmount::Unreadable),
            ("1e6", BadAmount::Unreadable),
            ("1.2.3", BadAmount::Unreadable),
            ("12,3456", BadAmount::Unreadable),
            ("€", BadAmount::Unreadable),
            (",", BadAmount::Unreadable),
            ("1,23,456", BadAmount::Unreadable),
            ("1000000000001", BadAmount::TooLarge),
            ("99999999999999999999999", BadAmount::TooLarge),
            ("99999999999999999 M€", BadAmount::TooLarge),
        ] {
            assert_eq!(parse(text), Err(why), "{text}");
        }
    }
}
