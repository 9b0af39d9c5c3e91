//! One indicator: how far it is, notes, who, by when, evidence.

use super::{proofs, step, title};
use crate::browser::document;
use crate::desk::Desk;
use crate::drafts::{Preparation, Progress};
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el, line_of_text, live, take, when};
use crate::views::page;
use calliope_rules::date;
use calliope_rules::indicators::Indicator;
use leptos::prelude::*;

/// The card; its notes are made only once they are unfolded.
pub fn card(desk: Desk, state: State, words: Words, number: u8) -> El {
    let texts = words.readiness();
    let n = number.to_string();
    let unfolded = RwSignal::new(false);
    let noted = Memo::new(move |_| {
        desk.readiness.with(|readiness| {
            let one = readiness.of(number);
            let notes = !one.note.is_empty() || !one.who.is_empty() || !one.by.is_empty();
            (notes, one.evidence_ready(), one.evidence.len())
        })
    });
    let said = live(move || match noted.get() {
        (false, _, 0) => String::new(),
        (true, _, 0) => texts.noted.to_owned(),
        (_, ready, total) => texts.evidence_count(
            words.form_of(ready as u64),
            &ready.to_string(),
            &total.to_string(),
        ),
    });
    let notes = el("details")
        .on("toggle", move |event| {
            unfolded.set(document::is_unfolded(&event))
        })
        .child(
            el("summary")
                .child(el("span").class("hidden").child(texts.notes_of(&n)))
                .child(
                    el("span")
                        .attr("aria-hidden", "true")
                        .child(texts.notes_short),
                )
                .child(" ")
                .child(el("span").class("detail").child(said)),
        )
        .child(when(
            move || unfolded.get(),
            move || notes(desk, words, number),
        ));
    el("li")
        .class("preparation")
        .attr_owned("data-testid", ["preparation-", &n].concat())
        .attr_live(
            "data-progress",
            live(move || {
                desk.readiness
                    .with(|readiness| readiness.progress(number).id())
                    .to_owned()
            }),
        )
        .child(
            el("div")
                .class("preparation-head")
                .child(el("span").class("number").child(n.clone()))
                .child(el("h3").child(title(words, number)))
                .child(progress(desk, state, words, number)),
        )
        .child(marks(state, words, number))
        .child(notes)
}

/// A minor non-conformity is offered only where one is possible.
fn progress(desk: Desk, state: State, words: Words, number: u8) -> El {
    let texts = words.readiness();
    let id = ["progress-", &number.to_string()].concat();
    let only_major = Memo::new(move |_| is_major_only(state, number));
    let options = live(move || {
        let now = desk
            .readiness
            .with_untracked(|readiness| readiness.progress(number));
        let possible = |progress: &Progress| {
            *progress != Progress::Minor || !only_major.get() || now == Progress::Minor
        };
        Progress::ALL
            .into_iter()
            .filter(possible)
            .map(|progress| {
                let chosen = live(move || {
                    desk.readiness.with(|readiness| readiness.progress(number)) == progress
                });
                el("option")
                    .attr("value", progress.id())
                    .flag("selected", chosen)
                    .child(step(words, progress))
                    .view()
            })
            .collect::<Vec<AnyView>>()
            .into_any()
    });
    let list = el("select")
        .attr_owned("id", id.clone())
        .on("change", move |event| {
            let chosen = event_target_value(&event);
            let progress = Progress::ALL
                .into_iter()
                .find(|progress| progress.id() == chosen);
            desk.prepare(number, |one| one.progress = progress.unwrap_or_default());
        })
        .child(options);
    let label = texts.progress(&number.to_string());
    let list = list.attr_owned("title", label.clone());
    el("div")
        .class("field")
        .child(
            el("label")
                .class("hidden")
                .attr_owned("for", id)
                .child(label),
        )
        .child(el("div").class("input").child(list))
}

fn is_major_only(state: State, number: u8) -> bool {
    state.assessment.with(|assessment| {
        let indicator = assessment.indicators.get(number);
        indicator.is_some_and(Indicator::is_major_only)
    })
}

fn marks(state: State, words: Words, number: u8) -> El {
    let texts = words.indicators();
    let marks = live(move || {
        state.assessment.with(|assessment| {
            let Some(indicator) = assessment.indicators.get(number) else {
                return ().into_any();
            };
            let mut list = el("ul").class("marks-list");
            for (on, text) in [
                (
                    indicator.verdict.is_confirm(),
                    words.verdict(indicator.verdict),
                ),
                (indicator.is_major_only(), texts.major_only),
                (indicator.new_entrant, texts.new_entrant),
            ] {
                if on {
                    list = list.child(el("li").class("chip").child(text));
                }
            }
            list.view()
        })
    });
    el("div").child(marks)
}

fn notes(desk: Desk, words: Words, number: u8) -> El {
    let texts = words.readiness();
    let id = |name: &str| [name, "-", &number.to_string()].concat();
    let read = move |read: fn(&Preparation) -> &String| {
        live(move || {
            desk.readiness
                .with(|readiness| read(readiness.of(number)).clone())
        })
    };
    let note = el("textarea")
        .attr_owned("id", id("note"))
        .attr("rows", "3")
        .attr("maxlength", "4000")
        .value(read(|one| &one.note))
        .on("input", move |event| {
            let typed = event_target_value(&event);
            desk.prepare(number, |one| one.note = typed);
        });
    let note = el("div")
        .class("field")
        .child(el("label").attr_owned("for", id("note")).child(texts.note))
        .child(el("div").class("input wide").child(note));
    let who = line_of_text(
        id("who"),
        [texts.who, ""],
        "text",
        read(|one| &one.who),
        take(move |typed| desk.prepare(number, |one| one.who = typed)),
    );
    let by = line_of_text(
        id("by"),
        [texts.by, ""],
        "date",
        read(|one| &one.by),
        take(move |typed: String| {
            // A year being typed is no date yet: the input keeps it.
            if typed.is_empty() || date::parse_iso(&typed).is_some() {
                desk.prepare(number, |one| one.by = typed);
            }
        }),
    );
    el("div")
        .class("preparation-notes")
        .child(note)
        .child(page::fields(vec![who, by]))
        .child(proofs::proofs(desk, words, number))
}
