//! What Trunk does not do itself, on what it has just staged: the words for readers without JavaScript,
//! and wasm-opt.

mod without_script;

use crate::run::{command, run, say};
use std::fs;
use std::path::{Path, PathBuf};

/// What browsers of the last years all read. Never every feature: binaryen would then write
/// instructions that no browser accepts yet.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Measured one by one on the quote view: flattening first gains half a percent.
const PASSES: [&str; 7] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--converge",
    "--strip-producers",
    "--strip-target-features",
];

/// Where `index.html` wants the words for readers without JavaScript: Trunk does not look inside `noscript`.
const PLACE: &str = "<noscript>without-script</noscript>";

/// `cargo xtask finish`, which Trunk calls after each build.
pub fn hook() -> Result<(), String> {
    let of = |name: &str| {
        std::env::var_os(name).ok_or_else(|| format!("{name} is not set: Trunk calls this command"))
    };
    let staged = PathBuf::from(of("TRUNK_STAGING_DIR")?);
    write_without_script(&staged.join("index.html"))?;
    if of("TRUNK_PROFILE")? == "release" {
        optimise(&staged)
    } else {
        Ok(())
    }
}

fn write_without_script(page: &Path) -> Result<(), String> {
    let at = |error: std::io::Error| format!("{}: {error}", page.display());
    let text = fs::read_to_string(page).map_err(at)?;
    if !text.contains(PLACE) {
        return Err(format!("{}: `{PLACE}` is not there", page.display()));
    }
    let words = format!("<noscript>{}</noscript>", without_script::html());
    fs::write(page, text.replace(PLACE, &words)).map_err(at)
}

/// Runs wasm-opt on every module of a folder.
pub fn optimise(staged: &Path) -> Result<(), String> {
    let files = fs::read_dir(staged).map_err(|error| format!("{}: {error}", staged.display()))?;
    let files = files.filter_map(|entry| Some(entry.ok()?.path()));
    for file in files.filter(|path| {
        path.extension()
            .is_some_and(|extension| extension == "wasm")
    }) {
        say("optimising the wasm for size");
        let mut optimise = command("wasm-opt");
        optimise
            .args(FEATURES)
            .args(PASSES)
            .arg(&file)
            .arg("-o")
            .arg(&file);
        run(&mut optimise)?;
    }
    Ok(())
}
