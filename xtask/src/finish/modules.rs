//! The modules beside the one that Trunk builds.

use super::{EVERY_PASS, ONE_PASS, optimise};
use crate::run::{command, root, run, say};
use crate::{minify, prepare};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

/// A module of the site.
struct Module {
    /// How its files begin, and what the boot script calls it.
    name: &'static str,
    binary: &'static str,
    /// The one language it speaks; none for both.
    language: Option<&'static str>,
    /// Whether it shows the other views, which have a sheet of their own.
    styled: bool,
}

/// The quote in English, what a prospect looks up, the consultant's desk, QR codes. Trunk builds the quote in French.
const MODULES: [Module; 4] = [
    Module {
        name: "en",
        binary: "calliope",
        language: Some("en"),
        styled: false,
    },
    Module {
        name: "views",
        binary: "calliope-views",
        language: None,
        styled: true,
    },
    Module {
        name: "desk",
        binary: "calliope-desk",
        language: None,
        styled: true,
    },
    Module {
        name: "qr",
        binary: "calliope-qr",
        language: None,
        styled: false,
    },
];

/// Builds the modules into the staged site, and gives their names and files as the boot script reads them.
pub fn stage(staged: &Path, release: bool) -> Result<String, String> {
    let mut listed = Vec::new();
    let mut views = String::new();
    let style = stage_style(staged)?;
    for module in &MODULES {
        // While one works on the code, the quote in English is that of the views: one build less.
        if release || module.language.is_none() {
            let [glue, wasm] = build(module, staged, release)?;
            let mut files = format!("./{glue} ./{wasm}");
            if module.styled {
                files = format!("{files} ./{style}");
            }
            listed.push(format!("{} {files}", module.name));
            if module.name == "views" {
                views = files;
            }
        }
    }
    if !release {
        listed.push(format!("en {views}"));
    }
    Ok(listed.join(";"))
}

/// The sheet of the other views, named after its content.
fn stage_style(staged: &Path) -> Result<String, String> {
    let sheet = prepare::sheets().join(prepare::VIEWS);
    let at = |error: std::io::Error| format!("{}: {error}", sheet.display());
    let text = fs::read(&sheet).map_err(at)?;
    let mut hasher = DefaultHasher::new();
    hasher.write(&text);
    let name = format!("views-{:016x}.css", hasher.finish());
    fs::write(staged.join(&name), text).map_err(at)?;
    Ok(name)
}

fn build(module: &Module, staged: &Path, release: bool) -> Result<[String; 2], String> {
    let Module {
        name,
        binary,
        language,
        ..
    } = module;
    say(&format!("building the module `{name}`"));
    let target = root().join("target/wasm32-unknown-unknown");
    let mut build = command("cargo");
    build.args(["build", "--quiet", "--bin", binary]);
    build.args(["--target", "wasm32-unknown-unknown"]);
    if let Some(language) = language {
        let features = format!("browser,{language}");
        build.args(["--no-default-features", "--features", &features]);
    }
    if release {
        build.args(["--profile", "web"]);
    }
    run(&mut build)?;
    let folder = root().join("target/site").join(name);
    let _ = fs::remove_dir_all(&folder);
    let built = target.join(if release { "web" } else { "debug" });
    let mut bind = command("wasm-bindgen");
    bind.args(["--target", "web", "--no-typescript"])
        .args(["--out-name", name, "--out-dir"])
        .arg(&folder)
        .arg(built.join(binary).with_extension("wasm"));
    run(&mut bind)?;
    if release {
        let first_visit = language.is_some();
        optimise(&folder, if first_visit { &EVERY_PASS } else { &ONE_PASS })?;
        minify::scripts(&folder)?;
    }
    let names = named_after_content(&folder, name)?;
    for (built, named) in &names {
        fs::copy(folder.join(built), staged.join(named))
            .map_err(|error| format!("{built}: {error}"))?;
    }
    Ok(names.map(|(_, named)| named))
}

/// The glue and the wasm of a module, and the names that follow what both hold: a browser may keep them for ever.
fn named_after_content(folder: &Path, name: &str) -> Result<[(String, String); 2], String> {
    let parts = [".js", "_bg.wasm"];
    let mut hasher = DefaultHasher::new();
    for part in parts {
        let file = folder.join(format!("{name}{part}"));
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        hasher.write(&bytes);
    }
    let stem = name.split('-').next().unwrap_or(name);
    let hash = hasher.finish();
    Ok(parts.map(|part| (format!("{name}{part}"), format!("{stem}-{hash:016x}{part}"))))
}

/// Names anew the module that Trunk has built and named before it was optimised, in the page too.
pub fn name_after_content(staged: &Path) -> Result<(), String> {
    let page = staged.join("index.html");
    let at = |error: std::io::Error| format!("{}: {error}", page.display());
    let mut text = fs::read_to_string(&page).map_err(at)?;
    let glue = text
        .split_once("data-glue=\"./")
        .and_then(|(_, rest)| rest.split_once(".js\""))
        .map(|(name, _)| name.to_owned())
        .ok_or("index.html names no glue")?;
    for (built, named) in named_after_content(staged, &glue)? {
        fs::rename(staged.join(&built), staged.join(&named)).map_err(at)?;
        text = text.replace(&built, &named);
    }
    fs::write(&page, text).map_err(at)
}
