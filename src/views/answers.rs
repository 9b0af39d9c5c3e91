//! Fields whose answer is one of the profile's: several views ask for the same ones.

use crate::state::{Bad, Form, Slot, State};
use crate::text::Words;
use crate::ui::amount::BadAmount;
use crate::ui::{El, Live, Take, TextField, check, live, take, text_field};
use calliope_rules::profile::{Answers, Problem, Turnover};
use leptos::prelude::{Update, With};

/// One value of the form.
pub fn read<T: 'static>(state: State, read: fn(&Form) -> T) -> Live<T> {
    live(move || state.form.with(read))
}

/// Changes one value of the form.
pub fn write<T: 'static>(state: State, write: fn(&mut Form, T)) -> Take<T> {
    take(move |value| state.form.update(|form| write(form, value)))
}

/// A yes-or-no answer.
pub fn flag(
    state: State,
    label: &'static str,
    read: fn(&Answers) -> bool,
    write: fn(&mut Answers, bool),
) -> El {
    let checked = live(move || state.form.with(|form| read(&form.chosen)));
    let set = take(move |on| state.form.update(|form| write(&mut form.chosen, on)));
    check(label.to_owned(), "", checked, set)
}

/// What is wrong with one answer, in words; empty for nothing.
pub fn error(state: State, words: Words, slot: Slot) -> Live<String> {
    live(move || {
        state
            .bad(slot)
            .map(|bad| explain(words, &bad))
            .unwrap_or_default()
    })
}

fn explain(words: Words, bad: &Bad) -> String {
    let errors = words.errors();
    match bad {
        Bad::Amount(_, BadAmount::Empty) => errors.amount_missing.to_owned(),
        Bad::Amount(text, BadAmount::Unreadable) => errors.amount(text),
        Bad::Amount(_, BadAmount::TooLarge) => {
            errors.amount_too_large(&words.integer(Turnover::MAX_EUROS))
        }
        Bad::Whole(text) => errors.whole(text),
        Bad::Problem(Problem::Missing) => words.form().categories_missing.to_owned(),
        Bad::Problem(Problem::TooLarge { max }) => errors.too_many(&words.integer(*max)),
        Bad::Problem(Problem::NotCovered { from }) => errors.date_not_covered(&words.date(*from)),
        Bad::Problem(Problem::OutOfRange) => errors.date_out_of_range.to_owned(),
        Bad::Problem(Problem::NotAmongCategories(set) | Problem::AlreadyCertified(set)) => {
            errors.categories(&words.codes(*set))
        }
    }
}

/// What a date field of the profile asks.
struct DateAnswer {
    id: &'static str,
    label: &'static str,
    help: &'static str,
    slot: Slot,
    text: fn(&Form) -> &String,
    set: fn(&mut Form, String),
}

fn date(state: State, words: Words, answer: DateAnswer) -> El {
    let DateAnswer {
        id,
        label,
        help,
        slot,
        text,
        set,
    } = answer;
    text_field(TextField {
        id: id.into(),
        label,
        help,
        kind: "date",
        keyboard: "text",
        unit: "",
        value: live(move || state.form.with(|form| text(form).clone())),
        on_input: write(state, set),
        on_done: take(|_| {}),
        error: error(state, words, slot),
    })
}

/// The day of the initial audit.
pub fn audit_date(state: State, words: Words) -> El {
    let texts = words.form();
    date(
        state,
        words,
        DateAnswer {
            id: "audit-date",
            label: texts.audit_date,
            help: texts.audit_date_help,
            slot: Slot::AuditDate,
            text: |form| &form.audit_date,
            set: |form, typed| form.audit_date = typed,
        },
    )
}

/// The day of the contract with the certifier.
pub fn contract_date(state: State, words: Words) -> El {
    let texts = words.calendar();
    date(
        state,
        words,
        DateAnswer {
            id: "contract-date",
            label: texts.contract_date,
            help: texts.contract_date_help,
            slot: Slot::ContractDate,
            text: |form| &form.contract_date,
            set: |form, typed| form.contract_date = typed,
        },
    )
}

/// The day of the certification decision.
pub fn decision_date(state: State, words: Words) -> El {
    let texts = words.calendar();
    date(
        state,
        words,
        DateAnswer {
            id: "decision-date",
            label: texts.decision_date,
            help: texts.decision_date_help,
            slot: Slot::DecisionDate,
            text: |form| &form.decision_date,
            set: |form, typed| form.decision_date = typed,
        },
    )
}
