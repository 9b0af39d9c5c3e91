//! What is kept, where, how long, and how to erase it.

use super::sentences;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, el};
use crate::views::page;
use leptos::prelude::*;

/// The view.
pub fn privacy(state: State, words: Words) -> AnyView {
    let texts = words.privacy();
    let sent = [
        texts.sent_page,
        texts.sent_link,
        texts.sent_partner,
        texts.sent_contact,
    ];
    vec![
        page::title(words.view(View::Privacy)).view(),
        el("p").class("lead").child(texts.lead).view(),
        kept(words).view(),
        page::part("sent", texts.sent)
            .child(sentences(&sent))
            .view(),
        page::part("shared", texts.shared)
            .child(el("p").child(texts.shared_text))
            .child(page::to(state, View::Drafts, texts.to_drafts))
            .view(),
    ]
    .into_any()
}

fn kept(words: Words) -> El {
    let texts = words.privacy();
    let heads = [texts.what, texts.where_kept, texts.how_long, texts.erase];
    let head = heads.into_iter().fold(el("tr"), |row, text| {
        row.child(el("th").attr("scope", "col").child(text))
    });
    let rows = [
        [
            texts.answers,
            texts.answers_where,
            texts.answers_long,
            texts.answers_erase,
        ],
        [
            texts.drafts,
            texts.drafts_where,
            texts.drafts_long,
            texts.drafts_erase,
        ],
        [
            texts.files,
            texts.files_where,
            texts.files_long,
            texts.files_erase,
        ],
        [
            texts.exports,
            texts.exports_where,
            texts.exports_long,
            texts.exports_erase,
        ],
    ];
    let body = rows
        .into_iter()
        .fold(el("tbody"), |body, [what, cells @ ..]| {
            let row = el("tr").child(el("th").attr("scope", "row").child(what));
            let labelled = cells.into_iter().zip(&heads[1..]);
            body.child(labelled.fold(row, |row, (text, head)| {
                // On a phone each cell says under which heading it stood.
                row.child(el("td").attr("data-label", head).child(text))
            }))
        });
    el("table")
        .class("facts")
        .child(el("caption").child(texts.kept))
        .child(el("thead").child(head))
        .child(body)
}
