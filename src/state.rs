//! The answers as typed, the memoised assessment, and what the address carries.

mod form;

pub use form::{Bad, Form, Parsed, Slot};

use crate::browser::{address, clock, document};
use crate::settings::Settings;
use crate::text::Words;
use calliope_rules::Assessment;
use calliope_rules::framework::Framework;
use calliope_rules::profile::link::{self, Ignored, Lang, Link};
use calliope_rules::profile::{Answers, Categories, Category, Profile, Turnover};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// The views, by the word of their address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// `devis`
    Quote,
    /// An address nobody knows.
    NotFound,
}

impl View {
    fn of(word: &str) -> Self {
        match word {
            "" | "devis" => Self::Quote,
            _ => Self::NotFound,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Quote | Self::NotFound => "devis",
        }
    }
}

/// What a link asked for that is not an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Carried {
    /// A language, by the link or the switch.
    lang: Option<Lang>,
    /// To be shown in another page.
    embed: bool,
}

/// What the views share; copied freely.
#[derive(Clone, Copy)]
pub struct State {
    /// The answers as typed.
    pub form: RwSignal<Form>,
    /// The same read, with what could not be.
    pub parsed: Memo<Parsed>,
    /// The last assessment that could be made.
    pub assessment: Memo<Arc<Assessment>>,
    /// The view on screen.
    pub view: RwSignal<View>,
    /// The language on screen.
    pub lang: RwSignal<Lang>,
    /// What the opened link held that could not be read.
    pub ignored: RwSignal<Vec<Ignored>>,
    /// What the certifier brings.
    pub settings: StoredValue<Arc<Settings>>,
    /// The visitor's date when the page was opened.
    pub today: NaiveDate,
    /// What the links made from here carry besides the answers.
    carried: RwSignal<Carried>,
}

impl State {
    /// The state that the address asks for, kept in step with it from now on.
    #[must_use]
    pub fn from_address() -> Self {
        let settings = Arc::new(Settings::built_in());
        let today = clock::today();
        let form = RwSignal::new(Form::of(&defaults(), Words::new(Lang::Fr)));
        let parsed = Memo::new(move |earlier: Option<&Parsed>| {
            form.with(|form| {
                Parsed::of(
                    form,
                    earlier.map_or_else(defaults, |earlier| earlier.answers.clone()),
                )
            })
        });
        let terms = Arc::clone(&settings);
        let assess = move |earlier: Option<&Arc<Assessment>>| {
            let next = parsed.with(|parsed| {
                parsed
                    .profile()
                    .and_then(|profile| assess(&profile, &terms, today))
            });
            next.or_else(|| earlier.cloned())
                .unwrap_or_else(|| assess_defaults(&terms))
        };
        // A new assessment is a change: comparing it to the last would cost more than painting it.
        let assessment = Memo::new_with_compare(assess, |old, new| match (old, new) {
            (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
            _ => true,
        });
        let state = Self {
            form,
            parsed,
            assessment,
            view: RwSignal::new(View::Quote),
            lang: RwSignal::new(document::preferred_language()),
            ignored: RwSignal::new(Vec::new()),
            settings: StoredValue::new(settings),
            today,
            carried: RwSignal::new(Carried::default()),
        };
        state.open(&address::fragment());
        address::on_change(move || state.open(&address::fragment()));
        Effect::new(move || {
            let fragment = state.fragment();
            // An address that leads nowhere stays as it is.
            if state.view.get() == View::NotFound {
                return;
            }
            // The bare address stays bare until there is something to keep.
            if !address::fragment().is_empty() || fragment != link::encode(&bare()) {
                address::replace_fragment(&fragment);
            }
        });
        state
    }

    /// The texts of the language on screen.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::new(self.lang.get())
    }

    /// Whether every answer could be read, so that the result is that of the answers on screen.
    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.parsed.with(|parsed| parsed.bad.is_empty())
    }

    /// The address of the page as it stands, to be shared.
    #[must_use]
    pub fn link(&self) -> String {
        [address::without_fragment(), self.fragment()].concat()
    }

    /// Shows the page in `lang` from now on, and in the links made from it.
    pub fn choose_language(&self, lang: Lang) {
        self.carried.update(|carried| carried.lang = Some(lang));
        self.form.update(|form| form.rewrite(Words::new(lang)));
        self.lang.set(lang);
    }

    /// What is wrong with one answer.
    #[must_use]
    pub fn bad(&self, slot: Slot) -> Option<Bad> {
        self.parsed.with(|parsed| {
            parsed
                .bad
                .iter()
                .find(|(other, _)| *other == slot)
                .map(|(_, bad)| bad.clone())
        })
    }

    fn fragment(&self) -> String {
        link::encode(&Link {
            view: self.view.get().word().to_owned(),
            answers: self.parsed.with(|parsed| parsed.answers.clone()),
            lang: self.carried.with(|carried| carried.lang),
            embed: self.carried.with(|carried| carried.embed),
            ..Link::default()
        })
    }

    /// Takes what the fragment of an address says.
    fn open(&self, fragment: &str) {
        let (link, mut ignored) = link::decode(fragment, &defaults(), &[]);
        self.view.set(View::of(&link.view));
        if let Some(lang) = link.lang {
            self.choose_language(lang);
        }
        self.form.set(Form::of(
            &link.answers,
            Words::new(self.lang.get_untracked()),
        ));
        self.carried.update(|carried| carried.embed = link.embed);
        // The only tariff there is needs no name in a link; any other is said to be unknown.
        let known = |id: &String| {
            self.settings
                .with_value(|settings| settings.tariff.id == *id)
        };
        ignored.extend(
            link.tariff
                .filter(|id| !known(id))
                .map(|value| Ignored::BadValue {
                    key: "tarif".to_owned(),
                    value,
                }),
        );
        self.ignored.set(ignored);
    }
}

/// What the page shows before any answer: the most common profile.
fn defaults() -> Answers {
    Answers {
        categories: Categories::only(Category::Af),
        turnover: Turnover::new(100_000).unwrap_or_default(),
        ..Answers::default()
    }
}

/// The link of the page before any answer.
fn bare() -> Link {
    Link {
        view: View::Quote.word().to_owned(),
        answers: defaults(),
        ..Link::default()
    }
}

fn assess(profile: &Profile, settings: &Settings, today: NaiveDate) -> Option<Arc<Assessment>> {
    calliope_rules::assess(profile, settings.terms(), today)
        .ok()
        .map(Arc::new)
}

/// A clock that is years behind must not leave the page without a result.
fn assess_defaults(settings: &Settings) -> Arc<Assessment> {
    let latest = Framework::all().last().map(|framework| framework.from);
    let defaults = Profile::new(defaults()).ok();
    let assessment = defaults
        .zip(latest)
        .and_then(|(profile, day)| assess(&profile, settings, day));
    assessment
        .expect("the default answers are valid, and the latest framework covers its first day")
}
