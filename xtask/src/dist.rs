//! The site as a folder to upload anywhere.

mod bill;
mod compress;
mod offline;

pub use compress::beside as compress;

use crate::run::say;
use crate::{deploy, site};
use std::fs;
use std::path::Path;

/// What Trunk has built, completed in place: the script that keeps a release on a device, the bill of materials, the
/// headers for static-page hosts, and the compressed files, which come last.
pub fn complete() -> Result<(), String> {
    let folder = site::dist();
    let at = |error: std::io::Error| format!("{}: {error}", folder.display());
    say("completing dist/: bill of materials, offline copy, headers, compressed files");
    let bill = bill::of_the_module()?;
    fs::write(folder.join("sbom.cdx.json"), bill).map_err(at)?;
    let worker = offline::worker(&folder)?;
    fs::write(folder.join("sw.js"), worker).map_err(at)?;
    let headers = deploy::static_pages(&files(&folder)?)?;
    fs::write(folder.join("_headers"), headers).map_err(at)?;
    compress::beside(&folder)
}

/// The files of a folder and of those in it, as addresses from the folder, in order.
fn files(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut left = vec![folder.to_path_buf()];
    while let Some(here) = left.pop() {
        let at = |error: std::io::Error| format!("{}: {error}", here.display());
        for entry in fs::read_dir(&here).map_err(at)? {
            let path = entry.map_err(at)?.path();
            if path.is_dir() {
                left.push(path);
            } else if let Ok(inside) = path.strip_prefix(folder) {
                let parts = inside.iter().map(|part| part.to_string_lossy());
                found.push(parts.collect::<Vec<_>>().join("/"));
            }
        }
    }
    found.sort();
    Ok(found)
}
