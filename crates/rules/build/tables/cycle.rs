//! `cycle.toml`: the dates of a certification cycle.

use super::row::{Confidence, basis, dated, read};
use super::sources::Sources;
use serde::Deserialize;
use std::path::Path;

const RULES: [(&str, &str, &str); 5] = [
    ("validity", "decision", "VALIDITY"),
    ("surveillance-from", "decision", "SURVEILLANCE_FROM"),
    ("surveillance-to", "decision", "SURVEILLANCE_TO"),
    ("renewal-contact", "expiry", "RENEWAL_CONTACT"),
    ("renewal-latest", "expiry", "RENEWAL_LATEST"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    rule: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    after: String,
    months: i32,
    from: String,
    source: String,
    confidence: Confidence,
}

pub fn compile(data: &Path, sources: &Sources) -> Result<String, String> {
    let file: File = read(data, "cycle.toml")?;
    let mut rows: [Vec<(String, String, String)>; 5] = Default::default();
    for entry in &file.rule {
        let at = |error| {
            format!(
                "cycle.toml: rule {:?} (from {}): {error}",
                entry.id, entry.from
            )
        };
        let index = RULES
            .iter()
            .position(|(id, after, _)| *id == entry.id && *after == entry.after)
            .ok_or_else(|| at(format!("key `id`: no such rule after {:?}", entry.after)))?;
        let basis = basis(
            &format!("cycle.{}", entry.id),
            &entry.source,
            entry.confidence,
            sources,
        )
        .map_err(at)?;
        rows[index].push((entry.from.clone(), entry.months.to_string(), basis));
    }
    let mut text = String::new();
    for ((id, _, name), rows) in RULES.iter().zip(rows) {
        let at = |error| format!("cycle.toml: rule {id:?}: {error}");
        if rows.is_empty() {
            return Err(at("no row".to_owned()));
        }
        text.push_str(&format!(
            "pub(super) static {name}: Dated<i32> = {};\n",
            dated(rows).map_err(at)?
        ));
    }
    Ok(text)
}
