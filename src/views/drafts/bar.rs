//! What stands over every view: the draft that is open, and why it is not being kept.

use super::files;
use crate::desk::{Desk, Trouble, Unwritten};
use crate::drafts::Draft;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, el, live, when};
use crate::views::page;
use leptos::prelude::*;
use std::sync::Arc;

/// Nothing, while nothing was ever saved here.
pub fn bar(desk: Desk, state: State, words: Words) -> AnyView {
    let texts = words.draft_bar();
    let on_drafts = move || matches!(state.view.get(), View::Drafts | View::Readiness);
    let memory = when(
        move || !desk.lasting.get() && (on_drafts() || desk.open.with(Option::is_some)),
        move || {
            el("p")
                .class("banner quiet-banner")
                .attr("role", "status")
                .attr("data-testid", "storage-banner")
                .child(texts.storage_off)
        },
    );
    let here = when(
        move || desk.open.with(Option::is_some) || desk.drafts.with(|drafts| !drafts.is_empty()),
        move || line(desk, state, words),
    );
    let trouble = live(move || {
        desk.trouble
            .get()
            .map(|trouble| settle(desk, words, &trouble).view())
            .into_any()
    });
    let full = when(
        move || desk.unwritten.with(|unwritten| !unwritten.is_empty()),
        move || no_room(desk, words),
    );
    el("div")
        .class("over")
        .child(memory)
        .child(here)
        .child(el("div").attr("role", "alert").child(full).child(trouble))
        .view()
}

fn line(desk: Desk, state: State, words: Words) -> El {
    let texts = words.draft_bar();
    let name = move |open: &Option<Arc<Draft>>| {
        open.as_ref()
            .map_or_else(|| texts.not_saved.to_owned(), |open| texts.open(&open.name))
    };
    let kept = move || {
        let kept = if desk.open.with(Option::is_none) {
            ""
        } else if desk.trouble.with(Option::is_some) || desk.is_unwritten(&state.origin.get()) {
            texts.writing
        } else if desk.lasting.get() {
            texts.kept
        } else {
            texts.kept_here
        };
        kept.to_owned()
    };
    let label = move || {
        if desk.open.with(Option::is_some) {
            words.drafts().to_drafts
        } else {
            words.drafts().save
        }
        .to_owned()
    };
    el("p")
        .class("draft-bar")
        .attr("data-testid", "draft-bar")
        .child(el("strong").child(live(move || desk.open.with(name))))
        .child(" ")
        .child(el("span").class("detail").child(live(kept)))
        .child(" ")
        .child(
            el("a")
                .flag("hidden", live(move || state.view.get() == View::Drafts))
                .attr_live("href", live(move || state.link_to(View::Drafts)))
                .child(live(label)),
        )
}

/// The drafts that are in the page only.
fn no_room(desk: Desk, words: Words) -> El {
    let texts = words.draft_bar();
    let names = live(move || {
        let names = |unwritten: &Vec<Unwritten>| {
            let names = unwritten.iter().map(|one| one.draft.name.clone());
            names.collect::<Vec<String>>().join(", ")
        };
        texts.full(&desk.unwritten.with(names))
    });
    el("div")
        .class("banner unread")
        .child(
            el("p")
                .child(el("strong").child(texts.full_title))
                .child(" ")
                .child(names),
        )
        .child(page::actions(vec![
            page::button("button quiet", words.drafts().export)
                .on("click", move |_| files::export_unwritten(desk)),
        ]))
}

fn settle(desk: Desk, words: Words, trouble: &Trouble) -> El {
    let texts = words.draft_bar();
    let (title, sentence, buttons) = match trouble {
        Trouble::Elsewhere(_) => (
            texts.elsewhere_title,
            texts.elsewhere,
            vec![
                page::button("button", texts.keep_mine).on("click", move |_| desk.keep_mine()),
                page::button("button quiet", texts.take_theirs)
                    .on("click", move |_| desk.take_theirs()),
                page::button("button quiet", texts.keep_both)
                    .on("click", move |_| desk.keep_both()),
            ],
        ),
        Trouble::Gone => (
            texts.gone_title,
            texts.gone,
            vec![
                page::button("button", texts.save_again).on("click", move |_| desk.keep_mine()),
                page::button("button quiet", texts.let_go).on("click", move |_| desk.let_go()),
            ],
        ),
    };
    el("div")
        .class("banner unread")
        .child(
            el("p")
                .child(el("strong").child(title))
                .child(" ")
                .child(sentence),
        )
        .child(page::actions(buttons))
}
