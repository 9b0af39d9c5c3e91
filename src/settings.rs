//! What a certifier brings. Until a settings file is read, the built-in illustrative tariff.

use crate::browser::json;
use calliope_rules::Terms;
use calliope_rules::duration::ConfirmedDurations;
use calliope_rules::tariff::{self, ILLUSTRATIVE, Tariff};

/// The settings in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The price list.
    pub tariff: Tariff,
    /// Durations that the certifier has confirmed.
    pub durations: ConfirmedDurations,
}

impl Settings {
    /// The built-in settings.
    ///
    /// # Panics
    ///
    /// If the tariff shipped with the rules is refused, which their tests exclude.
    #[must_use]
    pub fn built_in() -> Self {
        let tariff = json::parse(ILLUSTRATIVE).and_then(|document| tariff::read(&document).ok());
        Self {
            tariff: tariff.expect("the tests of the rules read this very tariff"),
            durations: ConfirmedDurations::NONE,
        }
    }

    /// What an assessment takes from the settings.
    #[must_use]
    pub fn terms(&self) -> Terms<'_> {
        Terms {
            durations: &self.durations,
            ..Terms::of(&self.tariff)
        }
    }
}
