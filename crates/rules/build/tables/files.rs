//! The tables made of dated numbers only, the statements, and the NDA's own rows.

use super::catalogue::Catalogue;
use super::facts::{self, Entry};
use super::row::{Confidence, basis, day, read};
use super::sources::Sources;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Plain {
    rule: Vec<Entry>,
}

/// A file that holds nothing but rules.
pub fn plain(
    data: &Path,
    file: &str,
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let table: Plain = read(data, file)?;
    facts::compile(file, &table.rule, sources, catalogue)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statements {
    statement: Vec<Statement>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Statement {
    id: String,
    from: String,
    source: String,
    confidence: Confidence,
}

/// `practice.toml`: statements that no program counts with; they are listed and cited.
pub fn practice(data: &Path, sources: &Sources, catalogue: &mut Catalogue) -> Result<(), String> {
    let table: Statements = read(data, "practice.toml")?;
    for (index, statement) in table.statement.iter().enumerate() {
        let at = |error| format!("practice.toml: statement {:?}: {error}", statement.id);
        let same = |other: &Statement| other.id == statement.id && other.from == statement.from;
        if table.statement[..index].iter().any(same) {
            return Err(at("given twice from the same day".to_owned()));
        }
        day(&statement.from).map_err(at)?;
        let rule = format!("practice.{}", statement.id);
        let basis = basis(&rule, &statement.source, statement.confidence, sources).map_err(at)?;
        catalogue.push(&rule, &statement.from, "", &basis);
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Nda {
    rule: Vec<Entry>,
    mention: Vec<Mention>,
    region: Vec<Region>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mention {
    id: String,
    text: String,
    source: String,
    confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Region {
    code: String,
    today: String,
    name: String,
    of: String,
    departements: Vec<String>,
    source: String,
    confidence: Confidence,
}

/// The first day of everything that is not dated in the NDA's rows.
const ALWAYS: &str = "2000-01-01";

/// `nda.toml`: rules, mentions and regions.
pub fn nda(data: &Path, sources: &Sources, catalogue: &mut Catalogue) -> Result<String, String> {
    let table: Nda = read(data, "nda.toml")?;
    let mut text = facts::compile("nda.toml", &table.rule, sources, catalogue)?;
    for Mention {
        id,
        text: words,
        source,
        confidence,
    } in &table.mention
    {
        let at = |error| format!("nda.toml: mention {id:?}: {error}");
        if words.to_lowercase().contains("agréé") {
            return Err(at("key `text`: \"agréé\" is never allowed".to_owned()));
        }
        let rule = format!("nda.mention.{id}");
        let basis = basis(&rule, source, *confidence, sources).map_err(at)?;
        catalogue.push(&rule, ALWAYS, words, &basis);
        let name = id.to_uppercase().replace('-', "_");
        text.push_str(&format!("pub(super) static MENTION_{name}: Formula = Formula {{ text: {words:?}, basis: {basis} }};\n"));
    }
    text.push_str("pub(super) static REGIONS: &[Region] = &[\n");
    for (index, region) in table.region.iter().enumerate() {
        let at = |error: String| format!("nda.toml: region {:?}: {error}", region.code);
        let is_code =
            |code: &String| code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_digit());
        if !is_code(&region.code) || !region.departements.iter().all(is_code) {
            return Err(at(
                "keys `code` and `departements`: two digits are expected".to_owned(),
            ));
        }
        if table.region[..index]
            .iter()
            .any(|other| other.code == region.code)
        {
            return Err(at("given twice".to_owned()));
        }
        let today = table
            .region
            .iter()
            .find(|other| other.code == region.today && other.today == other.code);
        if today.is_none_or(|today| today.name != region.name || today.of != region.of) {
            return Err(at(format!(
                "key `today`: {:?} is not a region of today of this name",
                region.today
            )));
        }
        let rule = format!("nda.region.{}", region.code);
        let basis = basis(&rule, &region.source, region.confidence, sources).map_err(at)?;
        catalogue.push(
            &rule,
            ALWAYS,
            &format!("{} ({})", region.name, region.departements.join(" ")),
            &basis,
        );
        text.push_str(&format!(
            "Region {{ code: {:?}, today: {:?}, name: {:?}, of: {:?}, departements: &{:?}, basis: {basis} }},\n",
            region.code, region.today, region.name, region.of, region.departements
        ));
    }
    text.push_str("];\n");
    Ok(text)
}
