//! The declaration of activity: whether it is needed, the file, the clock, the number, the mentions.

mod file;
mod number;

use super::keyed::{self, DateField};
use super::page;
use crate::state::{State, key};
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::nda::{clock, contract_requested, declare_by};
use calliope_rules::profile::Turnover;
use chrono::NaiveDate;
use leptos::prelude::*;

/// What else there is to know.
const GOOD_TO_KNOW: [&str; 14] = [
    "practice.nda-portal",
    "practice.nda-file-pdf",
    "practice.nda-acknowledgement",
    "nda.micro-ceiling",
    "nda.contract-asked-within",
    "nda.contract-shown-within",
    "practice.nda-refusal-grounds",
    "nda.prior-appeal",
    "nda.change-declared-within",
    "practice.nda-vat-exemption-separate",
    "nda.vat-exemption-answer",
    "cycle.bpf",
    "practice.nda-bpf-lapse",
    "practice.nda-representative",
];

/// `#/nda`
pub fn nda(state: State, words: Words) -> AnyView {
    let texts = words.nda();
    vec![
        page::title(texts.title).view(),
        needed(state, words).view(),
        file::file(state, words).view(),
        instruction(state, words).view(),
        number::number(state, words).view(),
        number::mentions(state, words).view(),
        page::know(words, &GOOD_TO_KNOW, state.today).view(),
    ]
    .into_any()
}

/// The day the file is sent.
fn filing(state: State) -> NaiveDate {
    state.key_date(key::FILED).unwrap_or(state.today)
}

/// The turnover under the micro-social regime, if the declarant says there is one.
fn micro(state: State) -> Option<Turnover> {
    keyed::amount_of(state, key::MICRO)
}

fn needed(state: State, words: Words) -> El {
    let texts = words.nda();
    let by = live(move || {
        let Some(first) = state.key_date(key::FIRST_CONTRACT) else {
            return el("p").class("help").child(texts.declare_empty).view();
        };
        let by = declare_by(first).date;
        if by < state.today {
            page::verdict("bad", texts.declare_late(&words.date(by))).view()
        } else {
            page::verdict("", texts.declare_by(&words.date(by))).view()
        }
    });
    page::part("needed", texts.needed)
        .child(page::verdict("", texts.needed_yes.to_owned()))
        .child(page::fields(vec![keyed::date_field(
            state,
            words,
            DateField {
                id: "first-contract",
                label: texts.first_contract,
                help: texts.first_contract_help,
                key: key::FIRST_CONTRACT,
            },
        )]))
        .child(el("div").attr("role", "status").child(by))
        .child(page::rules(
            words,
            &["practice.nda-compulsory", "nda.declare-within"],
            state.today,
        ))
}

fn instruction(state: State, words: Words) -> El {
    let texts = words.nda();
    let clock = live(move || {
        let complete = filing(state);
        let registered = clock(complete).registered_by_silence;
        let said = texts.deemed(&words.date(complete), &words.date(registered.date));
        let mut list = el("ul").class("cited-list").child(
            page::cited(words, said, registered.basis)
                .attr("data-testid", "registered-by-silence")
                .attr_owned(
                    "data-value",
                    calliope_rules::date::format_iso(registered.date),
                ),
        );
        if file::is_relieved(state) {
            let requested = state.key_date(key::ASKED);
            let (asked, shown) = contract_requested(complete, requested.unwrap_or(complete));
            list = list.child(page::cited(
                words,
                texts.asked_by(&words.date(asked.date)),
                asked.basis,
            ));
            if requested.is_some() {
                let said = texts.shown_by(&words.date(shown.date));
                list = list.child(page::cited(words, said, shown.basis));
            }
        }
        list.view()
    });
    page::part("clock", texts.clock)
        .child(page::fields(vec![keyed::date_field(
            state,
            words,
            DateField {
                id: "asked-on",
                label: texts.asked,
                help: texts.asked_help,
                key: key::ASKED,
            },
        )]))
        .child(clock)
        .child(page::rules(
            words,
            &["nda.instruction", "practice.nda-deemed-declared"],
            state.today,
        ))
}
