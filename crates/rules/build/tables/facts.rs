//! `cycle.toml`, `findings.toml`, `eligibility.toml` and the rules of `nda.toml`: dated numbers with a unit.

use super::catalogue::Catalogue;
use super::row::{Confidence, basis, dated};
use super::sources::Sources;
use serde::Deserialize;
use std::collections::BTreeMap;

const UNITS: [(&str, &str); 7] = [
    ("months", "Months"),
    ("days", "Days"),
    ("working-days", "WorkingDays"),
    ("euros", "Euros"),
    ("percent", "Percent"),
    ("count", "Count"),
    ("month-day", "MonthDay"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    id: String,
    after: String,
    value: i32,
    unit: String,
    from: String,
    source: String,
    confidence: Confidence,
}

/// A static for each rule, named after it: `surveillance-from` becomes `SURVEILLANCE_FROM`.
pub fn compile(
    file: &str,
    entries: &[Entry],
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let prefix = file.trim_end_matches(".toml");
    let mut rules: BTreeMap<&str, Vec<(String, String, String)>> = BTreeMap::new();
    for entry in entries {
        let at = |error| format!("{file}: rule {:?} (from {}): {error}", entry.id, entry.from);
        let (_, unit) = UNITS
            .iter()
            .find(|(word, _)| *word == entry.unit)
            .ok_or_else(|| {
                at(format!(
                    "key `unit`: `{}` is not one of {:?}",
                    entry.unit,
                    UNITS.map(|(word, _)| word)
                ))
            })?;
        if entry.after.trim().is_empty() {
            return Err(at("key `after`: the event is missing".to_owned()));
        }
        let rule = format!("{prefix}.{}", entry.id);
        let basis = basis(&rule, &entry.source, entry.confidence, sources).map_err(at)?;
        let value = format!("Fact {{ value: {}, unit: Unit::{unit} }}", entry.value);
        catalogue.push_amount(
            &rule,
            &entry.from,
            &format!("{} {} / {}", entry.value, entry.unit, entry.after),
            &format!("Fact({value})"),
            &basis,
        );
        rules
            .entry(&entry.id)
            .or_default()
            .push((entry.from.clone(), value, basis));
    }
    let mut text = String::new();
    for (id, rows) in rules {
        let name = id.to_uppercase().replace('-', "_");
        let rows = dated(rows).map_err(|error| format!("{file}: rule {id:?}: {error}"))?;
        text.push_str(&format!(
            "pub(super) static {name}: Dated<Fact> = {rows};\n"
        ));
    }
    Ok(text)
}
