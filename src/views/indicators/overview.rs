//! How many indicators apply in each criterion, as bars that filter.

use super::of_criterion;
use crate::state::{State, key};
use crate::text::Words;
use crate::ui::{El, bar, el, live};
use leptos::prelude::With;

/// Seven bars; each is a button that shows its criterion alone.
pub fn overview(state: State, words: Words) -> El {
    let texts = words.indicators();
    let mut list = el("ul").class("overview");
    for criterion in 1..=7_u8 {
        let number = criterion.to_string();
        let (pressed, toggled) = (number.clone(), number.clone());
        let counts = live(move || {
            state.assessment.with(|a| {
                let of = of_criterion(a, criterion);
                let yes = of.iter().filter(|i| i.verdict.is_yes()).count();
                let confirm = of.iter().filter(|i| i.verdict.is_confirm()).count();
                let (applicable, total) = (yes.to_string(), of.len().to_string());
                let said = match confirm {
                    0 => texts.criterion_bar(&applicable, &total),
                    n => texts.criterion_bar_confirm(&applicable, &n.to_string(), &total),
                };
                let bar = bar(&[("bar-yes", yes), ("bar-confirm", confirm)], of.len());
                el("span")
                    .class("overview-count")
                    .child(bar)
                    .child(said)
                    .view()
            })
        });
        let button = el("button")
            .attr("type", "button")
            .attr_live(
                "aria-pressed",
                live(move || (state.key(key::CRITERION) == pressed).to_string()),
            )
            .on("click", move |_| {
                let same = state.key(key::CRITERION) == toggled;
                state.set_key(key::CRITERION, if same { "" } else { &toggled });
            })
            .child(
                el("span")
                    .class("hidden")
                    .child(texts.only_criterion(&number)),
            )
            .child(
                el("span")
                    .class("overview-name")
                    .child(el("b").child([&number, ". "].concat()))
                    .child(words.criterion(criterion)),
            )
            .child(counts);
        list = list.child(el("li").child(button));
    }
    el("section")
        .attr("aria-labelledby", "criteria")
        .child(
            el("h2")
                .class("hidden")
                .attr("id", "criteria")
                .child(texts.criteria),
        )
        .child(list)
}
