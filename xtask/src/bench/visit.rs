//! A visit on a cheap phone, in Chromium: bytes, paints, time until ready, interactions, memory.

use crate::run::{command, run, say};
use crate::tools;

/// Prints a table.
pub fn print() -> Result<(), String> {
    let chromium = tools::for_browser()?;
    tools::for_hosting()?;
    say("visiting the site on slow 4G with a slow processor, nine times");
    run(command("node")
        .arg("bench/visit.mjs")
        .env("CHROMIUM", chromium))
}
