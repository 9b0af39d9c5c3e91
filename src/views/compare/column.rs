//! The profiles on screen, with what follows from each.

use super::scenario::{self, Scenario};
use crate::state::{Entered, Keys, State, View, key};
use crate::text::Words;
use calliope_rules::Assessment;
use calliope_rules::profile::Answers;
use calliope_rules::profile::link::{self, Link};
use calliope_rules::tariff::Tariff;
use leptos::prelude::*;
use std::sync::Arc;

/// A profile, and what follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// What it is called.
    pub name: String,
    /// Its answers.
    pub answers: Answers,
    /// What is asked of the certifier, as keys of the views.
    pub asked: Vec<(String, String)>,
    /// The price list that it is under.
    pub tariff: &'static Tariff,
    /// What follows; none when the answers contradict each other.
    pub assessment: Option<Arc<Assessment>>,
    /// Whether all of it could be read in the address.
    pub whole: bool,
}

/// The profile of the quote, then those beside it.
pub type Columns = Memo<Vec<Column>>;

/// The columns that the address holds.
pub fn columns(state: State, words: Words) -> Columns {
    let held = Memo::new(move |_| key::SCENARIOS.map(|key| state.key(key)));
    Memo::new(move |_| {
        let base = Column {
            name: words.compare().base.to_owned(),
            answers: state.parsed.with(|parsed| parsed.answers.clone()),
            asked: state.keys(scenario::asked),
            tariff: state.tariff(),
            assessment: Some(state.assessment.get()),
            whole: true,
        };
        let others = held.get().into_iter().filter(|text| !text.is_empty());
        let others = others.zip(["B", "C", "D"]).map(|(text, letter)| {
            let (scenario, whole) = scenario::read(&text);
            // A price list that the settings no longer hold: that of the date stands in, and it is said.
            let named = scenario.asked.iter().find(|(name, _)| name == key::TARIFF);
            let known = named.is_none_or(|(_, id)| state.settings.named(id).is_some());
            let (tariff, assessment) = assess(state, &scenario.answers, &scenario.asked);
            Column {
                name: if scenario.name.is_empty() {
                    words.compare().scenario(letter)
                } else {
                    scenario.name
                },
                tariff,
                assessment,
                answers: scenario.answers,
                asked: scenario.asked,
                whole: whole && known,
            }
        });
        std::iter::once(base).chain(others).collect()
    })
}

/// What follows for a profile, with what is asked for it. What is held is that of the quote on screen.
fn assess(
    state: State,
    answers: &Answers,
    asked: &[(String, String)],
) -> (&'static Tariff, Option<Arc<Assessment>>) {
    let mut keys = state.keys(Keys::clone);
    for key in scenario::ASKED {
        let value = asked.iter().find(|(name, _)| name == key);
        keys.set(key, value.map_or("", |(_, value)| value));
    }
    let entered = Entered {
        answers: answers.clone(),
        keys,
        ignored: Vec::new(),
    };
    let assessment = entered.assess(state.settings, state.today);
    (
        entered.tariff(state.settings, state.today),
        assessment.map(Arc::new),
    )
}

/// The name of a column.
pub fn name(columns: Columns, place: usize) -> String {
    columns.with(|columns| {
        columns
            .get(place)
            .map_or_else(String::new, |column| column.name.clone())
    })
}

/// The link of a column as a quote.
pub fn link(columns: Columns, place: usize) -> String {
    columns.with(|columns| {
        columns.get(place).map_or_else(String::new, |column| {
            let (tariff, view_keys): (Vec<_>, Vec<_>) = column
                .asked
                .iter()
                .cloned()
                .partition(|(name, _)| name == key::TARIFF);
            link::encode(&Link {
                view: View::Quote.word().to_owned(),
                answers: column.answers.clone(),
                tariff: tariff.into_iter().map(|(_, id)| id).next(),
                view_keys,
                ..Link::default()
            })
        })
    })
}

/// Adds a profile where there is room.
pub fn add(state: State, scenario: &Scenario) {
    let free = key::SCENARIOS
        .into_iter()
        .find(|key| state.key(key).is_empty());
    if let Some(key) = free {
        state.set_key(key, &scenario::write(scenario));
    }
}

/// Takes a profile away; those after it move up.
pub fn remove(state: State, place: usize) {
    let mut kept: Vec<String> = key::SCENARIOS
        .into_iter()
        .map(|key| state.key(key))
        .filter(|text| !text.is_empty())
        .collect();
    if place > 0 && place <= kept.len() {
        kept.remove(place - 1);
    }
    for (index, key) in key::SCENARIOS.into_iter().enumerate() {
        state.set_key(key, kept.get(index).map_or("", String::as_str));
    }
}

/// Changes the answers of a profile; it is then what it was made of, changed: its name stays.
pub fn change(state: State, place: usize, change: impl FnOnce(&mut Answers)) {
    let mut keys = key::SCENARIOS
        .into_iter()
        .filter(|key| !state.key(key).is_empty());
    let Some(key) = place.checked_sub(1).and_then(|place| keys.nth(place)) else {
        return;
    };
    let (mut scenario, _) = scenario::read(&state.key(key));
    change(&mut scenario.answers);
    // A category that is not offered is neither new nor to be added.
    let answers = &mut scenario.answers;
    answers.new_entrant = answers.new_entrant.and(answers.categories);
    answers.extension.categories = answers.extension.categories.except(answers.categories);
    state.set_key(key, &scenario::write(&scenario));
}
