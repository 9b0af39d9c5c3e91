//! Typed texts in both languages, generated from `locales/` by `build.rs`, and their formats.

mod format;

use calliope_rules::profile::link::Lang;
use std::ops::Deref;

/// The texts of one language, with its number and date formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words(Lang);

impl Words {
    /// The texts in `lang`.
    #[must_use]
    pub const fn new(lang: Lang) -> Self {
        Self(lang)
    }

    /// The language.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.0
    }

    /// The texts themselves.
    #[must_use]
    pub const fn texts(self) -> &'static Texts {
        match self.0 {
            Lang::Fr => &FR,
            Lang::En => &EN,
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

impl Deref for Words {
    type Target = Texts;
    fn deref(&self) -> &Texts {
        self.texts()
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
    fn french_typography_is_applied_by_the_build() {
        let words = Words::new(Lang::Fr);
        assert_eq!(words.form.categories, "Que proposez-vous\u{202f}?");
        assert_eq!(
            words.errors.amount("x"),
            "«\u{a0}x\u{a0}» n’est pas un montant. Exemple\u{a0}: 120 000"
        );
    }
}
