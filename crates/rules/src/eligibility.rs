//! Who is concerned, and what is missing before one may apply.

use crate::cycle::Milestone;
use crate::explain::Basis;
use crate::facts::Fact;
use crate::profile::{Categories, Location, Profile, Turnover};
use crate::tables::{Dated, Row};
use chrono::NaiveDate;

/// Something a provider must have before the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// A declaration number (NDA), or a proof of request under three months old.
    DeclarationNumber,
    /// One complete service carried out in each of these categories (CFA: at least begun).
    ServiceIn(Categories),
    /// A sworn statement: no refusal or withdrawal, no other running contract.
    SwornStatement,
    /// No application before this day: a refusal or a withdrawal is too recent.
    Wait(NaiveDate),
    /// A body established abroad: a SIREN, or a French body that represents it.
    FrenchEstablishment,
    /// A body established abroad: the declaration of activity to the préfet.
    FrenchDeclaration,
}

impl Requirement {
    /// The name in the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::DeclarationNumber => "nda",
            Self::ServiceIn(_) => "service-in-each-category",
            Self::SwornStatement => "sworn-statement",
            Self::Wait(_) => "wait-after-refusal",
            Self::FrenchEstablishment => "french-establishment",
            Self::FrenchDeclaration => "french-declaration",
        }
    }

    /// The rule that asks for it.
    #[must_use]
    pub fn basis(self) -> Basis {
        let rule = match self {
            Self::DeclarationNumber => &table::PROOF_OF_REQUEST,
            Self::ServiceIn(_) => &table::SERVICE_IN_EACH_CATEGORY,
            Self::SwornStatement | Self::Wait(_) => &table::SWORN_STATEMENT,
            Self::FrenchEstablishment => &table::FOREIGN_SIREN_OR_REPRESENTATIVE,
            Self::FrenchDeclaration => &table::FOREIGN_DECLARATION,
        };
        latest(rule).basis
    }
}

/// The state of the declaration of activity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Declaration {
    /// Nothing yet.
    #[default]
    None,
    /// Asked for on this day, with its proof.
    Requested(NaiveDate),
    /// A number is held.
    Number,
}

/// Where a foreign body stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Foreign {
    /// Established in the European Union or the European Economic Area.
    pub in_eea: bool,
    /// Acts in France only now and then.
    pub occasional: bool,
    /// Has a SIREN: letter-box entity, branch or subsidiary.
    pub has_siren: bool,
    /// A body domiciled in France represents it.
    pub has_representative: bool,
}

/// What a provider holds already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Holding {
    /// The declaration of activity.
    pub declaration: Declaration,
    /// The categories in which a service was carried out.
    pub served: Categories,
    /// The sworn statement can be signed: no other running contract.
    pub can_swear: bool,
    /// The last refusal or withdrawal.
    pub refused_on: Option<NaiveDate>,
    /// For a body established abroad.
    pub foreign: Foreign,
}

/// What is missing before `profile` may apply on `today`, given what it holds.
#[must_use]
pub fn missing(profile: &Profile, holding: &Holding, today: NaiveDate) -> Vec<Requirement> {
    let mut missing = Vec::new();
    let declared = match holding.declaration {
        Declaration::None => false,
        Declaration::Requested(on) => on >= latest(&table::PROOF_OF_REQUEST).value.before(today),
        Declaration::Number => true,
    };
    if !declared {
        missing.push(Requirement::DeclarationNumber);
    }
    let unserved = profile.categories.except(holding.served);
    if !unserved.is_empty() {
        missing.push(Requirement::ServiceIn(unserved));
    }
    if !holding.can_swear {
        missing.push(Requirement::SwornStatement);
    }
    let again = holding
        .refused_on
        .map(|refused| latest(&table::SWORN_STATEMENT).value.after(refused));
    if let Some(day) = again.filter(|day| *day > today) {
        missing.push(Requirement::Wait(day));
    }
    if profile.location == Location::Abroad {
        missing.extend(foreign(holding));
    }
    missing
}

/// The conditions of a foreign body (R. 6351-3); a body of the EU or the EEA that acts now and then is exempt.
fn foreign(holding: &Holding) -> impl Iterator<Item = Requirement> {
    let foreign = holding.foreign;
    let exempt = foreign.in_eea && foreign.occasional;
    let established = exempt || foreign.has_siren || foreign.has_representative;
    let declared = holding.declaration != Declaration::None;
    let establishment = (!established).then_some(Requirement::FrenchEstablishment);
    let declaration = (!declared).then_some(Requirement::FrenchDeclaration);
    establishment.into_iter().chain(declaration)
}

/// Why a provider is concerned by the certificate, or is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Concerned {
    /// It offers at least one of the four categories and wants public or pooled funds.
    Yes,
    /// It wants no public or pooled funds: the certificate is optional.
    NoFunds,
    /// None of the four categories is offered.
    NoCategory,
}

