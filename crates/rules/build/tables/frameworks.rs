//! `framework.toml`: which framework governs an audit date.

use super::catalogue::Catalogue;
use super::row::{Confidence, basis, day, read};
use super::sources::Sources;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    framework: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    from: String,
    indicators: u8,
    provisional: Vec<String>,
    source: String,
    confidence: Confidence,
}

pub fn compile(
    data: &Path,
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let file: File = read(data, "framework.toml")?;
    let mut text = String::from("static FRAMEWORKS: &[Framework] = &[\n");
    let mut last = String::new();
    for entry in &file.framework {
        let at = |error| format!("framework.toml: framework {:?}: {error}", entry.id);
        if entry.from <= last {
            return Err(at(format!(
                "key `from`: {} does not come after {last}",
                entry.from
            )));
        }
        last.clone_from(&entry.from);
        let rule = format!("framework.{}", entry.id);
        let from = day(&entry.from).map_err(|error| at(format!("key `from`: {error}")))?;
        let basis = basis(&rule, &entry.source, entry.confidence, sources).map_err(at)?;
        catalogue.push(
            &rule,
            &entry.from,
            &format!("{} indicators", entry.indicators),
            &basis,
        );
        text.push_str(&format!(
            "Framework {{ id: {:?}, from: {from}, indicators: {}, provisional: &{:?}, basis: {basis} }},\n",
            entry.id, entry.indicators, entry.provisional,
        ));
    }
    text.push_str("];\n");
    Ok(text)
}

/// The first audit date of each framework, by its id.
pub fn first_days(data: &Path) -> Result<BTreeMap<String, String>, String> {
    let file: File = read(data, "framework.toml")?;
    Ok(file
        .framework
        .into_iter()
        .map(|entry| (entry.id, entry.from))
        .collect())
}
