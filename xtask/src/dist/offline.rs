//! The script that keeps a release on a device, with the list of the release's real files.

use super::files;
use crate::finish::filled;
use crate::run::root;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::Path;

/// What is not kept: the script itself, what concerns partners, hosts and readers of the parts list, and what the owner
/// of the site may change without a release.
const NOT_KEPT: [&str; 7] = [
    "_headers",
    "404.html",
    "embed.js",
    "frame.js",
    "robots.txt",
    "sbom.cdx.json",
    "site.json",
];

/// `public/sw.js` with its list: the address of each file and the hash of what it holds.
pub fn worker(folder: &Path) -> Result<String, String> {
    let source = root().join("public/sw.js");
    let at = |error: std::io::Error| format!("{}: {error}", source.display());
    let source = fs::read_to_string(&source).map_err(at)?;
    let mut whole = Sha256::new();
    let mut listed = Vec::new();
    let kept = |name: &String| {
        !NOT_KEPT.contains(&name.as_str())
            && !name.ends_with(".br")
            && !name.ends_with(".gz")
            && name != "sw.js"
    };
    for name in files(folder)?.into_iter().filter(kept) {
        let bytes = fs::read(folder.join(&name)).map_err(|error| format!("{name}: {error}"))?;
        let hash = Sha256::digest(bytes);
        whole.update(hash);
        // Hosts send visitors of `index.html` to its folder; a page that was sent elsewhere cannot be shown again.
        let address = if name == "index.html" { "./" } else { &name };
        listed.push(format!(
            "\n  {address:?}: \"sha256-{}\"",
            STANDARD.encode(hash)
        ));
    }
    let list = format!("{{{},\n}}", listed.join(","));
    let release = STANDARD.encode(whole.finalize());
    filled(
        "public/sw.js",
        &source,
        &[
            ("{ \"precache\": \"\" }", &list),
            ("release`;", &format!("{}`;", &release[..16])),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_holds_what_every_view_needs_and_nothing_else() -> Result<(), String> {
        let folder = root().join("target/tests/offline");
        let at = |error: std::io::Error| error.to_string();
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("icons")).map_err(at)?;
        for name in [
            "index.html",
            "boot.js",
            "icons/192.png",
            "site.json",
            "embed.js",
            "boot.js.br",
            "sw.js",
        ] {
            fs::write(folder.join(name), name).map_err(at)?;
        }
        let first = worker(&folder)?;
        let list = first
            .split_once("FILES = {")
            .and_then(|(_, rest)| rest.split_once('}'));
        let names: Vec<&str> = list
            .map_or("", |(list, _)| list)
            .split('"')
            .skip(1)
            .step_by(4)
            .collect();
        assert_eq!(names, ["boot.js", "icons/192.png", "./"]);
        // printf boot.js | openssl dgst -sha256 -binary | base64
        assert!(
            first.contains("sha256-mX9nZtzXXjyPGUDzf1gSYYY7jFgeGn4h4SVo5VBMvzw="),
            "{first}"
        );
        fs::write(folder.join("site.json"), "{}").map_err(at)?;
        assert_eq!(worker(&folder)?, first, "settings are no release");
        fs::write(folder.join("boot.js"), "changed").map_err(at)?;
        assert_ne!(worker(&folder)?, first);
        Ok(())
    }
}
