//! The answers as typed: text stays as it is until it can be read, and its error with it.

use crate::text::Words;
use crate::ui::amount::{self, BadAmount};
use calliope_rules::date;
use calliope_rules::profile::{Answers, Field, Problem, Profile, Turnover};
use chrono::NaiveDate;

/// The answers as typed. What is chosen rather than typed is already an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What is chosen; the typed answers in it are out of date.
    pub chosen: Answers,
    /// Turnover.
    pub turnover: String,
    /// Turnover expected by the surveillance, when it will change band.
    pub surveillance_turnover: Option<String>,
    /// Sites besides the head office.
    pub sites: String,
    /// Date of the initial audit, empty for today.
    pub audit_date: String,
    /// Date of the contract, empty for today.
    pub contract_date: String,
    /// Date of the certification decision, empty while there is none.
    pub decision_date: String,
    /// Sites to add to a certificate.
    pub extension_sites: String,
}

/// A place of the form that can hold an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The categories.
    Categories,
    /// The turnover.
    Turnover,
    /// The turnover expected by the surveillance.
    SurveillanceTurnover,
    /// The sites.
    Sites,
    /// The date of the initial audit.
    AuditDate,
    /// The date of the contract.
    ContractDate,
    /// The date of the decision.
    DecisionDate,
    /// The sites to add to a certificate.
    ExtensionSites,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bad {
    /// The amount typed cannot be read.
    Amount(String, BadAmount),
    /// The whole number typed cannot be read.
    Whole(String),
    /// The answer contradicts another, or is out of bounds.
    Problem(Problem),
}

/// The form read: the answers that could be, and what could not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The answers; where one could not be read, the last that could.
    pub answers: Answers,
    /// What could not be read.
    pub bad: Vec<(Slot, Bad)>,
}

impl Form {
    /// The answers, typed as `words` write numbers.
    #[must_use]
    pub fn of(answers: &Answers, words: Words) -> Self {
        let plain = |turnover: Turnover| words.integer(turnover.euros());
        Self {
            turnover: plain(answers.turnover),
            surveillance_turnover: answers.surveillance_turnover.map(plain),
            sites: answers.extra_sites.to_string(),
            audit_date: iso(answers.audit_date),
            contract_date: iso(answers.contract_date),
            decision_date: iso(answers.decision_date),
            extension_sites: answers.extension.sites.to_string(),
            chosen: answers.clone(),
        }
    }

    /// The same answers, amounts written as `words` write them; what cannot be read stays as it is.
    pub fn rewrite(&mut self, words: Words) {
        for text in [
            Some(&mut self.turnover),
            self.surveillance_turnover.as_mut(),
        ]
        .into_iter()
        .flatten()
        {
            if let Ok(turnover) = amount::parse(text) {
                *text = words.integer(turnover.euros());
            }
        }
    }

    /// The typed answers, a line each; [`Form::retype`] reads them back.
    #[must_use]
    pub fn typed(&self) -> String {
        let mut form = self.clone();
        let lines: Vec<String> = form.texts().map(|text| text.replace('\n', " ")).collect();
        lines.join("\n")
    }

    /// Takes back what [`Form::typed`] gave.
    pub fn retype(&mut self, typed: &str) {
        if typed.matches('\n').count() > 5 {
            self.surveillance_turnover.get_or_insert_default();
        }
        for (text, line) in self.texts().zip(typed.split('\n')) {
            line.clone_into(text);
        }
    }

    fn texts(&mut self) -> impl Iterator<Item = &mut String> {
        [
            &mut self.turnover,
            &mut self.sites,
            &mut self.audit_date,
            &mut self.contract_date,
            &mut self.decision_date,
            &mut self.extension_sites,
        ]
        .into_iter()
        .chain(self.surveillance_turnover.as_mut())
    }

    /// Whether any of the answers folded away differs from its default.
    #[must_use]
    pub fn has_details(&self) -> bool {
        let chosen = &self.chosen;
        let plain = Answers {
            categories: chosen.categories,
            turnover: chosen.turnover,
            extra_sites: chosen.extra_sites,
            new_entrant: chosen.new_entrant,
            audit_date: chosen.audit_date,
            contract_date: chosen.contract_date,
            decision_date: chosen.decision_date,
            extension: chosen.extension,
            status: chosen.status,
            ..Answers::default()
        };
        self.surveillance_turnover.is_some() || *chosen != plain
    }
}