/// Whether the certificate is needed (law of 5 September 2018).
#[must_use]
pub const fn concerned(categories: Categories, wants_funds: bool) -> Concerned {
    match (categories.is_empty(), wants_funds) {
        (true, _) => Concerned::NoCategory,
        (false, true) => Concerned::Yes,
        (false, false) => Concerned::NoFunds,
    }
}

/// Whether a subcontractor on CPF actions must be certified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CpfSubcontractor {
    /// Certified: compulsory for contracts from 1 April 2024.
    Compulsory,
    /// The contract is older than the rule.
    BeforeTheRule,
    /// Micro-social regime, turnover within the ceiling: exempt.
    ExemptMicro,
}

/// The rule on subcontractors (décret 2023-1350) for a contract signed on `contract`.
#[must_use]
pub fn cpf_subcontractor(
    contract: NaiveDate,
    micro_social: bool,
    turnover: Turnover,
) -> CpfSubcontractor {
    let Some(ceiling) = table::CPF_SUBCONTRACTOR_MICRO.at(contract) else {
        return CpfSubcontractor::BeforeTheRule;
    };
    let within =
        u64::try_from(ceiling.value.value).is_ok_and(|ceiling| turnover.euros() <= ceiling);
    if micro_social && within {
        CpfSubcontractor::ExemptMicro
    } else {
        CpfSubcontractor::Compulsory
    }
}

/// The ways in for a body that holds a certificate already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Held {
    /// Add categories or sites.
    Extend,
    /// Change certifier.
    Transfer,
    /// Renew.
    Renew,
    /// The surveillance audit is due.
    Surveillance,
    /// The legal person changes its SIREN.
    NewSiren,
    /// The same SIREN has another manager, name, address or status.
    OtherChange,
}

/// What a holder must have, or do, for one of the ways in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Duty {
    /// One service first in the new category, not funded as not yet certified.
    ServiceInNewCategory,
    /// A valid, unsuspended certificate and the same SIREN.
    ValidCertificateSameSiren,
    /// One service since the surveillance audit.
    ServiceSinceSurveillance,
    /// Nothing: surveillance may take place without new services.
    Nothing,
    /// The certificate lapses: apply anew.
    ApplyAnew,
    /// Tell the regional control service and the certifier within this many days.
    DeclareWithin(u32),
}

/// The duty of each way in, with the rule that says so.
#[must_use]
pub fn duty(held: Held) -> (Duty, Basis) {
    let (duty, rule) = match held {
        Held::Extend => (Duty::ServiceInNewCategory, &table::EXTENSION_SERVICE),
        Held::Transfer => (Duty::ValidCertificateSameSiren, &table::TRANSFER),
        Held::Renew => (Duty::ServiceSinceSurveillance, &table::RENEWAL_SERVICE),
        Held::Surveillance => (Duty::Nothing, &table::SURVEILLANCE_SERVICE),
        Held::NewSiren => (Duty::ApplyAnew, &table::NEW_SIREN),
        Held::OtherChange => {
            let days = latest(&table::CHANGE_DECLARED_WITHIN)
                .value
                .value
                .unsigned_abs();
            (Duty::DeclareWithin(days), &table::CHANGE_DECLARED_WITHIN)
        }
    };
    (duty, latest(rule).basis)
}

/// The last day to declare a change that happened on `change`.
#[must_use]
pub fn declare_change_by(change: NaiveDate) -> Milestone {
    let row = latest(&table::CHANGE_DECLARED_WITHIN);
    Milestone {
        date: row.value.after(change),
        basis: row.basis,
    }
}

/// Whether an activity started on `start` is still in its first year on the day of the audit.
#[must_use]
pub fn is_new_entrant(start: NaiveDate, audit: NaiveDate) -> bool {
    latest(&table::NEW_ENTRANT_FIRST_YEAR).value.after(start) > audit
}

/// What the certifier asks for before the audit (ARR art. 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FileItem {
    /// SIREN and legal status.
    Identity,
    /// The categories asked for.
    Categories,
    /// The declaration number, or the proof of its request.
    Declaration,
    /// The last BPF, or accounts.
    LastReport,
    /// The description of the activity: remote, AFEST, alternance, certifying.
    Activity,
    /// The exhaustive list of sites.
    Sites,
    /// The sworn statement.
    SwornStatement,
}

/// The file to give, in the order it is asked for.
pub const PRE_AUDIT_FILE: [FileItem; 7] = [
    FileItem::Identity,
    FileItem::Categories,
    FileItem::Declaration,
    FileItem::LastReport,
    FileItem::Activity,
    FileItem::Sites,
    FileItem::SwornStatement,
];

/// Rules of eligibility have one row each, but for those with a date of their own.
fn latest(rule: &'static Dated<Fact>) -> &'static Row<Fact> {
    &rule.0[rule.0.len() - 1]
}

mod table {
    #![allow(
        dead_code,
        reason = "rules without a number to compute are only listed"
    )]

    use crate::explain::{Basis, Confidence, RuleId};
    use crate::facts::{Fact, Unit};
    use crate::sources::{Source, documents};
    use crate::tables::{Dated, Row, day};
    include!(concat!(env!("OUT_DIR"), "/eligibility.rs"));
}
