//! Licences, sources and known weaknesses of the packages, for maintainers: the database of weaknesses needs a network.

use crate::run::{command, run, say};
use crate::tools;

/// `cargo xtask audit`
pub fn command_line() -> Result<(), String> {
    tools::for_audit()?;
    say("checking licences, sources and duplicates");
    run(command("cargo-deny").args(["check", "licenses", "sources", "bans"]))?;
    say("checking known weaknesses");
    run(command("cargo-deny").args(["check", "advisories"]))
}
