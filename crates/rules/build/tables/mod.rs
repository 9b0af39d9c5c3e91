//! Reading, checking and writing each table.

mod bands;
mod cycle;
mod durations;
mod frameworks;
mod indicators;
mod row;
mod sources;

use std::path::Path;

/// The generated files, or the first bad row: `durations.toml: cell 12 (initial, under_150k, CFA): …`.
pub fn compile(data: &Path) -> Result<Vec<(&'static str, String)>, String> {
    let sources = sources::compile(data)?;
    Ok(vec![
        ("sources.rs", sources.write()),
        ("frameworks.rs", frameworks::compile(data, &sources)?),
        ("bands.rs", bands::compile(data, &sources)?),
        ("durations.rs", durations::compile(data, &sources)?),
        ("indicators.rs", indicators::compile(data, &sources)?),
        ("cycle.rs", cycle::compile(data, &sources)?),
    ])
}
