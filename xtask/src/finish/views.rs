//! The module with every view, beside the one with the quote alone that Trunk builds.

use super::optimise;
use crate::run::{command, root, run, say};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

const BINARY: &str = "calliope-views";

/// Builds the module into the staged site, and gives the names of its glue and of its wasm.
pub fn stage(staged: &Path, release: bool) -> Result<[String; 2], String> {
    say("building the module with every view");
    let target = root().join("target/wasm32-unknown-unknown");
    let mut build = command("cargo");
    build.args([
        "build",
        "--quiet",
        "--bin",
        BINARY,
        "--target",
        "wasm32-unknown-unknown",
    ]);
    if release {
        build.args(["--profile", "web"]);
    }
    run(&mut build)?;
    let folder = root().join("target/site/views");
    let _ = fs::remove_dir_all(&folder);
    let built = target.join(if release { "web" } else { "debug" });
    let mut bind = command("wasm-bindgen");
    bind.args([
        "--target",
        "web",
        "--no-typescript",
        "--out-name",
        "views",
        "--out-dir",
    ])
    .arg(&folder)
    .arg(built.join(BINARY).with_extension("wasm"));
    run(&mut bind)?;
    if release {
        optimise(&folder)?;
    }
    let at = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut hasher = DefaultHasher::new();
    let parts = ["views.js", "views_bg.wasm"];
    for part in parts {
        hasher.write(&fs::read(folder.join(part)).map_err(at)?);
    }
    // Named after its content, as Trunk names the other: a browser may keep it for ever.
    let hash = format!("{:016x}", hasher.finish());
    let names = [format!("views-{hash}.js"), format!("views-{hash}_bg.wasm")];
    for (part, name) in parts.iter().zip(&names) {
        fs::copy(folder.join(part), staged.join(name)).map_err(at)?;
    }
    Ok(names)
}
