//! The result in one line: a bar at the bottom of a phone, and what a screen reader hears.

use crate::browser::{document, timer};
use crate::state::State;
use crate::text::Words;
use crate::ui::{el, live};
use calliope_rules::duration::Audit;
use leptos::prelude::*;
use std::time::Duration;

/// `1 j + 0,5 j · 2 070 € TTC · 22 indicateurs`
pub fn summary(state: State, words: Words) -> AnyView {
    let line = Memo::new(move |_| {
        state.assessment.with(|a| {
            let days = |audit| {
                a.durations.of(audit).map(|duration| {
                    [
                        about(!duration.trace.is_established()),
                        &words.days_short(duration.days()),
                    ]
                    .concat()
                })
            };
            let days: Vec<String> = [Audit::Initial, Audit::Surveillance]
                .into_iter()
                .filter_map(days)
                .collect();
            let amount = if a.quote.is_complete() {
                [
                    about(a.quote.is_estimate()),
                    &words.money_short(a.quote.totals.gross),
                    "\u{a0}",
                    words.units().euros_gross,
                ]
                .concat()
            } else {
                words.result().on_quotation.to_owned()
            };
            let count = a.indicators.applicable().count();
            let indicators = words
                .units()
                .indicators(words.form_of(count as u64), &count.to_string());
            [days.join(" + "), amount, indicators].join(" · ")
        })
    });
    // Spoken once the user pauses, so that it does not chatter at each keystroke.
    let spoken = timer::settled(line, Duration::from_millis(900));
    let first = line.get_untracked();
    let said = move || {
        Some(spoken.get())
            .filter(|line| *line != first)
            .unwrap_or_default()
    };
    let more = live(move || {
        let text = if state.is_fresh() {
            words.result().show_all
        } else {
            words.errors().to_correct
        };
        text.to_owned()
    });
    let bar = el("button")
        .attr("type", "button")
        .on("click", move |_| {
            if state.is_fresh() {
                document::go_to("result");
            } else {
                document::focus_first("[aria-invalid='true'], .has-error input");
            }
        })
        .child(
            el("span")
                .class("summary-line")
                .child(live(move || line.get())),
        )
        .child(el("span").class("summary-more").child(more));
    vec![
        el("p")
            .class("hidden")
            .attr("role", "status")
            .child(live(said))
            .view(),
        el("div")
            .class("summary")
            .class_while("stale", live(move || !state.is_fresh()))
            .child(bar)
            .view(),
    ]
    .into_any()
}

/// The mark of an estimate.
const fn about(estimate: bool) -> &'static str {
    if estimate { "≈ " } else { "" }
}
