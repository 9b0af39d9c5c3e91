//! What follows from the sheets: the verdict, the deadlines on a line, what the next audit reviews.

use super::{at, held, indicators_of, judged_on, stage, subject_name};
use crate::state::{State, key};
use crate::text::{Words, by_day};
use crate::ui::{El, Line, Mark, el, live, timeline};
use crate::views::page;
use calliope_rules::date::{add_months, format_iso};
use calliope_rules::findings::{self, Standing, Verdict, check, state as judge};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The verdict on the day looked at.
pub fn verdict(state: State, words: Words) -> El {
    let texts = words.findings();
    let follows = live(move || {
        let sheets = held(state);
        let possible = check(stage(state), &sheets, &indicators_of(state, &sheets)).is_ok();
        if !possible {
            return ().into_any();
        }
        let judged = judge(
            stage(state),
            &sheets,
            state.key_date(key::NEXT_AUDIT),
            at(state),
        );
        let (class, id, sentence) = said(words, judged.verdict);
        let accumulated = judged.accumulated.then(|| el("p").child(texts.accumulated));
        let late = judged
            .sheets
            .iter()
            .any(|sheet| matches!(sheet.standing, Standing::Overdue(_)));
        let overdue = (late && judged.verdict == Verdict::Certified)
            .then(|| el("p").child(texts.overdue_minor));
        let practice = matches!(
            judged.verdict,
            Verdict::Suspended(..) | Verdict::Withdrawn(..)
        )
        .then(|| {
            let ids = ["findings.suspension", "findings.suspension-renewals"];
            page::rules(words, &ids, state.today)
        });
        let boxed = page::verdict(class, sentence)
            .attr("data-testid", "findings-verdict")
            .attr("data-value", id)
            .child(accumulated)
            .child(overdue)
            .child(practice);
        el("div")
            .child(boxed)
            .child(deadlines(state, words, &judged))
            .child(next(state, words, &judged.next_audit))
            .view()
    });
    page::part("verdict", texts.verdict).child(el("div").attr("role", "status").child(follows))
}

/// The class, the id and the sentence of a verdict.
pub fn said(words: Words, verdict: Verdict) -> (&'static str, &'static str, String) {
    let texts = words.findings();
    let date = |day| words.date(day);
    match verdict {
        Verdict::Certified => ("", "certified", texts.certified.to_owned()),
        Verdict::AwaitingCorrection(by) => (
            "unsure",
            "awaiting-correction",
            texts.awaiting_correction(&date(by)),
        ),
        Verdict::AwaitingVerification(by) => (
            "unsure",
            "awaiting-verification",
            texts.awaiting_verification(&date(by)),
        ),
        Verdict::Refused(since, again) => {
            ("bad", "refused", texts.refused(&date(again), &date(since)))
        }
        Verdict::Suspended(since, then) => (
            "bad",
            "suspended",
            texts.suspended(&date(then), &date(since)),
        ),
        Verdict::Withdrawn(since, again) => (
            "bad",
            "withdrawn",
            texts.withdrawn(&date(again), &date(since)),
        ),
    }
}

/// The deadlines of the sheets and of the verdict, drawn then listed.
fn deadlines(state: State, words: Words, judged: &findings::State) -> El {
    let texts = words.findings();
    let mut days: Vec<(NaiveDate, String)> = Vec::new();
    for sheet in &judged.sheets {
        let name = subject_name(words, sheet.finding.subject);
        match sheet.standing {
            Standing::Open(day)
            | Standing::BeingVerified(day)
            | Standing::TurnedMajor(day)
            | Standing::Overdue(day) => days.push((day, name)),
            Standing::Lifted => {}
        }
    }
    if let Verdict::AwaitingCorrection(day) | Verdict::AwaitingVerification(day) = judged.verdict
        && !days.iter().any(|(known, _)| *known == day)
    {
        days.push((day, texts.correction.to_owned()));
    }
    if days.is_empty() {
        return el("div");
    }
    // Of one day, in the order of the sheets.
    let days = by_day(days, |(day, _)| *day);
    let here = if at(state) == state.today {
        words.calendar().today
    } else {
        texts.situation
    };
    let mut marks = vec![Mark::new("tick-today", at(state), here.to_owned())];
    // Deadlines of one day share a mark.
    let mut shared: Vec<(NaiveDate, Vec<String>)> = Vec::new();
    for (day, name) in days {
        match shared.last_mut() {
            Some((last, names)) if *last == day => names.push(name),
            _ => shared.push((day, vec![name])),
        }
    }
    let mut list = el("ul").class("plain-list");
    for (day, names) in &shared {
        let name = match names.as_slice() {
            [one] => one.clone(),
            several => [&several[0], " +", &(several.len() - 1).to_string()].concat(),
        };
        marks.push(Mark::new("tick", *day, name));
        list = list.child(
            el("li")
                .attr_owned("data-date", format_iso(*day))
                .child(texts.deadline(&words.date(*day), &names.join(", "))),
        );
    }
    let first = marks
        .iter()
        .map(|mark| mark.date)
        .min()
        .unwrap_or(state.today);
    let last = marks
        .iter()
        .map(|mark| mark.date)
        .max()
        .unwrap_or(state.today);
    let line = Line::new(add_months(first, -1), add_months(last, 1), None, marks);
    el("div")
        .child(el("h3").child(texts.deadlines))
        .child(timeline(words, &line))
        .child(list)
}

fn next(state: State, words: Words, had_sheets: &[u8]) -> El {
    let texts = words.findings();
    let numbers = |numbers: Vec<String>| numbers.join(", ");
    let day = state.key_date(key::NEXT_AUDIT).unwrap_or(at(state));
    let minimum = judged_on(state, day)
        .surveillance_minimum()
        .map(|indicator| indicator.number.to_string())
        .collect::<Vec<_>>();
    let seen = (!had_sheets.is_empty()).then(|| {
        el("p").child(texts.next_list(&numbers(had_sheets.iter().map(u8::to_string).collect())))
    });
    el("div")
        .child(el("h3").child(texts.next_title))
        .child(seen)
        .child(el("p").child(texts.next_minimum(&numbers(minimum))))
        .child(page::rules(
            words,
            &["practice.surveillance-content"],
            state.today,
        ))
}
