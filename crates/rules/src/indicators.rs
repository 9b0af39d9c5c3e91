//! Which of the 33 indicators a profile is audited on, and the reason for each.

use crate::explain::Basis;
use crate::framework::Framework;
use crate::profile::{Categories, Category, Invalid, Profile};
use chrono::NaiveDate;

/// A circumstance that some indicators depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// Courses that lead to a certification: RNCP, or RS alone, on which sources disagree.
    Certifying,
    /// A course of more than two days.
    LongCourses,
    /// Work-study (alternance).
    WorkStudy,
    /// A period in a company: placement, AFEST.
    WorkplacePeriods,
    /// Subcontractors or umbrella staff.
    Subcontracting,
}

/// When an indicator applies to a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Applies {
    /// Always.
    Yes,
    /// Never.
    No,
    /// When the condition holds.
    If(Condition),
}

/// Which non-conformities an indicator can give (ARR art. 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Severity {
    /// Only a major one.
    MajorOnly,
    /// A minor or a major one.
    MinorOrMajor,
    /// Not set before the next guide.
    NotSet,
}

/// Whether a surveillance audit always reviews an indicator (ARR art. 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Surveillance {
    /// Always, because only a major non-conformity is possible.
    MajorOnly,
    /// Always, because it is named.
    Named,
    /// Not automatically.
    No,
}

/// How an indicator is audited for actions delivered as a subcontractor (guide V9).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Subcontractor {
    /// It does not apply.
    NotApplicable,
    /// According to the missions in the contract.
    PerContract,
    /// Under a rule of its own.
    SpecialRule,
    /// As for any provider.
    Same,
}

/// What a framework changed in an indicator, the lightest change first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// Its wording only.
    Wording,
    /// Its substance.
    Modified,
    /// It is new.
    Added,
}

/// An indicator as the tables hold it from a date on.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Definition {
    /// The criterion it belongs to, 1 to 7.
    pub criterion: u8,
    /// When it applies, by category.
    pub applies: [Applies; 4],
    /// Judged on formalisation only at a new entrant's initial audit.
    pub new_entrant: bool,
    /// Which non-conformities it can give.
    pub severity: Severity,
    /// Whether surveillance always reviews it.
    pub surveillance: Surveillance,
    /// How it is audited in actions delivered as a subcontractor, from guide V9 on.
    pub subcontractor: Subcontractor,
}

/// A change that a framework made.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct ChangeRow {
    /// The indicator.
    pub number: u8,
    /// The framework that changed it.
    pub framework: &'static str,
    /// What it changed.
    pub change: Change,
    /// Rule, source and confidence.
    pub basis: Basis,
}

/// Whether an indicator applies, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It applies.
    Yes(YesReason),
    /// It does not apply.
    No(NoReason),
    /// Sources disagree, or the contract decides: to be confirmed by the certifier.
    Confirm(ConfirmReason),
}

/// Why an indicator applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YesReason {
    /// To every provider.
    Everyone,
    /// Always to these categories of the profile.
    Categories(Categories),
    /// A condition holds.
    Condition(Condition),
}

/// Why an indicator does not apply.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoReason {
    /// Never to the categories of the profile; those it could apply to.
    OtherCategories(Categories),
    /// A condition does not hold.
    Condition(Condition),
    /// Every action is delivered as a subcontractor.
    Subcontractor,
}

/// Why it has to be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ConfirmReason {
    /// The certification is registered in the RS only.
    RsOnly,
    /// The guide names AFEST under 28 only; advisers pair 13 with it.
    Afest,
    /// The missions in the subcontracting contract decide.
    ContractMissions,
}

impl Verdict {
    /// The answer without its reason, as the contract and the page hooks write it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Yes(_) => "yes",
            Self::No(_) => "no",
            Self::Confirm(_) => "confirm",
        }
    }

    /// Whether the indicator applies for sure.
    #[must_use]
    pub const fn is_yes(self) -> bool {
        matches!(self, Self::Yes(_))
    }

    /// Whether it remains to be confirmed.
    #[must_use]
    pub const fn is_confirm(self) -> bool {
        matches!(self, Self::Confirm(_))
    }
}

