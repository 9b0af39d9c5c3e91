//! What one does next: what is missing, the grid, the calendar.

use super::options;
use crate::agenda;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::cycle::Start;
use calliope_rules::quote::Entry;
use leptos::prelude::With;

/// The next date, said with the audits.
pub fn when(state: State, words: Words) -> El {
    let note = live(move || options::entry_note(state, words).to_owned());
    let date = el("p")
        .class("next-date")
        .attr("data-testid", "next-date")
        .child(live(move || next_date(state, words)))
        .child(" ")
        .child(
            el("a")
                .attr_live("href", live(move || state.link_to(View::Calendar)))
                .child(words.offer().see_calendar),
        );
    el("div")
        .child(el("p").class("hint").child(note))
        .child(date)
}

/// Where to go from the quote.
pub fn next(state: State, words: Words) -> El {
    let texts = words.offer();
    // Only a first application has conditions to meet.
    let first = move || state.entry() == Entry::First;
    let missing = live(move || {
        let count = state.assessment.with(|a| a.missing.len() as u64);
        match count {
            0 => texts.ready.to_owned(),
            n => texts.missing(words.form_of(n), &n.to_string()),
        }
    });
    let link = |view, label: &'static str| {
        el("a")
            .attr_live("href", live(move || state.link_to(view)))
            .child(label)
    };
    let when_first = el("li")
        .flag("hidden", live(move || !first()))
        .child(missing)
        .child(" ")
        .child(link(View::Eligibility, texts.see_eligibility));
    el("div")
        .class("next")
        .child(el("h3").child(texts.next))
        .child(
            el("ul")
                .class("plain-list")
                .child(when_first)
                .child(el("li").child(link(View::Indicators, texts.see_indicators))),
        )
}

/// The first date ahead: the audit, or the surveillance once the certificate is decided.
fn next_date(state: State, words: Words) -> String {
    let (plan, start) = state.parsed.with(|parsed| {
        (
            agenda::of(&parsed.answers, state.today),
            agenda::start(&parsed.answers, state.today),
        )
    });
    // A holder's dates count from its certificate, not from a contract to come.
    if state.entry() != Entry::First && plan.decision_is_typical {
        return words.offer().need_decision.to_owned();
    }
    let texts = words.moments();
    let window = |from, to| texts.from_to(&words.date(from), &words.date(to));
    let cycle = plan.cycle;
    let (name, when) = match (start, plan.audit_from, plan.audit_to) {
        (Start::Contract(_), Some(from), Some(to)) if to.date >= state.today => {
            (texts.audit_window, window(from.date, to.date))
        }
        (Start::Audit(day), ..) if day >= state.today => (texts.audit, texts.on(&words.date(day))),
        _ if cycle.surveillance_to.date >= state.today => (
            texts.surveillance,
            window(cycle.surveillance_from.date, cycle.surveillance_to.date),
        ),
        _ if cycle.renewal_latest.date >= state.today => (
            texts.renewal_latest,
            texts.on(&words.date(cycle.renewal_latest.date)),
        ),
        _ if cycle.expiry.date >= state.today => {
            (texts.expiry, texts.on(&words.date(cycle.expiry.date)))
        }
        _ => return words.offer().expired(&words.date(cycle.expiry.date)),
    };
    words.offer().next_date(name, &when)
}
