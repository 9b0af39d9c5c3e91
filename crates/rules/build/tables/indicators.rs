//! `indicators.toml`: the 33 indicators and what each framework changed.

use super::catalogue::Catalogue;
use super::frameworks;
use super::row::{Confidence, basis, dated, read};
use super::sources::Sources;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

const LAST: u8 = 33;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    indicator: Vec<Indicator>,
    change: Vec<Change>,
    subcontractor: Subcontractors,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicator {
    number: u8,
    criterion: u8,
    from: String,
    af: String,
    bc: String,
    vae: String,
    cfa: String,
    new_entrant: bool,
    severity: String,
    surveillance: String,
    subcontractor: String,
    source: String,
    confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    number: u8,
    framework: String,
    kind: String,
    source: String,
    confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Subcontractors {
    from: String,
    source: String,
    confidence: Confidence,
}

pub fn compile(
    data: &Path,
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let file: File = read(data, "indicators.toml")?;
    let mut rows: Vec<Vec<(String, String, String)>> = (0..LAST).map(|_| Vec::new()).collect();
    for entry in &file.indicator {
        let at = |error| {
            format!(
                "indicators.toml: indicator {} (from {}): {error}",
                entry.number, entry.from
            )
        };
        let slot = rows
            .get_mut(usize::from(entry.number).wrapping_sub(1))
            .ok_or_else(|| at(format!("key `number`: 1 to {LAST} is expected")))?;
        let definition = definition(entry).map_err(at)?;
        let rule = format!("indicator.{}", entry.number);
        let basis = basis(&rule, &entry.source, entry.confidence, sources).map_err(at)?;
        let Indicator {
            af,
            bc,
            vae,
            cfa,
            severity,
            surveillance,
            subcontractor,
            ..
        } = entry;
        let value = format!(
            "AF {af}, BC {bc}, VAE {vae}, CFA {cfa}; severity {severity}; surveillance {surveillance}; \
             subcontractor {subcontractor}{}",
            if entry.new_entrant {
                "; new entrant"
            } else {
                ""
            }
        );
        catalogue.push(&rule, &entry.from, &value, &basis);
        slot.push((entry.from.clone(), definition, basis));
    }
    let mut text = format!("pub(super) static INDICATORS: [Dated<Definition>; {LAST}] = [\n");
    for (number, rows) in (1..).zip(rows) {
        let at = |error| format!("indicators.toml: indicator {number}: {error}");
        if rows.is_empty() {
            return Err(at("no row".to_owned()));
        }
        text.push_str(&format!("{},\n", dated(rows).map_err(at)?));
    }
    text.push_str("];\n");
    text.push_str(&changes(
        &file.change,
        &frameworks::first_days(data)?,
        sources,
        catalogue,
    )?);
    text.push_str(&subcontractors(&file.subcontractor, sources, catalogue)?);
    Ok(text)
}

fn definition(entry: &Indicator) -> Result<String, String> {
    if !(1..=7).contains(&entry.criterion) {
        return Err("key `criterion`: 1 to 7 is expected".to_owned());
    }
    let mut applies = String::new();
    for (key, value) in [
        ("af", &entry.af),
        ("bc", &entry.bc),
        ("vae", &entry.vae),
        ("cfa", &entry.cfa),
    ] {
        applies.push_str(match value.as_str() {
            "yes" => "Applies::Yes, ",
            "no" => "Applies::No, ",
            "if:certifying" => "Applies::If(Condition::Certifying), ",
            "if:long_courses" => "Applies::If(Condition::LongCourses), ",
            "if:work_study" => "Applies::If(Condition::WorkStudy), ",
            "if:workplace_periods" => "Applies::If(Condition::WorkplacePeriods), ",
            "if:subcontracting" => "Applies::If(Condition::Subcontracting), ",
            other => {
                return Err(format!(
                    "key `{key}`: `{other}` is neither yes, no nor a known condition"
                ));
            }
        });
    }
    let severity = word(
        "severity",
        &entry.severity,
        &[
            ("major_only", "MajorOnly"),
            ("minor_or_major", "MinorOrMajor"),
            ("not_set", "NotSet"),
        ],
    )?;
    let surveillance = word(
        "surveillance",
        &entry.surveillance,
        &[
            ("major_only", "MajorOnly"),
            ("named", "Named"),
            ("no", "No"),
        ],
    )?;
    let subcontractor = word(
        "subcontractor",
        &entry.subcontractor,
        &[
            ("not_applicable", "NotApplicable"),
            ("per_contract", "PerContract"),
            ("special_rule", "SpecialRule"),
            ("same", "Same"),
        ],
    )?;
    if (entry.severity == "major_only") != (entry.surveillance == "major_only") {
        return Err(
            "key `surveillance`: a major-only indicator is always reviewed as such, and no other"
                .to_owned(),
        );
    }
    Ok(format!(
        "Definition {{ criterion: {}, applies: [{applies}], new_entrant: {}, severity: Severity::{severity}, \
         surveillance: Surveillance::{surveillance}, subcontractor: Subcontractor::{subcontractor} }}",
        entry.criterion, entry.new_entrant
    ))
}

/// The Rust name of a word of the file.
fn word(key: &str, value: &str, words: &[(&str, &'static str)]) -> Result<&'static str, String> {
    words
        .iter()
        .find(|(word, _)| *word == value)
        .map(|(_, name)| *name)
        .ok_or_else(|| format!("key `{key}`: `{value}` is not known"))
}

fn changes(
    entries: &[Change],
    first_days: &BTreeMap<String, String>,
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let mut text = String::from("pub(super) static CHANGES: &[ChangeRow] = &[\n");
    for Change {
        number,
        framework,
        kind,
        source,
        confidence,
    } in entries
    {
        let at = |error| format!("indicators.toml: change of {number} by {framework}: {error}");
        let change = word(
            "kind",
            kind,
            &[
                ("modified", "Modified"),
                ("wording", "Wording"),
                ("added", "Added"),
            ],
        )
        .map_err(at)?;
        let from = first_days
            .get(framework)
            .ok_or_else(|| at("key `framework`: not in framework.toml".to_owned()))?;
        let rule = format!("indicator.{number}.{framework}");
        let basis = basis(&rule, source, *confidence, sources).map_err(at)?;
        catalogue.push(&rule, from, kind, &basis);
        text.push_str(&format!(
            "ChangeRow {{ number: {number}, framework: {framework:?}, change: Change::{change}, basis: {basis} }},\n"
        ));
    }
    text.push_str("];\n");
    Ok(text)
}

fn subcontractors(
    entry: &Subcontractors,
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let at = |error| format!("indicators.toml: subcontractor: {error}");
    let basis = basis(
        "indicator.subcontractor",
        &entry.source,
        entry.confidence,
        sources,
    )
    .map_err(at)?;
    catalogue.push(
        "indicator.subcontractor",
        &entry.from,
        "the column `subcontractor` counts",
        &basis,
    );
    let rows = dated(vec![(entry.from.clone(), "true".to_owned(), basis)]).map_err(at)?;
    Ok(format!(
        "pub(super) static SUBCONTRACTORS: Dated<bool> = {rows};\n"
    ))
}
