//! Reading, checking and writing each table.

mod bands;
mod catalogue;
mod durations;
mod facts;
mod files;
mod frameworks;
mod indicators;
mod row;
mod sources;

use catalogue::Catalogue;
use std::path::Path;

/// The generated files, or the first bad row: `durations.toml: cell 12 (initial, under_150k, CFA): …`.
pub fn compile(data: &Path) -> Result<Vec<(&'static str, String)>, String> {
    let sources = sources::compile(data)?;
    let mut all = Catalogue::default();
    let mut files = vec![
        ("sources.rs", sources.write()),
        (
            "frameworks.rs",
            frameworks::compile(data, &sources, &mut all)?,
        ),
        ("bands.rs", bands::compile(data, &sources, &mut all)?),
        (
            "durations.rs",
            durations::compile(data, &sources, &mut all)?,
        ),
        (
            "indicators.rs",
            indicators::compile(data, &sources, &mut all)?,
        ),
        (
            "cycle.rs",
            files::plain(data, "cycle.toml", &sources, &mut all)?,
        ),
        (
            "findings.rs",
            files::plain(data, "findings.toml", &sources, &mut all)?,
        ),
        (
            "eligibility.rs",
            files::plain(data, "eligibility.toml", &sources, &mut all)?,
        ),
        ("nda.rs", files::nda(data, &sources, &mut all)?),
    ];
    files::practice(data, &sources, &mut all)?;
    files.push(("catalogue.rs", all.write()));
    Ok(files)
}
