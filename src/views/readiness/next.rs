//! What is due next.

use super::item::{Item, items};
use super::title;
use crate::browser::document;
use crate::desk::Desk;
use crate::drafts::Progress;
use crate::state::{State, key};
use crate::text::{Words, by_day};
use crate::ui::{El, el, live};
use crate::views::page;
use calliope_rules::date::format_iso;
use chrono::NaiveDate;
use leptos::prelude::*;

/// How many are listed.
const LISTED: usize = 8;

/// The list, the nearest first.
pub fn next(desk: Desk, state: State, words: Words) -> El {
    let due = Memo::new(move |_| {
        // A non-conformity without a date is to be seen too, after what has one.
        let found = |item: &Item| matches!(item.progress, Progress::Minor | Progress::Major);
        let wanted = |item: &Item| item.due.is_some() || found(item);
        let items = items(desk, state).into_iter().filter(wanted).collect();
        let mut due = by_day(items, |item: &Item| item.due.unwrap_or(NaiveDate::MAX));
        due.truncate(LISTED);
        due
    });
    let list = live(move || {
        due.with(|due| {
            if due.is_empty() {
                return el("p")
                    .class("help")
                    .child(words.readiness().nothing_next)
                    .view();
            }
            due.iter()
                .fold(el("ul").class("plain-list"), |list, item| {
                    list.child(row(state, words, item))
                })
                .view()
        })
    });
    page::part("next", words.readiness().next).child(list)
}

fn row(state: State, words: Words, item: &Item) -> El {
    let texts = words.readiness();
    let (number, name) = (item.number.to_string(), title(words, item.number));
    let said = match item.due {
        None => texts.due_undated(&number, name),
        Some(day) if item.who.is_empty() => texts.due(&words.date(day), &number, name),
        Some(day) => texts.due_who(&words.date(day), &number, name, &item.who),
    };
    let criterion = item.criterion.to_string();
    let go = move |_| {
        state.set_key(key::PREPARED, &criterion);
        document::go_to("prepared");
    };
    let late = item
        .late
        .then(|| el("span").class("chip late").child(texts.late));
    el("li")
        .attr_owned("data-date", item.due.map(format_iso).unwrap_or_default())
        .child(
            el("button")
                .attr("type", "button")
                .class("quiet")
                .on("click", go)
                .child(said),
        )
        .child(" ")
        .child(late)
}