/// One indicator, judged for a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Indicator {
    /// 1 to 33.
    pub number: u8,
    /// The tables' row.
    pub definition: &'static Definition,
    /// Whether it applies, and why.
    pub verdict: Verdict,
    /// Judged on formalisation only at the initial audit: a new category brings it.
    pub new_entrant: bool,
    /// Reviewed at every surveillance of this profile.
    pub surveillance: bool,
    /// What the framework of the audit changed in it.
    pub change: Option<Change>,
    /// Rule, source and confidence of the row.
    pub basis: Basis,
}

impl Indicator {
    /// Whether only a major non-conformity is possible.
    #[must_use]
    pub fn is_major_only(&self) -> bool {
        self.definition.severity == Severity::MajorOnly
    }
}

/// The indicators of a profile under one framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicators(Vec<Indicator>);

impl Indicators {
    /// Every indicator of the framework, in order.
    #[must_use]
    pub fn all(&self) -> &[Indicator] {
        &self.0
    }

    /// The indicator with this number, if the framework holds it.
    #[must_use]
    pub fn get(&self, number: u8) -> Option<&Indicator> {
        self.0.iter().find(|indicator| indicator.number == number)
    }

    /// Those that apply or may, in order: what one prepares.
    pub fn possible(&self) -> impl Iterator<Item = &Indicator> {
        self.all()
            .iter()
            .filter(|indicator| indicator.verdict.is_yes() || indicator.verdict.is_confirm())
    }

    /// Those that apply.
    pub fn applicable(&self) -> impl Iterator<Item = &Indicator> {
        self.0.iter().filter(|indicator| indicator.verdict.is_yes())
    }

    /// Those that remain to be confirmed.
    pub fn to_confirm(&self) -> impl Iterator<Item = &Indicator> {
        self.0
            .iter()
            .filter(|indicator| indicator.verdict.is_confirm())
    }

    /// Those judged on formalisation only at the initial audit.
    pub fn new_entrant(&self) -> impl Iterator<Item = &Indicator> {
        self.0.iter().filter(|indicator| indicator.new_entrant)
    }

    /// Those that apply and can only give a major non-conformity.
    pub fn major_only(&self) -> impl Iterator<Item = &Indicator> {
        self.applicable()
            .filter(|indicator| indicator.is_major_only())
    }

    /// Those that every surveillance audit reviews.
    pub fn surveillance_minimum(&self) -> impl Iterator<Item = &Indicator> {
        self.0.iter().filter(|indicator| indicator.surveillance)
    }
}

/// Judges every indicator of `framework` for an audit of `profile` held on `date`.
#[must_use]
pub fn judge(profile: &Profile, framework: &'static Framework, date: NaiveDate) -> Indicators {
    let as_subcontractor = profile.only_as_subcontractor
        && table::SUBCONTRACTORS.at(date).is_some_and(|row| row.value);
    let mut judged = Vec::with_capacity(table::INDICATORS.len());
    for (number, rows) in (1..).zip(&table::INDICATORS) {
        let Some(row) = rows.at(date) else { continue };
        let definition = &row.value;
        let verdict = verdict(profile, definition, profile.categories, as_subcontractor);
        let new_entrant = definition.new_entrant
            && !profile.new_entrant.is_empty()
            && self::verdict(profile, definition, profile.new_entrant, as_subcontractor).is_yes();
        let reviewed =
            definition.surveillance != Surveillance::No || !profile.new_entrant.is_empty();
        judged.push(Indicator {
            number,
            definition,
            verdict,
            new_entrant,
            surveillance: verdict.is_yes() && reviewed,
            change: change(number, framework),
            basis: row.basis,
        });
    }
    Indicators(judged)
}

/// An indicator under two frameworks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Comparison {
    /// 1 to 33.
    pub number: u8,
    /// Under the earlier framework, if it holds it.
    pub before: Option<Verdict>,
    /// Under the later framework, if it holds it.
    pub after: Option<Verdict>,
    /// What the frameworks after the earlier one, up to the later one, changed; the weightiest change.
    pub change: Option<Change>,
}

impl Comparison {
    /// Whether the verdict differs, its reason aside.
    #[must_use]
    pub fn differs(&self) -> bool {
        self.before.map(Verdict::id) != self.after.map(Verdict::id)
    }
}

