//! The grid of the indicators for the profile: what applies, what does not, what is to confirm, and why.

mod filter;
mod overview;
mod row;
mod tools;
mod versus;

use super::page;
use crate::browser::{document, download};
use crate::export;
use crate::state::{State, key};
use crate::text::{DECREE, Words};
use crate::ui::{El, el, live, when};
use calliope_rules::Assessment;
use calliope_rules::indicators::Indicator;
use filter::{Filter, Texts};
use leptos::prelude::*;

/// The official wordings, which the titles sum up: since the decree of 2026, and before.
const OFFICIAL: [&str; 2] = [
    "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000054608509",
    "https://www.legifrance.gouv.fr/loda/id/JORFTEXT000038565235",
];

/// What helps to read the grid.
const GOOD_TO_KNOW: [&str; 9] = [
    "practice.seven-criteria",
    "practice.severity",
    "practice.new-entrant-formalisation",
    "practice.rncp-indicators",
    "practice.surveillance-content",
    "practice.preparation-resources",
    "practice.white-audit",
    "practice.impartiality",
    "framework.rnq-2026",
];

/// `#/indicateurs`
pub fn indicators(state: State, words: Words) -> AnyView {
    let texts = words.indicators();
    let filter = Memo::new(move |_| Filter::of(state));
    let said = Texts::new(words);
    let shown = Memo::new(move |_| {
        filter.with(|filter| {
            state
                .assessment
                .with(|a| filter.shown(&said, a.indicators.all()))
        })
    });
    let official = live(move || {
        let decree = state.assessment.with(|a| a.framework.id == DECREE);
        page::outside(words, OFFICIAL[usize::from(!decree)], texts.official).view()
    });
    let lead = el("p")
        .class("lead")
        .attr("role", "status")
        .child(live(move || state.assessment.with(|a| lead(words, a))));
    let about = el("p")
        .class("help")
        .child(texts.paraphrase)
        .child(" ")
        .child(official);
    let grid = el("div")
        .attr("id", "grid")
        .attr_live(
            "class",
            live(move || {
                let tiles = state.key(key::LAYOUT) == "grille";
                if tiles { "grid tiles" } else { "grid" }.to_owned()
            }),
        )
        .on("keydown", |event| {
            document::walk(&event, "#grid li:not([hidden]) > details > summary");
        })
        .child(live(move || {
            state.assessment.with(|a| sections(words, a, shown))
        }));
    vec![
        page::title(texts.title).view(),
        lead.view(),
        page::for_profile(state, words).view(),
        about.view(),
        page::provisional(state, words).view(),
        subcontracting(state, words),
        overview::overview(state, words).view(),
        tools::tools(state, words, filter, shown).view(),
        versus::versus(state, words).view(),
        grid.view(),
        exports(state, words).view(),
        page::know(words, &GOOD_TO_KNOW, state.today).view(),
    ]
    .into_any()
}

/// What holds besides for a provider that only works for others.
fn subcontracting(state: State, words: Words) -> AnyView {
    let only = move || {
        state
            .parsed
            .with(|parsed| parsed.answers.only_as_subcontractor)
    };
    when(only, move || {
        el("p").class("help").child(words.indicators().for_others)
    })
}

/// `22 indicateurs, 0 à confirmer, sur 33 : …`
fn lead(words: Words, a: &Assessment) -> String {
    let count = a.indicators.applicable().count();
    let applicable = words
        .units()
        .indicators(words.form_of(count as u64), &count.to_string());
    let confirm = a.indicators.to_confirm().count().to_string();
    let total = a.framework.indicators.to_string();
    words.indicators().lead(
        &applicable,
        &confirm,
        words.framework(a.framework.id),
        &total,
    )
}

/// Seven criteria with their rows; a row that the filter leaves out is hidden, not made anew.
fn sections(words: Words, a: &Assessment, shown: Memo<Vec<u8>>) -> AnyView {
    let mut sections = Vec::new();
    for criterion in 1..=7 {
        let of: Vec<Indicator> = of_criterion(a, criterion);
        let mut list = el("ul").class("indicator-list");
        for indicator in &of {
            let number = indicator.number;
            let hidden = live(move || shown.with(|shown| !shown.contains(&number)));
            list = list.child(row::row(words, a.framework, indicator).flag("hidden", hidden));
        }
        let hidden = live(move || {
            shown.with(|shown| {
                of.iter()
                    .all(|indicator| !shown.contains(&indicator.number))
            })
        });
        let heading = el("h2")
            .child(el("small").child(words.indicators().criterion(&criterion.to_string())))
            .child(" ")
            .child(words.criterion(criterion));
        let section = el("section")
            .class("criterion")
            .flag("hidden", hidden)
            .child(heading)
            .child(list);
        sections.push(section.view());
    }
    sections.into_any()
}

/// The indicators of one criterion.
fn of_criterion(a: &Assessment, criterion: u8) -> Vec<Indicator> {
    a.indicators
        .all()
        .iter()
        .filter(|indicator| indicator.definition.criterion == criterion)
        .copied()
        .collect()
}

fn exports(state: State, words: Words) -> El {
    let failed = RwSignal::new(false);
    let csv = move |_| {
        let file = state.assessment.with(|a| export::grid_csv(words, a));
        failed.set(!download::save(&file));
    };
    page::actions(vec![
        page::button("button", words.indicators().csv).on("click", csv),
        page::button("button quiet", words.result().print).on("click", |_| document::print()),
    ])
    .child(page::download_note(words, failed))
}
