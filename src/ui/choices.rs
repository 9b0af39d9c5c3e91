//! Chosen answers: boxes to tick, one choice among several.

use super::live::{Live, Take, act, live, now};
use leptos::ev::Event;
use leptos::prelude::*;
use std::sync::Arc;

/// A box to tick; `code` is shown beside the label where the field has one.
pub fn check(label: String, code: &'static str, checked: Live<bool>, on_change: Take<bool>) -> AnyView {
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=checked
                on:change=act(move |event: Event| on_change(event_target_checked(&event)))
            />
            <span class="check-label">{label}</span>
            {(!code.is_empty()).then(|| view! { <span class="code" aria-hidden="true">{code}</span> })}
        </label>
    }
    .into_any()
}

/// One choice among a few.
pub struct Choices<'a> {
    /// Unique on the page.
    pub name: &'static str,
    /// What is asked.
    pub legend: &'static str,
    /// The choices, in order.
    pub options: &'a [&'static str],
    /// The place of the one chosen.
    pub chosen: Live<usize>,
    /// Takes the place of the new one.
    pub on_change: Take<usize>,
}

/// Shows the choices side by side.
pub fn choices(choices: Choices<'_>) -> AnyView {
    let Choices { name, legend, options, chosen, on_change } = choices;
    let option = |(index, label): (usize, &&'static str)| {
        let chosen = Arc::clone(&chosen);
        let on_change = Arc::clone(&on_change);
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name=name
                    prop:checked=live(move || now(&chosen) == index)
                    on:change=act(move |_: Event| on_change(index))
                />
                <span>{*label}</span>
            </label>
        }
        .into_any()
    };
    let options: Vec<AnyView> = options.iter().enumerate().map(option).collect();
    view! {
        <fieldset class="choices">
            <legend>{legend}</legend>
            <div class="choices-row">{options}</div>
        </fieldset>
    }
    .into_any()
}
