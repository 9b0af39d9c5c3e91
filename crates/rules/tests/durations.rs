//! Durations: the published cases, the thresholds, estimates and extensions.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::Provisional;
use calliope_rules::duration::Audit;
use calliope_rules::profile::{Answers, Categories, Category, Extension};
use common::{assessed, categories, table, tariff, turnover};

#[test]
fn published_durations_hold() {
    let tariff = tariff("T1");
    for row in table("golden/durations.csv") {
        let listed = categories(&row["categories"]);
        let is_extension = row["audit"] == "extension";
        // In an extension, the category is the one added: the body holds another.
        let held = if listed.contains(Category::Af) {
            Category::Bc
        } else {
            Category::Af
        };
        let answers = Answers {
            categories: if is_extension {
                Categories::only(held)
            } else {
                listed
            },
            turnover: turnover(&row["turnover_eur"]),
            extra_sites: row["extra_sites"].parse().unwrap(),
            new_entrant: if row["new_entrant"] == "yes" {
                listed
            } else {
                Categories::NONE
            },
            extension: Extension {
                categories: if is_extension {
                    listed
                } else {
                    Categories::NONE
                },
                sites: 0,
            },
            ..Answers::default()
        };
        let audit = Audit::ALL
            .into_iter()
            .find(|audit| audit.id() == row["audit"])
            .unwrap();
        let assessment = assessed(answers, &tariff);
        let duration = assessment.durations.of(audit).unwrap();
        assert_eq!(duration.days().to_string(), row["days"], "{}", row["id"]);
    }
}

#[test]
fn situations_give_durations() {
    let tariff = tariff("T1");
    for row in table("cases/durations.csv") {
        let answers = Answers {
            categories: categories(&row["categories"]),
            turnover: turnover(&row["turnover_eur"]),
            surveillance_turnover: Some(row["surveillance_turnover_eur"].as_str())
                .filter(|text| !text.is_empty())
                .map(turnover),
            extra_sites: row["extra_sites"].parse().unwrap(),
            new_entrant: categories(&row["new_entrant"]),
            extension: Extension {
                categories: categories(&row["ext_categories"]),
                sites: row["ext_sites"].parse().unwrap(),
            },
            ..Answers::default()
        };
        let assessment = assessed(answers, &tariff);
        let durations = &assessment.durations;
        let days = |audit| {
            durations
                .of(audit)
                .map(|duration| duration.days().to_string())
                .unwrap_or_default()
        };
        for audit in Audit::ALL {
            assert_eq!(days(audit), row[audit.id()], "{}: {row:?}", audit.id());
        }
        let range = durations.surveillance.range();
        let estimated = assessment
            .provisional
            .contains(&Provisional::SurveillanceDuration);
        assert_eq!(estimated, !row["range"].is_empty(), "{row:?}");
        if estimated {
            assert_eq!(
                format!("{}-{}", range.low, range.high),
                row["range"],
                "{row:?}"
            );
        } else {
            assert_eq!(range.low, range.high, "{row:?}");
        }
    }
}
