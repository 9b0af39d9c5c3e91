//! The link of the page: copied, handed over to the device, sent.

use super::page;
use crate::browser::document::{self, Module};
use crate::browser::{clipboard, qr, share as sheet, timer};
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, Live, el, live, when};
use leptos::prelude::*;

/// The button that copies the link, and what is said then.
pub fn copy(state: State, words: Words, class: &'static str) -> (El, El) {
    let copied = RwSignal::new(None);
    let copy = move |_| clipboard::copy(&state.link(), move |done| copied.set(Some(done)));
    let texts = words.result();
    let said = after_copy(copied, [texts.copied, texts.copy_failed]);
    // Where the clipboard is refused, the link is there to be copied by hand.
    let by_hand = when(
        move || copied.get() == Some(false),
        move || {
            el("input")
                .class("link")
                .attr("readonly", "")
                .attr("data-testid", "share-link")
                .attr("aria-label", words.result().copy_link)
                .value(live(move || state.link()))
        },
    );
    let button = page::button(class, words.result().copy_link).on("click", copy);
    let said = el("div")
        .child(el("p").class("hint").attr("role", "status").child(said))
        .child(by_hand);
    (button, said)
}

/// What is said once something was copied, or could not be; nothing before.
pub fn after_copy(copied: RwSignal<Option<bool>>, texts: [&'static str; 2]) -> Live<String> {
    let [done, failed] = texts;
    live(move || {
        let said = match copied.get() {
            None => "",
            Some(true) => done,
            Some(false) => failed,
        };
        said.to_owned()
    })
}

/// What one does with the link, then print.
pub fn share(state: State, words: Words) -> El {
    let texts = words.share();
    let (copy, said) = copy(state, words, "button");
    let title = move || words.view(state.view.get_untracked());
    let hand_over = sheet::is_possible().then(|| {
        page::button("button quiet", texts.hand_over)
            .on("click", move |_| sheet::share(title(), &state.link()))
    });
    let coded = RwSignal::new(String::new());
    let code = move |_| {
        coded.set(state.link());
        timer::next_frame(|| document::ask_for(Module::Qr));
    };
    // The code of another link than this page's would mislead.
    let drawn = when(
        move || coded.with(|coded| *coded == state.link()),
        move || qr_code(words, coded.get_untracked()),
    );
    let send = el("a")
        .class("button quiet")
        .attr_live(
            "href",
            live(move || sheet::message("", words.view(state.view.get()), &state.link())),
        )
        .child(texts.send);
    el("div")
        .child(
            el("div")
                .class("actions")
                .child(copy)
                .child(hand_over)
                .child(send)
                .child(page::button("button quiet", texts.code).on("click", code))
                .child(
                    page::button("button quiet", words.result().print)
                        .on("click", |_| document::print()),
                ),
        )
        .child(said)
        .child(drawn)
}

/// Where the code is drawn, and what is said meanwhile or instead.
fn qr_code(words: Words, link: String) -> El {
    let texts = words.share();
    // Beyond that no code holds it at the redundancy that a print needs.
    if link.len() > 2_300 {
        return el("p")
            .class("help")
            .attr("role", "status")
            .child(texts.code_too_long);
    }
    el("div")
        .class("qr")
        .child(
            el("div")
                .attr("id", qr::PLACE)
                .attr_owned("data-text", link)
                .child(texts.code_drawn),
        )
        .child(el("p").class("help").child(texts.code_help))
}
