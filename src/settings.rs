//! What a certifier brings: its `site.json`, or the built-in illustrative settings.

use crate::browser::{document, json};
use calliope_rules::Terms;
use calliope_rules::duration::ConfirmedDurations;
use calliope_rules::read::{Refused, Value};
use calliope_rules::settings::{self, Settings as File};
use calliope_rules::tariff::{self, ILLUSTRATIVE, Tariff};
use chrono::NaiveDate;
use std::sync::OnceLock;

/// The settings in force.
#[derive(Debug)]
pub struct Settings {
    /// What the file says; its price lists are never empty here.
    pub file: File,
    /// Why there is a file that is not in force.
    pub fault: Option<Fault>,
}

/// What is wrong with the settings file.
#[derive(Debug)]
pub enum Fault {
    /// It could not be fetched.
    Unreachable,
    /// It is not JSON.
    NotJson,
    /// A field is wrong.
    Refused(Box<Refused>),
}

/// The settings of this page: they stay while it is open.
pub fn in_force() -> &'static Settings {
    static IN_FORCE: OnceLock<Settings> = OnceLock::new();
    IN_FORCE.get_or_init(|| {
        let text = document::settings().map_err(|document::Unreachable| Fault::Unreachable);
        let (mut file, fault) = match text.and_then(|text| read(&text)) {
            Ok(file) => (file, None),
            Err(fault) => (File::default(), Some(fault)),
        };
        if file.tariffs.is_empty() {
            file.tariffs.push(illustrative());
        }
        Settings { file, fault }
    })
}

/// An empty text is no file at all.
fn read(text: &str) -> Result<File, Fault> {
    if text.is_empty() {
        return Ok(File::default());
    }
    let document: Value = json::parse(text).ok_or(Fault::NotJson)?;
    settings::read(&document).map_err(Fault::Refused)
}

/// The price list of nobody.
///
/// # Panics
///
/// If the tariff shipped with the rules is refused, which their tests exclude.
fn illustrative() -> Tariff {
    let tariff = json::parse(ILLUSTRATIVE).and_then(|document| tariff::read(&document).ok());
    tariff.expect("the tests of the rules read this very tariff")
}

impl Settings {
    /// The list of this name.
    #[must_use]
    pub fn named(&self, id: &str) -> Option<&Tariff> {
        self.file.tariffs.iter().find(|tariff| tariff.id == id)
    }

    /// The list that is asked for, else the one in force for a contract of `day`, else the one that comes nearest.
    #[must_use]
    pub fn tariff(&self, asked: &str, day: NaiveDate) -> &Tariff {
        let nearest = || {
            let ends = |tariff: &Tariff| [Some(tariff.valid_from), tariff.valid_to];
            let away = |end: NaiveDate| (end - day).num_days().abs();
            let tariffs = self.file.tariffs.iter();
            tariffs.min_by_key(|tariff| ends(tariff).into_iter().flatten().map(away).min())
        };
        let found = self.named(asked).or_else(|| self.file.tariff(day));
        found
            .or_else(nearest)
            .expect("there is always a price list: the built-in one if need be")
    }

    /// What an assessment under `tariff` takes from the settings.
    #[must_use]
    pub fn terms<'a>(&'a self, tariff: &'a Tariff) -> Terms<'a> {
        let confirmed = self.file.durations.as_ref();
        Terms {
            durations: confirmed.map_or(&ConfirmedDurations::NONE, |confirmed| &confirmed.cells),
            ..Terms::of(tariff)
        }
    }

    /// Who sells; empty for nobody in particular.
    #[must_use]
    pub fn seller(&self) -> &str {
        let seller = self.file.seller.as_ref();
        seller.map_or("", |seller| &seller.name)
    }
}
