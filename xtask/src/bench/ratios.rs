//! What was measured, against what was measured beside it in the same run: such ratios can be compared from one run to the
//! next, where times cannot.

use crate::run::{root, say};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

/// Ratios by name; the smaller the better.
pub type Ratios = BTreeMap<String, f64>;

/// How much worse than what was recorded a ratio may be.
const MARGIN: f64 = 1.1;

/// What a script prints, in JSON.
pub fn read(json: &str) -> Result<Ratios, String> {
    serde_json::from_str(json).map_err(|error| format!("a script printed {json}: {error}"))
}

fn file() -> PathBuf {
    root().join("bench/ratios.json")
}

/// Writes the ratios down, for later runs to be compared with.
pub fn record(ratios: &Ratios) -> Result<(), String> {
    let mut text = String::from("{");
    for (index, (name, ratio)) in ratios.iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        let _ = write!(text, "{comma}\n  {name:?}: {ratio:.4}");
    }
    text.push_str("\n}\n");
    fs::write(file(), text).map_err(|error| format!("{}: {error}", file().display()))
}

/// Those written down.
pub fn recorded() -> Result<Ratios, String> {
    let text =
        fs::read_to_string(file()).map_err(|error| format!("{}: {error}", file().display()))?;
    read(&text)
}

/// Fails when a ratio is worse by more than a tenth than the one recorded.
pub fn check(ratios: &Ratios, recorded: &Ratios) -> Result<(), String> {
    let worse = worse(ratios, recorded);
    if worse.is_empty() {
        say("no ratio is worse by more than a tenth than the one recorded");
        return Ok(());
    }
    Err(format!(
        "worse than recorded in bench/ratios.json:\n{}",
        worse.join("\n")
    ))
}

fn worse(ratios: &Ratios, recorded: &Ratios) -> Vec<String> {
    let line = |(name, then): (&String, &f64)| match ratios.get(name) {
        None => Some(format!("  {name}: not measured any more")),
        Some(now) if *now > then * MARGIN => Some(format!("  {name}: {now:.4}, it was {then:.4}")),
        Some(_) => None,
    };
    recorded.iter().filter_map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_worse_is_told_and_better_is_not() -> Result<(), String> {
        let recorded = read(r#"{"a": 1.0, "b": 2.0, "c": 3.0}"#)?;
        let now = read(r#"{"a": 1.09, "b": 2.3, "d": 9.0}"#)?;
        assert_eq!(
            worse(&now, &recorded),
            ["  b: 2.3000, it was 2.0000", "  c: not measured any more"]
        );
        Ok(())
    }
}
