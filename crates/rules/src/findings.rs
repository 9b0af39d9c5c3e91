//! Non-conformities: which kinds are possible, what accumulates, what follows at a date.

use crate::cycle::milestone;
use crate::date::add_months;
use crate::explain::Basis;
use crate::facts::Fact;
use crate::indicators::{Indicators, Severity};
use crate::tables::Dated;
use chrono::NaiveDate;

/// How serious a non-conformity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// It does not put the quality of the service in question.
    Minor,
    /// It does.
    Major,
}

/// What a non-conformity is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// An indicator, 1 to 33.
    Indicator(u8),
    /// The certificate is not displayed on the premises or on the website: always major.
    Display,
}

/// A non-conformity sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Finding {
    /// What it is about.
    pub subject: Subject,
    /// How serious it was found.
    pub kind: Kind,
    /// The day it was notified.
    pub notified: NaiveDate,
    /// The day it was lifted, if it was.
    pub lifted: Option<NaiveDate>,
}

/// Why a set of sheets cannot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Impossible {
    /// The framework does not hold this indicator.
    NoSuchIndicator(u8),
    /// The indicator does not apply to the profile.
    NotApplicable(u8),
    /// Only a major non-conformity is possible.
    OnlyMajor(Subject),
    /// At most one sheet per indicator.
    SecondSheet(Subject),
    /// Lifted before it was notified.
    LiftedBeforeNotified(Subject),
    /// No certificate exists before the initial audit: there is none to display.
    NothingToDisplay,
}

/// The audit that found them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The initial audit: a major that stays refuses the certificate.
    Initial,
    /// Any later audit: a major that stays suspends it.
    Later,
}

/// Where a sheet stands at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Lifted in time.
    Lifted,
    /// Still open, to be corrected by this day.
    Open(NaiveDate),
    /// Correction is due; the certifier verifies by this day.
    BeingVerified(NaiveDate),
    /// A minor still open at the audit that verifies it: it is a major since that day.
    TurnedMajor(NaiveDate),
    /// A deadline has passed since this day.
    Overdue(NaiveDate),
}

/// A sheet, judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Judged {
    /// The sheet.
    pub finding: Finding,
    /// Where it stands.
    pub standing: Standing,
    /// What it counts for now: a minor may have turned major.
    pub counts_as: Option<Kind>,
    /// The rule of its deadline.
    pub basis: Basis,
}

/// What follows at a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Nothing stands in the way: certified, or still certified.
    Certified,
    /// A major, or five minors, must be corrected by this day.
    AwaitingCorrection(NaiveDate),
    /// Corrections are verified by this day.
    AwaitingVerification(NaiveDate),
    /// The certificate is refused since this day; a new application is possible from the second.
    Refused(NaiveDate, NaiveDate),
    /// The certificate is suspended since this day, and withdrawn on the second if nothing changes.
    Suspended(NaiveDate, NaiveDate),
    /// The certificate is withdrawn since this day; a new application is possible from the second.
    Withdrawn(NaiveDate, NaiveDate),
}

/// The state of a set of sheets at a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// The sheets, judged.
    pub sheets: Vec<Judged>,
    /// Whether unlifted minors make a major by their number.
    pub accumulated: bool,
    /// What follows.
    pub verdict: Verdict,
    /// What the next audit must look at again: every indicator that had a sheet.
    pub next_audit: Vec<u8>,
}

