//! An address that nobody knows.

use crate::text::Words;
use crate::ui::{El, el};

/// Says so, and leads on.
pub fn not_found(words: Words) -> El {
    let link = el("a")
        .class("button")
        .attr("href", "#/devis")
        .child(words.views().to_quote);
    el("div")
        .class("lost")
        .child(
            el("h1")
                .attr("id", "title")
                .attr("tabindex", "-1")
                .child(words.views().not_found),
        )
        .child(el("p").child(words.views().not_found_text))
        .child(el("p").child(link))
}
