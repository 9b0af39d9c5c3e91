//! Two audit dates side by side: what a change of framework does to the profile.

use crate::state::{State, key};
use crate::text::{DECREE, Words};
use crate::ui::{El, el, live};
use calliope_rules::framework::Framework;
use calliope_rules::indicators::{Comparison, Verdict, compare};
use calliope_rules::profile::Invalid;
use calliope_rules::profile::Problem;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The comparison with the date that the address holds; nothing without one.
pub fn versus(state: State, words: Words) -> El {
    let shown = live(move || match state.key_date(key::COMPARED) {
        Some(other) => against(state, words, other),
        None => ().into_any(),
    });
    el("div").attr("id", "compared").child(shown)
}

fn against(state: State, words: Words, other: NaiveDate) -> AnyView {
    let Some(profile) = state.parsed.with(crate::state::Parsed::last_profile) else {
        return ().into_any();
    };
    let audit = state.assessment.with(|a| a.audit_date);
    match compare(&profile, audit, other) {
        Ok(rows) => table(state, words, audit.min(other), audit.max(other), &rows),
        Err(Invalid {
            problem: Problem::NotCovered { from },
            ..
        }) => said(words.errors().date_not_covered(&words.date(from))),
        Err(_) => said(words.errors().date_out_of_range.to_owned()),
    }
}

fn said(sentence: String) -> AnyView {
    el("p")
        .class("error")
        .attr("role", "alert")
        .child(sentence)
        .view()
}

fn table(
    state: State,
    words: Words,
    earlier: NaiveDate,
    later: NaiveDate,
    rows: &[Comparison],
) -> AnyView {
    let texts = words.indicators();
    let to_decree = Framework::governing(later).is_ok_and(|later| later.id == DECREE);
    let (earlier, later) = (words.date(earlier), words.date(later));
    let mut body = el("tbody");
    let different: Vec<&Comparison> = rows
        .iter()
        .filter(|row| row.differs() || row.change.is_some())
        .collect();
    for row in &different {
        let asked = words.indicator(row.number);
        let name = asked.map_or("", |asked| asked.title);
        let told = asked.map_or("", |asked| asked.change);
        let what = match row.change {
            Some(_) if to_decree && !told.is_empty() => told,
            Some(change) => words.change(change),
            None => "",
        };
        let number = row.number.to_string();
        let line = el("tr")
            .attr_owned("data-testid", ["versus-row-", &number].concat())
            .attr("data-differs", if row.differs() { "true" } else { "false" })
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(el("b").child(number))
                    .child(" ")
                    .child(name),
            )
            .child(cell(words, &earlier, row.before, row.differs()))
            .child(cell(words, &later, row.after, row.differs()))
            .child(el("td").attr("data-label", texts.versus_what).child(what));
        body = body.child(line);
    }
    let head = el("thead").child(
        el("tr")
            .child(el("th").attr("scope", "col").child(texts.name))
            .child(el("th").attr("scope", "col").child(earlier.clone()))
            .child(el("th").attr("scope", "col").child(later.clone()))
            .child(el("th").attr("scope", "col").child(texts.versus_what)),
    );
    let stop = el("button")
        .class("button quiet")
        .attr("type", "button")
        .on("click", move |_| {
            state.set_key(key::COMPARED, "");
            crate::browser::document::focus("versus");
        })
        .child(texts.versus_stop);
    let compared = if different.is_empty() {
        el("p").child(texts.versus_same)
    } else {
        el("table")
            .class("facts versus")
            .child(el("caption").child(texts.versus_caption(&earlier, &later)))
            .child(head)
            .child(body)
    };
    el("section")
        .class("compared")
        .attr("aria-labelledby", "compared-title")
        .child(
            el("h2")
                .attr("id", "compared-title")
                .child(texts.versus_title),
        )
        .child(
            el("p")
                .class("versus-count")
                .attr("role", "status")
                .child(summary(words, &earlier, &later, rows)),
        )
        .child(compared)
        .child(stop)
        .view()
}

fn cell(words: Words, date: &str, judged: Option<Verdict>, differs: bool) -> El {
    let texts = words.indicators();
    let cell = el("td").attr_owned("data-label", date.to_owned());
    match judged {
        None => cell.child(texts.absent),
        Some(judged) => cell
            .child(el("strong").child(words.verdict(judged)))
            // The reason is in the grid; here, only where it makes the difference.
            .child(differs.then(|| el("small").child(words.reason(judged)))),
    }
}

/// `… : 32 indicateurs. … : 33 indicateurs. En plus : 33. …`
fn summary(words: Words, earlier: &str, later: &str, rows: &[Comparison]) -> String {
    let applies = |judged: Option<Verdict>| judged.is_some_and(Verdict::is_yes);
    let count = |pick: fn(&Comparison) -> Option<Verdict>| {
        let n = rows.iter().filter(|row| applies(pick(row))).count() as u64;
        words.units().indicators(words.form_of(n), &n.to_string())
    };
    let list = |keep: &dyn Fn(&Comparison) -> bool| {
        let numbers: Vec<String> = rows
            .iter()
            .filter(|row| keep(row))
            .map(|row| row.number.to_string())
            .collect();
        if numbers.is_empty() {
            words.indicators().versus_none.to_owned()
        } else {
            numbers.join(", ")
        }
    };
    let texts = words.indicators();
    let counted = texts.versus_count(
        &count(|row| row.after),
        &count(|row| row.before),
        earlier,
        later,
    );
    let changed = texts.versus_changes(
        &list(&|row| row.change.is_some() && row.before.is_some()),
        &list(&|row| !applies(row.before) && applies(row.after)),
        &list(&|row| applies(row.before) && !applies(row.after)),
    );
    [&counted, " ", &changed].concat()
}
