//! Sending the estimate to the site around an embed, once the visitor agrees and as long as they do.

use crate::browser::document::{self, Module};
use crate::browser::{frame, timer};
use crate::effect::effect;
use crate::export;
use crate::state::{State, View};
use leptos::prelude::*;
use std::time::Duration;

/// Sends the estimate, then each one that follows once the visitor pauses.
pub fn send(state: State) {
    let estimate = Memo::new(move |_| {
        // Only what the box is beside of: the other views hold more than an estimate.
        let beside = state.view.get() == View::Quote;
        let wanted = beside && state.agreed.get() && state.is_fresh();
        wanted.then(|| {
            let link = state.link();
            let tariff = state.tariff();
            state
                .assessment
                .with(|a| export::estimate(a, tariff, &link))
        })
    });
    let settled = timer::settled(estimate, Duration::from_millis(400));
    effect(move || {
        let estimate = settled.get();
        if let Some(estimate) = &estimate {
            frame::send(estimate);
        }
        if estimate.is_some() || !state.agreed.get_untracked() {
            state.sent.set(estimate.is_some());
        }
    });
}

/// The module of the first visit leaves it to one that can write the estimate.
pub fn leave_to_another(state: State) {
    effect(move || {
        if state.agreed.get() {
            document::ask_for(Module::Views);
        }
    });
}
