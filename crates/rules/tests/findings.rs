//! Non-conformities: what is possible, what accumulates, what follows at a date.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::date::format_iso;
use calliope_rules::findings::{
    Finding, Impossible, Kind, Stage, Standing, Subject, Verdict, check, state,
};
use calliope_rules::profile::{Answers, Categories, Category, Turnover};
use common::{assessed, day, table, tariff};

fn sheet(text: &str) -> Finding {
    let parts: Vec<&str> = text.split(':').collect();
    Finding {
        subject: if parts[0] == "D" {
            Subject::Display
        } else {
            Subject::Indicator(parts[0].parse().unwrap())
        },
        kind: if parts[1] == "m" {
            Kind::Minor
        } else {
            Kind::Major
        },
        notified: day(parts[2]),
        lifted: parts.get(3).map(|text| day(text)),
    }
}

fn sheets(text: &str) -> Vec<Finding> {
    text.split_whitespace().map(sheet).collect()
}

#[test]
fn sheets_lead_to_a_verdict_at_a_date() {
    for row in table("cases/findings.csv") {
        let stage = if row["stage"] == "initial" {
            Stage::Initial
        } else {
            Stage::Later
        };
        let next = Some(row["next_audit"].as_str())
            .filter(|text| !text.is_empty())
            .map(day);
        let state = state(stage, &sheets(&row["sheets"]), next, day(&row["at"]));
        let (name, first, second) = match state.verdict {
            Verdict::Certified => ("certified", None, None),
            Verdict::AwaitingCorrection(day) => ("awaiting-correction", Some(day), None),
            Verdict::AwaitingVerification(day) => ("awaiting-verification", Some(day), None),
            Verdict::Refused(day, again) => ("refused", Some(day), Some(again)),
            Verdict::Suspended(day, end) => ("suspended", Some(day), Some(end)),
            Verdict::Withdrawn(day, again) => ("withdrawn", Some(day), Some(again)),
        };
        let written = |day: Option<chrono::NaiveDate>| day.map(format_iso).unwrap_or_default();
        assert_eq!(name, row["verdict"], "{row:?}");
        assert_eq!(written(first), row["day"], "{row:?}");
        assert_eq!(written(second), row["then"], "{row:?}");
        assert_eq!(state.accumulated, row["accumulated"] == "yes", "{row:?}");
    }
}

#[test]
fn each_sheet_knows_its_deadline() {
    let found = sheets("1:m:2026-12-01 4:M:2026-12-01 2:m:2026-12-01:2027-01-01");
    let judged = state(Stage::Initial, &found, None, day("2027-03-15"));
    let standings: Vec<Standing> = judged.sheets.iter().map(|sheet| sheet.standing).collect();
    assert_eq!(
        standings,
        [
            Standing::Open(day("2027-06-01")),
            Standing::BeingVerified(day("2027-04-01")),
            Standing::Lifted
        ]
    );
    assert_eq!(judged.sheets[2].counts_as, None);
    assert_eq!(judged.next_audit, [1, 2, 4]);
    let late = state(Stage::Initial, &found, None, day("2027-07-01"));
    assert_eq!(
        late.sheets[0].standing,
        Standing::Overdue(day("2027-06-01"))
    );
}

#[test]
fn only_possible_sheets_are_taken() {
    let answers = Answers {
        categories: Categories::only(Category::Af),
        turnover: Turnover::new(1).unwrap(),
        audit_date: Some(day("2026-12-01")),
        ..Answers::default()
    };
    let indicators = assessed(answers, &tariff("T1")).indicators;
    for (text, expected) in [
        ("1:m:2026-12-01 4:M:2026-12-01 D:M:2026-12-01", Ok(())),
        (
            "4:m:2026-12-01",
            Err(Impossible::OnlyMajor(Subject::Indicator(4))),
        ),
        (
            "D:m:2026-12-01",
            Err(Impossible::OnlyMajor(Subject::Display)),
        ),
        (
            "1:m:2026-12-01 1:M:2026-12-01",
            Err(Impossible::SecondSheet(Subject::Indicator(1))),
        ),
        ("34:M:2026-12-01", Err(Impossible::NoSuchIndicator(34))),
        ("14:M:2026-12-01", Err(Impossible::NotApplicable(14))),
        (
            "1:m:2026-12-01:2026-11-30",
            Err(Impossible::LiftedBeforeNotified(Subject::Indicator(1))),
        ),
    ] {
        assert_eq!(
            check(Stage::Later, &sheets(text), &indicators),
            expected,
            "{text}"
        );
    }
    assert_eq!(
        check(Stage::Initial, &sheets("D:M:2026-12-01"), &indicators),
        Err(Impossible::NothingToDisplay)
    );
}
