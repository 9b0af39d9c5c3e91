//! Another profile beside the others: a what-if of the quote, or a draft.

use super::column::{self, Columns};
use super::scenario::{self, Scenario, WhatIf};
use crate::browser::document;
use crate::desk::Desk;
use crate::state::{Entered, Keys, State, key};
use crate::text::{Words, fold, sorted};
use crate::ui::{El, el, live, when};
use crate::views::page;
use calliope_rules::tariff::Tariff;
use leptos::prelude::*;

/// A button each.
pub fn add(desk: Desk, state: State, words: Words, columns: Columns) -> El {
    let texts = words.compare();
    let full = Memo::new(move |_| columns.with(Vec::len) > key::SCENARIOS.len());
    let what_if = |label, what: WhatIf| {
        page::button("button quiet", label)
            .flag("disabled", live(move || full.get()))
            .on("click", move |_| {
                let base = state.parsed.with_untracked(|parsed| parsed.answers.clone());
                let scenario = Scenario {
                    answers: what.of(&base, state.today),
                    asked: state.keys(scenario::asked),
                    ..Scenario::default()
                };
                column::add(state, &scenario);
            })
    };
    let buttons = [
        (texts.add_site, WhatIf::Site),
        (texts.add_category, WhatIf::Category),
        (texts.add_turnover, WhatIf::Turnover),
        (texts.add_new, WhatIf::NewEntrant),
        (texts.add_date, WhatIf::AuditDate),
    ];
    let in_force = move |tariff: &Tariff| std::ptr::eq(state.tariff(), tariff);
    let under = |tariff: &'static Tariff| {
        page::button("button quiet", "")
            .child(texts.add_tariff(words.of(&tariff.label)))
            .flag("disabled", live(move || full.get() || in_force(tariff)))
            .on("click", move |_| {
                let mut keys = state.keys(Keys::clone);
                keys.set(key::TARIFF, &tariff.id);
                let scenario = Scenario {
                    answers: state.parsed.with_untracked(|parsed| parsed.answers.clone()),
                    asked: scenario::asked(&keys),
                    ..Scenario::default()
                };
                column::add(state, &scenario);
            })
    };
    let tariffs = &state.settings.file.tariffs;
    let tariffs = tariffs.iter().filter(|_| tariffs.len() > 1);
    let drafts = when(
        move || desk.drafts.with(|drafts| !drafts.is_empty()),
        move || from_draft(desk, state, words, full),
    );
    let said = live(move || {
        if full.get() {
            texts.full
        } else {
            texts.add_help
        }
        .to_owned()
    });
    page::part("add", texts.add)
        .child(page::actions(
            buttons
                .into_iter()
                .map(|(label, what)| what_if(label, what))
                .chain(tariffs.map(under))
                .collect(),
        ))
        .child(drafts)
        .child(el("p").class("help").attr("role", "status").child(said))
}

fn from_draft(desk: Desk, state: State, words: Words, full: Memo<bool>) -> El {
    let texts = words.compare();
    let options = live(move || {
        let drafts = sorted(desk.drafts.get(), |draft| (0, fold(&draft.name)));
        let known = drafts.into_iter().map(|draft| {
            el("option")
                .attr_owned("value", draft.id.clone())
                .child(draft.name.clone())
                .view()
        });
        std::iter::once(
            el("option")
                .attr("value", "")
                .child(texts.choose_draft)
                .view(),
        )
        .chain(known)
        .collect::<Vec<_>>()
        .into_any()
    });
    let list = el("select")
        .attr("id", "compare-draft")
        .flag("disabled", live(move || full.get()))
        .on("change", move |event| {
            if let Some(draft) = desk.draft(&event_target_value(&event)) {
                // The same draft may be chosen again.
                document::clear(&event);
                let entered = Entered::of(&draft.work);
                column::add(
                    state,
                    &Scenario {
                        name: draft.name.clone(),
                        asked: scenario::asked(&entered.keys),
                        answers: entered.answers,
                    },
                );
            }
        })
        .child(options);
    el("div")
        .class("field")
        .child(
            el("label")
                .attr("for", "compare-draft")
                .child(texts.add_draft_label),
        )
        .child(el("div").class("input").child(list))
}
