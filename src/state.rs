//! The answers as typed, the memoised assessment, and what the address carries.

mod asked;
mod form;
mod keys;
mod view;
mod work;

pub use asked::Asked;
pub use form::{Bad, Form, Parsed, Slot};
pub use keys::{Keys, key};
pub use view::View;
pub use work::{Entered, as_shown, plain_link};

use crate::browser::{address, clock, document, frame};
use crate::effect::effect;
use crate::settings::{self, Settings};
use crate::text::Words;
use calliope_rules::profile::link::{self, Ignored, Lang, Link};
use calliope_rules::profile::{Answers, Categories, Category, Profile, Turnover};
use calliope_rules::quote::Entry;
use calliope_rules::tariff::Tariff;
use calliope_rules::{Assessment, Terms, sources};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;

/// What a link asked for that is not an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Carried {
    /// A language, by the link or the switch.
    lang: Option<Lang>,
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
    pub settings: &'static Settings,
    /// The name of the price list in force.
    tariff: Memo<String>,
    /// The visitor's date when the page was opened.
    pub today: NaiveDate,
    /// What the views keep in the address besides the answers.
    keys: RwSignal<Keys>,
    /// What the links made from here carry besides the answers.
    carried: RwSignal<Carried>,
    /// Shown in another page, from its first address to its last.
    embed: bool,
    /// Where the answers on screen come from: a link, or the draft of this name. An entry of the history made
    /// since then brings its view back, and leaves the answers as they are.
    pub origin: RwSignal<String>,
    /// The writing of the draft that the answers on screen go on from; empty while they are not one.
    pub revision: RwSignal<String>,
    /// The site around an embed that asks for estimates, by its name; empty for none.
    pub host: RwSignal<String>,
    /// Whether the visitor agrees to send the estimate there.
    pub agreed: RwSignal<bool>,
    /// Whether it was sent there.
    pub sent: RwSignal<bool>,
}

