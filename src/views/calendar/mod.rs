//! The certification calendar: from a contract, an audit or a decision to every deadline.

mod timeline;

pub use timeline::timeline;

use super::{answers, page, quote};
use crate::agenda::{self, Event};
use crate::browser::{document, download};
use crate::export;
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, citation, el, live};
use calliope_rules::date::format_iso;
use chrono::NaiveDate;
use leptos::prelude::*;

/// From the first contact to the certificate.
const STEPS: [&str; 6] = [
    "practice.process-quote",
    "practice.process-contract",
    "practice.process-file",
    "practice.process-auditor",
    "practice.process-audit",
    "practice.process-decision",
];

/// What holds while the certificate runs.
const GOOD_TO_KNOW: [&str; 15] = [
    "cycle.validity",
    "practice.initial-on-site",
    "practice.surveillance-about-month-18",
    "practice.surveillance-remote",
    "practice.surveillance-content",
    "eligibility.surveillance-service",
    "eligibility.renewal-service",
    "practice.renewal-new-contract",
    "practice.certificate-lapses",
    "practice.display",
    "practice.logo-rules",
    "practice.public-list",
    "practice.funders-not-automatic",
    "practice.no-immunity",
    "cycle.bpf",
];

/// `#/calendrier`
pub fn calendar(state: State, words: Words) -> AnyView {
    let texts = words.calendar();
    let lead = el("p")
        .class("lead")
        .attr("role", "status")
        .child(live(move || lead(state, words)));
    let entry = el("p")
        .class("hint")
        .child(live(move || quote::entry_note(state, words).to_owned()));
    let dates = page::part("dates", texts.dates)
        .child(entry)
        .child(el("p").class("help").child(texts.dates_help))
        .child(
            el("div")
                .class("fields")
                .child(answers::contract_date(state, words))
                .child(answers::audit_date(state, words))
                .child(answers::decision_date(state, words)),
        )
        .child(
            el("p")
                .class("error")
                .attr("role", "alert")
                .child(live(move || order(state, words).to_owned())),
        );
    let drawn = page::part("timeline", texts.timeline)
        .child(live(move || timeline(state, words).view()))
        .child(el("p").class("hidden").child(texts.text_twin));
    let listed = page::part("milestones", texts.milestones)
        .child(live(move || list(state, words).view()))
        .child(exports(state, words));
    let steps = page::part("steps", texts.steps).child(page::rules(words, &STEPS, state.today));
    let know = page::part("know", texts.good_to_know).child(live(move || {
        // The rules of the certificate in hand: those of its decision.
        let plan = state
            .parsed
            .with(|parsed| agenda::of(&parsed.answers, state.today));
        page::rules(words, &GOOD_TO_KNOW, plan.decision).view()
    }));
    vec![
        page::title(texts.title).view(),
        lead.view(),
        page::for_profile(state, words).view(),
        dates.view(),
        drawn.view(),
        listed.view(),
        steps.view(),
        know.view(),
    ]
    .into_any()
}

/// What is wrong with the order of the dates given; empty for nothing.
fn order(state: State, words: Words) -> &'static str {
    let texts = words.calendar();
    state.parsed.with(|parsed| {
        let answers = &parsed.answers;
        let after = |first: Option<NaiveDate>, second: Option<NaiveDate>| {
            first
                .zip(second)
                .is_some_and(|(first, second)| second < first)
        };
        if after(answers.audit_date, answers.decision_date) {
            texts.order_decision
        } else if after(answers.contract_date, answers.audit_date)
            || after(answers.contract_date, answers.decision_date)
        {
            texts.order_contract
        } else {
            ""
        }
    })
}

fn lead(state: State, words: Words) -> String {
    let plan = state
        .parsed
        .with(|parsed| agenda::of(&parsed.answers, state.today));
    let (decision, expiry) = (
        words.date(plan.decision),
        words.date(plan.cycle.expiry.date),
    );
    if plan.cycle.expiry.date < state.today {
        words.calendar().expired(&decision, &expiry)
    } else if plan.decision_is_typical {
        words.calendar().lead_typical(&decision, &expiry)
    } else {
        words.calendar().lead_known(&decision, &expiry)
    }
}

/// The events that follow from the answers on screen.
pub fn events(state: State, words: Words) -> Vec<Event> {
    state.parsed.with(|parsed| {
        state
            .assessment
            .with(|a| agenda::events(words, &parsed.answers, a, state.today))
    })
}

/// The milestones as a list: the twin of the drawing.
pub fn list(state: State, words: Words) -> El {
    let mut list = el("ol").class("milestones");
    for event in events(state, words) {
        list = list.child(milestone(state, words, &event));
    }
    list
}

fn milestone(state: State, words: Words, event: &Event) -> El {
    // The hooks that partners and tests read the window by.
    let hook = |id: &'static str, date| {
        el("span")
            .attr("data-testid", id)
            .attr_owned("data-value", format_iso(date))
    };
    let hooks = match event.id {
        // Without a decision there is no cycle to read.
        _ if event.supposed => Vec::new(),
        "surveillance" => vec![
            hook("surveillance-from", event.from),
            hook("surveillance-to", event.to),
        ],
        "expiry" => vec![hook("expiry", event.from)],
        _ => Vec::new(),
    };
    let far = agenda::distance(words, event, state.today);
    let head = el("p")
        .class("milestone-head")
        .child(el("strong").child(event.name))
        .child(el("span").class("milestone-when").child(event.when.clone()))
        .child(el("span").class("milestone-far").child(far));
    let head = hooks.into_iter().fold(head, El::child);
    let detail =
        (!event.detail.is_empty()).then(|| el("p").class("detail").child(event.detail.clone()));
    let supposed = event
        .supposed
        .then(|| el("p").class("estimate").child(words.calendar().supposed));
    let source = event
        .basis
        .map(|basis| el("ul").class("sources").child(citation(words, basis)));
    el("li")
        .class("milestone")
        .attr_owned("data-event", event.id.to_owned())
        .attr_owned("data-date", format_iso(event.from))
        .child(head)
        .child(detail)
        .child(supposed)
        .child(source)
}

fn exports(state: State, words: Words) -> El {
    let failed = RwSignal::new(false);
    let save = move |_| {
        let file = export::calendar_file(words, &events(state, words), &state.link(), state.today);
        failed.set(!download::save(&file));
    };
    page::actions(vec![
        page::button("button", words.calendar().ics).on("click", save),
        page::button("button quiet", words.result().print).on("click", |_| document::print()),
    ])
    .child(el("p").class("help").child(words.calendar().ics_help))
    .child(page::download_note(words, failed))
}
