//! An address that nobody knows.

use crate::text::Words;
use leptos::prelude::*;

/// Says so, and leads on.
pub fn not_found(words: Words) -> AnyView {
    view! {
        <div class="lost">
            <h1 id="title" tabindex="-1">{words.views.not_found}</h1>
            <p>{words.views.not_found_text}</p>
            <p><a class="button" href="#/devis">{words.views.to_quote}</a></p>
        </div>
    }
    .into_any()
}
