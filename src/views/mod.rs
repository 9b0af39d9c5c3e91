//! One folder a view.

mod about;
mod answers;
mod calendar;
mod compare;
mod dossier;
mod drafts;
mod eligibility;
mod findings;
mod indicators;
mod integrate;
mod keyed;
mod law;
mod nda;
mod not_found;
mod notices;
mod page;
mod quote;
mod readiness;
mod sending;
mod share;

use crate::app::Rooms;
use crate::browser::document::{self, Module};
use crate::desk::Desk;
use crate::effect::effect;
use crate::state::{State, View};
use crate::text::Words;
use leptos::prelude::*;

/// The quote alone, in one language: a prospect downloads no more than that (`docs/decisions/0006-modules.md`).
pub const QUOTE: Rooms = Rooms {
    start: |state| {
        ask_for_desk(state);
        sending::leave_to_another(state);
        notices::leave_to_another(state);
    },
    over: |_, _| ().into_any(),
    view: |view, state, words| match view {
        View::Quote => quote::quote(state, words),
        View::NotFound => not_found::not_found(state, words).view(),
        View::Readiness | View::Compare | View::Drafts => elsewhere(view, words, Module::Desk),
        _ => elsewhere(view, words, Module::Views),
    },
};

/// Every view but the consultant's.
pub const LOOKED_UP: Rooms = Rooms {
    start: |state| {
        ask_for_desk(state);
        sending::send(state);
    },
    over: notices::notices,
    view: looked_up,
};

/// Every view, and the drafts.
pub const ALL: Rooms = Rooms {
    start: |state| {
        provide_context(Desk::start(state));
        sending::send(state);
    },
    over: |state, words| {
        vec![
            notices::notices(state, words),
            drafts::bar(desk(), state, words),
        ]
        .into_any()
    },
    view: |view, state, words| match view {
        View::Readiness => readiness::readiness(desk(), state, words),
        View::Compare => compare::compare(desk(), state, words),
        View::Drafts => drafts::drafts(desk(), state, words),
        _ => looked_up(view, state, words),
    },
};

fn looked_up(view: View, state: State, words: Words) -> AnyView {
    match view {
        View::Quote => quote::quote(state, words),
        View::Indicators => indicators::indicators(state, words),
        View::Calendar => calendar::calendar(state, words),
        View::Eligibility => eligibility::eligibility(state, words),
        View::Nda => nda::nda(state, words),
        View::Findings => findings::findings(state, words),
        View::Rules => law::law(state, words),
        View::Integrate => integrate::integrate(state, words),
        View::Dossier => dossier::dossier(state, words),
        View::Privacy => about::privacy(state, words),
        View::Accessibility => about::accessibility(state, words),
        View::NotFound => not_found::not_found(state, words).view(),
        View::Readiness | View::Compare | View::Drafts => elsewhere(view, words, Module::Desk),
    }
}

/// Back at an entry of the history that goes on from a draft: only the desk keeps it.
fn ask_for_desk(state: State) {
    effect(move || {
        if state.revision.with(|revision| !revision.is_empty()) {
            document::ask_for(Module::Desk);
        }
    });
}

/// Another module holds the view: it is on its way.
fn elsewhere(view: View, words: Words, module: Module) -> AnyView {
    document::ask_for(module);
    page::title(words.view(view)).view()
}

/// What `start` has set up.
fn desk() -> Desk {
    expect_context::<Desk>()
}
