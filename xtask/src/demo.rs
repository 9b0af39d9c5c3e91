//! The page of a partner, on an origin of its own: what shows that embedding works.

use crate::run::root;
use crate::serve::{self, Served};
use std::fs;

/// Where `docs/demo/index.html` says the site is.
const SITE: &str = "https://calliope.example/";

/// Serves the page with the tag of the site at `site`; port 0 takes a free one.
pub fn start(site: &str, port: u16) -> Result<Served, String> {
    let source = root().join("docs/demo/index.html");
    let page =
        fs::read_to_string(&source).map_err(|error| format!("{}: {error}", source.display()))?;
    if !page.contains(SITE) {
        return Err(format!("{}: {SITE} is not there", source.display()));
    }
    let folder = root().join("target/demo");
    let written = fs::create_dir_all(&folder)
        .and_then(|()| fs::write(folder.join("index.html"), page.replace(SITE, site)));
    written.map_err(|error| format!("{}: {error}", folder.display()))?;
    serve::folder(folder, port)
}
