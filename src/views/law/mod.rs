//! Every rule with its value, its date, its source and how sure it is: the same tables as the engine's.

mod entry;
mod table;

use super::page;
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el, live};

use calliope_rules::RULES_VERSION;
use calliope_rules::catalogue::entries;
use calliope_rules::explain::Confidence;
use calliope_rules::framework::Framework;
use calliope_rules::sources;
use leptos::prelude::*;

/// Where common pages are wrong: the rules that hold instead.
const MISTAKES: [&str; 8] = [
    "framework.rnq-2019-v8",
    "framework.rnq-2026",
    "practice.new-entrant-formalisation",
    "duration.new_entrant.surveillance",
    "nda.contract-shown-within",
    "nda.micro-ceiling",
    "nda.prior-appeal",
    "practice.nda-portal",
];

/// What one may want to look up.
const GOOD_TO_KNOW: [&str; 6] = [
    "practice.legal-library",
    "practice.credentials",
    "practice.statistics",
    "practice.public-list",
    "practice.same-duration-for-all",
    "practice.duration-adjusted",
];

/// `#/regles`
pub fn law(state: State, words: Words) -> AnyView {
    let texts = words.law();
    let lead = texts.lead(&words.date(sources::checked_on()), RULES_VERSION);
    vec![
        page::title(texts.title).view(),
        el("p").class("lead").child(lead).view(),
        provisional(state, words).view(),
        mistakes(state, words).view(),
        versions(words).view(),
        table::tables(state, words).view(),
        library(words).view(),
        page::know(words, &GOOD_TO_KNOW, state.today).view(),
    ]
    .into_any()
}

/// What waits for a publication, for the profile and in the tables.
fn provisional(state: State, words: Words) -> El {
    let texts = words.law();
    let listed = live(move || {
        state.assessment.with(|a| {
            if a.provisional.is_empty() {
                return el("p").child(texts.provisional_none).view();
            }
            let list = a
                .provisional
                .iter()
                .fold(el("ul").class("plain-list"), |list, what| {
                    list.child(el("li").child(words.provisional(*what)))
                });
            el("div")
                .class("verdict-box unsure")
                .child(el("p").child(texts.provisional_lead))
                .child(list)
                .view()
        })
    });
    let unsure = entries()
        .iter()
        .filter(|entry| entry.basis.confidence == Confidence::D)
        .fold(el("ul").class("plain-list"), |list, entry| {
            list.child(el("li").child(entry::name(words, entry)))
        });
    page::part("provisional", texts.provisional)
        .child(listed)
        .child(el("h3").child(texts.estimates))
        .child(unsure)
}

fn mistakes(state: State, words: Words) -> El {
    let texts = words.law();
    let rows = MISTAKES.iter().fold(el("tbody"), |body, id| {
        body.child(
            el("tr")
                .child(
                    el("td")
                        .attr("data-label", texts.says)
                        .child(words.mistake(id)),
                )
                .child(el("td").attr("data-label", texts.holds).child(page::rules(
                    words,
                    &[id],
                    state.today,
                ))),
        )
    });
    let head = el("thead").child(
        el("tr")
            .child(el("th").attr("scope", "col").child(texts.says))
            .child(el("th").attr("scope", "col").child(texts.holds)),
    );
    page::part("mistakes", texts.mistakes).child(
        el("table")
            .class("facts")
            .child(el("caption").class("hidden").child(texts.mistakes))
            .child(head)
            .child(rows),
    )
}

fn versions(words: Words) -> El {
    let list =
        Framework::all()
            .iter()
            .rev()
            .fold(el("ul").class("cited-list"), |list, framework| {
                let id = framework.basis.rule.0;
                list.child(page::cited(
                    words,
                    words.rule(id, framework.from),
                    framework.basis,
                ))
            });
    page::part("versions", words.law().versions).child(list)
}

fn library(words: Words) -> El {
    let texts = words.law();
    let list = sources::all()
        .iter()
        .fold(el("ul").class("plain-list"), |list, source| {
            let read = el("small").child(texts.read_on(&words.date(source.checked_on)));
            let citation = if source.url.is_empty() {
                el("span").attr("lang", "fr").child(source.citation)
            } else {
                page::outside(words, source.url, source.citation).attr("lang", "fr")
            };
            list.child(el("li").child(citation).child(" ").child(read))
        });
    page::part("sources", texts.sources).child(list)
}
