//! The audits and the price, as tables.

use super::pairs;
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el};
use crate::views::{page, quote};
use calliope_rules::Assessment;
use calliope_rules::duration::{Audit, Duration};

/// Each audit with its duration and its place; an estimate says so.
pub fn audits(words: Words, a: &Assessment) -> El {
    let texts = words.dossier();
    let row = |audit: Audit, duration: &Duration| {
        let place = words.place(audit);
        let mark = el("span")
            .class("estimate")
            .child(words.estimate_of(duration));
        el("tr")
            .child(el("th").attr("scope", "row").child(words.audit(audit)))
            .child(
                el("td")
                    .child(el("b").child(words.days(duration.days())))
                    .child(" ")
                    .child(mark),
            )
            .child(el("td").child(place))
    };
    let body = Audit::ALL
        .into_iter()
        .filter_map(|audit| Some((audit, a.durations.of(audit)?)))
        .fold(el("tbody"), |body, (audit, duration)| {
            body.child(row(audit, duration))
        });
    let head = [texts.audit, texts.days, texts.place]
        .into_iter()
        .fold(el("tr"), |head, name| {
            head.child(el("th").attr("scope", "col").child(name))
        });
    page::part("audits", texts.audits).child(
        el("table")
            .class("facts")
            .child(el("caption").class("hidden").child(texts.audits))
            .child(el("thead").child(head))
            .child(body),
    )
}

/// The lines, the totals, the payments.
pub fn price(state: State, words: Words, a: &Assessment) -> El {
    let (texts, result) = (words.dossier(), words.result());
    let priced = &a.quote;
    let tariff = state.tariff();
    let row = |line| (words.line(tariff, line), words.money(line.amount));
    let mut rows: Vec<(String, String)> = priced.lines.iter().map(row).collect();
    if priced.is_complete() {
        rows.push((result.net.to_owned(), words.money(priced.totals.net)));
        for line in &priced.vat_lines {
            rows.push((result.vat(&words.rate(line.rate)), words.money(line.amount)));
        }
        rows.push((result.gross.to_owned(), words.money(priced.totals.gross)));
        for payments in &priced.instalments {
            let name = match payments.len() {
                1 => texts.one_payment.to_owned(),
                n => texts.payments(&n.to_string()),
            };
            let each: Vec<String> = payments.iter().map(|amount| words.money(*amount)).collect();
            rows.push((name, each.join(" + ")));
        }
    } else {
        rows.push((result.gross.to_owned(), result.on_quotation.to_owned()));
    }
    let estimate = el("p")
        .class("estimate")
        .child(words.estimate_of_total(priced));
    let illustrative = tariff.published.is_none();
    page::part("price", quote::price_name(state, words))
        .child(el("p").child(words.of(&tariff.label)))
        .child(
            el("p")
                .class("estimate")
                .child(quote::not_in_force(state, words)),
        )
        .child(pairs(quote::price_name(state, words), rows))
        .child(estimate)
        .child(
            el("p")
                .class("detail")
                .child(quote::per_year(state, words, a)),
        )
        .child(illustrative.then(|| el("p").class("detail").child(result.illustrative)))
        .child(el("p").class("detail").child(quote::excluded(state, words)))
}
