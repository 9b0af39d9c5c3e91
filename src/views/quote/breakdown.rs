//! What each audit is made of: a bar an audit, a part a rule, and the same as a table.

use super::explain::step_name;
use crate::browser::document;
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, bar, el, live};
use calliope_rules::Assessment;
use calliope_rules::days::HalfDays;
use calliope_rules::duration::Audit;
use calliope_rules::explain::{Effect, Step, What};
use leptos::prelude::*;

/// How the parts of a bar are told apart; the table names them.
const PARTS: [&str; 6] = ["part-a", "part-b", "part-c", "part-d", "part-e", "part-f"];

/// The bars and their table.
pub fn breakdown(state: State, words: Words) -> El {
    let texts = words.offer();
    // Drawn once it is unfolded, and in the still, where no program draws.
    let unfolded = RwSignal::new(cfg!(feature = "still"));
    let shown = live(move || {
        if unfolded.get() {
            state.assessment.with(|a| drawn(words, a))
        } else {
            ().into_any()
        }
    });
    el("details")
        .class("breakdown")
        .on("toggle", move |event| {
            unfolded.set(document::is_unfolded(&event))
        })
        .child(el("summary").child(texts.breakdown))
        .child(el("p").class("help").child(texts.breakdown_help))
        .child(shown)
}

/// The steps of an audit that add time.
fn steps(a: &Assessment, audit: Audit) -> Vec<(&Step, HalfDays)> {
    // The renewal is made as the initial audit is.
    let of = if audit == Audit::Renewal {
        Audit::Initial
    } else {
        audit
    };
    let Some(duration) = a.durations.of(of) else {
        return Vec::new();
    };
    let added = |step| match step {
        Step {
            effect: Effect::Days(range),
            what,
            ..
        } if range.high.get() > 0 && !matches!(what, What::SameAsInitial | What::Combined) => {
            Some(range.high)
        }
        _ => None,
    };
    duration
        .trace
        .steps()
        .iter()
        .filter_map(|step| Some((step, added(*step)?)))
        .collect()
}

fn drawn(words: Words, a: &Assessment) -> AnyView {
    let audits: Vec<Audit> = Audit::ALL
        .into_iter()
        .filter(|audit| a.durations.of(*audit).is_some())
        .collect();
    let longest = audits
        .iter()
        .filter_map(|audit| a.durations.of(*audit))
        .map(|duration| duration.days().get())
        .max()
        .unwrap_or(1);
    let mut names: Vec<String> = Vec::new();
    for audit in &audits {
        for (step, _) in steps(a, *audit) {
            let name = step_name(words, step);
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let class = |name: &str| {
        let place = names.iter().position(|known| known == name).unwrap_or(0);
        PARTS[place % PARTS.len()]
    };
    let mut bars = el("ul").class("bars");
    for audit in &audits {
        let parts: Vec<(&'static str, usize)> = steps(a, *audit)
            .into_iter()
            .map(|(step, added)| (class(&step_name(words, step)), added.get() as usize))
            .collect();
        let days = a
            .durations
            .of(*audit)
            .map_or_else(String::new, |duration| words.range(duration.range()));
        bars = bars.child(
            el("li").child(el("span").child(words.audit(*audit))).child(
                el("span")
                    .class("overview-count")
                    .child(bar(&parts, longest as usize))
                    .child(days),
            ),
        );
    }
    vec![bars.view(), table(words, a, &audits, &names, &class).view()].into_any()
}

fn table(
    words: Words,
    a: &Assessment,
    audits: &[Audit],
    names: &[String],
    class: &dyn Fn(&str) -> &'static str,
) -> El {
    let texts = words.offer();
    let mut head = el("tr").child(el("th").attr("scope", "col").child(texts.component));
    let mut sum = el("tr")
        .class("sum")
        .child(el("th").attr("scope", "row").child(words.explain().total));
    for audit in audits {
        head = head.child(el("th").attr("scope", "col").child(words.audit(*audit)));
        let days = a
            .durations
            .of(*audit)
            .map_or_else(String::new, |duration| words.range(duration.range()));
        let cell = el("td").attr("data-label", words.audit(*audit));
        sum = sum.child(cell.child(days));
    }
    let mut body = el("tbody");
    for name in names {
        let key = el("span")
            .class("key")
            .attr("aria-hidden", "true")
            .attr("data-part", class(name));
        let mut row = el("tr").child(el("th").attr("scope", "row").child(key).child(name.clone()));
        for audit in audits {
            let added = steps(a, *audit)
                .into_iter()
                .find(|(step, _)| step_name(words, step) == *name)
                .map_or_else(|| "–".to_owned(), |(_, added)| words.days(added));
            let cell = el("td").attr("data-label", words.audit(*audit));
            row = row.child(cell.child(added));
        }
        body = body.child(row);
    }
    el("table")
        .class("facts composition")
        .child(el("caption").class("hidden").child(texts.breakdown))
        .child(el("thead").child(head))
        .child(body.child(sum))
}
