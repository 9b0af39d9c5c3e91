//! When things happen: from a contract, an audit or a decision to every milestone of the cycle.

use crate::explain::Basis;
use crate::facts::Fact;
use crate::tables::{Dated, Row};
use chrono::{Datelike, NaiveDate};

/// A date and the row that gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Milestone {
    /// The civil date.
    pub date: NaiveDate,
    /// Rule, source and confidence.
    pub basis: Basis,
}

/// The dates of one certification cycle, all from the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Cycle {
    /// The certificate's last day.
    pub expiry: Milestone,
    /// The first day of the surveillance window.
    pub surveillance_from: Milestone,
    /// The last day of the surveillance window.
    pub surveillance_to: Milestone,
    /// The advised day to contact the certifier for the renewal.
    pub renewal_contact: Milestone,
    /// The last sensible day of the renewal audit.
    pub renewal_latest: Milestone,
    /// The first day of the renewed certificate.
    pub renewed_from: Milestone,
}

/// The cycle that a certification decision opens.
#[must_use]
pub fn cycle(decision: NaiveDate) -> Cycle {
    let expiry = milestone(&table::VALIDITY, decision, decision);
    Cycle {
        expiry,
        surveillance_from: milestone(&table::SURVEILLANCE_FROM, decision, decision),
        surveillance_to: milestone(&table::SURVEILLANCE_TO, decision, decision),
        renewal_contact: milestone(&table::RENEWAL_CONTACT, decision, expiry.date),
        renewal_latest: milestone(&table::RENEWAL_LATEST, decision, expiry.date),
        renewed_from: milestone(&table::RENEWED_FROM, decision, expiry.date),
    }
}

/// How long a certificate decided on `decision` is valid.
#[must_use]
pub fn validity(decision: NaiveDate) -> &'static Row<Fact> {
    table::VALIDITY
        .at(decision)
        .unwrap_or(&table::VALIDITY.0[0])
}

/// What a plan starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Start {
    /// The contract with the certifier: the audit and the decision are then typical dates.
    Contract(NaiveDate),
    /// The initial audit: the decision is then a typical date.
    Audit(NaiveDate),
    /// The certification decision.
    Decision(NaiveDate),
}

/// What leads from a contract to the certificate; typical dates are not law, and say so by their confidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Plan {
    /// The last day the certifier may offer for the audit.
    pub audit_offered_by: Option<Milestone>,
    /// The typical first day of the audit.
    pub audit_from: Option<Milestone>,
    /// The typical last day of the audit.
    pub audit_to: Option<Milestone>,
    /// When the report is promised, from the known or typical audit.
    pub report: Option<Milestone>,
    /// The decision the cycle counts from.
    pub decision: NaiveDate,
    /// Whether the decision is a typical date rather than a known one.
    pub decision_is_typical: bool,
    /// The cycle that follows.
    pub cycle: Cycle,
}

/// Everything that follows from a date one knows.
#[must_use]
pub fn plan(start: Start) -> Plan {
    let (contract, audit, decision) = match start {
        Start::Contract(date) => (Some(date), None, None),
        Start::Audit(date) => (None, Some(date), None),
        Start::Decision(date) => (None, None, Some(date)),
    };
    let from_contract = |rule| contract.map(|date| milestone(rule, date, date));
    let audit_to = from_contract(&table::AUDIT_TYPICAL_TO);
    let held = audit.or(audit_to.map(|milestone| milestone.date));
    let report = held.map(|date| milestone(&table::REPORT, date, date));
    // About a month from contract to certificate; from an audit, the decision follows its report.
    let certificate = from_contract(&table::CERTIFICATE_TYPICAL).or(report);
    let known = decision.or(certificate.map(|milestone| milestone.date));
    let day = match start {
        Start::Contract(date) | Start::Audit(date) | Start::Decision(date) => known.unwrap_or(date),
    };
    Plan {
        audit_offered_by: from_contract(&table::AUDIT_OFFERED_WITHIN),
        audit_from: from_contract(&table::AUDIT_TYPICAL_FROM),
        audit_to,
        report,
        decision: day,
        decision_is_typical: decision.is_none(),
        cycle: cycle(day),
    }
}

/// A transfer asked for on a day: when the old body must have sent the file, then the new one decided.
#[must_use]
pub fn transfer(requested: NaiveDate) -> (Milestone, Milestone) {
    let file = milestone(&table::TRANSFER_FILE, requested, requested);
    (
        file,
        milestone(&table::TRANSFER_DECISION, requested, file.date),
    )
}

/// The next legal day of the yearly report (BPF) on or after `today`; campaigns are often extended.
#[must_use]
pub fn next_bpf(today: NaiveDate) -> Milestone {
    let row = table::BPF.at(today).unwrap_or(&table::BPF.0[0]);
    let (month, day) = (
        row.value.value.unsigned_abs() / 100,
        row.value.value.unsigned_abs() % 100,
    );
    let of_year = |year| NaiveDate::from_ymd_opt(year, month, day).unwrap_or(today);
    let this = of_year(today.year());
    Milestone {
        date: if this >= today {
            this
        } else {
            of_year(today.year() + 1)
        },
        basis: row.basis,
    }
}

/// The rule in force at `event`, counted from `from`.
pub(crate) fn milestone(
    rule: &'static Dated<Fact>,
    event: NaiveDate,
    from: NaiveDate,
) -> Milestone {
    let row = rule.at(event).unwrap_or(&rule.0[0]);
    Milestone {
        date: row.value.after(from),
        basis: row.basis,
    }
}

mod table {
    use crate::explain::{Basis, Confidence, RuleId};
    use crate::facts::{Fact, Unit};
    use crate::sources::{Source, documents};
    use crate::tables::{Dated, Row, day};
    include!(concat!(env!("OUT_DIR"), "/cycle.rs"));
}
