//! Indicators: published lists and counts, conditions, new entrants, surveillance, properties of unions.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::profile::link;
use calliope_rules::profile::{Answers, Categories, Category, Turnover};
use common::{assessed, categories, day, table, tariff};

/// Answers from the keys of a link, as a partner would write them.
fn flagged(list: &str, flags: &str, date: &str) -> Answers {
    let keys: String = flags
        .split_whitespace()
        .map(|flag| format!("&{flag}=1"))
        .collect();
    let fragment = format!(
        "#/devis?v=1&cat={}&ca=100000&audit={date}{keys}",
        list.replace('|', ".")
    );
    let (link, ignored) = link::decode(&fragment, &Answers::default(), &[]);
    assert_eq!(ignored, [], "{fragment}");
    link.answers
}

fn numbers<'a>(
    indicators: impl Iterator<Item = &'a calliope_rules::indicators::Indicator>,
) -> String {
    indicators
        .map(|indicator| indicator.number.to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn published_lists_hold() {
    let tariff = tariff("T1");
    for row in table("golden/indicators.csv") {
        let yes = |key: &str| row[key] == "yes";
        let answers = Answers {
            categories: categories(&row["categories"]),
            turnover: Turnover::new(100_000).unwrap(),
            rncp: yes("rncp"),
            rs: yes("rs"),
            work_study: yes("work_study"),
            workplace_periods: yes("workplace_periods"),
            subcontracts: yes("subcontracts"),
            only_short_courses: yes("only_short_courses"),
            audit_date: Some(day(&row["audit_date"])),
            ..Answers::default()
        };
        let judged = assessed(answers, &tariff).indicators;
        assert_eq!(
            judged.applicable().count().to_string(),
            row["count"],
            "{}",
            row["id"]
        );
        if !row["applicable"].is_empty() {
            assert_eq!(
                numbers(judged.applicable()),
                row["applicable"],
                "{}",
                row["id"]
            );
        }
    }
}

#[test]
fn situations_give_counts() {
    let tariff = tariff("T1");
    for row in table("cases/indicators.csv") {
        let judged = assessed(
            flagged(&row["categories"], &row["flags"], &row["audit_date"]),
            &tariff,
        )
        .indicators;
        assert_eq!(
            judged.applicable().count().to_string(),
            row["count"],
            "{row:?}"
        );
        assert_eq!(numbers(judged.to_confirm()), row["to_confirm"], "{row:?}");
    }
}

#[test]
fn a_new_category_brings_its_own_new_entrant_indicators() {
    let tariff = tariff("T1");
    for (list, new, flags, expected) in [
        ("AF", "AF", "", "2 11 19 22 24 25 26 32"),
        ("AF|CFA", "AF", "", "2 11 19 22 24 25 26 32"),
        ("AF|CFA", "CFA", "", "2 3 11 13 14 19 22 24 25 26 32"),
        ("AF", "AF", "rncp alt", "2 3 11 13 19 22 24 25 26 32"),
        ("AF", "AF", "sst", "11 19 22 24 25 26 32"),
        ("AF|VAE", "VAE", "", "2 3 11 19 22 24 25 26 32"),
        ("AF", "", "", ""),
    ] {
        let mut answers = flagged(list, flags, "2026-12-01");
        answers.new_entrant = categories(new);
        let judged = assessed(answers, &tariff).indicators;
        assert_eq!(
            numbers(judged.new_entrant()),
            expected,
            "{list}, new {new}, {flags}"
        );
        let minimum = judged.surveillance_minimum().count();
        if new.is_empty() {
            assert_eq!(minimum, 13);
        } else {
            assert_eq!(
                minimum,
                judged.applicable().count(),
                "a former new entrant is reviewed on everything"
            );
        }
    }
}

#[test]
fn indicator_33_has_neither_severity_nor_new_entrant_rule() {
    let mut answers = flagged("CFA", "st", "2026-11-01");
    answers.new_entrant = categories("CFA");
    let judged = assessed(answers, &tariff("T1")).indicators;
    assert!(judged.get(33).unwrap().verdict.is_yes());
    assert!(
        judged
            .major_only()
            .chain(judged.new_entrant())
            .all(|indicator| indicator.number != 33)
    );
}

#[test]
fn a_union_of_categories_has_the_union_of_indicators() {
    let tariff = tariff("T1");
    let sets = |list: Categories, flags: &str| {
        let codes: Vec<&str> = list.iter().map(Category::code).collect();
        let judged = assessed(flagged(&codes.join("|"), flags, "2026-12-01"), &tariff).indicators;
        judged
            .applicable()
            .map(|indicator| indicator.number)
            .collect::<std::collections::BTreeSet<u8>>()
    };
    let every = (1u8..16).map(|bits| {
        Category::ALL
            .into_iter()
            .filter(|category| bits & (1 << *category as u8) != 0)
            .collect::<Categories>()
    });
    for flags in ["", "rncp", "rs afest", "st court", "alt ent rncp st", "sst"] {
        for list in every.clone() {
            let whole = sets(list, flags);
            let parts = list
                .iter()
                .flat_map(|category| sets(Categories::only(category), flags))
                .collect();
            assert_eq!(whole, parts, "{list:?} {flags}");
        }
    }
}

#[test]
fn two_audit_dates_are_compared_for_a_profile() {
    use calliope_rules::indicators::{Change, compare};
    use calliope_rules::profile::Profile;
    let profile = Profile::new(flagged("CFA", "st", "2026-10-31")).unwrap();
    let compared = compare(&profile, day("2026-11-01"), day("2026-10-31")).unwrap();
    assert_eq!(compared.len(), 33);
    let gained: Vec<u8> = compared
        .iter()
        .filter(|row| row.differs())
        .map(|row| row.number)
        .collect();
    assert_eq!(gained, [33]);
    let with = |change| {
        compared
            .iter()
            .filter(|row| row.change == Some(change))
            .map(|row| row.number)
            .collect::<Vec<u8>>()
    };
    assert_eq!(
        with(Change::Modified),
        [1, 2, 3, 7, 12, 14, 15, 19, 20, 27, 30, 32]
    );
    assert_eq!(with(Change::Wording), [9, 31]);
    assert_eq!(with(Change::Added), [33]);
    let same = compare(&profile, day("2026-12-01"), day("2026-12-02")).unwrap();
    assert!(
        same.iter()
            .all(|row| !row.differs() && row.change.is_none())
    );
    assert!(compare(&profile, day("2023-08-31"), day("2026-12-01")).is_err());
}

#[test]
fn frameworks_change_on_their_day() {
    let framework = |date: &str| {
        assessed(flagged("AF", "", date), &tariff("T1"))
            .framework
            .id
    };
    for (before, from, id) in [
        ("2024-01-22", "2024-01-23", "rnq-2019-v8"),
        ("2024-03-07", "2024-03-08", "rnq-2019-v9"),
        ("2026-10-31", "2026-11-01", "rnq-2026"),
    ] {
        assert_ne!(framework(before), id);
        assert_eq!(framework(from), id);
    }
    assert_eq!(framework("2023-09-01"), "rnq-2019-v7");
}
