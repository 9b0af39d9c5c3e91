//! One folder a view.

mod answers;
mod calendar;
mod dossier;
mod eligibility;
mod findings;
mod indicators;
mod keyed;
mod law;
mod nda;
mod not_found;
mod page;
mod quote;

use crate::browser::document;
use crate::state::{State, View};
use crate::text::Words;
use leptos::prelude::AnyView;

/// The quote alone; any other view is asked of the module that holds them all.
///
/// Two modules, so that a prospect downloads no more than the quote (`docs/decisions/0006-two-modules.md`).
#[must_use]
pub fn quote_alone(view: View, state: State, words: Words) -> AnyView {
    match view {
        View::Quote => quote::quote(state, words),
        View::NotFound => not_found::not_found(state, words).view(),
        other => {
            document::ask_for_views();
            page::title(words.view(other)).view()
        }
    }
}

/// Every view.
#[must_use]
pub fn all(view: View, state: State, words: Words) -> AnyView {
    match view {
        View::Quote => quote::quote(state, words),
        View::Indicators => indicators::indicators(state, words),
        View::Calendar => calendar::calendar(state, words),
        View::Eligibility => eligibility::eligibility(state, words),
        View::Nda => nda::nda(state, words),
        View::Findings => findings::findings(state, words),
        View::Rules => law::law(state, words),
        View::Dossier => dossier::dossier(state, words),
        View::NotFound => not_found::not_found(state, words).view(),
    }
}
