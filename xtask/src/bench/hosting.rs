//! The load that one host takes.

use crate::run::{command, run, say};
use crate::tools;

/// Prints a table: what is asked for, how many answers a second, errors.
pub fn print() -> Result<(), String> {
    tools::for_load()?;
    say("asking nginx for the site, as fast as one core can");
    run(command("node").arg("bench/hosting.mjs"))
}
