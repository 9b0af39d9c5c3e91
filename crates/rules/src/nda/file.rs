//! The file to prepare, with the age of each document, and the clock of its instruction.

use super::table;
use crate::cycle::{Milestone, milestone};
use crate::explain::Basis;
use crate::facts::Fact;
use crate::profile::Turnover;
use crate::tables::Dated;
use chrono::NaiveDate;

/// Who declares its activity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Applicant {
    /// A company or an association, rather than a person.
    pub legal_person: bool,
    /// Under the micro-social regime, with this yearly turnover excl. VAT.
    pub micro_social: Option<Turnover>,
    /// Offers apprenticeship.
    pub apprenticeship: bool,
    /// The apprenticeship is that of a company's own CFA (D. 6241-30).
    pub company_cfa: bool,
    /// Established abroad, declared by its representative in France.
    pub foreign: bool,
}

/// A document of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Document {
    /// Proof of SIREN.
    ProofOfSiren,
    /// Bulletin n° 3 of the criminal record of the director.
    DirectorCriminalRecord,
    /// Bulletin n° 3 of the criminal record of the declarant.
    DeclarantCriminalRecord,
    /// Identity document, or certified digital proof.
    Identity,
    /// Trainers: titles, link to the service, contractual link.
    Trainers,
    /// First convention or contract.
    FirstContract,
    /// Programme: objectives, audience, prerequisites, duration, price, means, assessment.
    Programme,
    /// A short presentation of the activity on the ministry's model, instead of contract, programme and trainers.
    Presentation,
    /// Statutes that mention apprenticeship.
    Statutes,
    /// Attestation of a company's CFA.
    CompanyCfaAttestation,
    /// Proof that the representative is domiciled and registered in France.
    Representative,
}

/// A document of the file and the oldest day it may bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Item {
    /// The document.
    pub document: Document,
    /// The oldest day it may bear when the file is sent, where its age counts; a practice, not law.
    pub not_before: Option<Milestone>,
}

impl Item {
    /// Whether a document dated `day` is young enough.
    #[must_use]
    pub fn accepts(&self, day: NaiveDate) -> bool {
        self.not_before.is_none_or(|limit| day >= limit.date)
    }
}

/// The file of an applicant, sent on `filing`.
#[must_use]
pub fn file(applicant: &Applicant, filing: NaiveDate) -> Vec<Item> {
    let plain = |document| Item {
        document,
        not_before: None,
    };
    let aged = |document, rule: &'static Dated<Fact>| {
        let row = rule.at(filing).unwrap_or(&rule.0[0]);
        Item {
            document,
            not_before: Some(Milestone {
                date: row.value.before(filing),
                basis: row.basis,
            }),
        }
    };
    let record = if applicant.legal_person {
        Document::DirectorCriminalRecord
    } else {
        Document::DeclarantCriminalRecord
    };
    let mut items = vec![
        aged(Document::ProofOfSiren, &table::AGE_PROOF_OF_SIREN),
        aged(record, &table::AGE_CRIMINAL_RECORD),
        plain(Document::Identity),
    ];
    if micro_relief(applicant, filing).is_some() {
        items.push(plain(Document::Presentation));
    } else {
        items.push(plain(Document::Trainers));
        items.push(aged(Document::FirstContract, &table::AGE_FIRST_CONTRACT));
        items.push(plain(Document::Programme));
    }
    if applicant.apprenticeship {
        let proof = if applicant.company_cfa {
            Document::CompanyCfaAttestation
        } else {
            Document::Statutes
        };
        items.push(plain(proof));
    }
    if applicant.foreign {
        items.push(plain(Document::Representative));
    }
    items
}

/// The rule that relieves a micro: its turnover does not exceed the ceiling of the filing date.
fn micro_relief(applicant: &Applicant, filing: NaiveDate) -> Option<Basis> {
    let ceiling = table::MICRO_CEILING.at(filing)?;
    let turnover = applicant.micro_social?.euros();
    u64::try_from(ceiling.value.value)
        .is_ok_and(|ceiling| turnover <= ceiling)
        .then_some(ceiling.basis)
}

/// The instruction of a complete file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// Silence registers after this day; until then the body is deemed declared.
    pub registered_by_silence: Milestone,
}

/// The clock of a file that is complete on `complete`.
#[must_use]
pub fn clock(complete: NaiveDate) -> Clock {
    Clock {
        registered_by_silence: milestone(&table::INSTRUCTION, complete, complete),
    }
}

/// The last day to declare, after the first convention or contract was concluded.
#[must_use]
pub fn declare_by(first_contract: NaiveDate) -> Milestone {
    milestone(&table::DECLARE_WITHIN, first_contract, first_contract)
}

/// A micro filed on `filing`: the last day the administration may ask for its contract, and the last day to
/// answer a request made on `requested`. Both count working days.
#[must_use]
pub fn contract_requested(filing: NaiveDate, requested: NaiveDate) -> (Milestone, Milestone) {
    let asked = milestone(&table::CONTRACT_ASKED_WITHIN, filing, filing);
    (
        asked,
        milestone(&table::CONTRACT_SHOWN_WITHIN, requested, requested),
    )
}