/// What changes for a profile between two audit dates; in the order of time, whichever comes first.
///
/// # Errors
///
/// A date before the first framework covered.
pub fn compare(
    profile: &Profile,
    one: NaiveDate,
    other: NaiveDate,
) -> Result<Vec<Comparison>, Invalid> {
    let (earlier, later) = if one <= other {
        (one, other)
    } else {
        (other, one)
    };
    let (old, new) = (Framework::governing(earlier)?, Framework::governing(later)?);
    let (before, after) = (judge(profile, old, earlier), judge(profile, new, later));
    let between = |row: &&ChangeRow| {
        Framework::by_id(row.framework)
            .is_some_and(|framework| old.from < framework.from && framework.from <= new.from)
    };
    let comparison = |number| {
        let verdict =
            |indicators: &Indicators| indicators.get(number).map(|indicator| indicator.verdict);
        let changes = changes()
            .iter()
            .filter(|row| row.number == number)
            .filter(between);
        Comparison {
            number,
            before: verdict(&before),
            after: verdict(&after),
            change: changes.map(|row| row.change).max(),
        }
    };
    Ok((1..=new.indicators).map(comparison).collect())
}

/// What `framework` changed in an indicator.
#[must_use]
pub fn change(number: u8, framework: &Framework) -> Option<Change> {
    changes()
        .iter()
        .find(|row| row.number == number && row.framework == framework.id)
        .map(|row| row.change)
}

/// Every change of the tables, by indicator.
#[must_use]
pub fn changes() -> &'static [ChangeRow] {
    table::CHANGES
}

/// Whether the indicator applies through at least one of `categories`.
fn verdict(
    profile: &Profile,
    definition: &Definition,
    categories: Categories,
    as_subcontractor: bool,
) -> Verdict {
    let verdict = union(profile, definition, categories);
    match definition.subcontractor {
        _ if !as_subcontractor => verdict,
        Subcontractor::NotApplicable => Verdict::No(NoReason::Subcontractor),
        Subcontractor::PerContract if verdict.is_yes() => {
            Verdict::Confirm(ConfirmReason::ContractMissions)
        }
        _ => verdict,
    }
}

/// An indicator applies to a provider when it applies to at least one of its categories.
fn union(profile: &Profile, definition: &Definition, categories: Categories) -> Verdict {
    let always = |categories: Categories| {
        categories
            .iter()
            .filter(|category| definition.applies[category.index()] == Applies::Yes)
            .collect::<Categories>()
    };
    if always(Categories::ALL) == Categories::ALL {
        return Verdict::Yes(YesReason::Everyone);
    }
    let through = always(categories);
    if !through.is_empty() {
        return Verdict::Yes(YesReason::Categories(through));
    }
    // The conditions are the same in every category that has one.
    let condition =
        categories
            .iter()
            .find_map(|category| match definition.applies[category.index()] {
                Applies::If(condition) => Some(condition),
                Applies::Yes | Applies::No => None,
            });
    match condition {
        None => {
            let others = Category::ALL
                .into_iter()
                .filter(|category| definition.applies[category.index()] != Applies::No);
            Verdict::No(NoReason::OtherCategories(others.collect()))
        }
        Some(condition) => holds(profile, condition),
    }
}

/// Whether a condition holds, and what remains to be confirmed.
fn holds(profile: &Profile, condition: Condition) -> Verdict {
    let yes = match condition {
        Condition::Certifying if !profile.rncp && profile.rs => {
            return Verdict::Confirm(ConfirmReason::RsOnly);
        }
        Condition::WorkStudy if !profile.work_study && profile.afest => {
            return Verdict::Confirm(ConfirmReason::Afest);
        }
        Condition::Certifying => profile.rncp,
        Condition::LongCourses => !profile.only_short_courses,
        Condition::WorkStudy => profile.work_study,
        Condition::WorkplacePeriods => {
            profile.work_study || profile.workplace_periods || profile.afest
        }
        Condition::Subcontracting => profile.subcontracts,
    };
    if yes {
        Verdict::Yes(YesReason::Condition(condition))
    } else {
        Verdict::No(NoReason::Condition(condition))
    }
}

mod table {
    use super::{
        Applies, Change, ChangeRow, Condition, Definition, Severity, Subcontractor, Surveillance,
    };
    use crate::explain::{Basis, Confidence, RuleId};
    use crate::sources::{Source, documents};
    use crate::tables::{Dated, Row, day};
    include!(concat!(env!("OUT_DIR"), "/indicators.rs"));
}
