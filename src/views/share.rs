//! The link of the page: copied, handed over to the device, sent.

use super::page;
use crate::browser::{clipboard, document, share as sheet};
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el, live, when};
use leptos::prelude::*;

/// What one does with the link, then print.
pub fn share(state: State, words: Words) -> El {
    let texts = words.share();
    let copied = RwSignal::new(None);
    let copy = move |_| clipboard::copy(&state.link(), move |done| copied.set(Some(done)));
    let said = live(move || {
        let said = match copied.get() {
            None => "",
            Some(true) => words.result().copied,
            Some(false) => words.result().copy_failed,
        };
        said.to_owned()
    });
    // Where the clipboard is refused, the link is there to be copied by hand.
    let by_hand = when(
        move || copied.get() == Some(false),
        move || {
            el("input")
                .class("link")
                .attr("readonly", "")
                .attr("aria-label", words.result().copy_link)
                .value(live(move || state.link()))
        },
    );
    let title = move || words.view(state.view.get_untracked());
    let hand_over = sheet::is_possible().then(|| {
        page::button("button quiet", texts.hand_over)
            .on("click", move |_| sheet::share(title(), &state.link()))
    });
    let send = el("a")
        .class("button quiet")
        .attr_live(
            "href",
            live(move || sheet::message(words.view(state.view.get()), &state.link())),
        )
        .child(texts.send);
    el("div")
        .child(
            el("div")
                .class("actions")
                .child(page::button("button", words.result().copy_link).on("click", copy))
                .child(hand_over)
                .child(send)
                .child(
                    page::button("button quiet", words.result().print)
                        .on("click", |_| document::print()),
                ),
        )
        .child(el("p").class("hint").attr("role", "status").child(said))
        .child(by_hand)
}
