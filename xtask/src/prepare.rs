//! What Trunk takes in before each build: the style sheets, in one file for the first visit and one for the other views.

use crate::minify;
use crate::run::root;
use std::fs;
use std::path::{Path, PathBuf};

/// The sheets of the first visit and those of the other views, in the order of the cascade: print comes last in both.
const SHEETS: [(&str, &[&str]); 2] = [
    (
        "site.css",
        &[
            "tokens", "base", "page", "tables", "quote", "embed", "print",
        ],
    ),
    (
        VIEWS,
        &[
            "calendar",
            "compare",
            "drafts",
            "indicators",
            "checklists",
            "readiness",
            "print",
        ],
    ),
];

/// The sheet that comes with the modules of the other views.
pub const VIEWS: &str = "views.css";

/// `cargo xtask prepare`
pub fn command() -> Result<(), String> {
    let out = sheets();
    fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    let release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    for (name, parts) in SHEETS {
        let mut text = styles(parts)?;
        if release {
            text = minify::text(&text, "css")?;
        }
        write(&out.join(name), &text)?;
    }
    Ok(())
}

/// Where the sheets are written.
pub fn sheets() -> PathBuf {
    root().join("target/site")
}

fn styles(parts: &[&str]) -> Result<String, String> {
    let read = |name: &&str| {
        let file = format!("style/{name}.css");
        fs::read_to_string(root().join(&file)).map_err(|error| format!("{file}: {error}"))
    };
    parts.iter().map(read).collect()
}

/// Writes a file only when it changes, so that watchers stay quiet.
fn write(path: &Path, text: &str) -> Result<(), String> {
    if fs::read_to_string(path).is_ok_and(|earlier| earlier == text) {
        return Ok(());
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_goes_somewhere() -> Result<(), String> {
        let entries = fs::read_dir(root().join("style")).map_err(|error| error.to_string())?;
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            let stem = name.trim_end_matches(".css");
            assert!(
                SHEETS.iter().any(|(_, parts)| parts.contains(&stem)),
                "{name}"
            );
        }
        Ok(())
    }
}