/// Checks that the sheets of an audit are possible for a profile.
///
/// # Errors
///
/// The first sheet that is not, and why.
pub fn check(
    stage: Stage,
    findings: &[Finding],
    indicators: &Indicators,
) -> Result<(), Impossible> {
    for (index, finding) in findings.iter().enumerate() {
        let subject = finding.subject;
        let only_major = match subject {
            Subject::Display if stage == Stage::Initial => {
                return Err(Impossible::NothingToDisplay);
            }
            Subject::Display => true,
            Subject::Indicator(number) => {
                let indicator = indicators
                    .get(number)
                    .ok_or(Impossible::NoSuchIndicator(number))?;
                if !indicator.verdict.is_yes() && !indicator.verdict.is_confirm() {
                    return Err(Impossible::NotApplicable(number));
                }
                indicator.definition.severity == Severity::MajorOnly
            }
        };
        if only_major && finding.kind == Kind::Minor {
            return Err(Impossible::OnlyMajor(subject));
        }
        if findings[..index]
            .iter()
            .any(|other| other.subject == subject)
        {
            return Err(Impossible::SecondSheet(subject));
        }
        if finding
            .lifted
            .is_some_and(|lifted| lifted < finding.notified)
        {
            return Err(Impossible::LiftedBeforeNotified(subject));
        }
    }
    Ok(())
}

/// What follows from the sheets of an audit at the day `at`.
///
/// `next_audit` is the day of the audit that verifies the minors, if it is known.
#[must_use]
pub fn state(
    stage: Stage,
    findings: &[Finding],
    next_audit: Option<NaiveDate>,
    at: NaiveDate,
) -> State {
    let sheets: Vec<Judged> = findings
        .iter()
        .map(|finding| judge(*finding, next_audit, at))
        .collect();
    let accumulation = accumulation(findings, at);
    // Each major runs its own clock: from its notification, from the audit that turned it, from the fifth minor.
    // A minor that turned did so at a later audit than the initial one, whichever audit found it.
    let majors = findings.iter().filter_map(|finding| {
        match (finding.kind, turned(finding, next_audit, at)) {
            (Kind::Major, _) => Some((stage, finding.notified, finding.lifted)),
            (Kind::Minor, Some(audit)) => Some((Stage::Later, audit, finding.lifted)),
            (Kind::Minor, None) => None,
        }
    });
    let accumulated = accumulation.map(|(from, ended)| (stage, from, ended));
    let verdict = majors
        .chain(accumulated)
        .map(|(stage, from, lifted)| follow(stage, from, lifted, at))
        .max_by_key(|verdict| weight(*verdict));
    let mut next: Vec<u8> = findings
        .iter()
        .filter_map(|finding| match finding.subject {
            Subject::Indicator(number) => Some(number),
            Subject::Display => None,
        })
        .collect();
    next.sort_unstable();
    State {
        sheets,
        accumulated: accumulation.is_some_and(|(_, ended)| ended.is_none_or(|ended| ended > at)),
        verdict: verdict.unwrap_or(Verdict::Certified),
        next_audit: next,
    }
}

fn judge(finding: Finding, next_audit: Option<NaiveDate>, at: NaiveDate) -> Judged {
    let lifted = finding.lifted.is_some_and(|lifted| lifted <= at);
    let rule = match finding.kind {
        Kind::Minor => &table::MINOR_IMPLEMENTED_WITHIN,
        Kind::Major => &table::MAJOR_CORRECTED_WITHIN,
    };
    let due = milestone(rule, finding.notified, finding.notified);
    let verified = milestone(&table::MAJOR_VERIFIED_WITHIN, finding.notified, due.date);
    let turned = turned(&finding, next_audit, at);
    let standing = match (finding.kind, turned) {
        _ if lifted => Standing::Lifted,
        (Kind::Minor, Some(audit)) => Standing::TurnedMajor(audit),
        _ if at <= due.date => Standing::Open(due.date),
        (Kind::Major, _) if at <= verified.date => Standing::BeingVerified(verified.date),
        (Kind::Major, _) => Standing::Overdue(verified.date),
        (Kind::Minor, _) => Standing::Overdue(due.date),
    };
    let counts_as = match standing {
        Standing::Lifted => None,
        Standing::TurnedMajor(_) => Some(Kind::Major),
        _ => Some(finding.kind),
    };
    Judged {
        finding,
        standing,
        counts_as,
        basis: due.basis,
    }
}

/// The audit at which a minor still open became a major.
fn turned(finding: &Finding, next_audit: Option<NaiveDate>, at: NaiveDate) -> Option<NaiveDate> {
    let open = |audit: NaiveDate| finding.lifted.is_none_or(|lifted| lifted > audit);
    next_audit.filter(|audit| *audit > finding.notified && *audit <= at && open(*audit))
}

