//! What Trunk does not do itself, on what it has just staged: the other modules, the still of the first page, and wasm-opt.

mod modules;
mod still;

pub use still::BINARY as STILL;

use crate::run::{command, run, say};
use crate::{minify, site};
use calliope_rules::date::format_iso;
use calliope_rules::sources;
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

/// For a module of the first visit. Measured one by one on the quote view: flattening first gains half a percent.
pub const EVERY_PASS: [&str; 7] = [
    "-Oz",
    "--flatten",
    "--rereloop",
    "-Oz",
    "--dae-optimizing",
    "-Oz",
    "--converge",
];

/// For the others: half a percent less, in a third of the time.
const ONE_PASS: [&str; 1] = ["-Oz"];

/// What no browser reads.
const STRIPPED: [&str; 2] = ["--strip-producers", "--strip-target-features"];

/// `cargo xtask finish`, which Trunk calls after each build.
pub fn hook() -> Result<(), String> {
    let of = |name: &str| {
        std::env::var_os(name).ok_or_else(|| format!("{name} is not set: Trunk calls this command"))
    };
    let staged = PathBuf::from(of("TRUNK_STAGING_DIR")?);
    let release = of("TRUNK_PROFILE")? == "release";
    if release {
        optimise(&staged, &EVERY_PASS)?;
        minify::scripts(&staged)?;
    }
    let modules = modules::stage(&staged, release)?;
    let rules = format_iso(sources::checked_on());
    // While one works on the code, nothing is kept on the device.
    let worker = if release { "sw.js" } else { "" };
    if let Some(settings) = std::env::var_os(site::SETTINGS) {
        fs::copy(&settings, staged.join("site.json"))
            .map_err(|error| format!("{}: {error}", settings.display()))?;
    }
    let page = staged.join("index.html");
    let at = |error: std::io::Error| format!("{}: {error}", page.display());
    let text = fs::read_to_string(&page).map_err(at)?;
    let style = text
        .split_once("rel=\"stylesheet\" href=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(style, _)| style)
        .ok_or("index.html names no style sheet")?;
    let text = filled(
        "index.html",
        &text,
        &[
            ("href=\"style\"", &format!("href=\"{style}\"")),
            ("\"modules\"", &format!("\"{modules}\"")),
            ("\"worker\"", &format!("\"{worker}\"")),
            ("\"rules\"", &format!("\"{rules}\"")),
        ],
    )?;
    fs::write(&page, text).map_err(at)?;
    if release {
        modules::name_after_content(&staged)?;
    }
    still::write(&staged, release)
}

/// Each place of a template, which holds it once, taken by its part.
pub fn filled(name: &str, template: &str, parts: &[(&str, &str)]) -> Result<String, String> {
    let fill = |text: String, (place, part): &(&str, &str)| match text.matches(place).count() {
        1 => Ok(text.replace(place, part)),
        count => Err(format!("{name}: `{place}` is there {count} times")),
    };
    parts.iter().try_fold(template.to_owned(), fill)
}

/// Runs wasm-opt on every module of a folder.
pub fn optimise(staged: &Path, passes: &[&str]) -> Result<(), String> {
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
            .args(passes)
            .args(STRIPPED)
            .arg(&file)
            .arg("-o")
            .arg(&file);
        run(&mut optimise)?;
    }
    Ok(())
}
