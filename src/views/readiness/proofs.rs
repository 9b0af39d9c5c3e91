//! What will be shown to the auditor, each ticked once it is there.

use crate::browser::document;
use crate::desk::Desk;
use crate::drafts::{Preparation, Proof};
use crate::text::Words;
use crate::ui::{El, el, live};
use crate::views::page;
use leptos::prelude::*;

/// The list, and what the guide advises.
pub fn proofs(desk: Desk, words: Words, number: u8) -> El {
    let texts = words.readiness();
    let count = Memo::new(move |_| {
        desk.readiness
            .with(|readiness| readiness.of(number).evidence.len())
    });
    let list = live(move || {
        (0..count.get())
            .fold(el("ul").class("proofs"), |list, place| {
                list.child(proof(desk, words, number, place))
            })
            .view()
    });
    let advised = words.indicator(number).map_or("", |asked| asked.evidence);
    let take_advised = move |_| {
        desk.prepare(number, |one| {
            for text in advised.split(", ") {
                let known = one.evidence.iter().any(|proof| proof.text == text);
                if !known {
                    one.evidence.push(new(text));
                }
            }
        });
    };
    let add = move |_| {
        desk.prepare(number, |one| one.evidence.push(new(texts.proof)));
        let last = count.get_untracked().saturating_sub(1);
        document::once_shown(move || document::select(&id(number, last)));
    };
    el("fieldset")
        .class("evidence")
        .child(el("legend").child(texts.evidence))
        .child((!advised.is_empty()).then(|| el("p").class("help").child(texts.advised(advised))))
        .child(list)
        .child(page::actions(vec![
            page::button("button quiet", texts.add_proof)
                .attr_owned("id", id(number, usize::MAX))
                .on("click", add),
            page::button("button quiet", texts.take_advised).on("click", take_advised),
        ]))
}

fn new(text: &str) -> Proof {
    Proof {
        text: text.to_owned(),
        ready: false,
    }
}

/// The name of a line in the page; that of the last place is the button which adds one.
fn id(number: u8, place: usize) -> String {
    ["proof-", &number.to_string(), "-", &place.to_string()].concat()
}

fn proof(desk: Desk, words: Words, number: u8, place: usize) -> El {
    let texts = words.readiness();
    let text = move || {
        desk.readiness.with(|readiness| {
            let one = readiness.of(number);
            one.evidence
                .get(place)
                .map(|proof| proof.text.clone())
                .unwrap_or_default()
        })
    };
    let ready = live(move || {
        desk.readiness.with(|readiness| {
            let one = readiness.of(number);
            one.evidence.get(place).is_some_and(|proof| proof.ready)
        })
    });
    let change = move |change: &dyn Fn(&mut Proof)| {
        desk.prepare(number, |one: &mut Preparation| {
            if let Some(proof) = one.evidence.get_mut(place) {
                change(proof);
            }
        });
    };
    let tick = el("input")
        .attr("type", "checkbox")
        .attr_live("aria-label", live(move || texts.proof_ready(&text())))
        .attr_live("title", live(move || texts.proof_ready(&text())))
        .checked(ready)
        .on("change", move |event| {
            let ticked = event_target_checked(&event);
            change(&|proof| proof.ready = ticked);
        });
    let line = el("input")
        .attr("type", "text")
        .attr_owned("id", id(number, place))
        .attr("aria-label", texts.proof)
        .attr("title", texts.proof)
        .attr("maxlength", "300")
        .value(live(text))
        .on("input", move |event| {
            let typed = event_target_value(&event);
            change(&|proof| proof.text.clone_from(&typed));
        });
    let remove = move |_| {
        desk.prepare(number, |one| {
            if place < one.evidence.len() {
                one.evidence.remove(place);
            }
        });
        document::once_shown(move || document::focus(&id(number, usize::MAX)));
    };
    el("li")
        .child(tick)
        .child(el("div").class("input wide").child(line))
        .child(
            page::button("quiet", texts.remove_short)
                .attr_live("aria-label", live(move || texts.remove_proof(&text())))
                .on("click", remove),
        )
}
