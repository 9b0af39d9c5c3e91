//! Chosen answers: boxes to tick, one choice among several. The mark shows at once, what follows from it in the frame after.

use super::element::{El, el};
use super::live::{Live, Take, live, now, take};
use crate::browser::timer;
use leptos::prelude::*;
use std::sync::Arc;

/// A box to tick; `code` is shown beside the label where the field has one.
pub fn check(label: String, code: &'static str, checked: Live<bool>, on_change: Take<bool>) -> El {
    let on_change = take(move |ticked| {
        let on_change = Arc::clone(&on_change);
        timer::after_paint(move || on_change(ticked));
    });
    check_named("", label, code, checked, on_change)
}

/// The same, followed at once, with a name on the page by which it keeps the focus when another module takes the page
/// over.
pub fn check_named(
    id: &'static str,
    label: String,
    code: &'static str,
    checked: Live<bool>,
    on_change: Take<bool>,
) -> El {
    let code = (!code.is_empty()).then(|| {
        el("span")
            .class("code")
            .attr("aria-hidden", "true")
            .child(code)
    });
    let input = el("input")
        .attr("type", "checkbox")
        .checked(checked)
        .on("change", move |event| {
            on_change(event_target_checked(&event))
        });
    let input = match id {
        "" => input,
        id => input.attr("id", id),
    };
    el("label")
        .class("check")
        .child(input)
        .child(el("span").class("check-label").child(label))
        .child(code)
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
pub fn choices(choices: Choices<'_>) -> El {
    let Choices {
        name,
        legend,
        options,
        chosen,
        on_change,
    } = choices;
    let mut row = el("div").class("choices-row");
    for (index, label) in options.iter().enumerate() {
        let chosen = Arc::clone(&chosen);
        let on_change = Arc::clone(&on_change);
        let input = el("input")
            .attr("type", "radio")
            .attr("name", name)
            .checked(live(move || now(&chosen) == index))
            .on("change", move |_| {
                let on_change = Arc::clone(&on_change);
                timer::after_paint(move || on_change(index));
            });
        row = row.child(
            el("label")
                .class("choice")
                .child(input)
                .child(el("span").child(*label)),
        );
    }
    el("fieldset")
        .class("choices")
        .child(el("legend").child(legend))
        .child(row)
}
