//! A visit on a cheap phone, in Chromium: bytes, paints, time until ready, interactions, memory; and the peers of the same run.

use super::ratios::{self, Ratios};
use crate::run::{command, output, root, run, say};
use crate::{dist, finish, tools};
use std::fs;
use std::path::{Path, PathBuf};

/// Prints a table, and gives the ratios to the peers.
pub fn print() -> Result<Ratios, String> {
    let chromium = tools::for_browser()?;
    tools::for_hosting()?;
    let folder = root().join("target/bench");
    let (counter, publicodes) = (counter(&folder)?, publicodes(&folder)?);
    say("visiting the site and its peers on slow 4G with a slow processor, nine times each");
    let printed = output(
        command("node")
            .arg("bench/visit.mjs")
            .args([counter, publicodes])
            .env("CHROMIUM", &chromium),
    );
    let printed = printed.ok_or("the visit failed")?;
    let (table, found) = printed.rsplit_once('\n').unwrap_or_default();
    println!("{table}");
    ratios::read(found)
}

/// Prints what one answer costs, and how that grows.
pub fn print_work() -> Result<(), String> {
    let chromium = tools::for_browser()?;
    say("typing with a slow processor, beside rows, scenarios and drafts");
    run(command("node")
        .arg("bench/work.mjs")
        .env("CHROMIUM", chromium))
}

/// A bare Leptos counter, built as the site is, but with Leptos as it comes.
fn counter(folder: &Path) -> Result<PathBuf, String> {
    say("building a bare Leptos counter, to compare with");
    let source = root().join("bench/counter");
    let target = root().join("target/counter");
    run(command("cargo")
        .args(["build", "--quiet", "--release", "--locked"])
        .args(["--target", "wasm32-unknown-unknown", "--manifest-path"])
        .arg(source.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(&target))?;
    let built = emptied(folder.join("counter"))?;
    run(command("wasm-bindgen")
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--out-name",
            "counter",
            "--out-dir",
        ])
        .arg(&built)
        .arg(target.join("wasm32-unknown-unknown/release/counter.wasm")))?;
    finish::optimise(&built, &finish::EVERY_PASS)?;
    for name in ["index.html", "start.js"] {
        fs::copy(source.join(name), built.join(name))
            .map_err(|error| format!("{name}: {error}"))?;
    }
    dist::compress(&built)?;
    Ok(built)
}

/// The same durations and prices on publicodes, in a page of plain DOM.
fn publicodes(folder: &Path) -> Result<PathBuf, String> {
    tools::for_peer()?;
    let built = emptied(folder.join("publicodes"))?;
    run(command("node").arg("bench/peer/bundle.mjs").arg(&built))?;
    dist::compress(&built)?;
    Ok(built)
}

fn emptied(folder: PathBuf) -> Result<PathBuf, String> {
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder)
}
