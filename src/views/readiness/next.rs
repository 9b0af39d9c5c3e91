//! What is due next.

use super::item::{Item, items};
use super::title;
use crate::browser::document;
use crate::desk::Desk;
use crate::state::{State, key};
use crate::text::{Words, by_day};
use crate::ui::{El, el, live};
use crate::views::page;
use calliope_rules::date::format_iso;
use leptos::prelude::*;

/// How many are listed.
const LISTED: usize = 8;

/// The list, the nearest first.
pub fn next(desk: Desk, state: State, words: Words) -> El {
    let due = Memo::new(move |_| {
        let items = items(desk, state).into_iter();
        let due = items.filter(|item| item.due.is_some()).collect();
        let mut due = by_day(due, |item: &Item| item.due.unwrap_or_default());
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
    let day = item.due.unwrap_or(state.today);
    let (date, number) = (words.date(day), item.number.to_string());
    let name = title(words, item.number);
    let said = if item.who.is_empty() {
        texts.due(&date, &number, name)
    } else {
        texts.due_who(&date, &number, name, &item.who)
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
        .attr_owned("data-date", format_iso(day))
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
