//! The drafts: saving, finding, files, a portfolio, where the data are.

mod bar;
mod card;
mod data;
mod files;
mod import;
mod list;
mod portfolio;
mod save;
mod since;

pub use bar::bar;
pub use save::save;

use super::page;
use crate::desk::Desk;
use crate::state::State;
use crate::text::Words;
use crate::ui::{el, when};
use leptos::prelude::*;

/// `#/brouillons`
pub fn drafts(desk: Desk, state: State, words: Words) -> AnyView {
    let texts = words.drafts();
    // Browsers keep the storage of a frame apart for each page around it.
    let here_only = when(
        move || state.embedded() && desk.lasting.get(),
        move || el("p").class("hint").child(words.embed().here_only),
    );
    vec![
        page::title(texts.title).view(),
        el("p").class("lead").child(texts.lead).view(),
        here_only,
        save(desk, state, words).view(),
        list::list(desk, state, words).view(),
        files::files(desk, words).view(),
        portfolio::portfolio(desk, state, words).view(),
        data::data(desk, words).view(),
    ]
    .into_any()
}
