//! Civil dates: reading and writing them, calendar months that clamp, French working days.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// Reads `2026-12-01`; anything else, an impossible day or a year outside 2000–2100 gives `None`.
#[must_use]
pub fn parse_iso(text: &str) -> Option<NaiveDate> {
    let bytes = text.as_bytes();
    if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
        return None;
    }
    let number = |range: std::ops::Range<usize>| {
        bytes[range].iter().try_fold(0u32, |value, byte| {
            byte.is_ascii_digit()
                .then(|| value * 10 + u32::from(byte - b'0'))
        })
    };
    let year = number(0..4)?;
    if !(2000..=2100).contains(&year) {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, number(5..7)?, number(8..10)?)
}

/// Writes `2026-12-01`.
#[must_use]
pub fn format_iso(date: NaiveDate) -> String {
    let mut text = String::with_capacity(10);
    push_padded(&mut text, date.year().unsigned_abs(), 1000);
    text.push('-');
    push_padded(&mut text, date.month(), 10);
    text.push('-');
    push_padded(&mut text, date.day(), 10);
    text
}

/// Appends the decimal digits of `value` from the place `highest` (a power of ten) downwards.
fn push_padded(text: &mut String, value: u32, highest: u32) {
    let mut place = highest;
    while place > 0 {
        let digit = value / place % 10;
        text.push(char::from_digit(digit, 10).unwrap_or('0'));
        place /= 10;
    }
}

/// `date` moved by calendar months; a day that the month lacks becomes its last day
/// (31 January + 1 month = 28 or 29 February).
#[must_use]
pub fn add_months(date: NaiveDate, months: i32) -> NaiveDate {
    let count = Months::new(months.unsigned_abs());
    let moved = if months < 0 {
        date.checked_sub_months(count)
    } else {
        date.checked_add_months(count)
    };
    moved.unwrap_or(date)
}

/// `date` moved by calendar days.
#[must_use]
pub fn add_days(date: NaiveDate, days: i64) -> NaiveDate {
    let count = Days::new(days.unsigned_abs());
    let moved = if days < 0 {
        date.checked_sub_days(count)
    } else {
        date.checked_add_days(count)
    };
    moved.unwrap_or(date)
}

/// The `count`th working day after `from`: neither Saturday, Sunday nor a French public holiday.
#[must_use]
pub fn add_working_days(from: NaiveDate, count: u32) -> NaiveDate {
    let mut day = from;
    let mut left = count;
    while left > 0 {
        day = add_days(day, 1);
        if is_working_day(day) {
            left -= 1;
        }
    }
    day
}

/// Whether `date` is a working day in metropolitan France: Monday to Friday, holidays of
/// Code du travail, art. L. 3133-1 excepted.
#[must_use]
pub fn is_working_day(date: NaiveDate) -> bool {
    !matches!(date.weekday(), Weekday::Sat | Weekday::Sun) && !is_public_holiday(date)
}

/// Whether `date` is one of the eleven public holidays of Code du travail, art. L. 3133-1.
#[must_use]
pub fn is_public_holiday(date: NaiveDate) -> bool {
    const FIXED: [(u32, u32); 8] = [
        (1, 1),
        (5, 1),
        (5, 8),
        (7, 14),
        (8, 15),
        (11, 1),
        (11, 11),
        (12, 25),
    ];
    /// Easter Monday, Ascension Day, Whit Monday, in days after Easter Sunday.
    const AFTER_EASTER: [i64; 3] = [1, 39, 50];
    FIXED.contains(&(date.month(), date.day()))
        || easter(date.year()).is_some_and(|sunday| {
            AFTER_EASTER
                .iter()
                .any(|days| add_days(sunday, *days) == date)
        })
}

/// Easter Sunday of a Gregorian year (the anonymous Gregorian algorithm).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let epact =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let shift = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * shift + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        parse_iso(text).unwrap()
    }

    #[test]
    fn iso_dates_are_read_strictly() {
        for good in ["2026-12-01", "2024-02-29", "2000-01-01", "2100-12-31"] {
            assert_eq!(format_iso(date(good)), good);
        }
        for bad in [
            "",
            "2026-2-1",
            "2026-02-30",
            "2025-02-29",
            "26-12-01",
            "2026/12/01",
            "1999-12-31",
            "2026-12-0é",
            "+026-12-01",
        ] {
            assert_eq!(parse_iso(bad), None, "{bad}");
        }
    }

    #[test]
    fn months_clamp_to_the_end_of_the_month() {
        for (from, months, expected) in [
            ("2026-01-31", 1, "2026-02-28"),
            ("2024-01-31", 1, "2024-02-29"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 36, "2027-02-28"),
            ("2029-12-01", -4, "2029-08-01"),
            ("2029-07-31", -8, "2028-11-30"),
        ] {
            assert_eq!(
                add_months(date(from), months),
                date(expected),
                "{from} {months:+}"
            );
        }
    }

    #[test]
    fn easter_moves_three_holidays() {
        for holiday in [
            "2024-04-01",
            "2024-05-09",
            "2024-05-20",
            "2025-04-21",
            "2025-05-29",
            "2025-06-09",
            "2026-04-06",
            "2026-05-14",
            "2026-05-25",
            "2027-03-29",
            "2027-05-06",
            "2027-05-17",
            "2026-07-14",
            "2026-11-11",
        ] {
            assert!(is_public_holiday(date(holiday)), "{holiday}");
        }
        assert!(
            !is_public_holiday(date("2026-04-05")),
            "Easter Sunday itself is not in the list"
        );
    }

    #[test]
    fn working_days_skip_week_ends_and_holidays() {
        for (from, count, expected) in [
            ("2026-11-20", 1, "2026-11-23"),
            ("2026-11-10", 1, "2026-11-12"),
            ("2026-12-24", 10, "2027-01-11"),
            ("2026-04-30", 12, "2026-05-21"),
            ("2026-11-22", 0, "2026-11-22"),
        ] {
            assert_eq!(
                add_working_days(date(from), count),
                date(expected),
                "{from} + {count}"
            );
        }
    }
}
