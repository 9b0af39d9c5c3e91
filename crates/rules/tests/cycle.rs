//! The dates of a cycle.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::cycle::cycle;
use calliope_rules::date::format_iso;
use common::{day, table};

#[test]
fn decisions_give_dates() {
    for row in table("cases/cycle.csv") {
        let cycle = cycle(day(&row["decision"]));
        for (name, milestone) in [
            ("expiry", cycle.expiry),
            ("surveillance_from", cycle.surveillance_from),
            ("surveillance_to", cycle.surveillance_to),
            ("renewal_contact", cycle.renewal_contact),
            ("renewal_latest", cycle.renewal_latest),
        ] {
            assert_eq!(
                format_iso(milestone.date),
                row[name],
                "{name} of {}",
                row["decision"]
            );
        }
    }
}

#[test]
fn a_plan_starts_from_what_one_knows() {
    use calliope_rules::cycle::{Start, plan};
    let written =
        |milestone: Option<calliope_rules::cycle::Milestone>| milestone.map(|m| format_iso(m.date));
    let contract = plan(Start::Contract(day("2026-11-22")));
    assert_eq!(
        written(contract.audit_offered_by).as_deref(),
        Some("2026-12-22")
    );
    assert_eq!(written(contract.audit_from).as_deref(), Some("2026-12-07"));
    assert_eq!(written(contract.audit_to).as_deref(), Some("2026-12-12"));
    assert_eq!(format_iso(contract.decision), "2026-12-22");
    assert!(contract.decision_is_typical);
    let audit = plan(Start::Audit(day("2026-12-01")));
    assert_eq!(written(audit.report).as_deref(), Some("2026-12-06"));
    assert_eq!(audit.audit_offered_by, None);
    assert!(audit.decision_is_typical);
    let decision = plan(Start::Decision(day("2026-12-01")));
    assert!(!decision.decision_is_typical);
    assert_eq!(format_iso(decision.cycle.renewed_from.date), "2029-12-02");
}

#[test]
fn the_yearly_report_and_a_transfer_have_their_days() {
    use calliope_rules::cycle::{next_bpf, transfer};
    for (today, expected) in [
        ("2026-11-22", "2027-04-30"),
        ("2026-04-30", "2026-04-30"),
        ("2026-05-01", "2027-04-30"),
    ] {
        assert_eq!(format_iso(next_bpf(day(today)).date), expected);
    }
    let (file, decision) = transfer(day("2026-11-22"));
    assert_eq!(
        (format_iso(file.date), format_iso(decision.date)),
        ("2026-12-07".into(), "2027-01-06".into())
    );
}
