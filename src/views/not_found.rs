//! An address that nobody knows.

use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, el, live};
use crate::views::page;

/// Says so, and leads on.
pub fn not_found(state: State, words: Words) -> El {
    let link = el("a")
        .class("button")
        .attr_live("href", live(move || state.link_to(View::Quote)))
        .child(words.views().to_quote);
    el("div")
        .class("lost")
        .child(page::title(words.views().not_found))
        .child(el("p").child(words.views().not_found_text))
        .child(el("p").child(link))
}
