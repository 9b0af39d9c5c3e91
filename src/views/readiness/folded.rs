//! What was noted for indicators that no longer apply.

use super::{step, title};
use crate::desk::Desk;
use crate::drafts::Preparation;
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el, live};
use leptos::prelude::*;

/// Folded away, never lost.
pub fn folded(desk: Desk, state: State, words: Words) -> El {
    let texts = words.readiness();
    let left = Memo::new(move |_| {
        state.assessment.with(|assessment| {
            desk.readiness.with(|readiness| {
                let applies = |number: u8| {
                    let mut possible = assessment.indicators.possible();
                    possible.any(|indicator| indicator.number == number)
                };
                readiness
                    .iter()
                    .filter(|(number, _)| !applies(*number))
                    .map(|(number, one)| (number, one.clone()))
                    .collect::<Vec<(u8, Preparation)>>()
            })
        })
    });
    let list = live(move || {
        left.with(|left| {
            if left.is_empty() {
                return ().into_any();
            }
            let count = left.len();
            let summary = texts.folded(words.form_of(count as u64), &count.to_string());
            let list = left
                .iter()
                .fold(el("ul").class("plain-list"), |list, (number, one)| {
                    list.child(row(words, *number, one))
                });
            el("details")
                .attr("data-testid", "folded")
                .child(el("summary").child(summary))
                .child(el("p").class("help").child(texts.folded_lead))
                .child(list)
                .view()
        })
    });
    el("div").child(list)
}

fn row(words: Words, number: u8, one: &Preparation) -> El {
    let texts = words.readiness();
    let head = texts.folded_item(
        &number.to_string(),
        step(words, one.progress),
        title(words, number),
    );
    let proofs = one.evidence.iter().fold(el("ul"), |list, proof| {
        list.child(el("li").child(proof.text.clone()))
    });
    el("li")
        .child(el("p").child(el("strong").child(head)))
        .child((!one.note.is_empty()).then(|| el("p").class("noted").child(one.note.clone())))
        .child((!one.evidence.is_empty()).then_some(proofs))
}
