//! The link: a view and the answers in the fragment of an address, readable and stable for ever.
//!
//! `#/<view>?v=1&cat=AF.CFA&ca=120000&…`: `v` first, fixed order, only answers that differ from the
//! defaults, so equal states give equal links. Nothing in a link can make reading it fail: what is not
//! understood is listed and left out.

use super::{Answers, Categories, Category, Field, Location, Profile, Status, Turnover};
use crate::assess::RULES_VERSION;
use crate::date;
use crate::hidden::is_hidden;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// The version written today.
pub const VERSION: &str = "1";
/// The version of the rules that a link without `regles` was made under: that of the first release.
const FIRST_RULES: &str = "2026.11";
/// The longest link read, in bytes.
pub const MAX_BYTES: usize = 8 * 1024;

/// What a link carries besides the answers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// The view, such as `devis`; empty when the link names none.
    pub view: String,
    /// The answers that the link gives, on top of the defaults it was read with.
    pub answers: Answers,
    /// Whether the link gives any answer at all.
    pub has_answers: bool,
    /// The tariff asked for.
    pub tariff: Option<String>,
    /// The language asked for.
    pub lang: Option<Lang>,
    /// Whether the page is shown in another one.
    pub embed: bool,
    /// Keys of the view's own, in the order of the link.
    pub view_keys: Vec<(String, String)>,
}

/// A language of the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Both languages.
    pub const ALL: [Self; 2] = [Self::Fr, Self::En];

    /// The language tag: `fr` or `en`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}

/// Something in a link that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Ignored {
    /// More than [`MAX_BYTES`]: nothing of it is read.
    TooLong,
    /// A version this release does not know; what is known of it is read all the same.
    Version(String),
    /// A key nobody knows.
    UnknownKey(String),
    /// The rules have changed since the link was made: their version then.
    Rules(String),
    /// A key given twice; the first counts.
    Repeated(String),
    /// A value that cannot be read, or that contradicts another answer.
    BadValue {
        /// The key.
        key: String,
        /// The value as written.
        value: String,
    },
}

/// Reads the fragment of an address, with or without its `#`, on top of `defaults`.
///
/// `view_keys` are the keys that the views add to those of the profile.
#[must_use]
pub fn decode(fragment: &str, defaults: &Answers, view_keys: &[&str]) -> (Link, Vec<Ignored>) {
    if fragment.len() > MAX_BYTES {
        let link = Link {
            answers: defaults.clone(),
            ..Link::default()
        };
        return (link, vec![Ignored::TooLong]);
    }
    let route = fragment.strip_prefix('#').unwrap_or(fragment);
    let (view, query) = route.split_once('?').unwrap_or((route, ""));
    let pairs = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (unescape(key), unescape(value))
        });
    let pairs: Vec<(String, String)> = pairs.collect();
    let rules = pairs.iter().find(|(key, _)| key == "regles");
    let rules = rules.map_or(FIRST_RULES, |(_, version)| version).to_owned();
    let (mut link, mut ignored) = take(pairs, defaults, view_keys);
    if rules != RULES_VERSION {
        ignored.push(Ignored::Rules(rules));
    }
    link.view = unescape(view.strip_prefix('/').unwrap_or(view));
    (link, ignored)
}

/// The keys of the answers, in the order a link writes them.
pub fn answer_keys() -> impl Iterator<Item = &'static str> {
    Key::ALL.into_iter().map(Key::id)
}

/// Takes keys and values as a link would give them, on top of `defaults`.
#[must_use]
pub fn take(
    pairs: Vec<(String, String)>,
    defaults: &Answers,
    view_keys: &[&str],
) -> (Link, Vec<Ignored>) {
    let mut link = Link {
        answers: defaults.clone(),
        ..Link::default()
    };
    let mut ignored = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    let mut given: Vec<(Key, String)> = Vec::new();
    for (key, value) in pairs {
        if seen.contains(&key) {
            ignored.push(Ignored::Repeated(key));
            continue;
        }
        seen.push(key.clone());
        let bad = |key: String, value: String| Ignored::BadValue { key, value };
        match key.as_str() {
            "v" if value == VERSION => {}
            "v" => ignored.push(Ignored::Version(value)),
            // What it changes is said where a link is opened.
            "regles" => {}
            "tarif" if !value.is_empty() && value.len() <= 40 => link.tariff = Some(value),
            "lang" => match Lang::ALL.into_iter().find(|lang| lang.id() == value) {
                Some(lang) => link.lang = Some(lang),
                None => ignored.push(bad(key, value)),
            },
            "embed" if value == "1" => link.embed = true,
            "tarif" | "embed" => ignored.push(bad(key, value)),
            other => match Key::from_id(other) {
                Some(answer) => match answer.read(&value, &mut link.answers) {
                    Some(()) => given.push((answer, value)),
                    None => ignored.push(bad(key, value)),
                },
                None if view_keys.contains(&other) => link.view_keys.push((key, value)),
                None => ignored.push(Ignored::UnknownKey(key)),
            },
        }
    }
    link.has_answers = !given.is_empty();
    settle(&mut link.answers, defaults, &given, &mut ignored);
    (link, ignored)
}

