//! Scripts and style sheets without what only their authors read, by esbuild.

use crate::run::{command, describe};
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Stdio;

/// What stays as it is written: scripts that others read before they use them, and what is still to be completed.
const AS_WRITTEN: [&str; 3] = ["embed.js", "old-browser.js", "sw.js"];

/// Rewrites the scripts of a folder.
pub fn scripts(folder: &Path) -> Result<(), String> {
    let at = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(at)? {
        let path = entry.map_err(at)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".js") && !AS_WRITTEN.contains(&&*name) {
            let small = text(&fs::read_to_string(&path).map_err(at)?, "js")?;
            fs::write(&path, small).map_err(at)?;
        }
    }
    Ok(())
}

/// A text of a language, `js` or `css`, as short as it gets.
pub fn text(text: &str, language: &str) -> Result<String, String> {
    let mut esbuild = command("esbuild");
    esbuild
        .args(["--minify", "--charset=utf8", "--log-level=warning"])
        .arg(format!("--loader={language}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let name = describe(&esbuild);
    let failed = |error: std::io::Error| format!("`{name}`: {error}");
    let mut running = esbuild.spawn().map_err(failed)?;
    if let Some(mut input) = running.stdin.take() {
        input.write_all(text.as_bytes()).map_err(failed)?;
    }
    let ended = running.wait_with_output().map_err(failed)?;
    if !ended.status.success() {
        return Err(format!("`{name}` failed ({})", ended.status));
    }
    String::from_utf8(ended.stdout).map_err(|error| format!("`{name}`: {error}"))
}
