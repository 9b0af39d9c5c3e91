//! wasm-opt on the module that Trunk has just staged.

use crate::run::{command, run, say};
use std::fs;
use std::path::PathBuf;

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

/// `cargo xtask optimise`, which Trunk calls after each build.
pub fn hook() -> Result<(), String> {
    let of = |name: &str| std::env::var_os(name).ok_or_else(|| format!("{name} is not set: Trunk calls this command"));
    if of("TRUNK_PROFILE")? != "release" {
        return Ok(());
    }
    let staged = PathBuf::from(of("TRUNK_STAGING_DIR")?);
    let files = fs::read_dir(&staged).map_err(|error| format!("{}: {error}", staged.display()))?;
    for file in files.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.extension().is_some_and(|e| e == "wasm")) {
        say("optimising the wasm for size");
        run(command("wasm-opt").args(["-Oz", "--converge"]).args(FEATURES).arg(&file).arg("-o").arg(&file))?;
    }
    Ok(())
}
