//! A typed answer: its text stays visible as it is, with its error beside it.

use super::live::{Live, Take, act, live, now};
use leptos::ev::Event;
use leptos::prelude::*;

/// What a labelled input shows and does.
pub struct TextField {
    /// Unique on the page.
    pub id: &'static str,
    /// What is asked.
    pub label: &'static str,
    /// What it means; empty for nothing.
    pub help: &'static str,
    /// `text` or `date`.
    pub kind: &'static str,
    /// What the phone's keyboard offers: `text`, `decimal`, `numeric`.
    pub keyboard: &'static str,
    /// Shown after the input, such as a unit; empty for nothing.
    pub unit: &'static str,
    /// The text typed.
    pub value: Live<String>,
    /// Takes the text at each keystroke.
    pub on_input: Take<String>,
    /// Takes the text once the user is done with it.
    pub on_done: Take<String>,
    /// What is wrong with it, in words; empty for nothing.
    pub error: Live<String>,
}

/// A labelled input. Its error is announced, tied to the input, and does not take the text away.
pub fn text_field(field: TextField) -> AnyView {
    let TextField { id, label, help, kind, keyboard, unit, value, on_input, on_done, error } = field;
    let help_id = [id, "-help"].concat();
    let error_id = [id, "-error"].concat();
    let described_by = [help_id.as_str(), " ", error_id.as_str()].concat();
    let (wrong, invalid) = (error.clone(), error.clone());
    view! {
        <div class="field" class:has-error=live(move || !now(&wrong).is_empty())>
            <label for=id>{label}</label>
            <div class="input">
                <input
                    id=id
                    type=kind
                    inputmode=keyboard
                    autocomplete="off"
                    maxlength="40"
                    prop:value=value
                    on:input=act(move |event: Event| on_input(event_target_value(&event)))
                    on:change=act(move |event: Event| on_done(event_target_value(&event)))
                    aria-invalid=live(move || if now(&invalid).is_empty() { "false" } else { "true" })
                    aria-describedby=described_by
                />
                {(!unit.is_empty()).then(|| view! { <span class="unit" aria-hidden="true">{unit}</span> })}
            </div>
            <p class="error" id=error_id role="alert">{error}</p>
            {(!help.is_empty()).then(|| view! { <p class="help" id=help_id>{help}</p> })}
        </div>
    }
    .into_any()
}