impl State {
    /// The state that the address asks for, kept in step with it from now on.
    #[must_use]
    pub fn from_address() -> Self {
        let settings = settings::in_force();
        // The site was made after its rules were checked: a clock that is behind them is wrong, and the page says so.
        let today = clock::today().max(sources::checked_on());
        let form = RwSignal::new(Form::of(&defaults(), Words::new(Lang::Fr)));
        let keys = RwSignal::new(Keys::default());
        let parsed = Memo::new(move |earlier: Option<&Parsed>| {
            form.with(|form| {
                Parsed::of(
                    form,
                    earlier.map_or_else(defaults, |earlier| earlier.answers.clone()),
                )
            })
        });
        let asked = Memo::new(move |_| keys.with(Asked::of));
        let tariff = Memo::new(move |_| {
            let day = parsed.with(|parsed| parsed.answers.contract_date.unwrap_or(today));
            keys.with(|keys| settings.tariff(keys.get(key::TARIFF), day).id.clone())
        });
        let assess = move |earlier: Option<&Arc<Assessment>>| {
            let next = parsed.with(|parsed| {
                let profile = parsed.last_profile()?;
                asked.with(|asked| {
                    assess(
                        &profile,
                        asked.terms(settings, tariff.with(|id| settings.tariff(id, today))),
                        today,
                    )
                })
            });
            next.or_else(|| earlier.cloned())
                .unwrap_or_else(|| assess_defaults(settings, today))
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
            settings,
            tariff,
            today,
            keys,
            carried: RwSignal::new(Carried::default()),
            embed: document::is_embedded(),
            origin: RwSignal::new(String::new()),
            revision: RwSignal::new(String::new()),
            host: RwSignal::new(frame::host()),
            agreed: RwSignal::new(frame::agreed()),
            sent: RwSignal::new(false),
        };
        state.open(&address::fragment());
        state.take_up();
        address::on_change(move || state.arrive());
        frame::on_host(move || {
            state.host.set(frame::host());
            state.agreed.set(frame::agreed());
        });
        frame::on_wish(move |name, value| state.take_wish(name, value));
        effect(move || {
            let fragment = state.fragment();
            // An address that leads nowhere stays as it is.
            if state.view.get() == View::NotFound {
                return;
            }
            let note = state.note();
            // The bare address stays bare until there is something to keep.
            if address::fragment().is_empty() && fragment == link::encode(&bare()) {
                address::stay();
            } else {
                address::replace(fragment, note);
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

    /// The address of the page as it stands, to be shared: on the site, even when it is shown in another page.
    #[must_use]
    pub fn link(&self) -> String {
        let view = self.view.get();
        let fragment = self.keys.with(|keys| self.fragment_of(view, keys, false));
        [address::without_fragment(), fragment].concat()
    }

    /// The price list in force for the contract.
    #[must_use]
    pub fn tariff(&self) -> &'static Tariff {
        self.tariff.with(|id| self.settings.tariff(id, self.today))
    }

    /// Whether the page is shown in another one.
    #[must_use]
    pub fn embedded(&self) -> bool {
        self.embed
    }

    /// The fragment that shows `view` with the answers on screen; from an embed, on the site.
    #[must_use]
    pub fn link_to(&self, view: View) -> String {
        self.keys.with(|keys| self.fragment_of(view, keys, false))
    }

    /// The same with a key set on the way.
    #[must_use]
    pub fn link_with(&self, view: View, key: &'static str, value: &str) -> String {
        let mut keys = self.keys.get();
        keys.set(key, value);
        self.fragment_of(view, &keys, false)
    }

    fn fragment_of(&self, view: View, keys: &Keys, embed: bool) -> String {
        let mut view_keys = keys.of(view);
        if !embed {
            view_keys.retain(|(key, _)| key != key::ACCENT && key != key::SCHEME);
        }
        link::encode(&Link {
            view: view.word().to_owned(),
            answers: self.parsed.with(|parsed| parsed.answers.clone()),
            lang: self.carried.with(|carried| carried.lang),
            embed,
            tariff: Some(keys.get(key::TARIFF).to_owned()).filter(|id| !id.is_empty()),
            view_keys,
            ..Link::default()
        })
    }

    /// What is read of the keys of the views.
    pub fn keys<T>(&self, read: impl FnOnce(&Keys) -> T) -> T {
        self.keys.with(read)
    }

    /// The value of a key of the views; empty when it is not set.
    #[must_use]
    pub fn key(&self, key: &str) -> String {
        self.keys.with(|keys| keys.get(key).to_owned())
    }

    /// The date that a key holds.
    #[must_use]
    pub fn key_date(&self, key: &str) -> Option<NaiveDate> {
        self.keys.with(|keys| keys.date(key))
    }

    /// How one comes to the certifier.
    #[must_use]
    pub fn entry(&self) -> Entry {
        self.keys.with(Keys::entry)
    }

    /// Whether a key is one of those that are only there or not.
    #[must_use]
    pub fn key_is_on(&self, key: &str) -> bool {
        self.keys.with(|keys| keys.is_on(key))
    }

    /// Whether the list that a key holds names `word`.
    #[must_use]
    pub fn key_holds(&self, key: &str, word: &str) -> bool {
        self.keys.with(|keys| keys.holds(key, word))
    }

    /// Changes the value of a key; empty takes it away.
    pub fn set_key(&self, key: &'static str, value: &str) {
        if self.keys.with_untracked(|keys| keys.get(key) != value) {
            self.keys.update(|keys| keys.set(key, value));
        }
    }

    /// Puts a word in the list of a key, or takes it out.
    pub fn put_in_key(&self, key: &'static str, word: &str, present: bool) {
        self.keys.update(|keys| keys.put(key, word, present));
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
        let view = self.view.get();
        self.keys
            .with(|keys| self.fragment_of(view, keys, self.embedded()))
    }

    /// The address has changed under the page: a link was followed, or the history walked.
    fn arrive(&self) {
        let fragment = address::fragment();
        let note = address::note();
        let origin = note.lines().next().unwrap_or_default();
        let origin = origin.split(' ').next().unwrap_or_default();
        let view = View::of_fragment(&fragment);
        let here = self.origin.with_untracked(|here| here == origin);
        if here {
            self.show(view);
            return;
        }
        let before = self.said_to(view);
        self.open(&fragment);
        // A link that says what is on screen, such as those of the menu, goes on from where it comes.
        if note.is_empty() && self.said_to(view) == before {
            return;
        }
        self.begin(view);
        self.take_up();
    }

    /// Begins a piece of work with what has just been read: nothing of the work before stays.
    fn begin(&self, view: View) {
        let answers = self.parsed.with_untracked(|parsed| parsed.answers.clone());
        let words = Words::new(self.lang.get_untracked());
        self.form.set(Form::of(&answers, words));
        self.keys.update(|keys| keys.keep(view));
    }

    /// Does what the page around an embed asks: a view, a language, an accent, a scheme, or other answers.
    fn take_wish(&self, name: &str, value: &str) {
        match name {
            "view" => self.show(View::of(value)),
            "lang" => match Lang::ALL.into_iter().find(|lang| lang.id() == value) {
                Some(lang) => self.choose_language(lang),
                None => {
                    self.choose_language(document::preferred_language());
                    self.carried.update(|carried| carried.lang = None);
                }
            },
            "accent" => self.set_key(key::ACCENT, value),
            "theme" => self.set_key(key::SCHEME, value),
            "profile" => {
                let view = self.view.get_untracked();
                let shown = self.keys.with_untracked(|keys| {
                    let pair = |key| ["&", key, "=", keys.get(key)].concat();
                    let set = |key: &&str| !keys.get(key).is_empty();
                    let keys = [key::ACCENT, key::SCHEME].into_iter().filter(set);
                    keys.map(pair).collect::<String>()
                });
                let link = ["#/", view.word(), "?v=1&embed=1", &shown, "&", value].concat();
                self.open(&link);
                self.begin(view);
                self.set_out();
            }
            _ => {}
        }
    }

    /// A price list that the settings do not hold is left out.
    pub(crate) fn settle_tariff(&self) -> Option<Ignored> {
        let value = self.key(key::TARIFF);
        if value.is_empty() || self.settings.named(&value).is_some() {
            return None;
        }
        self.set_key(key::TARIFF, "");
        let key = key::TARIFF.to_owned();
        Some(Ignored::BadValue { key, value })
    }

    /// The answers, and what `view` keeps of the client besides them.
    fn said_to(&self, view: View) -> (Answers, Vec<(String, String)>) {
        let answers = self.parsed.with_untracked(|parsed| parsed.answers.clone());
        (
            answers,
            self.keys.with_untracked(|keys| keys.of_client_in(view)),
        )
    }

    /// What an entry of the history remembers: where the answers come from, what the other views keep and,
    /// while some answer cannot be read, the answers as typed.
    fn note(&self) -> String {
        let from = [self.origin.get(), self.revision.get()].join(" ");
        let mut lines = vec![from, self.keys.with(Keys::note)];
        if !self.is_fresh() {
            lines.push(self.form.with(Form::typed));
        }
        lines.join("\n")
    }

    /// Takes up what the entry of the history remembers; a new one gets a new origin.
    fn take_up(&self) {
        let note = address::note();
        let mut lines = note.splitn(3, '\n');
        let [from, keys, typed] = [(); 3].map(|()| lines.next().unwrap_or_default());
        let (origin, revision) = from.split_once(' ').unwrap_or((from, ""));
        if origin.is_empty() {
            self.set_out();
            return;
        }
        self.revision.set(revision.to_owned());
        self.origin.set(origin.to_owned());
        self.keys
            .update(|held| held.recall(keys, self.view.get_untracked()));
        if !typed.is_empty() {
            self.form.update(|form| form.retype(typed));
        }
    }

    /// What is on screen comes from no draft.
    fn set_out(&self) {
        self.revision.set(String::new());
        self.origin.set(clock::stamp());
    }

    /// Shows a view; the one on screen is not made anew.
    fn show(&self, view: View) {
        if self.view.get_untracked() != view {
            self.view.set(view);
        }
    }

    /// Takes what the fragment of an address says.
    fn open(&self, fragment: &str) {
        let (link, mut ignored) = link::decode(fragment, &defaults(), &View::all_keys());
        self.show(View::of(&link.view));
        if let Some(lang) = link.lang {
            self.choose_language(lang);
        }
        // A link that says what is on screen leaves what is typed as it is.
        if self
            .parsed
            .with_untracked(|parsed| parsed.answers != link.answers)
        {
            self.form.set(Form::of(
                &link.answers,
                Words::new(self.lang.get_untracked()),
            ));
            // Read now: what is typed later and cannot be read falls back on these answers.
            self.assessment.with_untracked(|_| ());
        }
        self.keys
            .update(|keys| ignored.extend(keys.take(View::of(&link.view), link.view_keys)));
        let tariff = link.tariff.unwrap_or_default();
        self.keys.update(|keys| keys.set(key::TARIFF, &tariff));
        ignored.extend(self.settle_tariff());
        self.ignored.set(ignored);
    }
}

/// What the page shows before any answer: the most common profile.
#[must_use]
pub fn defaults() -> Answers {
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

fn assess(profile: &Profile, terms: Terms<'_>, today: NaiveDate) -> Option<Arc<Assessment>> {
    calliope_rules::assess(profile, terms, today)
        .ok()
        .map(Arc::new)
}

/// What the page shows before any answer can be read.
fn assess_defaults(settings: &Settings, today: NaiveDate) -> Arc<Assessment> {
    let defaults = Profile::new(defaults()).ok();
    let assessment = defaults.and_then(|profile| {
        let terms = settings.terms(settings.tariff("", today));
        assess(&profile, terms, today)
    });
    assessment.expect("the default answers are valid, and today is covered")
}
