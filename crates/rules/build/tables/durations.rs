//! `durations.toml`: the grids, sites, new entrants, extensions.

use super::catalogue::Catalogue;
use super::row::{BANDS, Confidence, basis, dated, half_days, read};
use super::sources::Sources;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

const GRIDS: [&str; 2] = ["initial", "surveillance"];
const PARTS: [&str; 5] = ["base", "AF", "BC", "VAE", "CFA"];
const CASES: [&str; 5] = [
    "one_category",
    "several_categories",
    "sites_of_a_multi_site_body",
    "sites_of_a_single_site_body",
    "categories_and_sites",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    cell: Vec<Cell>,
    sites: Vec<Sites>,
    new_entrant: Vec<NewEntrant>,
    same_as_initial: Vec<SameAsInitial>,
    extension: Vec<Extension>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Cell {
    audit: String,
    band: String,
    part: String,
    from: String,
    days: String,
    low: Option<String>,
    high: Option<String>,
    source: String,
    confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sites {
    audit: String,
    from: String,
    days_per_sampled_site: String,
    numerator: u64,
    denominator: u64,
    source: String,
    confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewEntrant {
    audit: String,
    from: String,
    days: String,
    source: String,
    confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SameAsInitial {
    audit: String,
    from: String,
    source: String,
    confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Extension {
    case: String,
    from: String,
    days_per_new_site: Option<String>,
    source: String,
    confidence: Confidence,
}

type Rows = Vec<(String, String, String)>;

pub fn compile(
    data: &Path,
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let file: File = read(data, "durations.toml")?;
    Ok([
        cells(&file.cell, sources, catalogue)?,
        sites(&file.sites, sources, catalogue)?,
        new_entrant(&file.new_entrant, sources, catalogue)?,
        same_as_initial(&file.same_as_initial, sources, catalogue)?,
        extension(&file.extension, sources, catalogue)?,
    ]
    .concat())
}

fn one_of(key: &str, value: &str, words: &[&str]) -> Result<usize, String> {
    words
        .iter()
        .position(|word| *word == value)
        .ok_or_else(|| format!("key `{key}`: `{value}` is not one of {words:?}"))
}

fn days(key: &str, text: &str) -> Result<u32, String> {
    half_days(text).map_err(|error| format!("key `{key}`: {error}"))
}

fn cells(cells: &[Cell], sources: &Sources, catalogue: &mut Catalogue) -> Result<String, String> {
    let mut rows: BTreeMap<(usize, usize, usize), Rows> = BTreeMap::new();
    for (number, cell) in cells.iter().enumerate() {
        let at = |error| {
            let Cell {
                audit,
                band,
                part,
                from,
                ..
            } = cell;
            format!(
                "durations.toml: cell {} ({audit}, {band}, {part}, from {from}): {error}",
                number + 1
            )
        };
        let place = (
            one_of("audit", &cell.audit, &GRIDS).map_err(at)?,
            one_of("band", &cell.band, &BANDS).map_err(at)?,
            one_of("part", &cell.part, &PARTS).map_err(at)?,
        );
        let range = range(cell).map_err(at)?;
        let part = cell.part.to_lowercase();
        let rule = format!("duration.{}.{}.{part}", cell.audit, cell.band);
        let basis = basis(&rule, &cell.source, cell.confidence, sources).map_err(at)?;
        let value = match (&cell.low, &cell.high) {
            (Some(low), Some(high)) => format!("{low} to {high} days"),
            _ => format!("{} days", cell.days),
        };
        catalogue.push_amount(&rule, &cell.from, &value, &format!("Days({range})"), &basis);
        rows.entry(place)
            .or_default()
            .push((cell.from.clone(), range, basis));
    }
    let mut text = String::from("pub(super) static CELLS: [[[Dated<DayRange>; 5]; 3]; 2] = [\n");
    for (grid, audit) in GRIDS.iter().enumerate() {
        text.push_str("[\n");
        for (band_index, band) in BANDS.iter().enumerate() {
            text.push_str("[\n");
            for (part_index, part) in PARTS.iter().enumerate() {
                let at = |error| format!("durations.toml: cell ({audit}, {band}, {part}): {error}");
                let rows = rows
                    .remove(&(grid, band_index, part_index))
                    .ok_or_else(|| at("no row".to_owned()))?;
                text.push_str(&format!("{},\n", dated(rows).map_err(at)?));
            }
            text.push_str("],\n");
        }
        text.push_str("],\n");
    }
    text.push_str("];\n");
    Ok(text)
}

/// An estimate, confidence D, carries its bounds and counts the high one; a settled cell carries none.
fn range(cell: &Cell) -> Result<String, String> {
    let days = days("days", &cell.days)?;
    let (low, high) = match (cell.confidence, &cell.low, &cell.high) {
        (Confidence::D, Some(low), Some(high)) => {
            (self::days("low", low)?, self::days("high", high)?)
        }
        (Confidence::D, _, _) => {
            return Err("keys `low` and `high`: needed at confidence D".to_owned());
        }
        (_, None, None) => (days, days),
        _ => return Err("keys `low` and `high`: only at confidence D".to_owned()),
    };
    if low > high {
        return Err("key `low`: above `high`".to_owned());
    }
    if high != days {
        return Err("key `days`: must equal `high`, the prudent budget".to_owned());
    }
    Ok(format!(
        "DayRange {{ low: HalfDays::new({low}), high: HalfDays::new({high}) }}"
    ))
}

fn sites(
    entries: &[Sites],
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let mut rows: [Rows; 2] = Default::default();
    for entry in entries {
        let at = |error| {
            format!(
                "durations.toml: sites ({}, from {}): {error}",
                entry.audit, entry.from
            )
        };
        let grid = one_of("audit", &entry.audit, &GRIDS).map_err(at)?;
        if entry.denominator == 0 || entry.numerator > entry.denominator {
            return Err(at(
                "key `denominator`: more sites sampled than there are".to_owned()
            ));
        }
        let each = days("days_per_sampled_site", &entry.days_per_sampled_site).map_err(at)?;
        let value = format!(
            "SiteRule {{ per_sampled_site: HalfDays::new({each}), numerator: {}, denominator: {} }}",
            entry.numerator, entry.denominator
        );
        let rule = format!("duration.sites.{}", entry.audit);
        let basis = basis(&rule, &entry.source, entry.confidence, sources).map_err(at)?;
        let share = format!("{}/{} × √N", entry.numerator, entry.denominator);
        catalogue.push(
            &rule,
            &entry.from,
            &format!("{share} sites, {} days each", entry.days_per_sampled_site),
            &basis,
        );
        rows[grid].push((entry.from.clone(), value, basis));
    }
    let mut text = String::from("pub(super) static SITES: [Dated<SiteRule>; 2] = [\n");
    for (audit, rows) in GRIDS.iter().zip(rows) {
        let at = |error| format!("durations.toml: sites ({audit}): {error}");
        if rows.is_empty() {
            return Err(at("no row".to_owned()));
        }
        text.push_str(&format!("{},\n", dated(rows).map_err(at)?));
    }
    text.push_str("];\n");
    Ok(text)
}

fn new_entrant(
    entries: &[NewEntrant],
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let mut rows = Rows::new();
    for entry in entries {
        let at = |error| format!("durations.toml: new_entrant (from {}): {error}", entry.from);
        one_of("audit", &entry.audit, &["surveillance"]).map_err(at)?;
        let value = format!("HalfDays::new({})", days("days", &entry.days).map_err(at)?);
        let basis = basis(
            "duration.new_entrant.surveillance",
            &entry.source,
            entry.confidence,
            sources,
        )
        .map_err(at)?;
        catalogue.push(
            "duration.new_entrant.surveillance",
            &entry.from,
            &format!("{} days, once", entry.days),
            &basis,
        );
        rows.push((entry.from.clone(), value, basis));
    }
    let rows = dated(rows).map_err(|error| format!("durations.toml: new_entrant: {error}"))?;
    Ok(format!(
        "pub(super) static NEW_ENTRANT: Dated<HalfDays> = {rows};\n"
    ))
}

fn same_as_initial(
    entries: &[SameAsInitial],
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let mut rows = Rows::new();
    for entry in entries {
        let at = |error| {
            format!(
                "durations.toml: same_as_initial (from {}): {error}",
                entry.from
            )
        };
        one_of("audit", &entry.audit, &["renewal"]).map_err(at)?;
        let basis =
            basis("duration.renewal", &entry.source, entry.confidence, sources).map_err(at)?;
        catalogue.push(
            "duration.renewal",
            &entry.from,
            "as the initial audit",
            &basis,
        );
        rows.push((entry.from.clone(), "()".to_owned(), basis));
    }
    let rows = dated(rows).map_err(|error| format!("durations.toml: same_as_initial: {error}"))?;
    Ok(format!(
        "pub(super) static SAME_AS_INITIAL: Dated<()> = {rows};\n"
    ))
}

/// The value of a row is what each new site adds, in the case that counts them.
fn extension(
    entries: &[Extension],
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let mut rows: [Rows; 5] = Default::default();
    for entry in entries {
        let at = |error| {
            format!(
                "durations.toml: extension ({}, from {}): {error}",
                entry.case, entry.from
            )
        };
        let case = one_of("case", &entry.case, &CASES).map_err(at)?;
        let each = match (&entry.days_per_new_site, CASES[case]) {
            (Some(each), "sites_of_a_multi_site_body") => {
                days("days_per_new_site", each).map_err(at)?
            }
            (None, "sites_of_a_multi_site_body") => {
                return Err(at("key `days_per_new_site`: missing".to_owned()));
            }
            (Some(_), _) => return Err(at("key `days_per_new_site`: not in this case".to_owned())),
            (None, _) => 0,
        };
        let rule = format!("duration.extension.{}", entry.case);
        let basis = basis(&rule, &entry.source, entry.confidence, sources).map_err(at)?;
        let value = match &entry.days_per_new_site {
            Some(each) => format!("{each} days for each new site"),
            None => "from the initial grid".to_owned(),
        };
        catalogue.push(&rule, &entry.from, &value, &basis);
        rows[case].push((entry.from.clone(), format!("HalfDays::new({each})"), basis));
    }
    let mut text = String::from("pub(super) static EXTENSION: [Dated<HalfDays>; 5] = [\n");
    for (case, rows) in CASES.iter().zip(rows) {
        let at = |error| format!("durations.toml: extension ({case}): {error}");
        if rows.is_empty() {
            return Err(at("no row".to_owned()));
        }
        text.push_str(&format!("{},\n", dated(rows).map_err(at)?));
    }
    text.push_str("];\n");
    Ok(text)
}
