//! The visitor's civil date, and names that no two moments share.

use chrono::NaiveDate;

/// Today where the visitor is.
#[must_use]
pub fn today() -> NaiveDate {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).unwrap_or_default();
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date()).unwrap_or_default()
}

/// A name that nothing else of this browser bears, in all likelihood.
#[must_use]
pub fn stamp() -> String {
    // As a whole number: writing a fraction takes 4 kB of code.
    ((js_sys::Math::random() * 1e15) as u64).to_string()
}
