//! The first page as it stands before the module has come, made at build (`docs/decisions/0010-first-paint.md`).
//!
//! Usage: `calliope-still LANGUAGE DAY SETTINGS`, the settings being a file. Prints the accents
//! of the settings on one line, empty for those of the style, then the HTML of `#app`.

use calliope::app::app;
use calliope::browser::still::{self, Still};
use calliope::theme::{Colour, Scheme};
use calliope::{settings, views};
use calliope_rules::date;
use calliope_rules::profile::link::Lang;
use leptos::prelude::*;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match made(&arguments) {
        Ok(html) => {
            println!("{html}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn made(arguments: &[String]) -> Result<String, String> {
    let [lang, day, file] = arguments else {
        return Err("usage: calliope-still LANGUAGE DAY SETTINGS".to_owned());
    };
    let lang = Lang::ALL.into_iter().find(|known| known.id() == lang);
    let still = Still {
        lang: lang.ok_or("the language is fr or en")?,
        today: date::parse_iso(day).ok_or("the day is no date")?,
        settings: std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?,
        json: |text| {
            let document: serde_json::Value = serde_json::from_str(text).ok()?;
            Some((&document).into())
        },
    };
    still::take(still);
    let accent = settings::in_force().file.theme.accent.as_deref();
    let accents = accent.and_then(Colour::parse).map(|accent| {
        let readable = |scheme| accent.readable(scheme).hex();
        Scheme::ALL.map(readable).join(" ")
    });
    let html = Owner::new().with(|| app(&views::QUOTE).to_html());
    Ok([&accents.unwrap_or_default(), "\n", &html].concat())
}
