//! What a draft keeps of the state, and a draft taken back.

use super::{Asked, Form, Keys, State, View, defaults, key};
use crate::drafts::Work;
use crate::settings::Settings;
use crate::text::Words;
use calliope_rules::Assessment;
use calliope_rules::profile::link::{self, Ignored, Link};
use calliope_rules::profile::{Answers, Profile};
use calliope_rules::tariff::Tariff;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A work read: its answers and its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The answers.
    pub answers: Answers,
    /// What the views keep besides them.
    pub keys: Keys,
    /// What of the link could not be read.
    pub ignored: Vec<Ignored>,
}

impl Entered {
    /// What a work says.
    #[must_use]
    pub fn of(work: &Work) -> Self {
        let (link, ignored) = link::decode(&work.link, &defaults(), &[]);
        let mut keys = Keys::default();
        keys.take_client(pairs(work));
        Self {
            answers: link.answers,
            keys,
            ignored,
        }
    }

    /// The price list that it is under.
    #[must_use]
    pub fn tariff<'a>(&self, settings: &'a Settings, today: NaiveDate) -> &'a Tariff {
        let day = self.answers.contract_date.unwrap_or(today);
        settings.tariff(self.keys.get(key::TARIFF), day)
    }

    /// What follows from it; none when the answers contradict each other.
    #[must_use]
    pub fn assess(&self, settings: &Settings, today: NaiveDate) -> Option<Assessment> {
        let profile = Profile::new(self.answers.clone()).ok()?;
        let asked = Asked::of(&self.keys);
        let terms = asked.terms(settings, self.tariff(settings, today));
        calliope_rules::assess(&profile, terms, today).ok()
    }
}

fn pairs(work: &Work) -> impl Iterator<Item = (&str, &str)> {
    work.keys
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()))
}

/// What the screen says of a work when nothing is changed: what could not be read is not there.
#[must_use]
pub fn as_shown(work: &Work) -> Work {
    let entered = Entered::of(work);
    Work {
        link: plain_link(&entered.answers),
        keys: of_client(&entered.keys),
        ..work.clone()
    }
}

fn of_client(keys: &Keys) -> BTreeMap<String, String> {
    let mut map = BTreeMap::new();
    for (key, value) in keys.of_client() {
        map.insert(key.to_owned(), value.to_owned());
    }
    map
}

/// The link of answers alone.
#[must_use]
pub fn plain_link(answers: &Answers) -> String {
    link::encode(&Link {
        view: View::Quote.word().to_owned(),
        answers: answers.clone(),
        ..Link::default()
    })
}

impl State {
    /// What was entered, without the readiness.
    #[must_use]
    pub fn work(&self) -> Work {
        Work {
            link: self.parsed.with(|parsed| plain_link(&parsed.answers)),
            keys: self.keys.with(of_client),
            typed: if self.is_fresh() {
                String::new()
            } else {
                self.form.with(Form::typed)
            },
            ..Work::default()
        }
    }

    /// Shows what was entered in a draft; what of it cannot be read is said.
    pub fn take_work(&self, work: &Work) {
        let entered = Entered::of(work);
        let words = Words::new(self.lang.get_untracked());
        self.form.set(Form::of(&entered.answers, words));
        // Read now: what was typed and cannot be read falls back on these answers.
        self.assessment.with_untracked(|_| ());
        if !work.typed.is_empty() {
            self.form.update(|form| form.retype(&work.typed));
        }
        self.keys.update(|keys| keys.take_client(pairs(work)));
        let mut ignored = entered.ignored;
        ignored.extend(self.settle_tariff());
        self.ignored.set(ignored);
    }
}
