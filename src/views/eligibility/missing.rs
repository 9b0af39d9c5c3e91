//! What is missing before the audit, and the file to send once nothing is.

use crate::state::{State, View, key};
use crate::text::Words;
use crate::ui::{El, el, live, when};
use crate::views::keyed::{self, DateField};
use crate::views::page;
use calliope_rules::eligibility::{FileItem, PRE_AUDIT_FILE, Requirement};
use calliope_rules::profile::{Category, Location};
use leptos::prelude::*;

/// What is held, what is missing, what to send.
pub fn missing(state: State, words: Words) -> El {
    let texts = words.eligibility();
    let answer = live(move || {
        state.assessment.with(|a| {
            if a.missing.is_empty() {
                return page::verdict("", texts.ready.to_owned())
                    .child(el("p").child(texts.ready_next))
                    .view();
            }
            let count = a.missing.len() as u64;
            let counted = texts.missing_count(words.form_of(count), &count.to_string());
            let list = a
                .missing
                .iter()
                .fold(el("ul").class("cited-list"), |list, missing| {
                    list.child(
                        page::cited(words, requirement(words, *missing), missing.basis())
                            .attr("data-requirement", missing.id()),
                    )
                });
            page::verdict("unsure", counted)
                .child(list)
                .child(page::to(state, View::Nda, texts.to_nda))
                .view()
        })
    });
    let abroad = move || {
        state
            .parsed
            .with(|parsed| parsed.answers.location == Location::Abroad)
    };
    page::part("missing", texts.missing)
        .child(page::fields(vec![
            declaration(state, words),
            served(state, words),
            statement(state, words),
        ]))
        .child(when(abroad, move || foreign(state, words)))
        .child(el("div").attr("role", "status").child(answer))
        .child(el("h3").child(texts.file))
        .child(file(words))
}

fn declaration(state: State, words: Words) -> El {
    let texts = words.eligibility();
    let requested = move || {
        keyed::date_field(
            state,
            words,
            DateField {
                id: "requested-on",
                label: texts.requested_on,
                help: "",
                key: key::REQUESTED,
            },
        )
    };
    el("div")
        .child(keyed::one_of(
            state,
            texts.declaration,
            key::DECLARATION,
            &["", "demande", "numero"],
            &[
                texts.declaration_none,
                texts.declaration_requested,
                texts.declaration_number,
            ],
        ))
        .child(when(
            move || state.key(key::DECLARATION) == "demande",
            requested,
        ))
}

fn served(state: State, words: Words) -> El {
    let texts = words.eligibility();
    // Made anew with the categories only: ticking a box must not take the focus away.
    let categories = Memo::new(move |_| state.parsed.with(|parsed| parsed.answers.categories));
    let boxes = live(move || {
        categories
            .get()
            .iter()
            .map(|category: Category| {
                let name = words.category(category).to_owned();
                keyed::word(state, name, key::SERVED, category.code()).view()
            })
            .collect::<Vec<AnyView>>()
            .into_any()
    });
    el("fieldset")
        .class("field")
        .child(el("legend").child(texts.served))
        .child(boxes)
        .child(el("p").class("help").child(texts.served_help))
}

fn statement(state: State, words: Words) -> El {
    let texts = words.eligibility();
    el("div")
        .child(
            el("fieldset")
                .class("field")
                .child(el("legend").child(texts.statement))
                .child(keyed::flag(state, texts.sworn, key::SWORN)),
        )
        .child(keyed::date_field(
            state,
            words,
            DateField {
                id: "refused-on",
                label: texts.refused,
                help: "",
                key: key::REFUSED,
            },
        ))
}

fn foreign(state: State, words: Words) -> El {
    let texts = words.eligibility();
    [
        (texts.eea, key::EEA),
        (texts.occasional, key::OCCASIONAL),
        (texts.siren, key::SIREN),
        (texts.representative, key::REPRESENTATIVE),
    ]
    .into_iter()
    .fold(
        el("fieldset")
            .class("field")
            .child(el("legend").child(texts.abroad)),
        |field, (label, key)| field.child(keyed::flag(state, label, key)),
    )
}

/// What the certifier asks for before the audit.
fn file(words: Words) -> El {
    let texts = words.eligibility();
    PRE_AUDIT_FILE
        .iter()
        .fold(el("ul").class("plain-list"), |list, item| {
            let name = match item {
                FileItem::Identity => texts.file_identity,
                FileItem::Categories => texts.file_categories,
                FileItem::Declaration => texts.file_declaration,
                FileItem::LastReport => texts.file_report,
                FileItem::Activity => texts.file_activity,
                FileItem::Sites => texts.file_sites,
                FileItem::SwornStatement => texts.file_statement,
            };
            list.child(el("li").child(name))
        })
}

/// What a requirement asks, in words.
pub fn requirement(words: Words, missing: Requirement) -> String {
    let texts = words.eligibility();
    match missing {
        Requirement::DeclarationNumber => texts.need_nda.to_owned(),
        Requirement::ServiceIn(categories) => texts.need_service(&words.codes(categories)),
        Requirement::SwornStatement => texts.need_statement.to_owned(),
        Requirement::Wait(until) => texts.need_wait(&words.date(until)),
        Requirement::FrenchEstablishment => texts.need_establishment.to_owned(),
        Requirement::FrenchDeclaration => texts.need_declaration.to_owned(),
    }
}
