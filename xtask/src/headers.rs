//! What a host sends with each file: the one place that says it. `serve` sends it, and the configurations of `deploy/`
//! are written from it.

use crate::run::root;
use std::fs;

/// A header: its name, its value.
pub type Header = (&'static str, String);

/// How long a file whose name follows its content is kept: a year, without asking again.
pub const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Any other file is asked for again at each visit; unchanged, only a short answer comes back.
pub const ASK_AGAIN: &str = "no-cache";

/// Who may show the site in a page: any page of a server. The owner of a site may narrow it.
const ANYONE: &str = "*";

/// What goes with every file. Any origin may read them and put them in a page: a sandboxed frame has no origin of its
/// own, and there is nothing on the site that is not public.
pub fn everywhere() -> Result<Vec<Header>, String> {
    let fixed = |(name, value): (&'static str, &str)| (name, value.to_owned());
    let mut headers = vec![(
        "Content-Security-Policy",
        format!("{}; frame-ancestors {ANYONE}", content_policy()?),
    )];
    headers.extend(
        [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            (
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
            ),
            ("Access-Control-Allow-Origin", "*"),
            ("Cross-Origin-Resource-Policy", "cross-origin"),
        ]
        .map(fixed),
    );
    Ok(headers)
}

/// How long a browser keeps the file at this path.
pub fn cache(path: &str) -> &'static str {
    if is_hashed(path) { FOR_EVER } else { ASK_AGAIN }
}

/// Whether the name of the file follows its content, as `views-0123456789abcdef_bg.wasm` does.
fn is_hashed(path: &str) -> bool {
    let Some((stem, "css" | "js" | "svg" | "wasm")) = path.rsplit_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 16
        && hash
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The policy that the page itself carries; `frame-ancestors` can only stand in a header.
fn content_policy() -> Result<String, String> {
    let page = fs::read_to_string(root().join("index.html"))
        .map_err(|error| format!("index.html: {error}"))?;
    page.split_once("http-equiv=\"Content-Security-Policy\" content=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(policy, _)| policy.to_owned())
        .ok_or_else(|| "index.html holds no content policy".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_named_after_its_content_is_kept_for_ever() {
        for name in [
            "calliope-0123456789abcdef.js",
            "views-0123456789abcdef_bg.wasm",
            "site-0123456789abcdef.css",
        ] {
            assert_eq!(cache(name), FOR_EVER, "{name}");
        }
        for name in [
            "index.html",
            "boot.js",
            "old-browser.js",
            "site.json",
            "sw.js",
            "a-0123456789abcdeg.js",
            "a-0123456789abcdef.html",
        ] {
            assert_eq!(cache(name), ASK_AGAIN, "{name}");
        }
    }
}
