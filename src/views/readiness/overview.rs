//! How far the whole is, as a ring, and each criterion, as a bar that opens it.

use super::item::{Item, items};
use crate::browser::document;
use crate::desk::Desk;
use crate::drafts::Progress;
use crate::state::{State, key};
use crate::text::Words;
use crate::ui::svg::{arc, drawing};
use crate::ui::{El, bar, el, live};
use crate::views::page;
use leptos::prelude::*;

/// Ready, begun, with a non-conformity, in all.
type Counts = [usize; 4];

fn counts<'a>(items: impl Iterator<Item = &'a Item>) -> Counts {
    let mut counts = [0; 4];
    for item in items {
        counts[3] += 1;
        match item.progress {
            Progress::Ready => counts[0] += 1,
            Progress::InProgress => counts[1] += 1,
            Progress::Minor | Progress::Major => counts[2] += 1,
            Progress::NotStarted => {}
        }
    }
    counts
}

/// The ring and the bars.
pub fn overview(desk: Desk, state: State, words: Words) -> El {
    let texts = words.readiness();
    // The whole, then each criterion: painted anew only when a count changes.
    let counted = Memo::new(move |_| {
        let items = items(desk, state);
        (0..=7_u8)
            .map(|criterion| {
                let of = items
                    .iter()
                    .filter(|item| criterion == 0 || item.criterion == criterion);
                counts(of)
            })
            .collect::<Vec<Counts>>()
    });
    let whole = live(move || ring(words, counted.with(|counted| counted[0])).view());
    let mut list = el("ul").class("overview");
    for criterion in 1..=7_u8 {
        list = list.child(el("li").child(row(state, words, criterion, counted)));
    }
    page::part("whole", texts.whole)
        .child(el("div").attr("role", "status").child(whole))
        .child(list)
}

fn ring(words: Words, counts: Counts) -> El {
    let texts = words.readiness();
    let [ready, begun, found, total] = counts;
    let part = 100 * ready / total.max(1);
    let shape = drawing(64, 64)
        .attr("class", "ring".to_owned())
        .with(arc("ring-ground", 32, 27, 100))
        .with(arc("ring-ready", 32, 27, part));
    let left = total - ready - begun - found;
    el("div")
        .class("readiness-whole")
        .child(shape.view())
        .child(
            el("div")
                .child(
                    el("p")
                        .class("readiness-count")
                        .attr("data-testid", "readiness")
                        .attr_owned("data-value", ready.to_string())
                        .child(texts.ready_of(
                            words.form_of(ready as u64),
                            &ready.to_string(),
                            &total.to_string(),
                        )),
                )
                .child(el("p").class("detail").child(texts.counts(
                    &begun.to_string(),
                    &found.to_string(),
                    &left.to_string(),
                ))),
        )
}

fn row(state: State, words: Words, criterion: u8, counted: Memo<Vec<Counts>>) -> El {
    let texts = words.readiness();
    let number = criterion.to_string();
    let here = number.clone();
    let go = number.clone();
    let painted = live(move || {
        let [ready, _, found, total] = counted.with(|counted| counted[usize::from(criterion)]);
        el("span")
            .class("overview-count")
            .child(bar(&[("bar-yes", ready), ("bar-found", found)], total))
            .child(texts.ready_of(
                words.form_of(ready as u64),
                &ready.to_string(),
                &total.to_string(),
            ))
            .child((found > 0).then(|| {
                let found = texts.found_of(words.form_of(found as u64), &found.to_string());
                [", ", &found].concat()
            }))
            .view()
    });
    el("button")
        .attr("type", "button")
        .attr_live(
            "aria-pressed",
            live(move || (super::wanted(state) == here.parse().ok()).to_string()),
        )
        .on("click", move |_| {
            state.set_key(key::PREPARED, &go);
            document::go_to("prepared");
        })
        .child(
            el("span")
                .class("hidden")
                .child([&texts.only(&number), " "].concat()),
        )
        .child(
            el("span")
                .class("overview-name")
                .child(el("b").child([&number, ". "].concat()))
                .child(words.criterion(criterion)),
        )
        .child(painted)
}
