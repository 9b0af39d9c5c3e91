//! The indicators in words.

use super::Words;
use calliope_rules::framework::Framework;
use calliope_rules::indicators::{
    Change, Condition, ConfirmReason, Indicator, NoReason, Severity, Verdict, YesReason,
};

/// The framework whose changes the words of the indicators tell.
pub const DECREE: &str = "rnq-2026";

impl Words {
    /// The sentence of a verdict.
    #[must_use]
    pub fn reason(self, verdict: Verdict) -> String {
        let texts = self.indicators();
        let sentence = match verdict {
            Verdict::Yes(YesReason::Everyone) => texts.everyone,
            Verdict::Yes(YesReason::Categories(set)) => return texts.categories(&self.codes(set)),
            Verdict::Yes(YesReason::Condition(condition)) => match condition {
                Condition::Certifying => texts.certifying_yes,
                Condition::LongCourses => texts.long_courses_yes,
                Condition::WorkStudy => texts.work_study_yes,
                Condition::WorkplacePeriods => texts.workplace_yes,
                Condition::Subcontracting => texts.subcontracting_yes,
            },
            Verdict::No(NoReason::Condition(condition)) => match condition {
                Condition::Certifying => texts.certifying_no,
                Condition::LongCourses => texts.long_courses_no,
                Condition::WorkStudy => texts.work_study_no,
                Condition::WorkplacePeriods => texts.workplace_no,
                Condition::Subcontracting => texts.subcontracting_no,
            },
            Verdict::No(NoReason::OtherCategories(set)) => {
                return texts.other_categories(&self.codes(set));
            }
            Verdict::No(NoReason::Subcontractor) => texts.subcontractor,
            Verdict::Confirm(ConfirmReason::RsOnly) => texts.rs_only,
            Verdict::Confirm(ConfirmReason::Afest) => texts.afest,
            Verdict::Confirm(ConfirmReason::ContractMissions) => texts.contract_missions,
        };
        sentence.to_owned()
    }

    /// The word of a verdict.
    #[must_use]
    pub const fn verdict(self, verdict: Verdict) -> &'static str {
        let texts = self.indicators();
        match verdict {
            Verdict::Yes(_) => texts.yes,
            Verdict::No(_) => texts.no,
            Verdict::Confirm(_) => texts.confirm,
        }
    }

    /// Which non-conformities an indicator can give, in words.
    #[must_use]
    pub const fn severity(self, severity: Severity) -> &'static str {
        let texts = self.indicators();
        match severity {
            Severity::MajorOnly => texts.major_only,
            Severity::MinorOrMajor => texts.minor_or_major,
            Severity::NotSet => texts.not_set,
        }
    }

    /// The word of a change.
    #[must_use]
    pub const fn change(self, change: Change) -> &'static str {
        match change {
            Change::Wording => self.indicators().change_wording,
            Change::Modified => self.indicators().change_modified,
            Change::Added => self.indicators().change_added,
        }
    }

    /// What the framework of an audit changed in an indicator; empty for nothing.
    #[must_use]
    pub fn change_under(self, framework: &Framework, indicator: &Indicator) -> &'static str {
        let Some(change) = indicator.change else {
            return "";
        };
        let said = self
            .indicator(indicator.number)
            .map_or("", |asked| asked.change);
        if framework.id == DECREE && !said.is_empty() {
            said
        } else {
            self.change(change)
        }
    }

    /// The name of a criterion, 1 to 7.
    #[must_use]
    pub const fn criterion(self, criterion: u8) -> &'static str {
        let texts = self.indicators();
        match criterion {
            1 => texts.criterion_1,
            2 => texts.criterion_2,
            3 => texts.criterion_3,
            4 => texts.criterion_4,
            5 => texts.criterion_5,
            6 => texts.criterion_6,
            _ => texts.criterion_7,
        }
    }
}
