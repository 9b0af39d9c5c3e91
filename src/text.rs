//! Typed texts in both languages, generated from `locales/` by `build/`, and their formats.

mod basis;
mod fold;
mod format;
mod indicators;
mod profile;
mod quote;
mod sorted;
mod view;

pub use fold::fold;
pub use indicators::DECREE;
pub use sorted::{by_day, sorted};

use calliope_rules::catalogue::{self, Amount};
use calliope_rules::profile::link::Lang;
use calliope_rules::read::Wrong;
use chrono::NaiveDate;

/// The texts of one language, with its number and date formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Lang);

impl Words {
    /// The texts in `lang`, or in the language that this build speaks.
    #[must_use]
    pub fn new(lang: Lang) -> Self {
        Self(if Self::speaks(lang) { lang } else { SPOKEN[0] })
    }

    /// Whether this build speaks a language.
    #[must_use]
    pub fn speaks(lang: Lang) -> bool {
        SPOKEN.contains(&lang)
    }

    /// The language.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.0
    }

    /// The name of a framework, by its id.
    #[must_use]
    pub fn framework(self, id: &str) -> &'static str {
        let texts = self.frameworks();
        match id {
            "rnq-2019-v7" => texts.v7,
            "rnq-2019-v8" => texts.v8,
            "rnq-2019-v9" => texts.v9,
            _ => texts.rnq_2026,
        }
    }

    /// The words that a tariff brings, in this language.
    #[must_use]
    pub fn of(self, words: &calliope_rules::tariff::Words) -> &str {
        match self.0 {
            Lang::Fr => &words.fr,
            Lang::En => &words.en,
        }
    }
}

/// Sentences by rule id, sorted.
type Sentences = &'static [(&'static str, &'static str)];

/// What an indicator asks, in our own words: never the official wording.
#[derive(Debug)]
pub struct IndicatorWords {
    /// What it asks.
    pub title: &'static str,
    /// What to prepare.
    pub evidence: &'static str,
    /// What is judged in the first year; empty where nothing is special.
    pub new_entrant: &'static str,
    /// When a non-conformity is only minor; empty where it never is.
    pub minor: &'static str,
    /// Details by category; may be empty.
    pub note: &'static str,
    /// What décret n° 2026-728 changed; empty for nothing.
    pub change: &'static str,
}

impl Words {
    /// The words of an indicator, 1 to 33.
    #[must_use]
    pub fn indicator(self, number: u8) -> Option<&'static IndicatorWords> {
        INDICATORS_WORDS[place(self.0)].get(usize::from(number).checked_sub(1)?)
    }
}

/// The text that a rule has in `sentences`; empty for a rule without words.
fn sentence(sentences: Sentences, rule: &str) -> &'static str {
    sentences
        .binary_search_by_key(&rule, |(id, _)| id)
        .map_or("", |place| sentences[place].1)
}

impl Words {
    /// What a rule says, with its value of `day`; empty for a rule without words.
    #[must_use]
    pub fn rule(self, id: &str, day: NaiveDate) -> String {
        let value = match catalogue::entry(id, day).map(|entry| entry.amount) {
            Some(Amount::Fact(fact)) => self.fact(fact),
            _ => String::new(),
        };
        fill(sentence(RULE[place(self.0)], id), &[("value", &value)])
    }

    /// Whether the sentence of a rule holds its value: else the value only says that the rule is there.
    #[must_use]
    pub fn counts(self, id: &str) -> bool {
        sentence(RULE[place(self.0)], id).contains("{value}")
    }

    /// What is wrong with a field of the settings.
    #[must_use]
    pub fn wrong(self, wrong: &Wrong) -> String {
        let sentence = sentence(WRONG[place(self.0)], wrong.id());
        fill(sentence, &[("detail", &wrong.detail())])
    }

    /// What common pages wrongly say where a rule holds; empty for nothing.
    #[must_use]
    pub fn mistake(self, id: &str) -> &'static str {
        sentence(MISTAKE[place(self.0)], id)
    }
}

/// Whether a count takes the singular or the plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Singular.
    One,
    /// Plural.
    Other,
}

/// A text with a singular and a plural.
#[derive(Debug)]
struct Plural {
    one: &'static str,
    other: &'static str,
}

impl Plural {
    const fn pick(&self, form: Form) -> &'static str {
        match form {
            Form::One => self.one,
            Form::Other => self.other,
        }
    }
}

/// `template` with each `{name}` replaced by its value.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            break;
        };
        text.push_str(before);
        text.push_str(
            values
                .iter()
                .find(|(key, _)| *key == name)
                .map_or("", |(_, value)| value),
        );
        rest = after;
    }
    text.push_str(rest);
    text
}

include!(concat!(env!("OUT_DIR"), "/texts.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_take_their_values() {
        assert_eq!(
            fill("a {x} b {y}{x}", &[("x", "1"), ("y", "{x}")]),
            "a 1 b {x}1"
        );
        assert_eq!(fill("no placeholder", &[("x", "1")]), "no placeholder");
    }

    #[test]
    fn every_rule_that_is_not_composed_has_its_sentence() {
        let composed = [
            "duration.initial.",
            "duration.surveillance.",
            "indicator.",
            "nda.region.",
            "nda.mention.",
        ];
        for entry in catalogue::entries() {
            if composed.iter().any(|prefix| entry.rule.starts_with(prefix)) {
                continue;
            }
            for lang in Lang::ALL {
                let text = Words::new(lang).rule(entry.rule, entry.from);
                assert!(!text.is_empty(), "{}: {}", lang.id(), entry.rule);
                let raw = sentence(RULE[place(lang)], entry.rule);
                assert!(!raw.replace("{value}", "").contains('{'), "{raw}");
            }
        }
        for (id, _) in RULE[0].iter().chain(MISTAKE[0]) {
            let known = catalogue::entries().iter().any(|entry| entry.rule == *id);
            assert!(known, "`{id}` is not a rule");
        }
    }

    #[test]
    fn french_typography_is_applied_by_the_build() {
        let words = Words::new(Lang::Fr);
        assert_eq!(words.form().categories, "Que proposez-vous\u{202f}?");
        assert_eq!(
            words.errors().amount("x"),
            "«\u{a0}x\u{a0}» n’est pas un montant. Exemple\u{a0}: 120 000"
        );
    }
}
