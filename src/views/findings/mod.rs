//! Non-conformities: what an audit found, what follows, by when.

mod add;
mod sheets;
mod verdict;

pub use verdict::said;

use super::keyed::{self, DateField};
use super::page;
use crate::state::{Parsed, State, key};
use crate::text::Words;
use crate::ui::{El, el};
use calliope_rules::findings::{Finding, Stage, Subject};
use calliope_rules::framework::Framework;
use calliope_rules::indicators::{Indicators, judge};
use chrono::NaiveDate;
use leptos::prelude::*;

/// What else there is to know.
const GOOD_TO_KNOW: [&str; 10] = [
    "practice.severity",
    "practice.one-sheet-per-indicator",
    "findings.minor-implemented-within",
    "findings.major-corrected-within",
    "findings.major-verified-within",
    "findings.minors-that-make-a-major",
    "findings.certificate-not-displayed",
    "findings.suspension",
    "findings.suspension-renewals",
    "findings.new-application-after",
];

/// `#/non-conformites`
pub fn findings(state: State, words: Words) -> AnyView {
    let texts = words.findings();
    vec![
        page::title(texts.title).view(),
        el("p").class("lead").child(texts.lead).view(),
        page::for_profile(state, words).view(),
        page::provisional(state, words).view(),
        audit(state, words).view(),
        add::add(state, words).view(),
        sheets::sheets(state, words).view(),
        verdict::verdict(state, words).view(),
        page::know(words, &GOOD_TO_KNOW, state.today).view(),
    ]
    .into_any()
}

fn audit(state: State, words: Words) -> El {
    let texts = words.findings();
    let date = |id, label, help, key| {
        keyed::date_field(
            state,
            words,
            DateField {
                id,
                label,
                help,
                key,
            },
        )
    };
    page::part("audit", texts.audit).child(page::fields(vec![
        keyed::one_of(
            state,
            texts.stage,
            key::STAGE,
            &["", "suite"],
            &[texts.stage_initial, texts.stage_later],
        ),
        date("at", texts.at, texts.at_help, key::AT),
        date(
            "next-audit",
            texts.next_audit,
            texts.next_audit_help,
            key::NEXT_AUDIT,
        ),
    ]))
}

/// The audit that found them.
fn stage(state: State) -> Stage {
    if state.key(key::STAGE) == "suite" {
        Stage::Later
    } else {
        Stage::Initial
    }
}

/// The day looked at.
fn at(state: State) -> NaiveDate {
    state.key_date(key::AT).unwrap_or(state.today)
}

/// What a sheet is about, in words.
fn subject_name(words: Words, subject: Subject) -> String {
    match subject {
        Subject::Indicator(number) => words.findings().indicator(&number.to_string()),
        Subject::Display => words.findings().display.to_owned(),
    }
}

/// The indicators that an audit of the profile judges: those of the initial audit, or, for a later one, of the
/// framework in force on `day`.
fn judged_on(state: State, day: NaiveDate) -> Indicators {
    let later = || {
        let framework = Framework::governing(day).ok()?;
        let profile = state.parsed.with(Parsed::last_profile)?;
        Some(judge(&profile, framework, day))
    };
    if stage(state) == Stage::Later
        && let Some(indicators) = later()
    {
        return indicators;
    }
    state.assessment.with(|a| a.indicators.clone())
}

/// The indicators that the sheets are about: those of their last notification.
fn indicators_of(state: State, findings: &[Finding]) -> Indicators {
    let last = findings.iter().map(|finding| finding.notified).max();
    judged_on(state, last.unwrap_or(state.today))
}

/// The sheets that the address holds.
fn held(state: State) -> Vec<Finding> {
    sheets::read(&state.key(key::SHEETS)).0
}

fn keep(state: State, findings: &[Finding]) {
    let mut sorted = findings.to_vec();
    sorted.sort_by_key(|finding| finding.subject);
    // What could not be read is said, and stays.
    let (_, unreadable) = sheets::read(&state.key(key::SHEETS));
    let all: Vec<String> = [sheets::write(&sorted)]
        .into_iter()
        .filter(|sheets| !sheets.is_empty())
        .chain(unreadable)
        .collect();
    state.set_key(key::SHEETS, &all.join("."));
}
