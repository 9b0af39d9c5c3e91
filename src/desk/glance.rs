//! What follows from a work, in a few figures: for lists, and to say what has changed since.

use crate::drafts::{Figures, Progress, Readiness, Work};
use crate::state::{Entered, State};
use calliope_rules::days::HalfDays;
use calliope_rules::{Assessment, RULES_VERSION};

/// The figures that matter of a work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glance {
    /// What was entered.
    pub entered: Entered,
    /// What follows.
    pub assessment: Assessment,
    /// Indicators to prepare: those that apply or may.
    pub to_prepare: usize,
    /// Those of them that are ready.
    pub ready: usize,
    /// Those of them with a non-conformity.
    pub found: usize,
}

impl Glance {
    /// The figures of a work today; none when its answers contradict each other.
    #[must_use]
    pub fn of(state: State, work: &Work) -> Option<Self> {
        let entered = Entered::of(work);
        let assessment = entered.assess(state.settings, state.today)?;
        let count = |of: &[Progress]| count(&assessment, &work.readiness, of);
        Some(Self {
            to_prepare: assessment.indicators.possible().count(),
            ready: count(&[Progress::Ready]),
            found: count(&[Progress::Minor, Progress::Major]),
            entered,
            assessment,
        })
    }

    /// Days of the audit and its surveillance.
    #[must_use]
    pub fn days(&self) -> [HalfDays; 2] {
        let durations = &self.assessment.durations;
        [durations.initial.days(), durations.surveillance.days()]
    }

    /// The indicators that apply.
    #[must_use]
    pub fn indicators(&self) -> Vec<u8> {
        self.assessment
            .indicators
            .applicable()
            .map(|indicator| indicator.number)
            .collect()
    }

    /// What a draft keeps of it.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let quote = &self.assessment.quote;
        Figures {
            rules: RULES_VERSION.to_owned(),
            half_days: self.days().map(HalfDays::get),
            gross_cents: quote.is_complete().then(|| quote.totals.gross.get()),
            indicators: self.indicators(),
        }
    }
}

/// How many indicators to prepare are at one of these steps.
fn count(assessment: &Assessment, readiness: &Readiness, of: &[Progress]) -> usize {
    assessment
        .indicators
        .possible()
        .filter(|indicator| of.contains(&readiness.progress(indicator.number)))
        .count()
}
