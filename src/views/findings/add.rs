//! A new sheet.

use super::{held, judged_on, keep, stage, subject_name};
use crate::browser::document;
use crate::state::State;
use crate::text::Words;
use crate::ui::{Choices, El, TextField, choices, el, live, take, text_field};
use crate::views::findings::sheets::explain;
use crate::views::page;
use calliope_rules::date::{format_iso, parse_iso};
use calliope_rules::findings::{Finding, Kind, Stage, Subject, check};
use calliope_rules::indicators::Indicator;
use leptos::prelude::*;

/// Subject, severity, day; refused with its reason when it cannot stand beside the others.
pub fn add(state: State, words: Words) -> El {
    let texts = words.findings();
    let first = state.assessment.with_untracked(|a| {
        let mut applicable = a.indicators.applicable();
        applicable.next().map_or(0, |indicator| indicator.number)
    });
    let subject = RwSignal::new(first);
    let major = RwSignal::new(false);
    let notified = RwSignal::new(
        state
            .assessment
            .with_untracked(|a| format_iso(a.audit_date)),
    );
    let refused = RwSignal::new(String::new());
    let add = move |_| {
        let Some(day) = parse_iso(&notified.get_untracked()) else {
            refused.set(texts.bad_date.to_owned());
            document::focus("notified");
            return;
        };
        let chosen = subject.get_untracked();
        let finding = Finding {
            subject: if chosen == 0 {
                Subject::Display
            } else {
                Subject::Indicator(chosen)
            },
            kind: if major.get_untracked() {
                Kind::Major
            } else {
                Kind::Minor
            },
            notified: day,
            lifted: None,
        };
        let mut findings = held(state);
        findings.push(finding);
        match untrack(|| check(stage(state), &findings, &judged_on(state, day))) {
            Ok(()) => {
                refused.set(String::new());
                keep(state, &findings);
            }
            Err(why) => refused.set(explain(words, why)),
        }
    };
    let form = page::fields(vec![
        subjects(state, words, subject, major),
        choices(Choices {
            name: "kind",
            legend: texts.kind,
            options: &[texts.minor, texts.major],
            chosen: live(move || usize::from(major.get())),
            on_change: take(move |index| major.set(index == 1)),
        }),
        text_field(TextField {
            id: "notified".into(),
            label: texts.notified,
            help: "",
            kind: "date",
            keyboard: "text",
            unit: "",
            value: live(move || notified.get()),
            on_input: take(move |text| notified.set(text)),
            on_done: take(|_| {}),
            error: live(move || refused.get()),
        }),
    ]);
    page::part("add", texts.add)
        .child(form)
        .child(page::actions(vec![
            page::button("button", texts.add_button).on("click", add),
        ]))
}

/// The indicators that apply or may; after a first certificate, its display too.
fn subjects(state: State, words: Words, subject: RwSignal<u8>, major: RwSignal<bool>) -> El {
    let options = live(move || {
        let judged = judged_on(state, state.today);
        let mut options: Vec<AnyView> = judged
            .possible()
            .map(|indicator| {
                let title = words
                    .indicator(indicator.number)
                    .map_or("", |asked| asked.title);
                option(
                    subject,
                    indicator.number,
                    [&indicator.number.to_string(), " · ", title].concat(),
                )
            })
            .collect();
        if stage(state) == Stage::Later {
            options.push(option(subject, 0, subject_name(words, Subject::Display)));
        }
        options.into_any()
    });
    // A subject that is offered no longer gives its place to the first.
    Effect::new(move |_| {
        let judged = judged_on(state, state.today);
        let offered = match subject.get() {
            0 => stage(state) == Stage::Later,
            number => judged
                .possible()
                .any(|indicator| indicator.number == number),
        };
        if !offered {
            let first = judged.applicable().next();
            subject.set(first.map_or(0, |indicator| indicator.number));
        }
    });
    let list = el("select")
        .attr("id", "subject")
        .on("change", move |event| {
            let chosen = event_target_value(&event).parse().unwrap_or(0);
            subject.set(chosen);
            // Only a major one is possible: it is chosen with the subject.
            let only_major = judged_on(state, state.today)
                .get(chosen)
                .is_none_or(Indicator::is_major_only);
            if only_major {
                major.set(true);
            }
        })
        .child(options);
    el("div")
        .class("field")
        .child(
            el("label")
                .attr("for", "subject")
                .child(words.findings().subject),
        )
        .child(el("div").class("input").child(list))
}

fn option(subject: RwSignal<u8>, value: u8, text: String) -> AnyView {
    el("option")
        .flag("selected", live(move || subject.get() == value))
        .attr_owned("value", value.to_string())
        .child(text)
        .view()
}
