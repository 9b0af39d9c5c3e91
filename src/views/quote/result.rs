//! What follows from the answers, read from top to bottom like a quote.

use super::{breakdown, consent, contact, explain, next, options};
use crate::browser::document;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, Figure, Live, el, figure, fixed, live, when};
use crate::views::{page, share};
use calliope_rules::Assessment;
use calliope_rules::duration::Audit;
use calliope_rules::money::Cents;
use calliope_rules::quote::{Totals, Unpriced};
use leptos::prelude::*;

/// The result.
pub fn outcome(state: State, words: Words) -> El {
    let stale = live(move || {
        if state.is_fresh() {
            String::new()
        } else {
            words.errors().stale.to_owned()
        }
    });
    el("section")
        .class("outcome")
        .class_while("stale", live(move || !state.is_fresh()))
        .attr("id", "result")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "result-title")
        .child(
            el("h2")
                .attr("id", "result-title")
                .child(words.result().title),
        )
        .child(
            el("p")
                .class("stale-note")
                .attr("role", "status")
                .child(stale),
        )
        .child(audits(state, words))
        .child(next::when(state, words))
        .child(price(state, words))
        .child(breakdown::breakdown(state, words))
        .child(options::options(state, words))
        .child(indicators(state, words))
        .child(next::next(state, words))
        .child(fine_print(state, words))
        .child(actions(state, words))
        .child(consent::consent(state, words))
}

/// One value of the assessment.
fn read<T: 'static>(state: State, read: impl Fn(&Assessment) -> T + Send + 'static) -> Live<T> {
    live(move || state.assessment.with(|assessment| read(assessment)))
}

fn audits(state: State, words: Words) -> El {
    let extended = move || {
        state
            .assessment
            .with(|assessment| assessment.durations.extension.is_some())
    };
    el("div")
        .class("audits")
        .child(el("h3").child(words.result().audits))
        .child(audit(state, words, Audit::Initial, "days-initial"))
        .child(audit(
            state,
            words,
            Audit::Surveillance,
            "days-surveillance",
        ))
        .child(audit(state, words, Audit::Renewal, "days-renewal"))
        .child(when(extended, move || {
            audit(state, words, Audit::Extension, "days-extension")
        }))
}

fn audit(state: State, words: Words, audit: Audit, testid: &'static str) -> El {
    let days = move |a: &Assessment| {
        a.durations
            .of(audit)
            .map(calliope_rules::duration::Duration::days)
    };
    let estimate = move |a: &Assessment| {
        let duration = a.durations.of(audit);
        duration.map_or_else(String::new, |duration| words.estimate_of(duration))
    };
    let detail = move |a: &Assessment| {
        let place = words.place(audit);
        let when = match audit {
            Audit::Initial
                if state
                    .parsed
                    .with(|parsed| parsed.answers.audit_date.is_none()) =>
            {
                words.result().when_unknown.to_owned()
            }
            Audit::Initial => words.result().when_initial(&words.date(a.audit_date)),
            Audit::Surveillance => words.result().when_surveillance.to_owned(),
            Audit::Renewal => words.result().when_renewal.to_owned(),
            Audit::Extension => words.result().not_included.to_owned(),
        };
        [place, ", ", &when].concat()
    };
    figure(
        words,
        Figure {
            testid,
            name: fixed(words.audit(audit)),
            detail: read(state, detail),
            text: read(state, move |a| {
                days(a).map_or_else(String::new, |days| words.days(days))
            }),
            value: read(state, move |a| {
                days(a).map_or_else(String::new, |days| days.to_string())
            }),
            estimate: read(state, estimate),
            explanation: read(state, move |a| match a.durations.of(audit) {
                Some(duration) => explain::duration(words, audit, duration),
                None => ().into_any(),
            }),
        },
    )
}