/// When unlifted minors became a major by their number, and when they were few enough again.
fn accumulation(findings: &[Finding], at: NaiveDate) -> Option<(NaiveDate, Option<NaiveDate>)> {
    let enough = number(&table::MINORS_THAT_MAKE_A_MAJOR, at);
    let unlifted = |day: NaiveDate| {
        let open = |finding: &&Finding| {
            finding.kind == Kind::Minor
                && finding.notified <= day
                && finding.lifted.is_none_or(|lifted| lifted > day)
        };
        findings.iter().filter(open).count()
    };
    let mut notified: Vec<NaiveDate> = findings.iter().map(|finding| finding.notified).collect();
    notified.sort_unstable();
    let since = notified
        .into_iter()
        .find(|day| *day <= at && unlifted(*day) >= enough)?;
    let mut lifted: Vec<NaiveDate> = findings
        .iter()
        .filter_map(|finding| finding.lifted)
        .collect();
    lifted.sort_unstable();
    Some((
        since,
        lifted
            .into_iter()
            .find(|day| *day > since && unlifted(*day) < enough),
    ))
}

/// What one major leads to, from the day it counts to the day it was lifted.
fn follow(stage: Stage, from: NaiveDate, lifted: Option<NaiveDate>, at: NaiveDate) -> Verdict {
    let corrected_by = milestone(&table::MAJOR_CORRECTED_WITHIN, from, from).date;
    let verified_by = milestone(&table::MAJOR_VERIFIED_WITHIN, from, corrected_by).date;
    let lifted = lifted.filter(|lifted| *lifted <= at);
    let in_time = lifted.is_some_and(|lifted| lifted <= verified_by);
    let again = |day| milestone(&table::NEW_APPLICATION_AFTER, day, day).date;
    match stage {
        _ if in_time => Verdict::Certified,
        _ if at <= corrected_by => Verdict::AwaitingCorrection(corrected_by),
        _ if at <= verified_by => Verdict::AwaitingVerification(verified_by),
        Stage::Initial => Verdict::Refused(verified_by, again(verified_by)),
        Stage::Later => {
            let periods = number(&table::SUSPENSION_RENEWALS, at) + 1;
            let months = number(&table::SUSPENSION, at) * periods;
            let withdrawn = add_months(verified_by, i32::try_from(months).unwrap_or(0));
            match lifted {
                // Lifted late, but while the certificate was only suspended.
                Some(lifted) if lifted <= withdrawn => Verdict::Certified,
                _ if at <= withdrawn => Verdict::Suspended(verified_by, withdrawn),
                _ => Verdict::Withdrawn(withdrawn, again(withdrawn)),
            }
        }
    }
}

fn number(rule: &'static Dated<Fact>, at: NaiveDate) -> usize {
    let row = rule.at(at).unwrap_or(&rule.0[0]);
    usize::try_from(row.value.value).unwrap_or_default()
}

/// The order of gravity; among equals, the earliest deadline decides.
fn weight(verdict: Verdict) -> (u8, std::cmp::Reverse<NaiveDate>) {
    let (rank, day) = match verdict {
        Verdict::Certified => (0, NaiveDate::MIN),
        Verdict::AwaitingCorrection(day) => (2, day),
        Verdict::AwaitingVerification(day) => (3, day),
        Verdict::Suspended(day, _) => (4, day),
        Verdict::Withdrawn(day, _) => (5, day),
        Verdict::Refused(day, _) => (6, day),
    };
    (rank, std::cmp::Reverse(day))
}

mod table {
    #![allow(dead_code, reason = "rules that have no date to count are only listed")]

    use crate::explain::{Basis, Confidence, RuleId};
    use crate::facts::{Fact, Unit};
    use crate::sources::{Source, documents};
    use crate::tables::{Dated, Row, day};
    include!(concat!(env!("OUT_DIR"), "/findings.rs"));
}
