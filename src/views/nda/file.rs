//! The file as a checklist: each document, whether it is ready, whether it is young enough.

use super::{filing, micro};
use crate::state::{State, key};
use crate::text::Words;
use crate::ui::{El, bar, citation, el, live};
use crate::views::keyed::{self, DateField};
use crate::views::page;
use calliope_rules::nda::{Applicant, Document, Item, file as items};
use leptos::prelude::*;

/// Who declares, when, and what the file holds.
pub fn file(state: State, words: Words) -> El {
    let texts = words.nda();
    let asked = page::fields(vec![
        keyed::one_of(
            state,
            texts.who,
            key::PERSON,
            &["", "1"],
            &[texts.legal_person, texts.natural_person],
        ),
        keyed::amount_field(
            state,
            words,
            "nda-micro",
            [texts.micro, texts.micro_help],
            key::MICRO,
        ),
        keyed::one_of(
            state,
            texts.apprenticeship,
            key::APPRENTICESHIP,
            &["", "cfa", "cfa-entreprise"],
            &[texts.no_apprenticeship, texts.own_cfa, texts.company_cfa],
        ),
        keyed::date_field(
            state,
            words,
            DateField {
                id: "filed-on",
                label: texts.filed,
                help: texts.filed_help,
                key: key::FILED,
            },
        ),
    ])
    .child(keyed::flag(state, texts.foreign, key::FOREIGN));
    // The list changes with who declares; ticking a document must not make the list anew.
    let listed = Memo::new(move |_| items(&applicant(state), filing(state)));
    let list = live(move || {
        listed.with(|items| {
            items
                .iter()
                .fold(el("ul").class("checklist"), |list, item| {
                    list.child(document(state, words, *item))
                })
                .view()
        })
    });
    let progress = live(move || {
        listed.with(|items| {
            let done = items
                .iter()
                .filter(|item| state.key_holds(key::READY, word(item.document)))
                .filter(|item| !is_refused(state, **item))
                .count();
            let said = texts.progress(
                words.form_of(done as u64),
                &done.to_string(),
                &items.len().to_string(),
            );
            el("p")
                .class("overview-count")
                .attr("role", "status")
                .child(bar(&[("bar-yes", done)], items.len()))
                .child(said)
                .view()
        })
    });
    let relieved = live(move || {
        if is_relieved(state) {
            texts.relieved
        } else {
            ""
        }
        .to_owned()
    });
    page::part("file", texts.file)
        .child(asked)
        .child(el("p").class("hint").child(relieved))
        .child(progress)
        .child(list)
        .child(page::rules(words, &["practice.nda-documents"], state.today))
}

/// Whether the micro-social relief applies to a file sent that day.
pub fn is_relieved(state: State) -> bool {
    items(&applicant(state), filing(state))
        .iter()
        .any(|item| item.document == Document::Presentation)
}

fn applicant(state: State) -> Applicant {
    let apprenticeship = state.key(key::APPRENTICESHIP);
    Applicant {
        legal_person: !state.key_is_on(key::PERSON),
        micro_social: micro(state),
        apprenticeship: !apprenticeship.is_empty(),
        company_cfa: apprenticeship == "cfa-entreprise",
        foreign: state.key_is_on(key::FOREIGN),
    }
}

/// Whether the date given for a document is too old, or after the filing.
fn is_refused(state: State, item: Item) -> bool {
    item.not_before.is_some()
        && state
            .key_date(date_key(item.document))
            .is_some_and(|day| day > filing(state) || !item.accepts(day))
}

/// The word of a document in the address.
const fn word(document: Document) -> &'static str {
    match document {
        Document::ProofOfSiren => "siren",
        Document::DirectorCriminalRecord | Document::DeclarantCriminalRecord => "casier",
        Document::Identity => "identite",
        Document::Trainers => "formateurs",
        Document::FirstContract => "contrat",
        Document::Programme => "programme",
        Document::Presentation => "presentation",
        Document::Statutes => "statuts",
        Document::CompanyCfaAttestation => "attestation",
        Document::Representative => "representant",
    }
}

const fn name(words: Words, document: Document) -> &'static str {
    let texts = words.nda();
    match document {
        Document::ProofOfSiren => texts.proof_of_siren,
        Document::DirectorCriminalRecord => texts.director_record,
        Document::DeclarantCriminalRecord => texts.declarant_record,
        Document::Identity => texts.identity,
        Document::Trainers => texts.trainers,
        Document::FirstContract => texts.first_contract_item,
        Document::Programme => texts.programme,
        Document::Presentation => texts.presentation,
        Document::Statutes => texts.statutes,
        Document::CompanyCfaAttestation => texts.company_cfa_attestation,
        Document::Representative => texts.representative,
    }
}

/// The key that keeps the date of a document whose age counts.
const fn date_key(document: Document) -> &'static str {
    match document {
        Document::ProofOfSiren => key::SIREN_PROOF,
        Document::FirstContract => key::CONTRACT,
        _ => key::RECORD,
    }
}

fn document(state: State, words: Words, item: Item) -> El {
    let name = name(words, item.document);
    let ready = keyed::word(state, name.to_owned(), key::READY, word(item.document));
    el("li")
        .class("checklist-item")
        .attr("data-document", word(item.document))
        .child(ready)
        .child(item.not_before.is_some().then(|| age(state, words, item)))
}

/// The date of a document and whether it is young enough on the day of the filing.
fn age(state: State, words: Words, item: Item) -> El {
    let texts = words.nda();
    let key = date_key(item.document);
    let Some(limit) = item.not_before else {
        return el("div");
    };
    let said = live(move || {
        let oldest = words.date(limit.date);
        let (class, sentence) = match state.key_date(key) {
            None => ("help", texts.not_before(&oldest)),
            Some(day) if day > filing(state) => ("error", texts.in_future.to_owned()),
            Some(day) if item.accepts(day) => ("help", texts.young_enough.to_owned()),
            Some(_) => ("error", texts.too_old(&oldest)),
        };
        el("p").class(class).child(sentence).view()
    });
    el("div")
        .class("age")
        .child(keyed::date_field(
            state,
            words,
            DateField {
                id: key,
                label: dated_label(words, item.document),
                help: "",
                key,
            },
        ))
        .child(el("div").attr("role", "status").child(said))
        .child(
            el("ul")
                .class("sources")
                .child(citation(words, limit.basis)),
        )
}

const fn dated_label(words: Words, document: Document) -> &'static str {
    let texts = words.nda();
    match document {
        Document::ProofOfSiren => texts.dated_siren,
        Document::FirstContract => texts.dated_contract,
        _ => texts.dated_record,
    }
}
