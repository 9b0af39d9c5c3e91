//! `framework.toml`: which framework governs an audit date.

use super::row::{Confidence, basis, day, read};
use super::sources::Sources;
use serde::Deserialize;
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

pub fn compile(data: &Path, sources: &Sources) -> Result<String, String> {
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
        text.push_str(&format!(
            "Framework {{ id: {:?}, from: {}, indicators: {}, provisional: &{:?}, basis: {} }},\n",
            entry.id,
            day(&entry.from).map_err(|error| at(format!("key `from`: {error}")))?,
            entry.indicators,
            entry.provisional,
            basis(&rule, &entry.source, entry.confidence, sources).map_err(at)?,
        ));
    }
    text.push_str("];\n");
    Ok(text)
}
