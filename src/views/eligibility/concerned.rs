//! Whether the certificate is needed at all.

use crate::state::{State, key};
use crate::text::Words;
use crate::ui::{El, live};
use crate::views::keyed::{self, DateField};
use crate::views::page;
use calliope_rules::eligibility::{
    Concerned, CpfSubcontractor, concerned as judge, cpf_subcontractor,
};
use leptos::prelude::*;

/// For the profile.
pub fn concerned(state: State, words: Words) -> El {
    let texts = words.eligibility();
    let answer = live(move || {
        let categories = state.parsed.with(|parsed| parsed.answers.categories);
        let (sentence, class) = match judge(categories, !state.key_is_on(key::NO_FUNDS)) {
            Concerned::Yes => (texts.concerned_yes, ""),
            Concerned::NoFunds => (texts.concerned_no_funds, "unsure"),
            Concerned::NoCategory => (texts.concerned_no_category, "unsure"),
        };
        page::verdict(class, sentence.to_owned()).view()
    });
    page::part("concerned", texts.concerned)
        .child(keyed::flag(state, texts.no_funds, key::NO_FUNDS))
        .child(answer)
        .child(page::rules(words, &["eligibility.concerned"], state.today))
}

/// For a subcontractor on CPF actions.
pub fn subcontractor(state: State, words: Words) -> El {
    let texts = words.eligibility();
    let answer = live(move || {
        let Some(contract) = state.key_date(key::CPF) else {
            return page::verdict("unsure", texts.cpf_empty.to_owned()).view();
        };
        let micro = keyed::amount_of(state, key::MICRO);
        if micro.is_none() && !state.key(key::MICRO).trim().is_empty() {
            return page::verdict("unsure", words.errors().to_correct.to_owned()).view();
        }
        let judged = cpf_subcontractor(contract, micro.is_some(), micro.unwrap_or_default());
        let sentence = match judged {
            CpfSubcontractor::Compulsory => texts.cpf_compulsory,
            CpfSubcontractor::BeforeTheRule => texts.cpf_before,
            CpfSubcontractor::ExemptMicro => texts.cpf_exempt,
        };
        page::verdict("", sentence.to_owned()).view()
    });
    let fields = page::fields(vec![
        keyed::date_field(
            state,
            words,
            DateField {
                id: "cpf-contract",
                label: texts.cpf_contract,
                help: "",
                key: key::CPF,
            },
        ),
        keyed::amount_field(
            state,
            words,
            "micro",
            [texts.micro, texts.micro_help],
            key::MICRO,
        ),
    ]);
    page::part("subcontractor", texts.subcontractor)
        .child(fields)
        .child(answer)
        .child(page::rules(
            words,
            &[
                "eligibility.cpf-subcontractor",
                "eligibility.cpf-subcontractor-micro",
            ],
            state.today,
        ))
}
