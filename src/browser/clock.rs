//! The visitor's civil date, and names that no two moments share.

use super::still;
use chrono::NaiveDate;

/// Today where the visitor is.
#[must_use]
pub fn today() -> NaiveDate {
    still::or(|| civil(&js_sys::Date::new_0()), |still| still.today)
}

/// The day of a moment where the visitor is.
#[must_use]
pub fn day(milliseconds: u64) -> NaiveDate {
    civil(&js_sys::Date::new(&(milliseconds as f64).into()))
}

fn civil(date: &js_sys::Date) -> NaiveDate {
    let year = i32::try_from(date.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, date.get_month() + 1, date.get_date()).unwrap_or_default()
}

/// Milliseconds since 1970, in UTC.
#[must_use]
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// A name that nothing else of this browser bears, in all likelihood.
#[must_use]
pub fn stamp() -> String {
    // As a whole number: writing a fraction takes 4 kB of code.
    let number = still::or(|| (js_sys::Math::random() * 1e15) as u64, |_| 0);
    number.to_string()
}
