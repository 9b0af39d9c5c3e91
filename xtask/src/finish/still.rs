//! The still of the first page: what is seen before the module has come, and by readers without JavaScript. In French in
//! `index.html`, in English in `en.html` (`docs/decisions/0010-first-paint.md`).

mod html;
mod without_script;

use super::filled;
use crate::check_settings;
use crate::run::{command, output, run, say};
use calliope_rules::date::format_iso;
use calliope_rules::profile::link::Lang;
use calliope_rules::read::Value;
use calliope_rules::settings::{self, Settings};
use calliope_rules::sources;
use chrono::{Days, NaiveDate};
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

/// How long after its first day the still is compared, in days: what differs on one of these waits for the day of the
/// visitor.
const LATER: [u64; 5] = [0, 45, 200, 400, 1_000];

/// The days for which a still is made.
struct Span {
    from: NaiveDate,
    /// Another price list may be in force from then on.
    until: Option<NaiveDate>,
}

impl Span {
    /// That of the settings: from today where they have price lists of their own.
    fn of(settings: Option<&Settings>, today: NaiveDate) -> Self {
        let tariffs = settings.map_or(&[][..], |settings| &settings.tariffs);
        let from = match tariffs {
            [] => sources::checked_on(),
            _ => sources::checked_on().max(today),
        };
        let ends = tariffs.iter().flat_map(|tariff| {
            let after = tariff.valid_to.and_then(|last| last.succ_opt());
            [Some(tariff.valid_from), after]
        });
        let until = ends.flatten().filter(|day| *day > from).min();
        Self { from, until }
    }

    fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let days = LATER.map(|days| self.from + Days::new(days));
        let last = self.until.and_then(|until| until.pred_opt());
        days.into_iter()
            .filter(move |day| last.is_none_or(|last| *day <= last))
            .chain(last)
    }
}

/// Completes `index.html`, and writes the other pages from it; while one works on the code, without a still.
pub fn write(staged: &Path, release: bool) -> Result<(), String> {
    let read = |name: &str| {
        let path = staged.join(name);
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))
    };
    let (template, site) = (read("index.html")?, read("site.json")?);
    let settings = settings(&site);
    let seller = settings
        .as_ref()
        .and_then(|settings| settings.seller.as_ref());
    let name = seller.map_or("Calliope", |seller| &seller.name);
    let span = Span::of(settings.as_ref(), check_settings::today());
    if release {
        say("making the stills of the first page");
        run(command("cargo").args(["build", "--quiet"]).args(BINARY))?;
    }
    for edition in &EDITIONS {
        let ([accents, still], mark) = match release {
            true => (
                still(edition.lang, &span, &staged.join("site.json"))?,
                mark(&site, &span),
            ),
            false => Default::default(),
        };
        let [before, after] = without_script::around(edition.lang);
        let title = html::escaped(&format!("{name} · {}", edition.title));
        let page = filled(
            "index.html",
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
                    "data-accents=\"accents\"",
                    &format!("data-accents=\"{accents}\""),
                ),
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

fn settings(site: &str) -> Option<Settings> {
    let document: serde_json::Value = serde_json::from_str(site).ok()?;
    settings::read(&Value::from(&document)).ok()
}

/// What `boot.js` compares: the settings that the still was made with, and the day it must not be shown on any more.
fn mark(site: &str, span: &Span) -> String {
    let until = span.until.map(|until| format!(" {}", format_iso(until)));
    [sum(site).to_string(), until.unwrap_or_default()].concat()
}

/// What tells one settings file from another, as `boot.js` works it out.
fn sum(text: &str) -> i32 {
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

/// The accents and the page in a language, under the settings of a file.
fn still(lang: Lang, span: &Span, settings: &Path) -> Result<[String; 2], String> {
    let mut accents = String::new();
    let mut pages = Vec::new();
    for day in span.days() {
        let mut make = command(&format!("target/debug/{NAME}"));
        make.args([lang.id(), &format_iso(day)]).arg(settings);
        let made = output(&mut make).ok_or_else(|| format!("no still for {}", format_iso(day)))?;
        let (first, page) = made.split_once('\n').unwrap_or(("", &made));
        accents = first.to_owned();
        pages.push(html::tidied(page)?);
    }
    Ok([accents, html::without_days(&pages)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_of_a_text_is_that_of_the_boot_script() {
        // [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.codePointAt()) | 0, 0)
        for (text, expected) in MARKS {
            assert_eq!(sum(text), expected, "{text}");
        }
    }

    #[test]
    fn a_still_lasts_as_long_as_its_price_list() {
        let example = include_str!("../../../site.example.json");
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        let today = day(2026, 11, 25).expect("a day");
        let span = Span::of(settings(example).as_ref(), today);
        assert_eq!(
            (Some(span.from), span.until),
            (Some(today), day(2027, 1, 1))
        );
        assert_eq!(span.days().last(), day(2026, 12, 31));
        assert!(mark(example, &span).ends_with(" 2027-01-01"));
        let span = Span::of(settings("{\"schema\": 1}").as_ref(), today);
        assert_eq!((span.from, span.until), (sources::checked_on(), None));
        assert_eq!(span.days().count(), LATER.len());
    }

    const MARKS: [(&str, i32); 2] = [
        ("{\"schema\": 1}\n", 2_087_510_206),
        ("Certifié 🦀, Certifié 🦀, Certifié 🦀", 2_129_304_843),
    ];
}
