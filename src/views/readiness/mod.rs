//! Where each indicator stands before the audit: the white audit one does oneself.

mod card;
mod folded;
mod item;
mod next;
mod overview;
mod paper;
mod proofs;
mod today;

use super::{drafts, page};
use crate::browser::document;
use crate::desk::Desk;
use crate::drafts::Progress;
use crate::state::{State, key};
use crate::text::Words;
use crate::ui::{Choices, El, choices, el, live, take, when};
use item::{Item, items};
use leptos::prelude::*;

/// What is shown, the first being everything.
const SHOWN: [&str; 4] = ["", "faire", "constats", "retard"];

/// `#/preparation`
pub fn readiness(desk: Desk, state: State, words: Words) -> AnyView {
    let texts = words.readiness();
    let is_open = Memo::new(move |_| desk.open.with(Option::is_some));
    let body = live(move || {
        if is_open.get() {
            sheet(desk, state, words).view()
        } else {
            el("div")
                .child(page::verdict("", texts.save_first.to_owned()))
                .child(drafts::save(desk, state, words))
                .view()
        }
    });
    vec![
        page::title(texts.title).view(),
        el("p").class("lead no-print").child(texts.lead).view(),
        body.into_any(),
    ]
    .into_any()
}

fn sheet(desk: Desk, state: State, words: Words) -> El {
    let texts = words.readiness();
    let on_screen = el("div")
        .class("no-print")
        .child(page::for_profile(state, words))
        .child(page::provisional(state, words))
        .child(overview::overview(desk, state, words))
        .child(next::next(desk, state, words))
        .child(today::today(desk, state, words))
        .child(page::actions(vec![
            page::button("button quiet", texts.print).on("click", |_| document::print()),
        ]))
        .child(indicators(desk, state, words))
        .child(folded::folded(desk, state, words));
    el("div")
        .child(on_screen)
        .child(paper::paper(desk, state, words))
}

/// One criterion at a time, or what is left to do in all of them.
fn indicators(desk: Desk, state: State, words: Words) -> El {
    let texts = words.readiness();
    let shown = choices(Choices {
        name: "shown",
        legend: texts.show,
        options: &[
            texts.show_all,
            texts.show_to_do,
            texts.show_found,
            texts.show_late,
        ],
        chosen: live(move || {
            let word = state.key(key::TO_DO);
            SHOWN.iter().position(|known| *known == word).unwrap_or(0)
        }),
        on_change: take(move |place: usize| {
            state.set_key(key::TO_DO, SHOWN.get(place).copied().unwrap_or_default());
        }),
    });
    let numbers = Memo::new(move |_| {
        let wanted = wanted(state);
        items(desk, state)
            .into_iter()
            .filter(|item| wanted.is_none_or(|criterion| item.criterion == criterion))
            .filter(|item| matches(item, &state.key(key::TO_DO)))
            .map(|item| item.number)
            .collect::<Vec<u8>>()
    });
    let cards = For(ForProps::builder()
        .each(move || numbers.get())
        .key(|number| *number)
        .children(move |number| card::card(desk, state, words, number).view())
        .build());
    let nothing = when(
        move || numbers.with(Vec::is_empty),
        move || el("p").class("help").child(texts.nothing_shown),
    );
    let heading = live(move || match wanted(state) {
        Some(criterion) => [&criterion.to_string(), ". ", words.criterion(criterion)].concat(),
        None => texts.all_criteria.to_owned(),
    });
    el("section")
        .class("part")
        .attr("aria-labelledby", "prepared")
        .child(
            el("h2")
                .attr("id", "prepared")
                .attr("tabindex", "-1")
                .child(heading),
        )
        .child(shown)
        .child(nothing)
        .child(el("ul").class("preparations").child(cards.into_any()))
}

/// The criterion on screen: the first one, unless the address or a filter says otherwise.
fn wanted(state: State) -> Option<u8> {
    match state.key(key::PREPARED).parse::<u8>() {
        Ok(criterion @ 1..=7) => Some(criterion),
        _ if state.key(key::TO_DO).is_empty() => Some(1),
        _ => None,
    }
}

fn matches(item: &Item, shown: &str) -> bool {
    match shown {
        "faire" => item.progress != Progress::Ready,
        "constats" => matches!(item.progress, Progress::Minor | Progress::Major),
        "retard" => item.late,
        _ => true,
    }
}

/// The name of a step.
const fn step(words: Words, progress: Progress) -> &'static str {
    let texts = words.readiness();
    match progress {
        Progress::NotStarted => texts.not_started,
        Progress::InProgress => texts.in_progress,
        Progress::Ready => texts.ready,
        Progress::Minor => texts.minor,
        Progress::Major => texts.major,
    }
}

/// What an indicator asks, in a few words.
fn title(words: Words, number: u8) -> &'static str {
    words.indicator(number).map_or("", |asked| asked.title)
}
