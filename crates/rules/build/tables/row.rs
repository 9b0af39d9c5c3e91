//! What every row has: a date it holds from, a source, a confidence.

use super::sources::Sources;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::path::Path;

/// Bands of the duration grid, in order.
pub const BANDS: [&str; 3] = ["under_150k", "150k_to_750k", "750k_and_over"];

/// How sure a row is.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Confidence {
    A,
    B,
    C,
    D,
}

/// Reads a table; a missing, unknown or mistyped key is refused with its place in the file.
pub fn read<T: DeserializeOwned>(data: &Path, file: &str) -> Result<T, String> {
    let text = fs::read_to_string(data.join(file)).map_err(|error| format!("{file}: {error}"))?;
    toml::from_str(&text).map_err(|error| format!("{file}: {error}"))
}

/// The `Basis` of a row.
pub fn basis(
    rule: &str,
    source: &str,
    confidence: Confidence,
    sources: &Sources,
) -> Result<String, String> {
    let index = sources.index(source)?;
    Ok(format!(
        "Basis {{ rule: RuleId({rule:?}), source: Source::Document(&documents::D{index}), \
         confidence: Confidence::{confidence:?} }}"
    ))
}

/// A date as `day(…)`.
pub fn day(text: &str) -> Result<String, String> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else {
        return Err(format!("`{text}` is not a date such as 2026-12-01"));
    };
    let number = |part: &str| {
        part.parse::<u32>()
            .map_err(|_| format!("`{text}` is not a date such as 2026-12-01"))
    };
    let (year, month, day) = (number(year)?, number(month)?, number(day)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = [
        31,
        if leap { 29 } else { 28 },
        31,
        30,
        31,
        30,
        31,
        31,
        30,
        31,
        30,
        31,
    ];
    let last = usize::try_from(month)
        .ok()
        .and_then(|month| days.get(month.wrapping_sub(1)));
    match last {
        Some(last) if (1..=*last).contains(&day) && text.len() == 10 => {
            Ok(format!("day({year}, {month}, {day})"))
        }
        _ => Err(format!("`{text}` is not a day of the calendar")),
    }
}

/// Days such as `1.5` as a number of half-days.
pub fn half_days(text: &str) -> Result<u32, String> {
    let (whole, half) = text.split_once('.').unwrap_or((text, ""));
    let whole: u32 = whole
        .parse()
        .map_err(|_| format!("`{text}` is not a number of days such as 1.5"))?;
    match half {
        "0" => Ok(whole * 2),
        "5" => Ok(whole * 2 + 1),
        _ => Err(format!(
            "`{text}` is not a number of half-days such as 1.0 or 1.5"
        )),
    }
}

/// Rows of one rule, oldest first, as `Dated(&[…])`. Two rows from the same day are refused.
pub fn dated(mut rows: Vec<(String, String, String)>) -> Result<String, String> {
    rows.sort();
    let mut text = String::from("Dated(&[");
    for (index, (from, value, basis)) in rows.iter().enumerate() {
        if index > 0 && rows[index - 1].0 == *from {
            return Err(format!("two rows from {from}"));
        }
        let from = day(from)?;
        text.push_str(&format!(
            "Row {{ from: {from}, value: {value}, basis: {basis} }}, "
        ));
    }
    text.push_str("])");
    Ok(text)
}
