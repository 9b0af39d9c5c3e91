//! The cycle as a line: the surveillance window as a band, today as a mark, deadlines as ticks.

use crate::agenda;
use crate::state::State;
use crate::text::Words;
use crate::ui::{Band, El, Line, Mark, timeline as draw};
use calliope_rules::date::add_months;
use leptos::prelude::With;

/// The line of the cycle.
pub fn timeline(state: State, words: Words) -> El {
    let plan = state
        .parsed
        .with(|parsed| agenda::of(&parsed.answers, state.today));
    let texts = words.calendar();
    let cycle = plan.cycle;
    let mark = |class, date, name: &str| Mark::new(class, date, name.to_owned());
    let marks = vec![
        mark("tick-today", state.today, texts.today),
        mark("tick", plan.decision, texts.decision),
        mark("tick", cycle.renewal_contact.date, texts.contact_short),
        mark("tick", cycle.renewal_latest.date, texts.renewal_short),
        mark("tick-end", cycle.expiry.date, texts.expiry_short),
    ];
    let from = plan.decision.min(state.today);
    let to = cycle.expiry.date.max(state.today);
    let window = Band {
        from: cycle.surveillance_from.date,
        to: cycle.surveillance_to.date,
        name: texts.surveillance_short,
    };
    let line = Line::new(add_months(from, -1), add_months(to, 2), Some(window), marks);
    draw(words, &line)
}
