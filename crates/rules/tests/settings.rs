//! The settings file: good ones are read, each bad one is refused with its path and its reason.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::profile::{Answers, Categories, Category, Profile, Turnover};
use calliope_rules::read::Value;
use calliope_rules::settings::{Settings, read};
use calliope_rules::sources::Source;
use calliope_rules::{Provisional, Terms, assess};
use common::{day, folder};
use std::fs;
use std::path::PathBuf;

fn files(name: &str) -> Vec<(String, serde_json::Value)> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder().join("settings").join(name))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    let parse = |path: PathBuf| {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let document =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, document)
    };
    paths.into_iter().map(parse).collect()
}

fn good(name: &str) -> Settings {
    let (_, document) = files("good")
        .into_iter()
        .find(|(file, _)| file == name)
        .unwrap();
    read(&Value::from(&document)).unwrap()
}

#[test]
fn good_files_are_read() {
    for (name, document) in files("good") {
        assert!(
            read(&Value::from(&document)).is_ok(),
            "{name}: {:?}",
            read(&Value::from(&document))
        );
    }
}

/// A bad file says in `expected` what its refusal must say; the key itself is taken away before reading.
#[test]
fn each_bad_file_has_its_own_message() {
    let mut seen = Vec::new();
    for (name, mut document) in files("bad") {
        let expected = document
            .as_object_mut()
            .unwrap()
            .remove("expected")
            .unwrap();
        let refused = read(&Value::from(&document)).expect_err(&name);
        let message = format!("{}: {:?}", refused.path, refused.wrong);
        assert_eq!(message, expected.as_str().unwrap(), "{name}");
        assert!(
            !seen.contains(&message),
            "{name}: another file has the same message"
        );
        seen.push(message);
    }
}

#[test]
fn the_tariff_in_force_is_chosen_by_the_contract_date() {
    let settings = good("full");
    let id = |date: &str| settings.tariff(day(date)).map(|tariff| tariff.id.as_str());
    assert_eq!(id("2025-12-31"), None);
    assert_eq!(id("2026-01-01"), Some("2026"));
    assert_eq!(id("2026-12-31"), Some("2026"));
    assert_eq!(id("2027-01-01"), Some("2027"));
}

#[test]
fn a_confirmed_duration_loses_its_mark_and_names_the_seller() {
    let settings = good("full");
    let confirmation = settings.durations.clone().unwrap();
    let answers = Answers {
        categories: Categories::only(Category::Af),
        turnover: Turnover::new(400_000).unwrap(),
        ..Answers::default()
    };
    let profile = Profile::new(answers).unwrap();
    let tariff = settings.tariff(day("2026-11-22")).unwrap();
    let terms = Terms {
        durations: &confirmation.cells,
        ..Terms::of(tariff)
    };
    let assessment = assess(&profile, terms, day("2026-11-22")).unwrap();
    let surveillance = &assessment.durations.surveillance;
    assert_eq!(surveillance.days().to_string(), "1.0");
    assert_eq!(surveillance.range().low, surveillance.range().high);
    assert!(
        surveillance
            .trace
            .steps()
            .iter()
            .all(|step| step.basis.source == Source::Seller)
    );
    assert!(
        !assessment
            .provisional
            .contains(&Provisional::SurveillanceDuration)
    );
    assert!(!assessment.quote.is_estimate());
}

/// The schema of `docs/site-settings.md`.
fn schema() -> jsonschema::Validator {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/site-settings.md");
    let text = fs::read_to_string(path).unwrap();
    let block = text
        .rsplit("```json")
        .next()
        .unwrap()
        .split("```")
        .next()
        .unwrap();
    jsonschema::validator_for(&serde_json::from_str(block).unwrap()).unwrap()
}

#[test]
fn the_published_schema_agrees_with_the_reader() {
    /// What no schema can say.
    const BEYOND_A_SCHEMA: [&str; 2] = ["tariff-half-day-dearer", "tariff-twice"];
    let schema = schema();
    for (name, document) in files("good") {
        assert!(schema.is_valid(&document), "{name}");
    }
    for (name, mut document) in files("bad") {
        document.as_object_mut().unwrap().remove("expected");
        assert_eq!(
            schema.is_valid(&document),
            BEYOND_A_SCHEMA.contains(&name.as_str()),
            "{name}"
        );
    }
    for (name, text) in calliope_rules::tariff::FIXTURES {
        let tariff: serde_json::Value = serde_json::from_str(text).unwrap();
        assert!(
            schema.is_valid(&serde_json::json!({"schema": 1, "tariffs": [tariff]})),
            "{name}"
        );
    }
}