impl Parsed {
    /// Reads `form`; an answer that cannot be read keeps its value of `earlier`.
    #[must_use]
    pub fn of(form: &Form, earlier: Answers) -> Self {
        let mut bad = Vec::new();
        let mut answers = form.chosen.clone();
        answers.turnover = keep(
            &mut bad,
            Slot::Turnover,
            turnover(&form.turnover),
            earlier.turnover,
        );
        answers.surveillance_turnover = form.surveillance_turnover.as_ref().and_then(|text| {
            let read = turnover(text).map(Some);
            keep(
                &mut bad,
                Slot::SurveillanceTurnover,
                read,
                earlier.surveillance_turnover,
            )
        });
        answers.extra_sites = keep(
            &mut bad,
            Slot::Sites,
            sites(&form.sites),
            earlier.extra_sites,
        );
        let dates = [
            (
                Slot::AuditDate,
                &form.audit_date,
                earlier.audit_date,
                &mut answers.audit_date,
            ),
            (
                Slot::ContractDate,
                &form.contract_date,
                earlier.contract_date,
                &mut answers.contract_date,
            ),
            (
                Slot::DecisionDate,
                &form.decision_date,
                earlier.decision_date,
                &mut answers.decision_date,
            ),
        ];
        for (slot, text, earlier, date) in dates {
            *date = keep(&mut bad, slot, self::date(text), earlier);
        }
        answers.extension.sites = keep(
            &mut bad,
            Slot::ExtensionSites,
            sites(&form.extension_sites),
            earlier.extension.sites,
        );
        if answers.categories.is_empty() {
            bad.push((Slot::Categories, Bad::Problem(Problem::Missing)));
            answers.categories = earlier.categories;
        }
        // A category no longer offered is not a new one either.
        answers.new_entrant = answers.new_entrant.and(answers.categories);
        answers.extension.categories = answers.extension.categories.except(answers.categories);
        // Each round settles one answer.
        while let Err(invalid) = Profile::new(answers.clone()) {
            let slot = slot(invalid.field);
            if bad.iter().any(|(other, _)| *other == slot) {
                answers = earlier;
                break;
            }
            bad.push((slot, Bad::Problem(invalid.problem)));
            match invalid.field {
                Field::AuditDate => answers.audit_date = earlier.audit_date,
                Field::ContractDate => answers.contract_date = earlier.contract_date,
                Field::DecisionDate => answers.decision_date = earlier.decision_date,
                Field::ExtraSites => answers.extra_sites = earlier.extra_sites,
                Field::ExtensionSites => answers.extension.sites = earlier.extension.sites,
                _ => answers.categories = earlier.categories,
            }
        }
        Self { answers, bad }
    }

    /// The profile of the last answers that could be read.
    #[must_use]
    pub fn last_profile(&self) -> Option<Profile> {
        Profile::new(self.answers.clone()).ok()
    }

    /// The profile, when every answer could be read.
    #[must_use]
    pub fn profile(&self) -> Option<Profile> {
        if self.bad.is_empty() {
            Profile::new(self.answers.clone()).ok()
        } else {
            None
        }
    }
}

fn keep<T>(bad: &mut Vec<(Slot, Bad)>, slot: Slot, read: Result<T, Bad>, earlier: T) -> T {
    read.unwrap_or_else(|error| {
        bad.push((slot, error));
        earlier
    })
}

/// The place of the form where the error of a field is shown.
const fn slot(field: Field) -> Slot {
    match field {
        Field::Turnover => Slot::Turnover,
        Field::SurveillanceTurnover => Slot::SurveillanceTurnover,
        Field::ExtraSites => Slot::Sites,
        Field::ExtensionSites => Slot::ExtensionSites,
        Field::AuditDate => Slot::AuditDate,
        Field::ContractDate => Slot::ContractDate,
        Field::DecisionDate => Slot::DecisionDate,
        Field::Categories | Field::NewEntrant | Field::ExtensionCategories => Slot::Categories,
    }
}

