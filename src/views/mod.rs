//! One folder a view.

mod answers;
mod calendar;
mod compare;
mod dossier;
mod drafts;
mod eligibility;
mod findings;
mod indicators;
mod keyed;
mod law;
mod nda;
mod not_found;
mod page;
mod quote;
mod readiness;

use crate::app::Rooms;
use crate::browser::document;
use crate::desk::Desk;
use crate::state::{State, View};
use crate::text::Words;
use leptos::prelude::*;

/// The quote alone; any other view is asked of the module that holds them all.
///
/// Two modules, so that a prospect downloads no more than the quote (`docs/decisions/0006-two-modules.md`).
pub const QUOTE_ALONE: Rooms = Rooms {
    start: |_| {},
    over: |_, _| ().into_any(),
    view: |view, state, words| match view {
        View::Quote => quote::quote(state, words),
        View::NotFound => not_found::not_found(state, words).view(),
        other => {
            document::ask_for_views();
            page::title(words.view(other)).view()
        }
    },
};

/// Every view, and the drafts.
pub const ALL: Rooms = Rooms {
    start: |state| provide_context(Desk::start(state)),
    over: |state, words| drafts::bar(desk(), state, words),
    view: every,
};

fn every(view: View, state: State, words: Words) -> AnyView {
    match view {
        View::Quote => quote::quote(state, words),
        View::Indicators => indicators::indicators(state, words),
        View::Calendar => calendar::calendar(state, words),
        View::Eligibility => eligibility::eligibility(state, words),
        View::Nda => nda::nda(state, words),
        View::Findings => findings::findings(state, words),
        View::Readiness => readiness::readiness(desk(), state, words),
        View::Compare => compare::compare(desk(), state, words),
        View::Drafts => drafts::drafts(desk(), state, words),
        View::Rules => law::law(state, words),
        View::Dossier => dossier::dossier(state, words),
        View::NotFound => not_found::not_found(state, words).view(),
    }
}

/// What `start` has set up.
fn desk() -> Desk {
    expect_context::<Desk>()
}
