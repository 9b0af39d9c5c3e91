//! The preparation on paper: every indicator with all that was noted.

use super::{step, title};
use crate::desk::Desk;
use crate::drafts::{Draft, Preparation};
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::date;
use leptos::prelude::*;

/// On paper only. Made of what was last written: typing does not wait for it.
pub fn paper(desk: Desk, state: State, words: Words) -> El {
    let sheet = live(move || {
        desk.open.with(|open| {
            open.as_ref()
                .map(|draft| sheet(state, words, draft).view())
                .into_any()
        })
    });
    el("div").class("only-print").child(sheet)
}

fn sheet(state: State, words: Words, draft: &Draft) -> El {
    let texts = words.readiness();
    let heads = [
        words.indicators().name,
        texts.paper_state,
        texts.who,
        texts.by,
        texts.note,
        texts.paper_evidence,
    ];
    let head = heads.into_iter().fold(el("tr"), |head, name| {
        head.child(el("th").attr("scope", "col").child(name))
    });
    let (rows, profile) = state.assessment.with(|assessment| {
        let profile = state
            .parsed
            .with(|parsed| words.profile(&parsed.answers, state.today));
        let rows = assessment
            .indicators
            .possible()
            .fold(el("tbody"), |body, one| {
                body.child(row(words, one.number, draft.work.readiness.of(one.number)))
            });
        (rows, profile)
    });
    el("div")
        .child(el("h2").child(texts.paper(&draft.name)))
        .child(el("p").child(words.page().for_profile(&profile)))
        .child(
            el("table")
                .class("facts")
                .child(el("caption").class("hidden").child(texts.title))
                .child(el("thead").child(head))
                .child(rows),
        )
}

fn row(words: Words, number: u8, one: &Preparation) -> El {
    let day = date::parse_iso(&one.by).map_or_else(String::new, |day| words.date(day));
    let proofs = one
        .evidence
        .iter()
        .fold(el("ul").class("plain-list"), |list, proof| {
            let mark = if proof.ready { "☑ " } else { "☐ " };
            list.child(el("li").child([mark, &proof.text].concat()))
        });
    el("tr")
        .child(
            el("th")
                .attr("scope", "row")
                .child([&number.to_string(), ". ", title(words, number)].concat()),
        )
        .child(el("td").child(step(words, one.progress)))
        .child(el("td").child(one.who.clone()))
        .child(el("td").child(day))
        .child(el("td").class("noted").child(one.note.clone()))
        .child(el("td").child(proofs))
}
