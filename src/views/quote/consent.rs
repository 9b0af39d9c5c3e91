//! Whether the site around an embed may have the estimate: only when the visitor says so, and only then.

use crate::browser::frame;
use crate::state::State;
use crate::text::Words;
use crate::ui::{check_named, el, live, take, when};
use leptos::prelude::*;

/// A box to tick, where the page around asks for estimates.
pub fn consent(state: State, words: Words) -> AnyView {
    let texts = words.embed();
    let asks = move || state.embedded() && state.host.with(|host| !host.is_empty());
    when(asks, move || {
        let site = state.host.get_untracked();
        let said = {
            let site = site.clone();
            live(move || match state.agreed.get() && state.sent.get() {
                true => texts.sent(&site),
                false => String::new(),
            })
        };
        let agree = take(move |yes| {
            frame::agree(yes);
            state.agreed.set(yes);
        });
        el("div")
            .class("consent")
            .child(check_named(
                "consent",
                texts.consent(&site),
                "",
                live(move || state.agreed.get()),
                agree,
            ))
            .child(el("p").class("help").child(texts.consent_help))
            .child(el("p").class("hint").attr("role", "status").child(said))
    })
}
