//! A figure that one can trust: a button that opens, in place, how it was reached.

use super::element::{El, el};
use super::live::{Live, live, now};
use crate::browser::timer;
use crate::text::Words;
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
pub fn figure(words: Words, figure: Figure) -> El {
    let Figure {
        testid,
        name,
        detail,
        text,
        value,
        estimate,
        explanation,
    } = figure;
    let open = RwSignal::new(false);
    let panel = ["why-", testid].concat();
    let spoken = Arc::clone(&name);
    let opener = el("button")
        .class("figure-value")
        .attr("type", "button")
        .attr_live("aria-expanded", live(move || open.get().to_string()))
        .attr_owned("aria-controls", panel.clone())
        // The page grows: the button answers first.
        .on("click", move |_| {
            timer::after_paint(move || open.update(|open| *open = !*open));
        })
        .child(el("span").class("hidden").child(live(move || {
            [&words.explain().open(&now(&spoken)), " "].concat()
        })))
        .child(
            el("span")
                .attr("data-testid", testid)
                .attr_live("data-value", value)
                .child(text),
        );
    let why = live(move || {
        if open.get() {
            now(&explanation)
        } else {
            ().into_any()
        }
    });
    el("div")
        .class("figure")
        .child(el("span").child(name))
        .child(opener)
        .child(el("p").class("figure-detail").child(detail))
        .child(el("p").class("estimate").child(estimate))
        .child(
            el("div")
                .class("explanation")
                .attr_owned("id", panel)
                .flag("hidden", live(move || !open.get()))
                .child(why),
        )
}