/// Puts back the default of each answer that contradicts the others.
fn settle(
    answers: &mut Answers,
    defaults: &Answers,
    given: &[(Key, String)],
    ignored: &mut Vec<Ignored>,
) {
    // Each round settles one answer; there are no more rounds than answers.
    for _ in 0..Key::ALL.len() {
        let Err(invalid) = Profile::new(answers.clone()) else {
            return;
        };
        let Some(key) = Key::ALL
            .into_iter()
            .find(|key| key.field() == Some(invalid.field))
        else {
            return;
        };
        if let Some((_, value)) = given.iter().find(|(other, _)| *other == key) {
            ignored.push(Ignored::BadValue {
                key: key.id().to_owned(),
                value: value.clone(),
            });
        }
        key.reset(answers, defaults);
    }
}

/// Writes the fragment of an address, `#` included.
#[must_use]
pub fn encode(link: &Link) -> String {
    let mut text = String::with_capacity(96);
    text.push_str("#/");
    text.push_str(&escape(&link.view));
    text.push_str("?v=");
    text.push_str(VERSION);
    for key in Key::ALL {
        if let Some(value) = key.write(&link.answers) {
            pair(&mut text, key.id(), &value);
        }
    }
    if RULES_VERSION != FIRST_RULES {
        pair(&mut text, "regles", RULES_VERSION);
    }
    if let Some(tariff) = &link.tariff {
        pair(&mut text, "tarif", tariff);
    }
    if let Some(lang) = link.lang {
        pair(&mut text, "lang", lang.id());
    }
    if link.embed {
        pair(&mut text, "embed", "1");
    }
    for (key, value) in &link.view_keys {
        pair(&mut text, key, value);
    }
    text
}

fn pair(text: &mut String, key: &str, value: &str) {
    text.push('&');
    text.push_str(&escape(key));
    text.push('=');
    text.push_str(&escape(value));
}

/// Letters, digits and `-._~` stay as they are (RFC 3986, unreserved).
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A text as a part of an address.
#[must_use]
pub fn escape(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).collect()
}

/// What is escaped badly stays as it is written. What nobody sees is left out: whoever wrote the link may mean to deceive.
fn unescape(text: &str) -> String {
    let decoded = percent_decode_str(text).decode_utf8();
    let mut text = decoded.map_or_else(|_| text.to_owned(), Into::into);
    text.retain(|c| !is_hidden(c));
    text
}

/// The answers of a link, in the order they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Cat,
    Ca,
    Ca2,
    Sites,
    Ne,
    Rncp,
    Rs,
    Alt,
    Ent,
    Afest,
    Court,
    St,
    Sst,
    Exo,
    Audit,
    Contrat,
    Decision,
    Statut,
    Lieu,
    Ext,
    ExtSites,
}

impl Key {
    const ALL: [Self; 21] = [
        Self::Cat,
        Self::Ca,
        Self::Ca2,
        Self::Sites,
        Self::Ne,
        Self::Rncp,
        Self::Rs,
        Self::Alt,
        Self::Ent,
        Self::Afest,
        Self::Court,
        Self::St,
        Self::Sst,
        Self::Exo,
        Self::Audit,
        Self::Contrat,
        Self::Decision,
        Self::Statut,
        Self::Lieu,
        Self::Ext,
        Self::ExtSites,
    ];

