//! The contract: lines in, lines out, as others rely on them.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

#[path = "../examples/support/mod.rs"]
#[allow(
    dead_code,
    reason = "the clock and the bound of a line belong to the example"
)]
mod support;

use calliope_rules::{Terms, assess, wire};
use common::{day, folder, tariff};
use serde_json::{Value, json};

fn answer(line: &str) -> Value {
    let profile = support::profile(line.as_bytes())
        .unwrap_or_else(|failure| panic!("{}: {}", failure.field, failure.message));
    let tariff = tariff("T1");
    let assessment = assess(&profile, Terms::of(&tariff), day("2026-11-22")).unwrap();
    serde_json::from_str(&wire::assessment(&assessment, &tariff)).unwrap()
}

#[test]
fn the_first_profile_of_the_contract() {
    let result = answer(r#"{"categories":["AF"],"turnover_eur":100000,"audit_date":"2026-12-01"}"#);
    assert_eq!(
        result["days"],
        json!({"initial": 1.0, "surveillance": 0.5, "renewal": 1.0, "extension": null})
    );
    assert_eq!(result["days_range"], json!({"surveillance": [0.5, 0.5]}));
    assert_eq!(result["framework"], "rnq-2026");
    assert_eq!(result["band"], "under_150k");
    assert_eq!(result["quote"]["net_cents"], 172_500);
    assert_eq!(result["quote"]["vat_cents"], 34_500);
    assert_eq!(result["quote"]["gross_cents"], 207_000);
    assert_eq!(
        result["quote"]["instalments"],
        json!({"1": [207_000], "3": [69_000, 69_000, 69_000]})
    );
    assert_eq!(result["cycle"], Value::Null);
    assert_eq!(result["provisional"], json!(["guide-v10"]));
    assert_eq!(
        result["indicators"]["applicable"].as_array().unwrap().len(),
        22
    );
}

#[test]
fn every_field_of_the_contract_is_read() {
    let result = answer(
        r#"{"categories": ["AF", "CFA"], "turnover_eur": 120000, "extra_sites": 0, "new_entrant": [],
            "certifying": {"rncp": false, "rs": false}, "work_study": false, "workplace_periods": false, "afest": false,
            "only_short_courses": false, "subcontracts": false, "only_as_subcontractor": false,
            "audit_date": "2026-12-01", "contract_date": "2026-11-22", "decision_date": "2026-12-01",
            "status": "company", "location": "metropole", "extension": {"categories": [], "sites": 0},
            "surveillance_turnover_eur": null, "vat_exempt": false}"#,
    );
    assert_eq!(
        result["cycle"],
        json!({"expiry": "2029-12-01", "surveillance_from": "2028-02-01", "surveillance_to": "2028-10-01",
               "renewal_latest": "2029-08-01"})
    );
    assert_eq!(
        result["provisional"],
        json!(["surveillance-duration", "guide-v10", "indicator-33"])
    );
    let keys: Vec<&String> = result.as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 11, "{keys:?}");
}

#[test]
fn a_bad_line_names_its_field() {
    let text = std::fs::read_to_string(folder().join("cases/contract.jsonl")).unwrap();
    for case in text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap())
    {
        match support::profile(case["line"].as_str().unwrap().as_bytes()) {
            Ok(_) => panic!("{} is accepted", case["fault"]),
            Err(failure) => {
                assert_eq!(
                    failure.field,
                    case["field"].as_str().unwrap(),
                    "{}: {}",
                    case["fault"],
                    failure.message
                );
                assert!(!failure.message.is_empty(), "{}", case["fault"]);
            }
        }
    }
}

#[test]
fn the_trace_adds_up_and_names_known_sources() {
    let line = r#"{"categories":["AF","CFA"],"turnover_eur":800000,"extra_sites":7,"new_entrant":["CFA"],
                   "certifying":{"rs":true},"status":"independent","decision_date":"2026-12-01"}"#;
    let profile = support::profile(line.as_bytes()).unwrap_or_else(|_| panic!());
    let tariff = tariff("T1");
    let assessment = assess(&profile, Terms::of(&tariff), day("2026-11-22")).unwrap();
    let trace: Value = serde_json::from_str(&wire::trace(&assessment, &tariff)).unwrap();
    let result = answer(line);
    for audit in ["initial", "surveillance", "renewal"] {
        let steps = trace["days"][audit].as_array().unwrap();
        let sum = |key: &str| {
            steps
                .iter()
                .map(|step| step[key].as_f64().unwrap())
                .sum::<f64>()
        };
        assert_eq!(json!(sum("high")), result["days"][audit], "{audit}");
        assert!(sum("low") <= sum("high"));
    }
    let cents: i64 = trace["net_cents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| step["cents"].as_i64().unwrap())
        .sum();
    assert_eq!(json!(cents), result["quote"]["net_cents"]);
    assert_eq!(trace["indicators"].as_array().unwrap().len(), 33);
    assert_eq!(trace["rules_version"], result["rules_version"]);
    let known: Vec<&str> = trace["sources"]
        .as_array()
        .unwrap()
        .iter()
        .map(|source| source["id"].as_str().unwrap())
        .collect();
    let text = trace.to_string();
    for part in text.split("\"source\":\"").skip(1) {
        let id = part.split('"').next().unwrap();
        assert!(known.contains(&id), "{id}");
    }
}
