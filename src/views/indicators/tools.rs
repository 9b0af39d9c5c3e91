//! What narrows the grid: a word, a state, marks, a layout; and the date to compare with.

use super::filter::{APPLIES, Filter, Mark};
use crate::browser::document;
use crate::state::{State, key};
use crate::text::Words;
use crate::ui::{El, el, live, when};
use crate::views::keyed::{self, DateField, LineField};
use leptos::prelude::*;

/// The tools, and how many rows they leave.
pub fn tools(state: State, words: Words, filter: Memo<Filter>, shown: Memo<Vec<u8>>) -> El {
    let texts = words.indicators();
    let search = keyed::line_field(
        state,
        LineField {
            id: "search",
            label: texts.search,
            help: texts.search_help,
            kind: "search",
            keyboard: "text",
            unit: "",
            key: key::SEARCH,
            error: live(String::new),
        },
    );
    let mut marks = el("fieldset")
        .class("field marks")
        .child(el("legend").child(texts.marks));
    for mark in Mark::ALL {
        let label = match mark {
            Mark::NewEntrant => texts.new_entrant,
            Mark::MajorOnly => texts.major_only,
            Mark::Surveillance => texts.surveillance,
            Mark::Changed => texts.changed_here,
        };
        marks = marks.child(keyed::word(
            state,
            label.to_owned(),
            key::MARKS,
            mark.word(),
        ));
    }
    let count = live(move || match shown.with(Vec::len) {
        0 => texts.none.to_owned(),
        n => texts.shown(words.form_of(n as u64), &words.integer(n as u64)),
    });
    let reset = move || {
        el("button")
            .class("button quiet")
            .attr("type", "button")
            .on("click", move |_| {
                for key in [key::CRITERION, key::APPLIES, key::MARKS, key::SEARCH] {
                    state.set_key(key, "");
                }
                document::focus("search");
            })
            .child(texts.reset)
    };
    let left = el("div")
        .class("shown")
        .child(el("p").attr("role", "status").child(count))
        .child(when(
            move || filter.with(|filter| *filter != Filter::default()),
            reset,
        ));
    el("section")
        .class("tools")
        .attr("aria-label", texts.show)
        .child(search)
        .child(keyed::one_of(
            state,
            texts.show,
            key::APPLIES,
            &APPLIES,
            &[texts.all, texts.yes, texts.confirm, texts.no],
        ))
        .child(marks)
        .child(compare(state, words))
        .child(keyed::one_of(
            state,
            texts.layout,
            key::LAYOUT,
            &["", "grille"],
            &[texts.list, texts.tiles],
        ))
        .child(left)
}

/// The date to compare with, and the two days around the decree.
fn compare(state: State, words: Words) -> El {
    let texts = words.indicators();
    let field = keyed::date_field(
        state,
        words,
        DateField {
            id: "versus",
            label: texts.compare,
            help: texts.compare_help,
            key: key::COMPARED,
        },
    );
    let mut days = el("p").class("quick");
    for (day, label) in [
        ("2026-10-31", texts.before_decree),
        ("2026-11-01", texts.after_decree),
    ] {
        days = days.child(
            el("button")
                .class("button quiet")
                .attr("type", "button")
                .on("click", move |_| state.set_key(key::COMPARED, day))
                .child(label),
        );
    }
    el("div").child(field).child(days)
}
