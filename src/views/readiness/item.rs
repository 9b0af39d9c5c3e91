//! An indicator to prepare, in what all the parts of the view need of it.

use crate::desk::Desk;
use crate::drafts::Progress;
use crate::state::State;
use calliope_rules::date;
use chrono::NaiveDate;
use leptos::prelude::With;

/// An indicator that applies, or may.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number.
    pub number: u8,
    /// Its criterion.
    pub criterion: u8,
    /// How far it is.
    pub progress: Progress,
    /// When it is due, while it is not ready.
    pub due: Option<NaiveDate>,
    /// Whether that day has passed.
    pub late: bool,
    /// Who prepares it.
    pub who: String,
}

/// Every indicator to prepare, in order.
pub fn items(desk: Desk, state: State) -> Vec<Item> {
    state.assessment.with(|assessment| {
        desk.readiness.with(|readiness| {
            let indicators = assessment.indicators.possible();
            indicators
                .map(|indicator| {
                    let number = indicator.number;
                    let one = readiness.of(number);
                    let due = date::parse_iso(&one.by).filter(|_| one.progress != Progress::Ready);
                    Item {
                        number,
                        criterion: indicator.definition.criterion,
                        progress: one.progress,
                        due,
                        late: due.is_some_and(|due| due < state.today),
                        who: one.who.clone(),
                    }
                })
                .collect()
        })
    })
}