fn price(state: State, words: Words) -> El {
    let estimate = move |a: &Assessment| words.estimate_of_total(&a.quote);
    let vat_name = move |a: &Assessment| match a.quote.vat_lines.as_slice() {
        [line] if line.rate.get() == 0 => words.result().vat_none.to_owned(),
        [line] => words.result().vat(&words.rate(line.rate)),
        _ => words.result().vat_word.to_owned(),
    };
    let not_priced = move |a: &Assessment| match a.quote.unpriced.as_slice() {
        [] => String::new(),
        items => words.result().not_priced(&unpriced(words, state, items)),
    };
    let budget = live(move || {
        let exempt = state.parsed.with(|parsed| parsed.answers.vat_exempt);
        if exempt {
            words.result().vat_exempt_budget.to_owned()
        } else {
            String::new()
        }
    });
    let named = || live(move || options::price_name(state, words).to_owned());
    let lines = el("table")
        .class("lines")
        .child(el("caption").class("hidden").child(named()))
        .child(el("tbody").child(read(state, move |a| lines(words, state, a))));
    let totals = el("div")
        .class("totals")
        .child(total(
            state,
            words,
            "total-net",
            fixed(words.result().net),
            |totals| totals.net,
            move |a| explain::net(words, state, a),
        ))
        .child(total(
            state,
            words,
            "total-vat",
            read(state, vat_name),
            |totals| totals.vat,
            move |a| explain::vat(words, state, a),
        ))
        .child(total(
            state,
            words,
            "total-gross",
            fixed(words.result().gross),
            |totals| totals.gross,
            move |a| explain::gross(words, state, a),
        ));
    el("div")
        .class("price")
        .child(el("h3").child(named()))
        .child(
            el("p")
                .class("estimate")
                .child(live(move || not_in_force(state, words))),
        )
        .child(lines)
        .child(el("p").class("estimate").child(read(state, not_priced)))
        .child(totals)
        .child(el("p").class("estimate").child(read(state, estimate)))
        .child(el("p").class("hint").child(budget))
        .child(
            el("p")
                .class("hint")
                .attr("data-testid", "per-year")
                .child(read(state, move |a| options::per_year(state, words, a))),
        )
        .child(
            el("h3")
                .flag("hidden", read(state, |a| !a.quote.is_complete()))
                .child(words.result().instalments),
        )
        .child(
            el("ul")
                .class("instalments")
                .child(read(state, move |a| instalments(words, a))),
        )
}

/// Said when the price list is not in force on the date of the contract; empty when it is.
pub fn not_in_force(state: State, words: Words) -> String {
    let day = state.assessment.with(|a| a.contract_date);
    if state.tariff().in_force(day) {
        return String::new();
    }
    words.settings().not_in_force(&words.date(day))
}

fn lines(words: Words, state: State, assessment: &Assessment) -> AnyView {
    let tariff = state.tariff();
    let row = |line| {
        let name = words.line(tariff, line);
        let name = el("th").attr("scope", "row").child(name);
        el("tr")
            .child(name)
            .child(el("td").child(words.money(line.amount)))
            .view()
    };
    assessment
        .quote
        .lines
        .iter()
        .map(row)
        .collect::<Vec<AnyView>>()
        .into_any()
}

fn total(
    state: State,
    words: Words,
    testid: &'static str,
    name: Live<String>,
    pick: fn(Totals) -> Cents,
    explanation: impl Fn(&Assessment) -> AnyView + Send + 'static,
) -> El {
    let amount = move |a: &Assessment| a.quote.is_complete().then(|| pick(a.quote.totals));
    figure(
        words,
        Figure {
            testid,
            name,
            detail: fixed(""),
            text: read(state, move |a| {
                amount(a).map_or_else(
                    || words.result().on_quotation.to_owned(),
                    |amount| words.money(amount),
                )
            }),
            value: read(state, move |a| {
                amount(a).map_or_else(String::new, |amount| amount.get().to_string())
            }),
            estimate: fixed(""),
            explanation: read(state, explanation),
        },
    )
}

