//! Building the site with Trunk, then what Trunk does not know.

use crate::run::{command, root, run, say};
use crate::{check_settings, dist, tools};
use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Where the built site stands.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The site to publish: optimised for size.
pub fn release() -> Result<(), String> {
    build(&mut trunk("build"))
}

/// The same with a certifier's settings file, which its first page is made with.
pub fn release_for(settings: &str) -> Result<(), String> {
    check_settings::command(settings)?;
    let settings = fs::canonicalize(settings).map_err(|error| format!("{settings}: {error}"))?;
    build(trunk("build").env(SETTINGS, settings))
}

fn build(trunk: &mut Command) -> Result<(), String> {
    tools::for_building()?;
    say("building the site into dist/");
    run(trunk.args(RELEASE))?;
    dist::complete()
}

/// Tells `cargo xtask finish`, which Trunk calls, where a certifier's settings file is.
pub const SETTINGS: &str = "CALLIOPE_SETTINGS";

/// What makes a build the one to publish.
pub const RELEASE: [&str; 3] = ["--release", "--cargo-profile", "web"];

/// A command of Trunk that fetches nothing by itself.
pub fn trunk(name: &str) -> Command {
    let mut trunk = command("trunk");
    trunk.args([name, "--offline", "--skip-version-check"]);
    trunk.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags());
    trunk
}

/// Panic messages name source files: without the folders of the machine that built them.
fn flags() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let registries = fs::read_dir(home.join("registry/src"))
        .into_iter()
        .flatten();
    let folders = registries.filter_map(|entry| Some((entry.ok()?.path(), "crates")));
    let remap =
        |(from, to): (PathBuf, &str)| format!("--remap-path-prefix={}={to}", from.display());
    folders
        .chain([(root(), "calliope")])
        .map(remap)
        .collect::<Vec<_>>()
        .join(" ")
}
