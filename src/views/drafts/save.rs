//! Saving what is on screen under a name.

use crate::browser::document;
use crate::desk::Desk;
use crate::drafts::draft;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, TextField, el, line_of_text, live, take, text_field};
use crate::views::page;
use leptos::prelude::*;

/// The form, or what is open already.
pub fn save(desk: Desk, state: State, words: Words) -> El {
    let texts = words.drafts();
    let is_open = Memo::new(move |_| desk.open.with(Option::is_some));
    let inside = live(move || {
        if is_open.get() {
            opened(desk, state, words).view()
        } else {
            form(desk, state, words).view()
        }
    });
    page::part("save", texts.save_title).child(inside)
}

fn form(desk: Desk, state: State, words: Words) -> El {
    let texts = words.drafts();
    let (name, tags) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let refused = RwSignal::new(false);
    let save = move || {
        if draft::name(&name.get_untracked()).is_empty() {
            refused.set(true);
            document::focus("draft-name");
            return;
        }
        desk.save(&name.get_untracked(), &tags.get_untracked());
        document::once_shown(|| document::focus("save"));
    };
    let name_field = text_field(TextField {
        id: "draft-name".into(),
        label: texts.name,
        help: texts.name_help,
        kind: "text",
        keyboard: "text",
        unit: "",
        value: live(move || name.get()),
        on_input: take(move |text| {
            refused.set(false);
            name.set(text);
        }),
        on_done: take(|_| {}),
        error: live(move || {
            if refused.get() {
                texts.name_missing.to_owned()
            } else {
                String::new()
            }
        }),
    });
    let tags_field = line_of_text(
        "draft-tags",
        [texts.tags, texts.tags_help],
        "text",
        live(move || tags.get()),
        take(move |text| tags.set(text)),
    );
    el("div")
        .class("form")
        .on("keydown", move |event| {
            if document::is_enter(&event) {
                save();
            }
        })
        .child(el("p").class("help").child(texts.save_lead))
        .child(page::for_profile(state, words))
        .child(page::fields(vec![name_field, tags_field]))
        .child(page::actions(vec![
            page::button("button", texts.save).on("click", move |_| save()),
        ]))
}

fn opened(desk: Desk, state: State, words: Words) -> El {
    let texts = words.drafts();
    let sentence = live(move || {
        desk.open.with(|open| {
            open.as_ref()
                .map_or_else(String::new, |open| texts.open_now(&open.name))
        })
    });
    let close = move |_| {
        desk.leave_draft();
        document::once_shown(|| document::focus("save"));
    };
    let quote = el("a")
        .class("button")
        .attr_live("href", live(move || state.link_to(View::Quote)))
        .child(texts.to_quote);
    el("div")
        .child(el("p").attr("role", "status").child(sentence))
        .child(page::actions(vec![
            quote,
            page::button("button quiet", texts.close).on("click", close),
        ]))
        .child(el("p").class("help").child(texts.close_help))
}
