//! The profile as the contract writes it, and the words of its errors.

use calliope_rules::date;
use calliope_rules::profile::{
    Answers, Categories, Category, Extension, Invalid, Location, Problem, Profile, Status, Turnover,
};
use chrono::{DateTime, NaiveDate};
use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, de};
use std::fmt;
use std::time::{SystemTime, UNIX_EPOCH};

/// What is wrong with a line.
pub struct Failure {
    pub field: String,
    pub message: String,
}

impl Failure {
    pub fn too_long(max: u64) -> Self {
        Self {
            field: String::new(),
            message: format!("the line is longer than {max} bytes"),
        }
    }
}

/// Today in UTC.
pub fn today() -> NaiveDate {
    let seconds = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |elapsed| elapsed.as_secs());
    DateTime::from_timestamp(i64::try_from(seconds).unwrap_or(0), 0)
        .unwrap_or_default()
        .date_naive()
}

/// Reads one line; the path of an error is looked for only when there is one.
pub fn profile(line: &[u8]) -> Result<Profile, Failure> {
    // serde would take a list for an object whose fields come in order.
    if line.trim_ascii_start().first() == Some(&b'[') {
        return Err(Failure {
            field: String::new(),
            message: "an object is expected, not a list".to_owned(),
        });
    }
    match serde_json::from_slice::<Written>(line) {
        Ok(written) => Profile::new(written.into()).map_err(|invalid| words(&invalid)),
        Err(_) => explained(line),
    }
}

fn explained(line: &[u8]) -> Result<Profile, Failure> {
    let mut text = serde_json::Deserializer::from_slice(line);
    let written: Written = serde_path_to_error::deserialize(&mut text).map_err(|error| {
        let path = error.path().to_string();
        let message = error.inner().to_string();
        let field = if path == "." {
            missing_field(&message)
        } else {
            path
        };
        Failure { field, message }
    })?;
    text.end().map_err(|error| Failure {
        field: String::new(),
        message: error.to_string(),
    })?;
    Profile::new(written.into()).map_err(|invalid| words(&invalid))
}

/// The field that serde's message names: "missing field `categories` at …".
fn missing_field(message: &str) -> String {
    message.split('`').nth(1).unwrap_or_default().to_owned()
}

/// An invalid answer, in words.
pub fn words(invalid: &Invalid) -> Failure {
    let message = match invalid.problem {
        Problem::Missing => "at least one is needed".to_owned(),
        Problem::TooLarge { max } => format!("at most {max} is accepted"),
        Problem::NotCovered { from } => {
            format!(
                "audits before {} are not covered by these rules",
                date::format_iso(from)
            )
        }
        Problem::OutOfRange => "the year must be between 2000 and 2100".to_owned(),
        Problem::NotAmongCategories(categories) => {
            format!(
                "{} is not among the categories to certify",
                list(categories)
            )
        }
        Problem::AlreadyCertified(categories) => {
            format!("{} is certified already", list(categories))
        }
    };
    Failure {
        field: invalid.field.path().to_owned(),
        message,
    }
}

fn list(categories: Categories) -> String {
    categories
        .iter()
        .map(Category::code)
        .collect::<Vec<_>>()
        .join(", ")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    categories: Codes,
    turnover_eur: Euros,
    #[serde(default)]
    extra_sites: u32,
    #[serde(default)]
    new_entrant: Codes,
    #[serde(default)]
    certifying: Certifying,
    #[serde(default)]
    work_study: bool,
    #[serde(default)]
    workplace_periods: bool,
    #[serde(default)]
    afest: bool,
    #[serde(default)]
    only_short_courses: bool,
    #[serde(default)]
    subcontracts: bool,
    #[serde(default)]
    only_as_subcontractor: bool,
    #[serde(default)]
    audit_date: Option<Day>,
    #[serde(default)]
    contract_date: Option<Day>,
    #[serde(default)]
    decision_date: Option<Day>,
    #[serde(default)]
    status: Standing,
    #[serde(default)]
    location: Place,
    #[serde(default)]
    extension: Added,
    #[serde(default)]
    surveillance_turnover_eur: Option<Euros>,
    #[serde(default)]
    vat_exempt: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Certifying {
    rncp: bool,
    rs: bool,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Added {
    categories: Codes,
    sites: u32,
}

#[derive(Default)]
struct Codes(Categories);

impl<'de> Deserialize<'de> for Codes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> de::Visitor<'de> for Visitor {
            type Value = Codes;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of AF, BC, VAE, CFA")
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut codes: A) -> Result<Codes, A::Error> {
                let mut set = Categories::NONE;
                while let Some(code) = codes.next_element::<Code>()? {
                    if set.contains(code.0) {
                        return Err(A::Error::custom(format_args!("{} is given twice", code.0)));
                    }
                    set = set.with(code.0, true);
                }
                Ok(Codes(set))
            }
        }
        deserializer.deserialize_seq(Visitor)
    }
}

struct Code(Category);

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let category = Category::from_code(&text);
        category.map(Code).ok_or_else(|| {
            D::Error::custom(format_args!("`{text}` is not one of AF, BC, VAE, CFA"))
        })
    }
}

struct Euros(Turnover);

impl<'de> Deserialize<'de> for Euros {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let euros = u64::deserialize(deserializer)?;
        let turnover = Turnover::new(euros);
        turnover.map(Euros).ok_or_else(|| {
            D::Error::custom(format_args!("at most {} is accepted", Turnover::MAX_EUROS))
        })
    }
}

struct Day(NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let date = date::parse_iso(&text);
        date.map(Day).ok_or_else(|| {
            D::Error::custom(format_args!("`{text}` is not a date such as 2026-12-01"))
        })
    }
}

#[derive(Default)]
struct Standing(Status);

impl<'de> Deserialize<'de> for Standing {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        named(deserializer, Status::ALL, Status::id).map(Self)
    }
}

#[derive(Default)]
struct Place(Location);

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        named(deserializer, Location::ALL, Location::id).map(Self)
    }
}

/// One of `all`, by its name.
fn named<'de, D: Deserializer<'de>, T: Copy, const N: usize>(
    deserializer: D,
    all: [T; N],
    name: impl Fn(T) -> &'static str,
) -> Result<T, D::Error> {
    let text = String::deserialize(deserializer)?;
    all.into_iter()
        .find(|item| name(*item) == text)
        .ok_or_else(|| {
            let names = all.map(name).join(", ");
            D::Error::custom(format_args!("`{text}` is not one of {names}"))
        })
}

impl From<Written> for Answers {
    fn from(written: Written) -> Self {
        Self {
            categories: written.categories.0,
            turnover: written.turnover_eur.0,
            extra_sites: written.extra_sites,
            new_entrant: written.new_entrant.0,
            rncp: written.certifying.rncp,
            rs: written.certifying.rs,
            work_study: written.work_study,
            workplace_periods: written.workplace_periods,
            afest: written.afest,
            only_short_courses: written.only_short_courses,
            subcontracts: written.subcontracts,
            only_as_subcontractor: written.only_as_subcontractor,
            audit_date: written.audit_date.map(|day| day.0),
            contract_date: written.contract_date.map(|day| day.0),
            decision_date: written.decision_date.map(|day| day.0),
            status: written.status.0,
            location: written.location.0,
            extension: Extension {
                categories: written.extension.categories.0,
                sites: written.extension.sites,
            },
            surveillance_turnover: written.surveillance_turnover_eur.map(|euros| euros.0),
            vat_exempt: written.vat_exempt,
        }
    }
}
