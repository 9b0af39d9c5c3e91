//! Every row of every table in one list, for the table of rules.

use super::row::day;

/// The rows gathered so far.
#[derive(Default)]
pub struct Catalogue(String);

impl Catalogue {
    /// Adds a row: its value as the data file writes it.
    pub fn push(&mut self, rule: &str, from: &str, value: &str, basis: &str) {
        self.push_amount(rule, from, value, "None", basis);
    }

    /// Adds a row whose value is a number, `amount`.
    pub fn push_amount(&mut self, rule: &str, from: &str, value: &str, amount: &str, basis: &str) {
        // A date that cannot be read has already been refused by its own table.
        let from = day(from).unwrap_or_default();
        self.0.push_str(&format!(
            "Entry {{ rule: {rule:?}, from: {from}, value: {value:?}, amount: Amount::{amount}, basis: {basis} }},\n"
        ));
    }

    pub fn write(&self) -> String {
        format!("pub(super) static ENTRIES: &[Entry] = &[\n{}];\n", self.0)
    }
}
