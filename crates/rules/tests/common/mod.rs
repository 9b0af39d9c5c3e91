//! What the tests of the rules share: tables of cases, profiles from their cells, tariffs by name.

#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "tests stop at the first surprise, and each uses its part"
)]

use calliope_rules::profile::{Answers, Categories, Category, Profile, Turnover};
use calliope_rules::read::Value;
use calliope_rules::tariff::{self, FIXTURES, Tariff};
use calliope_rules::{Assessment, Terms, assess, date};
use chrono::NaiveDate;
use std::collections::HashMap;
use std::path::PathBuf;

/// A row of a table of cases, by the names of its columns.
pub type Row = HashMap<String, String>;

pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests")
}

/// The rows of a table below `tests/`; lines that begin with `#` are comments.
pub fn table(path: &str) -> Vec<Row> {
    let mut reader = csv::ReaderBuilder::new()
        .comment(Some(b'#'))
        .from_path(folder().join(path))
        .unwrap();
    let rows: Vec<Row> = reader.deserialize().map(Result::unwrap).collect();
    assert!(!rows.is_empty(), "{path} holds no case");
    rows
}

pub fn day(text: &str) -> NaiveDate {
    date::parse_iso(text).unwrap_or_else(|| panic!("{text} is not a date"))
}

/// `AF|CFA`, or nothing.
pub fn categories(text: &str) -> Categories {
    text.split('|')
        .filter(|code| !code.is_empty())
        .map(|code| Category::from_code(code).unwrap())
        .collect()
}

pub fn turnover(text: &str) -> Turnover {
    Turnover::new(text.parse().unwrap()).unwrap()
}

pub fn tariff(id: &str) -> Tariff {
    let (_, text) = FIXTURES.iter().find(|(name, _)| *name == id).unwrap();
    let document: serde_json::Value = serde_json::from_str(text).unwrap();
    tariff::read(&Value::from(&document)).unwrap()
}

pub fn assessed(answers: Answers, tariff: &Tariff) -> Assessment {
    let profile = Profile::new(answers).unwrap();
    assess(&profile, Terms::of(tariff), day("2026-11-22")).unwrap()
}
