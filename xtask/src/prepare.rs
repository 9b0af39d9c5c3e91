//! What Trunk takes in before each build: the style sheets in one file.

use crate::run::root;
use std::fs;
use std::path::Path;

/// The order of the cascade: what is shared first, print last; a view's sheet stands in between.
const FIRST: [&str; 2] = ["tokens.css", "base.css"];
const LAST: &str = "print.css";

/// `cargo xtask prepare`
pub fn command() -> Result<(), String> {
    let out = root().join("target/site");
    fs::create_dir_all(&out).map_err(|error| format!("{}: {error}", out.display()))?;
    write(&out.join("site.css"), &styles(&root().join("style"))?)
}

fn styles(folder: &Path) -> Result<String, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("style: {error}"))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut views: Vec<String> = names
        .filter(|name| name.ends_with(".css") && !FIRST.contains(&name.as_str()) && name != LAST)
        .collect();
    views.sort();
    let ordered = FIRST
        .into_iter()
        .chain(views.iter().map(String::as_str))
        .chain([LAST]);
    let read = |name: &str| {
        fs::read_to_string(folder.join(name)).map_err(|error| format!("style/{name}: {error}"))
    };
    ordered.map(read).collect()
}

/// Writes a file only when it changes, so that watchers stay quiet.
fn write(path: &Path, text: &str) -> Result<(), String> {
    if fs::read_to_string(path).is_ok_and(|earlier| earlier == text) {
        return Ok(());
    }
    fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
