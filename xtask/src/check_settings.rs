//! A certifier's settings file, read as the site reads it: what is wrong with it, and what it gives.

use calliope_rules::date;
use calliope_rules::read::{Refused, Value};
use calliope_rules::settings::{self, Settings};
use std::fs;
use std::path::Path;
use std::time::{Duration, SystemTime};

/// The words of the site for what is wrong with a field.
const WORDS: &str = include_str!("../../locales/en/settings.toml");

/// The most that the site reads, in bytes.
const MOST_BYTES: usize = 300_000;

/// `cargo xtask check-settings FILE`
pub fn command(file: &str) -> Result<(), String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let settings = read(&text).map_err(|wrong| format!("{file}: {wrong}"))?;
    println!("{file} can stand beside index.html.");
    for line in summary(&settings, Path::new(file)) {
        println!("  {line}");
    }
    Ok(())
}

fn read(text: &str) -> Result<Settings, String> {
    if text.len() > MOST_BYTES {
        return Err(format!("more than {MOST_BYTES} bytes: the site refuses it"));
    }
    let document: serde_json::Value =
        serde_json::from_str(text).map_err(|error| format!("not JSON: {error}"))?;
    settings::read(&Value::from(&document)).map_err(|refused| worded(&refused))
}

fn worded(refused: &Refused) -> String {
    let words: toml::Table = WORDS.parse().unwrap_or_default();
    let sentence = words
        .get("wrong")
        .and_then(|words| words.get(refused.wrong.id())?.as_str())
        .unwrap_or(refused.wrong.id());
    let sentence = sentence.replace("{detail}", &refused.wrong.detail());
    let path = if refused.path.is_empty() {
        "the document"
    } else {
        &refused.path
    };
    format!("{path}: {sentence}")
}

/// What the file gives, and what its author may not expect.
fn summary(settings: &Settings, file: &Path) -> Vec<String> {
    let mut lines = Vec::new();
    match &settings.seller {
        Some(seller) => lines.push(format!("seller: {}", seller.name)),
        None => lines.push("no seller: the site shows its own name".to_owned()),
    }
    if settings.contact.is_none() {
        lines.push("no contact: nothing to ask for the official proposal with".to_owned());
    }
    for tariff in &settings.tariffs {
        let until = tariff.valid_to.map_or_else(
            || "no end".to_owned(),
            |day| format!("until {}", date::format_iso(day)),
        );
        let kind = match &tariff.published {
            Some(_) => "",
            None => ", shown as illustrative: `published` is missing",
        };
        let from = date::format_iso(tariff.valid_from);
        lines.push(format!("tariff {}: from {from}, {until}{kind}", tariff.id));
    }
    let today = today();
    match settings.tariff(today) {
        _ if settings.tariffs.is_empty() => {
            lines.push("no tariff: prices are those of the illustrative one".to_owned());
        }
        Some(tariff) => lines.push(format!(
            "a contract of {} is under {}",
            date::format_iso(today),
            tariff.id
        )),
        None => lines.push(format!(
            "WARNING: no tariff is in force on {}: prices are marked to be confirmed",
            date::format_iso(today)
        )),
    }
    if let Some(logo) = &settings.theme.logo {
        let there = file.with_file_name(logo).is_file();
        lines.push(if there {
            format!("logo: {logo}")
        } else {
            format!("WARNING: {logo} is not beside {}", file.display())
        });
    }
    if let Some(confirmed) = &settings.durations {
        lines.push(format!(
            "durations confirmed on {}, read in: {}",
            date::format_iso(confirmed.checked_on),
            confirmed.source
        ));
    }
    lines
}

/// The date of this machine's clock (UTC).
/// Today, in UTC.
pub fn today() -> chrono::NaiveDate {
    let since = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or(Duration::ZERO);
    let days = i64::try_from(since.as_secs() / 86_400).unwrap_or(0);
    date::add_days(chrono::NaiveDate::default(), days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::run::root;

    fn fixtures(folder: &str) -> impl Iterator<Item = (String, String)> {
        let folder = root().join("crates/rules/tests/settings").join(folder);
        let files = fs::read_dir(folder).expect("the fixtures are there");
        files.map(|file| {
            let path = file.expect("a file").path();
            let name = path.file_name().unwrap_or_default();
            let text = fs::read_to_string(&path).expect("a text");
            (name.to_string_lossy().into_owned(), text)
        })
    }

    #[test]
    fn every_refusal_has_its_words_and_its_path() {
        for (name, text) in fixtures("bad") {
            let mut document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
            let expected = document
                .as_object_mut()
                .and_then(|document| document.remove("expected"))
                .expect("what is expected");
            let path = expected.as_str().and_then(|text| text.split(':').next());
            let said = read(&document.to_string()).expect_err(&name);
            assert!(said.starts_with(path.expect("a path")), "{name}: {said}");
            assert!(said.ends_with('.') && !said.contains('{'), "{name}: {said}");
        }
    }

    #[test]
    fn good_files_and_the_example_pass() {
        for (name, text) in fixtures("good") {
            assert!(read(&text).is_ok(), "{name}");
        }
        let example = root().join("site.example.json");
        let text = fs::read_to_string(example).expect("the example is there");
        let settings = read(&text).expect("the example stands");
        assert!(settings.seller.is_some() && settings.contact.is_some());
        assert!(settings.tariffs.len() > 1 && settings.durations.is_some());
    }

    #[test]
    fn what_is_not_json_is_said_with_its_place() {
        let said = read("{\"schema\": 1,}").expect_err("a comma too many");
        assert!(said.contains("line 1 column"), "{said}");
    }
}
