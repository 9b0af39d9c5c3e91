//! `bands.toml`: turnover bands.

use super::catalogue::Catalogue;
use super::row::{BANDS, Confidence, basis, dated, read};
use super::sources::Sources;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    band: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    from_euros: u64,
    from: String,
    source: String,
    confidence: Confidence,
}

pub fn compile(
    data: &Path,
    sources: &Sources,
    catalogue: &mut Catalogue,
) -> Result<String, String> {
    let file: File = read(data, "bands.toml")?;
    let mut bands: [Vec<(String, String, String)>; 3] = Default::default();
    for entry in &file.band {
        let at = |error| format!("bands.toml: band {:?}: {error}", entry.id);
        let index = BANDS
            .iter()
            .position(|band| *band == entry.id)
            .ok_or_else(|| at(format!("key `id`: one of {BANDS:?} is expected")))?;
        let rule = format!("band.{}", entry.id);
        let basis = basis(&rule, &entry.source, entry.confidence, sources).map_err(at)?;
        catalogue.push(
            &rule,
            &entry.from,
            &format!("from {} euros", entry.from_euros),
            &basis,
        );
        bands[index].push((
            entry.from.clone(),
            format!("euros({})", entry.from_euros),
            basis,
        ));
    }
    let mut text = String::from("pub(super) static BANDS: [Dated<Turnover>; 3] = [\n");
    for (band, rows) in BANDS.iter().zip(bands) {
        let at = |error| format!("bands.toml: band {band:?}: {error}");
        if rows.is_empty() {
            return Err(at("no row".to_owned()));
        }
        text.push_str(&format!("{},\n", dated(rows).map_err(at)?));
    }
    text.push_str("];\n");
    Ok(text)
}
