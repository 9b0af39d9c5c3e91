//! What stands over every view but the quote alone: settings that cannot stand, an answer of another view to correct.

use crate::browser::document::{self, Module};
use crate::effect::effect;
use crate::settings::Fault;
use crate::state::{Slot, State, View};
use crate::text::Words;
use crate::ui::{El, el, live, when};
use leptos::prelude::*;

/// The notices there is a reason for.
pub fn notices(state: State, words: Words) -> AnyView {
    let fault = state.settings.fault.as_ref();
    let fault = fault.map_or_else(|| ().into_any(), |fault| settings(words, fault).view());
    let unread = when(
        move || field_view(state).is_some_and(|view| view != state.view.get()),
        move || unread(state, words),
    );
    vec![fault, unread].into_any()
}

/// The module of the first visit has no words for them: it leaves them to one that has.
pub fn leave_to_another(state: State) {
    effect(move || {
        let elsewhere = field_view(state).is_some_and(|view| view != View::Quote);
        if elsewhere || state.settings.fault.is_some() {
            document::ask_for(Module::Views);
        }
    });
}

/// Why the settings of the site are not in force.
fn settings(words: Words, fault: &Fault) -> El {
    let texts = words.settings_fault();
    let why = match fault {
        Fault::Unreachable => texts.unreachable.to_owned(),
        Fault::NotJson => texts.not_json.to_owned(),
        Fault::Refused(refused) => {
            let place = match refused.path.as_str() {
                "" => "site.json".to_owned(),
                path => ["site.json, ", path].concat(),
            };
            texts.refused(&place, &words.wrong(&refused.wrong))
        }
    };
    el("div")
        .class("banner")
        .attr("role", "alert")
        .attr("data-testid", "settings-banner")
        .child(el("p").child(el("strong").child(texts.title)))
        .child(el("p").child(why))
        .child(el("p").child(texts.built_in))
}

/// The view that holds the first answer that cannot be read.
fn field_view(state: State) -> Option<View> {
    state.parsed.with(|parsed| {
        let (slot, _) = parsed.bad.first()?;
        Some(match slot {
            Slot::ContractDate | Slot::DecisionDate => View::Calendar,
            Slot::ExtensionSites => View::Eligibility,
            _ => View::Quote,
        })
    })
}

/// An answer given in another view cannot be read: this one is that of the last that could.
fn unread(state: State, words: Words) -> El {
    let field = move || state.link_to(field_view(state).unwrap_or(View::Quote));
    el("div")
        .class("banner unread")
        .attr("role", "alert")
        .child(
            el("p")
                .child(el("strong").child(words.errors().to_correct))
                .child(" ")
                .child(words.errors().stale_view)
                .child(" ")
                .child(
                    el("a")
                        .attr_live("href", live(field))
                        .child(words.views().change_profile),
                ),
        )
}
