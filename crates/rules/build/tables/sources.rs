//! `sources.toml`: the documents that rows cite.

use super::row::{day, read};
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    citation: String,
    url: String,
    checked_on: String,
}

/// The documents, in the order of the file.
pub struct Sources {
    rows: Vec<(Entry, String)>,
}

pub fn compile(data: &Path) -> Result<Sources, String> {
    let file: File = read(data, "sources.toml")?;
    let mut rows: Vec<(Entry, String)> = Vec::new();
    for entry in file.source {
        let at = format!("sources.toml: source {:?}", entry.id);
        if rows.iter().any(|(other, _)| other.id == entry.id) {
            return Err(format!("{at}: given twice"));
        }
        if !entry.url.is_empty() && !entry.url.starts_with("https://") {
            return Err(format!(
                "{at}: key `url`: `{}` does not start with https://",
                entry.url
            ));
        }
        let checked =
            day(&entry.checked_on).map_err(|error| format!("{at}: key `checked_on`: {error}"))?;
        rows.push((entry, checked));
    }
    Ok(Sources { rows })
}

impl Sources {
    /// The place of a document in the generated table.
    pub fn index(&self, id: &str) -> Result<usize, String> {
        self.rows
            .iter()
            .position(|(entry, _)| entry.id == id)
            .ok_or_else(|| format!("key `source`: `{id}` is not in sources.toml"))
    }

    /// One static for each document, so that a program holds only those it cites.
    pub fn write(&self) -> String {
        let mut text = String::new();
        let mut list = String::new();
        for (index, (entry, checked)) in self.rows.iter().enumerate() {
            text.push_str(&format!(
                "pub(crate) static D{index}: Reference = Reference {{ id: {:?}, citation: {:?}, url: {:?}, checked_on: {checked} }};\n",
                entry.id, entry.citation, entry.url
            ));
            list.push_str(&format!("&D{index}, "));
            // Those that the engine cites by itself.
            for (id, name) in [
                ("illustrative-tariff", "ILLUSTRATIVE_TARIFF"),
                ("cgi-vat", "VAT"),
            ] {
                if entry.id == id {
                    text.push_str(&format!("pub(crate) use self::D{index} as {name};\n"));
                }
            }
        }
        // Dates in this order sort as texts do.
        let latest = self
            .rows
            .iter()
            .max_by_key(|(entry, _)| &entry.checked_on)
            .map_or("", |(_, checked)| checked);
        text.push_str(&format!(
            "pub(super) static ALL: &[&Reference] = &[{list}];\n"
        ));
        text.push_str(&format!(
            "pub(super) const CHECKED_ON: NaiveDate = {latest};\n"
        ));
        text
    }
}