fn turnover(text: &str) -> Result<Turnover, Bad> {
    amount::parse(text).map_err(|why| Bad::Amount(text.trim().to_owned(), why))
}

/// A whole number; empty means none.
fn sites(text: &str) -> Result<u32, Bad> {
    let digits: String = text
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    if digits.is_empty() {
        return Ok(0);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Bad::Whole(text.trim().to_owned()));
    }
    // More digits than fit are refused by the profile, with the bound.
    Ok(digits
        .parse::<u64>()
        .ok()
        .and_then(|sites| u32::try_from(sites).ok())
        .unwrap_or(u32::MAX))
}

fn iso(date: Option<NaiveDate>) -> String {
    date.map(date::format_iso).unwrap_or_default()
}

fn date(text: &str) -> Result<Option<NaiveDate>, Bad> {
    if text.is_empty() {
        return Ok(None);
    }
    // The input gives whole dates only: what is refused is a year beyond reason.
    date::parse_iso(text)
        .map(Some)
        .ok_or(Bad::Problem(Problem::OutOfRange))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calliope_rules::profile::link::Lang;
    use calliope_rules::profile::{Categories, Category};

    fn form() -> Form {
        let answers = Answers {
            categories: Categories::only(Category::Af),
            turnover: Turnover::new(100_000).unwrap(),
            ..Answers::default()
        };
        Form::of(&answers, Words::new(Lang::Fr))
    }

    #[test]
    fn what_cannot_be_read_keeps_the_last_good_answer() {
        let earlier = Parsed::of(&form(), Answers::default()).answers;
        let mut typed = form();
        typed.turnover = "12O 000".to_owned();
        typed.sites = "two".to_owned();
        let parsed = Parsed::of(&typed, earlier.clone());
        assert_eq!(parsed.answers, earlier);
        assert_eq!(parsed.profile(), None);
        assert_eq!(
            parsed.bad,
            [
                (
                    Slot::Turnover,
                    Bad::Amount("12O 000".to_owned(), BadAmount::Unreadable)
                ),
                (Slot::Sites, Bad::Whole("two".to_owned())),
            ]
        );
    }

    #[test]
    fn answers_are_checked_against_each_other() {
        let mut typed = form();
        typed.chosen.categories = Categories::NONE;
        let parsed = Parsed::of(&typed, form().chosen);
        assert_eq!(
            parsed.bad,
            [(Slot::Categories, Bad::Problem(Problem::Missing))]
        );

        let mut typed = form();
        typed.chosen.new_entrant = Categories::only(Category::Af);
        typed.chosen.categories = Categories::NONE;
        let kept = Parsed::of(&typed, form().chosen).answers.new_entrant;
        assert_eq!(kept, Categories::only(Category::Af));

        let mut typed = form();
        typed.sites = "999999".to_owned();
        typed.audit_date = "2023-08-31".to_owned();
        let parsed = Parsed::of(&typed, form().chosen);
        assert_eq!(parsed.bad.len(), 2);
        assert!(parsed.last_profile().is_some());

        let mut typed = form();
        typed.audit_date = "2023-08-31".to_owned();
        let parsed = Parsed::of(&typed, form().chosen);
        assert!(matches!(
            parsed.bad[..],
            [(Slot::AuditDate, Bad::Problem(Problem::NotCovered { .. }))]
        ));
    }

    #[test]
    fn what_is_typed_is_given_back_as_it_was() {
        let mut typed = form();
        typed.turnover = "12O 000".to_owned();
        typed.decision_date = "2026-12-01".to_owned();
        typed.surveillance_turnover = Some("lots".to_owned());
        let mut again = form();
        again.retype(&typed.typed());
        assert_eq!(again, typed);
    }

    #[test]
    fn a_category_left_is_no_longer_new() {
        let mut typed = form();
        typed.chosen.new_entrant = Categories::ALL;
        let parsed = Parsed::of(&typed, Answers::default());
        assert_eq!(parsed.answers.new_entrant, Categories::only(Category::Af));
        assert!(parsed.bad.is_empty());
    }
}
