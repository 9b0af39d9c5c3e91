//! The one door: a profile, the terms of a seller and a day in, everything that follows out.

use crate::cycle::{Cycle, cycle};
use crate::duration::{ConfirmedDurations, Durations, durations};
use crate::eligibility::{self, Declaration, Foreign, Holding, Requirement};
use crate::framework::Framework;
use crate::indicators::{Indicators, judge};
use crate::profile::{Categories, Invalid, Profile, TurnoverBand};
use crate::quote::{Dates, Entry, Quote, Wishes, quote};
use crate::tariff::Tariff;
use chrono::NaiveDate;

/// The version of the rules, raised whenever a value they give may change.
pub const RULES_VERSION: &str = "2026.11";

/// What a seller brings to an assessment.
#[derive(Clone, Copy, Debug)]
pub struct Terms<'a> {
    /// The price list.
    pub tariff: &'a Tariff,
    /// Cells of the duration grid that the seller confirmed with a source.
    pub durations: &'a ConfirmedDurations,
    /// What is asked for on top of the profile.
    pub wishes: &'a Wishes,
    /// What the provider holds already.
    pub holding: &'a Holding,
}

impl<'a> Terms<'a> {
    /// The terms of a price list alone: nothing confirmed, asked for or held.
    #[must_use]
    pub fn of(tariff: &'a Tariff) -> Self {
        static WISHES: Wishes = Wishes {
            entry: Entry::First,
            services: Vec::new(),
            foreign_language: false,
            partner_code: None,
        };
        static HOLDING: Holding = Holding {
            declaration: Declaration::None,
            served: Categories::NONE,
            can_swear: false,
            refused_on: None,
            foreign: Foreign {
                in_eea: false,
                occasional: false,
                has_siren: false,
                has_representative: false,
            },
        };
        Self {
            tariff,
            durations: &ConfirmedDurations::NONE,
            wishes: &WISHES,
            holding: &HOLDING,
        }
    }
}

/// What is not established and waits for a publication or a confirmation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Provisional {
    /// The duration of the surveillance audit rests on estimated cells.
    SurveillanceDuration,
    /// The duration of the extension audit rests on a reading that no source spells out.
    ExtensionDuration,
    /// Severity and new-entrant lists come from guide V9.
    GuideV10,
    /// Severity and new-entrant rule of indicator 33 are unknown.
    Indicator33,
}

impl Provisional {
    /// The name in the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::SurveillanceDuration => "surveillance-duration",
            Self::ExtensionDuration => "extension-duration",
            Self::GuideV10 => "guide-v10",
            Self::Indicator33 => "indicator-33",
        }
    }
}

/// Everything that follows from a profile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The framework of the audit date.
    pub framework: &'static Framework,
    /// The day of the initial audit.
    pub audit_date: NaiveDate,
    /// The day of the contract.
    pub contract_date: NaiveDate,
    /// The turnover band of the initial audit.
    pub band: TurnoverBand,
    /// The durations of the audits.
    pub durations: Durations,
    /// The indicators of the framework, judged.
    pub indicators: Indicators,
    /// The price of the cycle.
    pub quote: Quote,
    /// The dates of the cycle, once the decision is known.
    pub cycle: Option<Cycle>,
    /// What is missing before one may apply.
    pub missing: Vec<Requirement>,
    /// What is not established.
    pub provisional: Vec<Provisional>,
}

/// Assesses a profile; answers without a date take `today`.
///
/// # Errors
///
/// Only when `today` itself comes before the first audit date covered: a wrong clock.
pub fn assess(
    profile: &Profile,
    terms: Terms<'_>,
    today: NaiveDate,
) -> Result<Assessment, Invalid> {
    let audit_date = profile.audit_date.unwrap_or(today);
    let contract_date = profile.contract_date.unwrap_or(today);
    let framework = Framework::governing(audit_date)?;
    let durations = durations(profile, audit_date, terms.durations);
    let dates = Dates {
        contract: contract_date,
        audit: audit_date,
    };
    let indicators = judge(profile, framework, audit_date);
    let quote = quote(profile, &durations, terms.tariff, terms.wishes, dates);
    let provisional = provisional(framework, &durations, &indicators);
    Ok(Assessment {
        framework,
        audit_date,
        contract_date,
        band: TurnoverBand::of(profile.turnover, audit_date),
        durations,
        indicators,
        quote,
        cycle: profile.decision_date.map(cycle),
        missing: eligibility::missing(profile, terms.holding, today),
        provisional,
    })
}

fn provisional(
    framework: &Framework,
    durations: &Durations,
    indicators: &Indicators,
) -> Vec<Provisional> {
    let mut list = Vec::new();
    if !durations.surveillance.trace.is_established() {
        list.push(Provisional::SurveillanceDuration);
    }
    if durations
        .extension
        .as_ref()
        .is_some_and(|duration| !duration.trace.is_established())
    {
        list.push(Provisional::ExtensionDuration);
    }
    if framework.provisional.contains(&Provisional::GuideV10.id()) {
        list.push(Provisional::GuideV10);
    }
    if indicators
        .get(33)
        .is_some_and(|indicator| indicator.verdict.is_yes())
    {
        list.push(Provisional::Indicator33);
    }
    list
}
