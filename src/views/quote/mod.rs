//! The quote: answers on one side, what follows from them on the other.

mod explain;
mod form;
mod result;
mod summary;

use crate::state::State;
use crate::text::Words;
use leptos::prelude::*;

/// `#/devis`
pub fn quote(state: State, words: Words) -> AnyView {
    view! {
        <h1 id="title" class="page-title" tabindex="-1">{words.site.tagline}</h1>
        <div class="quote">
            {form::questions(state, words)}
            {result::outcome(state, words)}
        </div>
        {summary::summary(state, words)}
    }
    .into_any()
}
