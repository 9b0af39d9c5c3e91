//! The fixture tariffs: their published figures, the ranking that flips, what is never summed.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::profile::{Answers, Categories, Category, Location, Status, Turnover};
use calliope_rules::quote::offer_price;
use calliope_rules::tariff::Priced;
use common::{Row, assessed, day, table, tariff};

fn answers(row: &Row) -> Answers {
    let af = Categories::only(Category::Af);
    Answers {
        categories: af,
        turnover: Turnover::new(100_000).unwrap(),
        new_entrant: if row["new_entrant"] == "yes" {
            af
        } else {
            Categories::NONE
        },
        status: Status::ALL
            .into_iter()
            .find(|status| status.id() == row["status"])
            .unwrap(),
        location: Location::ALL
            .into_iter()
            .find(|location| location.id() == row["location"])
            .unwrap(),
        contract_date: Some(day(&row["contract_date"])),
        audit_date: Some(day(&row["audit_date"])),
        ..Answers::default()
    }
}

#[test]
fn worked_figures_hold() {
    for row in table("cases/tariffs.csv") {
        let quote = assessed(answers(&row), &tariff(&row["tariff"])).quote;
        assert_eq!(quote.totals.net.get().to_string(), row["net"], "{row:?}");
        assert_eq!(
            quote.totals.gross.get().to_string(),
            row["gross"],
            "{row:?}"
        );
        assert!(quote.unpriced.is_empty(), "{row:?}");
    }
}

#[test]
fn the_ranking_flips_for_a_new_entrant() {
    let ranking = |new_entrant: &str| {
        let mut rows = table("cases/tariffs.csv");
        rows.retain(|row| {
            row["new_entrant"] == new_entrant
                && row["status"] == "company"
                && row["location"] == "metropole"
                && !["T7", "T8"].contains(&row["tariff"].as_str())
        });
        rows.sort_by_key(|row| {
            assessed(answers(row), &tariff(&row["tariff"]))
                .quote
                .totals
                .net
        });
        rows.iter()
            .map(|row| row["tariff"].clone())
            .collect::<Vec<_>>()
            .join(" < ")
    };
    assert_eq!(ranking("no"), "T6 < T4 < T1 < T3 < T2 < T5");
    assert_eq!(ranking("yes"), "T6 < T4 < T2 < T3 < T1 < T5");
}

#[test]
fn offers_are_priced_beside_the_total_and_not_priced_is_not_zero() {
    let tariff = tariff("T1");
    let row = &table("cases/tariffs.csv")[0];
    let profile = calliope_rules::profile::Profile::new(answers(row)).unwrap();
    let white = &tariff.services[0];
    assert_eq!(
        offer_price(white, &tariff, &profile, Priced::White).map(|price| price.get()),
        Some(38_800)
    );
    let transfer = tariff
        .contingent
        .iter()
        .find(|item| item.id == "transfer-review")
        .unwrap();
    assert_eq!(
        offer_price(transfer, &tariff, &profile, Priced::Transfer),
        None
    );
    let quote = assessed(answers(row), &tariff).quote;
    assert_eq!(
        quote.lines.len(),
        2,
        "options are not included unless asked for"
    );
}

#[test]
fn a_faulty_tariff_is_refused_with_the_path_and_the_reason() {
    let text = std::fs::read_to_string(common::folder().join("bad/tariffs.json")).unwrap();
    let cases: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        let mut document: serde_json::Value =
            serde_json::from_str(calliope_rules::tariff::ILLUSTRATIVE).unwrap();
        let (parent, key) = case["at"].as_str().unwrap().rsplit_once('/').unwrap();
        let place = document.pointer_mut(parent).unwrap();
        match key.parse::<usize>() {
            Ok(index) if place.is_array() => place[index] = case["value"].clone(),
            _ => place[key] = case["value"].clone(),
        }
        let refused = calliope_rules::tariff::read(&calliope_rules::read::Value::from(&document))
            .unwrap_err();
        assert_eq!(refused.path, case["path"], "{}", case["fault"]);
        assert_eq!(
            format!("{:?}", refused.wrong),
            case["wrong"].as_str().unwrap(),
            "{}",
            case["fault"]
        );
    }
}
