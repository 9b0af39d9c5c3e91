//! A profile compared with that of the quote, and how the address writes it.

use crate::drafts::draft;
use crate::state::{Keys, defaults, key, plain_link};
use calliope_rules::date::add_months;
use calliope_rules::framework::Framework;
use calliope_rules::profile::link;
use calliope_rules::profile::{Answers, Categories, Category, Turnover, TurnoverBand};
use chrono::NaiveDate;

/// The key of the name among the answers.
const NAME: &str = "nom";

/// What is asked of the certifier.
pub const ASKED: [&str; 3] = [key::ENTRY, key::OPTIONS, key::TARIFF];

/// A profile under a name, which may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scenario {
    /// The client's name, where it comes from a draft.
    pub name: String,
    /// The answers.
    pub answers: Answers,
    /// What is asked of the certifier, as keys of the views.
    pub asked: Vec<(String, String)>,
}

/// One thing changed in a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatIf {
    /// A turnover of another band.
    Turnover,
    /// One more category.
    Category,
    /// One more site.
    Site,
    /// New in every category, or in none.
    NewEntrant,
    /// Another framework, or a year later.
    AuditDate,
}

/// What is asked of the certifier among some keys.
#[must_use]
pub fn asked(keys: &Keys) -> Vec<(String, String)> {
    ASKED
        .into_iter()
        .map(|key| (key.to_owned(), keys.get(key).to_owned()))
        .filter(|(_, value)| !value.is_empty())
        .collect()
}

/// Reads `cat~AF.CFA~ca~120000~nom~Atelier`, and says whether all of it was read.
#[must_use]
pub fn read(text: &str) -> (Scenario, bool) {
    let mut parts = text.split('~').map(ToOwned::to_owned);
    let mut pairs = Vec::new();
    while let Some(key) = parts.next() {
        pairs.push((key, parts.next().unwrap_or_default()));
    }
    let (link, ignored) = link::take(pairs, &defaults(), &[key::ENTRY, key::OPTIONS, NAME]);
    let mut scenario = Scenario {
        answers: link.answers,
        ..Scenario::default()
    };
    let tariff = link.tariff.map(|id| (key::TARIFF.to_owned(), id));
    for (key, value) in link.view_keys.into_iter().chain(tariff) {
        if key == NAME {
            scenario.name = draft::name(&value);
        } else {
            scenario.asked.push((key, value));
        }
    }
    (scenario, ignored.is_empty())
}

/// Writes what [`read`] reads. The values of answers hold nothing that a link escapes.
#[must_use]
pub fn write(scenario: &Scenario) -> String {
    let link = plain_link(&scenario.answers);
    let (_, answers) = link.split_once("?v=1&").unwrap_or_default();
    let mut text = answers.replace(['&', '='], "~");
    let name = (!scenario.name.is_empty()).then(|| (NAME.to_owned(), scenario.name.clone()));
    for (key, value) in scenario.asked.iter().chain(&name) {
        text.push_str(&["~", key, "~", &value.replace('~', "-")].concat());
    }
    text
}

impl WhatIf {
    /// `answers` with this changed; `day` is that of an audit without a date.
    #[must_use]
    pub fn of(self, answers: &Answers, day: NaiveDate) -> Answers {
        let mut answers = answers.clone();
        match self {
            Self::Turnover => {
                let euros = match TurnoverBand::of(answers.turnover, day) {
                    TurnoverBand::Under150k => 150_000,
                    TurnoverBand::From150k => 750_000,
                    TurnoverBand::From750k => 100_000,
                };
                answers.turnover = Turnover::new(euros).unwrap_or(answers.turnover);
            }
            Self::Category => {
                let more = Category::ALL
                    .into_iter()
                    .find(|category| !answers.categories.contains(*category));
                if let Some(category) = more {
                    answers.categories = answers.categories.with(category, true);
                    answers.extension.categories =
                        answers.extension.categories.with(category, false);
                }
            }
            Self::Site => answers.extra_sites += 1,
            Self::NewEntrant => {
                answers.new_entrant = if answers.new_entrant.is_empty() {
                    answers.categories
                } else {
                    Categories::NONE
                };
            }
            Self::AuditDate => {
                let audit = answers.audit_date.unwrap_or(day);
                let next = Framework::all().iter().map(|framework| framework.from);
                let next = next.filter(|from| *from > audit).min();
                answers.audit_date = Some(next.unwrap_or(add_months(audit, 12)));
            }
        }
        answers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calliope_rules::profile::Profile;

    fn day(text: &str) -> NaiveDate {
        calliope_rules::date::parse_iso(text).unwrap()
    }

    #[test]
    fn a_scenario_survives_its_address() {
        for (text, clean) in [
            ("cat~AF.CFA~ca~120000", true),
            (
                "cat~BC~ca~0~sites~12~ne~BC~rncp~1~audit~2027-01-15~statut~sous-traitant~lieu~drom",
                true,
            ),
            ("cat~AF~ca~1~nom~Atelier d'été", true),
            (
                "cat~AF~ca~1~voie~transfert~options~white-audit.travel~tarif~T2~nom~A",
                true,
            ),
            ("cat~AX~ca~1", false),
            ("what~1~ca~1", false),
            ("ca", false),
        ] {
            let (scenario, read_whole) = read(text);
            assert_eq!(read_whole, clean, "{text}");
            if clean {
                assert_eq!(write(&scenario), text);
            }
            assert_eq!(read(&write(&scenario)), (scenario, true));
        }
    }

    #[test]
    fn a_what_if_changes_one_thing_and_stays_possible() {
        let base = read("cat~AF~ca~100000").0.answers;
        for (what, day_of, written) in [
            (WhatIf::Turnover, "2026-11-22", "cat~AF~ca~150000"),
            (WhatIf::Category, "2026-11-22", "cat~AF.BC~ca~100000"),
            (WhatIf::Site, "2026-11-22", "cat~AF~ca~100000~sites~1"),
            (WhatIf::NewEntrant, "2026-11-22", "cat~AF~ca~100000~ne~AF"),
            (
                WhatIf::AuditDate,
                "2026-11-22",
                "cat~AF~ca~100000~audit~2027-11-22",
            ),
            (
                WhatIf::AuditDate,
                "2026-10-22",
                "cat~AF~ca~100000~audit~2026-11-01",
            ),
        ] {
            let answers = what.of(&base, day(day_of));
            assert!(Profile::new(answers.clone()).is_ok());
            let scenario = Scenario {
                answers,
                ..Scenario::default()
            };
            assert_eq!(write(&scenario), written);
        }
    }
}
