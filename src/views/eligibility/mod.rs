//! Who is concerned, what is missing before the audit, what a holder of a certificate does.

mod concerned;
mod held;
mod missing;

pub use missing::requirement;

use super::page;
use crate::state::State;
use crate::text::Words;
use leptos::prelude::*;

/// What else there is to know.
const GOOD_TO_KNOW: [&str; 11] = [
    "practice.no-size-condition",
    "practice.overseas",
    "practice.cpf-needs-registration",
    "practice.audit-not-fundable",
    "practice.funders-not-automatic",
    "practice.public-list",
    "eligibility.new-entrant-first-year",
    "eligibility.cpf-subcontracted-share",
    "practice.subcontractor-chain",
    "eligibility.foreign-representative",
    "practice.no-immunity",
];

/// `#/eligibilite`
pub fn eligibility(state: State, words: Words) -> AnyView {
    let texts = words.eligibility();
    vec![
        page::title(texts.title).view(),
        page::for_profile(state, words).view(),
        concerned::concerned(state, words).view(),
        missing::missing(state, words).view(),
        held::held(state, words).view(),
        concerned::subcontractor(state, words).view(),
        page::know(words, &GOOD_TO_KNOW, state.today).view(),
    ]
    .into_any()
}
