//! What is asked for and what is held, besides the profile: read from the keys of the views.

use super::{Keys, key};
use crate::settings::Settings;
use calliope_rules::Terms;
use calliope_rules::eligibility::{Declaration, Foreign, Holding};
use calliope_rules::profile::{Categories, Category};
use calliope_rules::quote::Wishes;
use calliope_rules::tariff::Tariff;

/// What an assessment takes besides the profile and the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What is asked of the certifier.
    pub wishes: Wishes,
    /// What the provider holds already.
    pub holding: Holding,
}

impl Asked {
    /// What the keys say; a word nobody knows asks for nothing.
    #[must_use]
    pub fn of(keys: &Keys) -> Self {
        let declaration = match keys.get(key::DECLARATION) {
            "numero" => Declaration::Number,
            "demande" => keys
                .date(key::REQUESTED)
                .map_or(Declaration::None, Declaration::Requested),
            _ => Declaration::None,
        };
        Self {
            wishes: Wishes {
                entry: keys.entry(),
                services: keys.list(key::OPTIONS).map(ToOwned::to_owned).collect(),
                foreign_language: false,
                partner_code: None,
            },
            holding: Holding {
                declaration,
                served: keys
                    .list(key::SERVED)
                    .filter_map(Category::from_code)
                    .collect::<Categories>(),
                can_swear: keys.is_on(key::SWORN),
                refused_on: keys.date(key::REFUSED),
                foreign: Foreign {
                    in_eea: keys.is_on(key::EEA),
                    occasional: keys.is_on(key::OCCASIONAL),
                    has_siren: keys.is_on(key::SIREN),
                    has_representative: keys.is_on(key::REPRESENTATIVE),
                },
            },
        }
    }

    /// The terms of an assessment under `settings` and one of its price lists.
    #[must_use]
    pub fn terms<'a>(&'a self, settings: &'a Settings, tariff: &'a Tariff) -> Terms<'a> {
        Terms {
            wishes: &self.wishes,
            holding: &self.holding,
            ..settings.terms(tariff)
        }
    }
}
