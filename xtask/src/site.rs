//! Building the site with Trunk.

use crate::run::{command, root, run, say};
use crate::tools;
use std::path::PathBuf;

/// Where the built site stands.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// The site to publish: optimised for size.
pub fn release() -> Result<(), String> {
    tools::for_building()?;
    say("building the site into dist/");
    run(command("trunk").args(["build", "--release", "--offline", "--skip-version-check"]))
}
