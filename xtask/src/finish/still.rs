//! The still of the first page: what is seen before the module has come, and by readers without JavaScript. In French in
//! `index.html`, in English in `en.html` (`docs/decisions/0010-first-paint.md`).

mod html;
mod without_script;

use crate::run::{command, output, run, say};
use calliope_rules::date::format_iso;
use calliope_rules::profile::link::Lang;
use calliope_rules::read::Value;
use calliope_rules::{settings, sources};
use chrono::Days;
use std::fs;
use std::path::Path;

/// A page of the site.
struct Edition {
    lang: Lang,
    file: &'static str,
    title: &'static str,
    description: &'static str,
}

const EDITIONS: [Edition; 2] = [
    Edition {
        lang: Lang::En,
        file: "en.html",
        title: "Duration and price of a Qualiopi audit",
        description: "Duration, price and indicators of a Qualiopi audit, worked out in your browser. Indicative, with its \
                      sources, without account or tracking.",
    },
    Edition {
        lang: Lang::Fr,
        file: "index.html",
        title: "Durée et prix d’un audit Qualiopi",
        description: "Durée, prix et indicateurs d’un audit Qualiopi, calculés dans votre navigateur. Indicatif, sourcé, \
                      sans compte ni suivi.",
    },
];

/// How long after the rules were checked the still is compared, in days: what differs on one of these waits for the day
/// of the visitor.
const LATER: [u64; 5] = [0, 45, 200, 400, 1_000];

/// Completes `index.html`, and writes the other pages from it; while one works on the code, without a still.
pub fn write(staged: &Path, release: bool) -> Result<(), String> {
    let read = |name: &str| {
        let path = staged.join(name);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let (template, site) = (read("index.html")?, read("site.json")?);
    let name = seller(&site).unwrap_or_else(|| "Calliope".to_owned());
    if release {
        say("making the stills of the first page");
        run(command("cargo").args(["build", "--quiet"]).args(BINARY))?;
    }
    for edition in &EDITIONS {
        let still = match release {
            true => still(edition.lang, &staged.join("site.json"))?,
            false => String::new(),
        };
        let mark = match release {
            true => mark(&site).to_string(),
            false => String::new(),
        };
        let [before, after] = without_script::around(edition.lang);
        let title = html::escaped(&format!("{name} · {}", edition.title));
        let page = filled(
            &template,
            &[
                (
                    "<html lang=\"fr\">",
                    &format!("<html lang=\"{}\">", edition.lang.id()),
                ),
                ("<title>title</title>", &format!("<title>{title}</title>")),
                (
                    "content=\"description\"",
                    &format!("content=\"{}\"", edition.description),
                ),
                ("data-still=\"still\"", &format!("data-still=\"{mark}\"")),
                (
                    "<noscript>before-still</noscript>",
                    &format!("<noscript>{before}</noscript>"),
                ),
                (
                    "<div id=\"app\">still</div>",
                    &format!("<div id=\"app\">{still}</div>"),
                ),
                (
                    "<noscript>after-still</noscript>",
                    &format!("<noscript>{after}</noscript>"),
                ),
            ],
        )?;
        let path = staged.join(edition.file);
        fs::write(&path, page).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}

/// Each place of `index.html`, which holds it once, taken by its part.
pub fn filled(template: &str, parts: &[(&str, &str)]) -> Result<String, String> {
    let mut page = template.to_owned();
    for (place, part) in parts {
        match page.matches(place).count() {
            1 => page = page.replace(place, part),
            count => return Err(format!("index.html: `{place}` is there {count} times")),
        }
    }
    Ok(page)
}

fn seller(site: &str) -> Option<String> {
    let document: serde_json::Value = serde_json::from_str(site).ok()?;
    let settings = settings::read(&Value::from(&document)).ok()?;
    settings.seller.map(|seller| seller.name)
}

/// What tells one settings file from another, as `boot.js` works it out.
fn mark(text: &str) -> i32 {
    text.chars().fold(0_i32, |sum, letter| {
        sum.wrapping_mul(31)
            .wrapping_add_unsigned(u32::from(letter))
    })
}

/// What makes the stills, as cargo is told.
pub const BINARY: [&str; 5] = [
    "--bin",
    NAME,
    "--no-default-features",
    "--features",
    "still,fr,en",
];
const NAME: &str = "calliope-still";

/// The page in a language, under the settings of a file.
fn still(lang: Lang, settings: &Path) -> Result<String, String> {
    let made = LATER.map(|days| {
        let day = sources::checked_on() + Days::new(days);
        let mut make = command(&format!("target/debug/{NAME}"));
        make.args([lang.id(), &format_iso(day)]).arg(settings);
        let made = output(&mut make).ok_or_else(|| format!("no still for {}", format_iso(day)))?;
        html::tidied(&made)
    });
    let made = made.into_iter().collect::<Result<Vec<_>, _>>()?;
    html::without_days(&made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_a_text_is_that_of_the_boot_script() {
        // [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt()) | 0, 0)
        for (text, expected) in MARKS {
            assert_eq!(mark(text), expected, "{text}");
        }
    }

    const MARKS: [(&str, i32); 2] = [
        ("{\"schema\": 1}\n", 2_087_510_206),
        ("Certifié 🦀, Certifié 🦀, Certifié 🦀", 2_129_304_843),
    ];
}
