//! What a provider answers, and the checks that make a profile of it.

use super::{Categories, Turnover};
use crate::framework::Framework;
use chrono::NaiveDate;
use std::ops::Deref;

/// The legal standing that tariffs give discounts for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// A company or another body: no discount of status.
    #[default]
    Company,
    /// An independent trainer.
    Independent,
    /// A subcontractor of other providers.
    Subcontractor,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Company, Self::Independent, Self::Subcontractor];

    /// The name used in data and in the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Independent => "independent",
            Self::Subcontractor => "subcontractor",
        }
    }
}

/// Where the audits take place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Location {
    /// Mainland France.
    #[default]
    Metropole,
    /// Corsica.
    Corse,
    /// The overseas départements and regions.
    Drom,
    /// Outside France.
    Abroad,
}

impl Location {
    /// Every location.
    pub const ALL: [Self; 4] = [Self::Metropole, Self::Corse, Self::Drom, Self::Abroad];

    /// The name used in data and in the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Metropole => "metropole",
            Self::Corse => "corse",
            Self::Drom => "drom",
            Self::Abroad => "abroad",
        }
    }
}

/// What is asked for on top of an existing certificate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Extension {
    /// Categories to add.
    pub categories: Categories,
    /// Sites to add.
    pub sites: u32,
}

impl Extension {
    /// Whether nothing is asked for.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.categories.is_empty() && self.sites == 0
    }
}

/// The answers as given. They may contradict each other: [`Profile::new`] tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers {
    /// Categories to certify; at least one.
    pub categories: Categories,
    /// Turnover of the audited activity, last BPF.
    pub turnover: Turnover,
    /// Sites besides the central function (ARR art. 6).
    pub extra_sites: u32,
    /// The categories audited as new entrant, among `categories`.
    pub new_entrant: Categories,
    /// AF courses lead to a certification registered in the RNCP.
    pub rncp: bool,
    /// AF courses lead to a certification registered in the RS.
    pub rs: bool,
    /// AF courses in work-study (alternance).
    pub work_study: bool,
    /// AF courses with a period in a company.
    pub workplace_periods: bool,
    /// AF courses in the workplace (AFEST), which implies periods in a company.
    pub afest: bool,
    /// No AF course lasts more than two days.
    pub only_short_courses: bool,
    /// Calls on subcontractors or umbrella staff.
    pub subcontracts: bool,
    /// Every action is delivered for another body.
    pub only_as_subcontractor: bool,
    /// The day of the initial audit; none means today.
    pub audit_date: Option<NaiveDate>,
    /// The day the contract with the certifier is signed; none means today.
    pub contract_date: Option<NaiveDate>,
    /// The day of the certification decision, once known.
    pub decision_date: Option<NaiveDate>,
    /// Legal standing.
    pub status: Status,
    /// Where the audits take place.
    pub location: Location,
    /// Categories and sites to add to an existing certificate.
    pub extension: Extension,
    /// Turnover expected by the surveillance audit, if its band may change.
    pub surveillance_turnover: Option<Turnover>,
    /// The provider is exempt from VAT and does not recover it.
    pub vat_exempt: bool,
}

/// An answer, by its name in the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// `categories`
    Categories,
    /// `turnover_eur`
    Turnover,
    /// `extra_sites`
    ExtraSites,
    /// `new_entrant`
    NewEntrant,
    /// `audit_date`
    AuditDate,
    /// `contract_date`
    ContractDate,
    /// `decision_date`
    DecisionDate,
    /// `extension.categories`
    ExtensionCategories,
    /// `extension.sites`
    ExtensionSites,
    /// `surveillance_turnover_eur`
    SurveillanceTurnover,
}

impl Field {
    /// The path of the field in the contract.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Categories => "categories",
            Self::Turnover => "turnover_eur",
            Self::ExtraSites => "extra_sites",
            Self::NewEntrant => "new_entrant",
            Self::AuditDate => "audit_date",
            Self::ContractDate => "contract_date",
            Self::DecisionDate => "decision_date",
            Self::ExtensionCategories => "extension.categories",
            Self::ExtensionSites => "extension.sites",
            Self::SurveillanceTurnover => "surveillance_turnover_eur",
        }
    }
}

/// What is wrong with an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// At least one is needed.
    Missing,
    /// More than the highest value accepted.
    TooLarge {
        /// The highest value accepted.
        max: u64,
    },
    /// An audit before the first date covered.
    NotCovered {
        /// The first audit date covered.
        from: NaiveDate,
    },
    /// A year outside 2000–2100.
    OutOfRange,
    /// Categories that are not among those to certify.
    NotAmongCategories(Categories),
    /// Categories that are certified already.
    AlreadyCertified(Categories),
}

/// An answer that cannot stand, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Invalid {
    /// The answer.
    pub field: Field,
    /// What is wrong with it.
    pub problem: Problem,
}

/// Answers that agree with each other.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Profile(Answers);

impl Profile {
    /// The highest number of sites accepted.
    pub const MAX_SITES: u32 = 100_000;

    /// Checks the answers against each other.
    ///
    /// # Errors
    ///
    /// The first answer that cannot stand, in the order of the contract.
    pub fn new(mut answers: Answers) -> Result<Self, Invalid> {
        let fail = |field, problem| Err(Invalid { field, problem });
        if answers.categories.is_empty() {
            return fail(Field::Categories, Problem::Missing);
        }
        let sites = Problem::TooLarge {
            max: u64::from(Self::MAX_SITES),
        };
        if answers.extra_sites > Self::MAX_SITES {
            return fail(Field::ExtraSites, sites);
        }
        let strangers = answers.new_entrant.except(answers.categories);
        if !strangers.is_empty() {
            return fail(Field::NewEntrant, Problem::NotAmongCategories(strangers));
        }
        if let Some(date) = answers.audit_date {
            Framework::governing(date)?;
        }
        for (field, date) in [
            (Field::AuditDate, answers.audit_date),
            (Field::ContractDate, answers.contract_date),
            (Field::DecisionDate, answers.decision_date),
        ] {
            if date.is_some_and(|date| !in_range(date)) {
                return fail(field, Problem::OutOfRange);
            }
        }
        let held = answers.extension.categories.and(answers.categories);
        if !held.is_empty() {
            return fail(Field::ExtensionCategories, Problem::AlreadyCertified(held));
        }
        if answers.extension.sites > Self::MAX_SITES {
            return fail(Field::ExtensionSites, sites);
        }
        answers.workplace_periods |= answers.afest;
        Ok(Self(answers))
    }

    /// The answers, as checked: `afest` has brought `workplace_periods` along.
    #[must_use]
    pub const fn answers(&self) -> &Answers {
        &self.0
    }
}

impl Deref for Profile {
    type Target = Answers;
    fn deref(&self) -> &Answers {
        &self.0
    }
}

/// Whether calendar arithmetic on the date stays meaningful: years 2000 to 2100.
fn in_range(date: NaiveDate) -> bool {
    use chrono::Datelike;
    (2000..=2100).contains(&date.year())
}
