//! Fields whose answer is a key of the address.

use crate::state::State;
use crate::text::Words;
use crate::ui::amount::{self, BadAmount};
use crate::ui::{Choices, El, Live, TextField, check, choices, el, live, take, text_field};
use calliope_rules::date;
use calliope_rules::profile::Turnover;
use leptos::prelude::event_target_value;

/// A box to tick for a key that is there or not.
pub fn flag(state: State, label: &'static str, key: &'static str) -> El {
    check(
        label.to_owned(),
        "",
        live(move || state.key_is_on(key)),
        take(move |on| state.set_key(key, if on { "1" } else { "" })),
    )
}

/// A box to tick for a word of the list that a key holds.
pub fn word(state: State, label: String, key: &'static str, word: &'static str) -> El {
    check(
        label,
        "",
        live(move || state.key_holds(key, word)),
        take(move |on| state.put_in_key(key, word, on)),
    )
}

/// One of a few words; the first, empty word is the default.
pub fn one_of(
    state: State,
    legend: &'static str,
    key: &'static str,
    words: &'static [&'static str],
    labels: &[&'static str],
) -> El {
    choices(Choices {
        name: key,
        legend,
        options: labels,
        chosen: live(move || {
            let chosen = state.key(key);
            words.iter().position(|word| *word == chosen).unwrap_or(0)
        }),
        on_change: take(move |index: usize| {
            state.set_key(key, words.get(index).copied().unwrap_or_default());
        }),
    })
}

/// What a date field asks.
pub struct DateField {
    /// Unique on the page.
    pub id: &'static str,
    /// What is asked.
    pub label: &'static str,
    /// What it means; empty for nothing.
    pub help: &'static str,
    /// Where the date is kept.
    pub key: &'static str,
}

/// A date.
pub fn date_field(state: State, words: Words, field: DateField) -> El {
    let DateField {
        id,
        label,
        help,
        key,
    } = field;
    let error = live(move || {
        let text = state.key(key);
        let refused = !text.is_empty() && date::parse_iso(&text).is_none();
        if refused {
            words.errors().date_out_of_range.to_owned()
        } else {
            String::new()
        }
    });
    line_field(
        state,
        LineField {
            id,
            label,
            help,
            kind: "date",
            keyboard: "text",
            unit: "",
            key,
            error,
        },
    )
}

/// A line of text.
pub struct LineField {
    /// Unique on the page.
    pub id: &'static str,
    /// What is asked.
    pub label: &'static str,
    /// What it means; empty for nothing.
    pub help: &'static str,
    /// `text`, `date` or `search`.
    pub kind: &'static str,
    /// What the phone's keyboard offers.
    pub keyboard: &'static str,
    /// Shown after the input; empty for nothing.
    pub unit: &'static str,
    /// Where the text is kept.
    pub key: &'static str,
    /// What is wrong with it, in words; empty for nothing.
    pub error: Live<String>,
}

/// A line of text kept as it is typed.
pub fn line_field(state: State, field: LineField) -> El {
    let LineField {
        id,
        label,
        help,
        kind,
        keyboard,
        unit,
        key,
        error,
    } = field;
    let take = take(move |text: String| state.set_key(key, &text));
    text_field(TextField {
        id: id.into(),
        label,
        help,
        kind,
        keyboard,
        unit,
        value: live(move || state.key(key)),
        on_input: take.clone(),
        on_done: take,
        error,
    })
}

/// The amount that a key holds, to be compared with a ceiling: none when it is empty or cannot be read.
pub fn amount_of(state: State, key: &str) -> Option<Turnover> {
    amount::parse_up(&state.key(key)).ok()
}

/// An amount in euros, which may be left empty.
pub fn amount_field(
    state: State,
    words: Words,
    id: &'static str,
    texts: [&'static str; 2],
    key: &'static str,
) -> El {
    let error = live(move || {
        let text = state.key(key);
        match amount::parse(&text) {
            Err(BadAmount::Unreadable) => words.errors().amount(&text),
            Err(BadAmount::TooLarge) => words
                .errors()
                .amount_too_large(&words.integer(Turnover::MAX_EUROS)),
            Ok(_) | Err(BadAmount::Empty) => String::new(),
        }
    });
    let [label, help] = texts;
    line_field(
        state,
        LineField {
            id,
            label,
            help,
            kind: "text",
            keyboard: "decimal",
            unit: "€",
            key,
            error,
        },
    )
}

/// One of many words, in a list that opens; the first, empty word is the default.
pub fn select(
    state: State,
    id: &'static str,
    label: &'static str,
    key: &'static str,
    options: Vec<(&'static str, String)>,
) -> El {
    let mut list = el("select").attr("id", id).on("change", move |event| {
        state.set_key(key, &event_target_value(&event));
    });
    for (word, text) in options {
        list = list.child(
            el("option")
                .attr("value", word)
                .flag("selected", live(move || state.key(key) == word))
                .child(text),
        );
    }
    el("div")
        .class("field")
        .child(el("label").attr("for", id).child(label))
        .child(el("div").class("input").child(list))
}