    const fn id(self) -> &'static str {
        match self {
            Self::Cat => "cat",
            Self::Ca => "ca",
            Self::Ca2 => "ca2",
            Self::Sites => "sites",
            Self::Ne => "ne",
            Self::Rncp => "rncp",
            Self::Rs => "rs",
            Self::Alt => "alt",
            Self::Ent => "ent",
            Self::Afest => "afest",
            Self::Court => "court",
            Self::St => "st",
            Self::Sst => "sst",
            Self::Exo => "exo",
            Self::Audit => "audit",
            Self::Contrat => "contrat",
            Self::Decision => "decision",
            Self::Statut => "statut",
            Self::Lieu => "lieu",
            Self::Ext => "ext",
            Self::ExtSites => "extsites",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.id() == id)
    }

    /// The answer of the contract, for those that can contradict another.
    const fn field(self) -> Option<Field> {
        Some(match self {
            Self::Cat => Field::Categories,
            Self::Ca => Field::Turnover,
            Self::Ca2 => Field::SurveillanceTurnover,
            Self::Sites => Field::ExtraSites,
            Self::Ne => Field::NewEntrant,
            Self::Audit => Field::AuditDate,
            Self::Contrat => Field::ContractDate,
            Self::Decision => Field::DecisionDate,
            Self::Ext => Field::ExtensionCategories,
            Self::ExtSites => Field::ExtensionSites,
            _ => return None,
        })
    }

    /// Reads a value into the answers; `None` when it cannot be read.
    fn read(self, value: &str, answers: &mut Answers) -> Option<()> {
        if let Some(flag) = self.flag(answers) {
            *flag = value == "1";
            return (*flag).then_some(());
        }
        match self {
            Self::Cat => answers.categories = categories(value)?,
            Self::Ne => answers.new_entrant = categories(value)?,
            Self::Ext => answers.extension.categories = categories(value)?,
            Self::Ca => answers.turnover = turnover(value)?,
            Self::Ca2 => answers.surveillance_turnover = Some(turnover(value)?),
            Self::Sites => answers.extra_sites = sites(value)?,
            Self::ExtSites => answers.extension.sites = sites(value)?,
            Self::Audit => answers.audit_date = Some(date::parse_iso(value)?),
            Self::Contrat => answers.contract_date = Some(date::parse_iso(value)?),
            Self::Decision => answers.decision_date = Some(date::parse_iso(value)?),
            Self::Statut => answers.status = named(Status::ALL, status_word, value)?,
            _ => answers.location = named(Location::ALL, location_word, value)?,
        }
        Some(())
    }

    /// The value of the answer, when it differs from the default. Categories and turnover have none.
    fn write(self, answers: &Answers) -> Option<String> {
        let number = |value: u32| (value > 0).then(|| value.to_string());
        let codes = |set: Categories| (!set.is_empty()).then(|| join(set));
        match self {
            Self::Cat => codes(answers.categories),
            Self::Ne => codes(answers.new_entrant),
            Self::Ext => codes(answers.extension.categories),
            Self::Ca => Some(answers.turnover.euros().to_string()),
            Self::Ca2 => answers
                .surveillance_turnover
                .map(|turnover| turnover.euros().to_string()),
            Self::Sites => number(answers.extra_sites),
            Self::ExtSites => number(answers.extension.sites),
            Self::Audit => answers.audit_date.map(date::format_iso),
            Self::Contrat => answers.contract_date.map(date::format_iso),
            Self::Decision => answers.decision_date.map(date::format_iso),
            Self::Statut => (answers.status != Status::default())
                .then(|| status_word(answers.status).to_owned()),
            Self::Lieu => (answers.location != Location::default())
                .then(|| location_word(answers.location).to_owned()),
            _ => {
                let mut answers = answers.clone();
                // A course in the workplace implies periods in a company: said once.
                answers.workplace_periods &= !answers.afest;
                self.flag(&mut answers)?.then(|| "1".to_owned())
            }
        }
    }

    fn reset(self, answers: &mut Answers, defaults: &Answers) {
        match self {
            Self::Cat => answers.categories = defaults.categories,
            Self::Ca => answers.turnover = defaults.turnover,
            Self::Ca2 => answers.surveillance_turnover = None,
            Self::Sites => answers.extra_sites = 0,
            Self::Ne => answers.new_entrant = Categories::NONE,
            Self::Audit => answers.audit_date = None,
            Self::Contrat => answers.contract_date = None,
            Self::Decision => answers.decision_date = None,
            Self::Ext => answers.extension.categories = Categories::NONE,
            Self::ExtSites => answers.extension.sites = 0,
            _ => {}
        }
    }

    /// The yes-or-no answer of this key.
    fn flag(self, answers: &mut Answers) -> Option<&mut bool> {
        Some(match self {
            Self::Rncp => &mut answers.rncp,
            Self::Rs => &mut answers.rs,
            Self::Alt => &mut answers.work_study,
            Self::Ent => &mut answers.workplace_periods,
            Self::Afest => &mut answers.afest,
            Self::Court => &mut answers.only_short_courses,
            Self::St => &mut answers.subcontracts,
            Self::Sst => &mut answers.only_as_subcontractor,
            Self::Exo => &mut answers.vat_exempt,
            _ => return None,
        })
    }
}

const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Company => "societe",
        Status::Independent => "independant",
        Status::Subcontractor => "sous-traitant",
    }
}

const fn location_word(location: Location) -> &'static str {
    match location {
        Location::Metropole => "metropole",
        Location::Corse => "corse",
        Location::Drom => "drom",
        Location::Abroad => "etranger",
    }
}

fn named<T: Copy, const N: usize>(
    all: [T; N],
    word: impl Fn(T) -> &'static str,
    value: &str,
) -> Option<T> {
    all.into_iter().find(|item| word(*item) == value)
}

/// `AF.CFA`; no code twice.
fn categories(value: &str) -> Option<Categories> {
    value.split('.').try_fold(Categories::NONE, |set, code| {
        let category = Category::from_code(code)?;
        (!set.contains(category)).then(|| set.with(category, true))
    })
}

fn join(set: Categories) -> String {
    let codes: Vec<&str> = set.iter().map(Category::code).collect();
    codes.join(".")
}

/// Whole numbers are digits only: no sign, no space.
fn digits(value: &str) -> Option<u64> {
    if value.bytes().all(|byte| byte.is_ascii_digit()) {
        value.parse().ok()
    } else {
        None
    }
}

fn turnover(value: &str) -> Option<Turnover> {
    digits(value).and_then(Turnover::new)
}

fn sites(value: &str) -> Option<u32> {
    let sites = u32::try_from(digits(value)?).ok()?;
    (sites <= Profile::MAX_SITES).then_some(sites)
}
