//! The quote: answers on one side, what follows from them on the other.

mod breakdown;
mod consent;
mod contact;
mod explain;
mod form;
mod next;
mod options;
mod result;
mod summary;

pub use options::{entry_note, excluded, per_year, price_name};
pub use result::not_in_force;

use crate::state::State;
use crate::text::Words;
use crate::ui::el;
use crate::views::page;
use leptos::prelude::*;

/// `#/devis`
pub fn quote(state: State, words: Words) -> AnyView {
    let title = page::title(words.site().tagline);
    let sides = el("div")
        .class("quote")
        .child(form::questions(state, words))
        .child(result::outcome(state, words));
    let line = summary::summary(state, words);
    // A frame as high as its content has no foot to pin the line to: it comes first.
    let parts = match state.embedded() {
        true => vec![title.view(), line, sides.view()],
        false => vec![title.view(), sides.view(), line],
    };
    parts.into_any()
}
