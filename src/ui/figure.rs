//! A figure that one can trust: a button that opens, in place, how it was reached.

use super::live::{Live, act, live, now};
use crate::text::Words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// A row with a name, a figure and its explanation.
pub struct Figure {
    /// The hook of tests and partners: `data-testid`.
    pub testid: &'static str,
    /// What the figure is.
    pub name: Live<String>,
    /// What is said under the name; empty for nothing.
    pub detail: Live<String>,
    /// The figure as people read it.
    pub text: Live<String>,
    /// The figure as programs read it: `data-value`.
    pub value: Live<String>,
    /// What makes it an estimate; empty for nothing.
    pub estimate: Live<String>,
    /// How it was reached.
    pub explanation: Live<AnyView>,
}

/// Shows the row, its explanation closed.
pub fn figure(words: Words, figure: Figure) -> AnyView {
    let Figure { testid, name, detail, text, value, estimate, explanation } = figure;
    let open = RwSignal::new(false);
    let panel = ["why-", testid].concat();
    let controlled = panel.clone();
    let spoken = Arc::clone(&name);
    view! {
        <div class="figure">
            <div class="figure-name">
                <span>{name}</span>
                <small>{detail}</small>
            </div>
            <button
                type="button"
                class="figure-value"
                aria-expanded=live(move || if open.get() { "true" } else { "false" })
                aria-controls=controlled
                on:click=act(move |_: MouseEvent| open.update(|open| *open = !*open))
            >
                <span class="hidden">{live(move || words.explain.open(&now(&spoken)))}" "</span>
                <span data-testid=testid data-value=value>{text}</span>
            </button>
            <p class="estimate">{estimate}</p>
            <div class="explanation" id=panel hidden=live(move || !open.get())>
                {live(move || if open.get() { now(&explanation) } else { ().into_any() })}
            </div>
        </div>
    }
    .into_any()
}