fn unpriced(words: Words, state: State, items: &[Unpriced]) -> String {
    let name = |item: &Unpriced| match item {
        Unpriced::Audit(audit) => words.audit(*audit).to_owned(),
        Unpriced::Travel => words.result().travel.to_owned(),
        Unpriced::Service(index) => {
            let offer = state.tariff().services.get(*index);
            offer.map_or_else(String::new, |offer| words.of(&offer.label).to_owned())
        }
    };
    items.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn instalments(words: Words, assessment: &Assessment) -> AnyView {
    let row = |payments: &Vec<Cents>| {
        let (first, each) = (*payments.first()?, *payments.last()?);
        let count = payments.len();
        let name = if count == 1 {
            words.result().in_one.to_owned()
        } else {
            words.result().in_many(&count.to_string())
        };
        let amounts = match count {
            1 => words.money(first),
            _ if first == each => words
                .result()
                .payments_equal(&words.money(each), &count.to_string()),
            _ => words.result().payments(
                &words.money(each),
                &words.money(first),
                &(count - 1).to_string(),
            ),
        };
        Some(
            el("li")
                .child(el("span").child(name))
                .child(" ")
                .child(el("span").child(amounts))
                .view(),
        )
    };
    let complete = assessment.quote.is_complete();
    assessment
        .quote
        .instalments
        .iter()
        .filter(|_| complete)
        .filter_map(row)
        .collect::<Vec<AnyView>>()
        .into_any()
}

fn indicators(state: State, words: Words) -> El {
    let count = |a: &Assessment| a.indicators.applicable().count();
    let text = move |a: &Assessment| {
        let count = count(a);
        words
            .units()
            .indicators(words.form_of(count as u64), &count.to_string())
    };
    let detail = move |a: &Assessment| {
        let framework = words.framework(a.framework.id);
        match a.indicators.to_confirm().count() {
            0 => framework.to_owned(),
            confirm => [
                framework,
                ", ",
                &words.result().to_confirm(&confirm.to_string()),
            ]
            .concat(),
        }
    };
    let counted = figure(
        words,
        Figure {
            testid: "indicator-count",
            name: fixed(words.result().indicator_count),
            detail: read(state, detail),
            text: read(state, text),
            value: read(state, move |a| count(a).to_string()),
            estimate: fixed(""),
            explanation: read(state, move |a| explain::indicators(words, a)),
        },
    );
    let framework = el("span")
        .attr("data-testid", "framework")
        .attr_live("data-value", read(state, |a| a.framework.id.to_owned()))
        .child(read(state, move |a| {
            words.framework(a.framework.id).to_owned()
        }));
    el("div")
        .class("count")
        .child(el("h3").child(words.result().indicators))
        .child(counted)
        .child(
            el("p")
                .class("hidden")
                .child(words.result().framework)
                .child(" ")
                .child(framework),
        )
}

fn fine_print(state: State, words: Words) -> El {
    let illustrative = live(move || {
        let published = state.tariff().published.is_some();
        let said = if published {
            ""
        } else {
            words.result().illustrative
        };
        said.to_owned()
    });
    let until = live(move || {
        let day = state.assessment.with(|a| a.contract_date);
        let tariff = state.tariff();
        if tariff.in_force(day) {
            words
                .offer()
                .valid_until(&words.date(tariff.quote_valid_until(day)))
        } else {
            String::new()
        }
    });
    el("div")
        .class("fine-print")
        .child(el("p").child(illustrative))
        .child(el("p").child(live(move || options::excluded(state, words).to_owned())))
        .child(el("p").child(until))
        .child(page::notice(state, words))
}

fn actions(state: State, words: Words) -> El {
    let to = |view, label: &'static str| {
        el("a")
            .class("button quiet")
            .attr_live("href", live(move || state.link_to(view)))
            .child(label)
    };
    let [page, letter] = contact::contact(state, words).unwrap_or_default();
    // One button stands out: the way to the seller where there is one.
    let class = match (&page, &letter) {
        (None, None) => "button",
        _ => "button quiet",
    };
    let (copy, said) = share::copy(state, words, class);
    el("div")
        .class("actions")
        .child(page)
        .child(letter)
        .child(copy)
        .child(
            page::button("button quiet", words.result().print).on("click", |_| document::print()),
        )
        .child(to(View::Drafts, words.result().save_draft))
        .child(to(View::Dossier, words.offer().dossier))
        .child(said)
}
