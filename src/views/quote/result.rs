//! What follows from the answers, read from top to bottom like a quote.

use super::explain::{self, audit_name, line_name};
use crate::browser::{clipboard, document};
use crate::state::State;
use crate::text::Words;
use crate::ui::{Figure, Live, act, figure, fixed, live, when};
use calliope_rules::Assessment;
use calliope_rules::duration::Audit;
use calliope_rules::money::Cents;
use calliope_rules::quote::{Totals, Unpriced};
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The result.
pub fn outcome(state: State, words: Words) -> AnyView {
    view! {
        <section
            class="outcome"
            id="result"
            tabindex="-1"
            aria-labelledby="result-title"
            class:stale=live(move || !state.is_fresh())
        >
            <h2 id="result-title">{words.result.title}</h2>
            <p class="stale-note" role="status">
                {live(move || if state.is_fresh() { "" } else { words.errors.stale })}
            </p>
            {audits(state, words)}
            {price(state, words)}
            {indicators(state, words)}
            {fine_print(state, words)}
            {actions(state, words)}
        </section>
    }
    .into_any()
}

/// One value of the assessment.
fn read<T: 'static>(state: State, read: impl Fn(&Assessment) -> T + Send + 'static) -> Live<T> {
    live(move || state.assessment.with(|assessment| read(assessment)))
}

fn audits(state: State, words: Words) -> AnyView {
    let extended = move || state.assessment.with(|assessment| assessment.durations.extension.is_some());
    view! {
        <div class="audits">
            <h3>{words.result.audits}</h3>
            {audit(state, words, Audit::Initial, "days-initial")}
            {audit(state, words, Audit::Surveillance, "days-surveillance")}
            {audit(state, words, Audit::Renewal, "days-renewal")}
            {when(extended, move || audit(state, words, Audit::Extension, "days-extension"))}
        </div>
    }
    .into_any()
}

fn audit(state: State, words: Words, audit: Audit, testid: &'static str) -> AnyView {
    let days = move |a: &Assessment| a.durations.of(audit).map(calliope_rules::duration::Duration::days);
    let estimate = move |a: &Assessment| match a.durations.of(audit) {
        Some(duration) if !duration.trace.is_established() => {
            let range = duration.range();
            let (low, high) = (words.days(range.low), words.days(range.high));
            if low == high { words.result.estimate(&high) } else { words.result.estimate_range(&high, &low) }
        }
        _ => String::new(),
    };
    let detail = move |a: &Assessment| {
        let place = if audit.on_site() { words.result.on_site } else { words.result.remote };
        let when = match audit {
            Audit::Initial => words.result.when_initial(&words.date(a.audit_date)),
            Audit::Surveillance => words.result.when_surveillance.to_owned(),
            Audit::Renewal => words.result.when_renewal.to_owned(),
            Audit::Extension => words.result.not_included.to_owned(),
        };
        [place, ", ", &when].concat()
    };
    figure(words, Figure {
        testid,
        name: fixed(audit_name(words, audit)),
        detail: read(state, detail),
        text: read(state, move |a| days(a).map_or_else(String::new, |days| words.days(days))),
        value: read(state, move |a| days(a).map_or_else(String::new, |days| days.to_string())),
        estimate: read(state, estimate),
        explanation: read(state, move |a| match a.durations.of(audit) {
            Some(duration) => explain::duration(words, audit, duration),
            None => ().into_any(),
        }),
    })
}

fn price(state: State, words: Words) -> AnyView {
    let estimate = move |a: &Assessment| {
        if !a.quote.is_estimate() {
            return String::new();
        }
        let (low, high) = (words.money_short(a.quote.low.gross), words.money_short(a.quote.totals.gross));
        words.result.estimate_amount(&high, &low)
    };
    let vat_name = move |a: &Assessment| match a.quote.vat_lines.as_slice() {
        [line] if line.rate.get() == 0 => words.result.vat_none.to_owned(),
        [line] => words.result.vat(&words.rate(line.rate)),
        _ => words.result.vat_word.to_owned(),
    };
    let not_priced = move |a: &Assessment| match a.quote.unpriced.as_slice() {
        [] => String::new(),
        items => words.result.not_priced(&unpriced(words, state, items)),
    };
    let budget = live(move || {
        if state.parsed.with(|parsed| parsed.answers.vat_exempt) { words.result.vat_exempt_budget } else { "" }
    });
    view! {
        <div class="price">
            <h3>{words.result.price}</h3>
            <table class="lines">
                <caption class="hidden">{words.result.price}</caption>
                <tbody>{read(state, move |a| lines(words, state, a))}</tbody>
            </table>
            <p class="estimate">{read(state, not_priced)}</p>
            <div class="totals">
                {total(state, words, "total-net", fixed(words.result.net), |totals| totals.net,
                    read(state, move |a| explain::net(words, state, a)))}
                {total(state, words, "total-vat", read(state, vat_name), |totals| totals.vat,
                    read(state, move |a| explain::vat(words, state, a)))}
                {total(state, words, "total-gross", fixed(words.result.gross), |totals| totals.gross,
                    read(state, move |a| explain::gross(words, a)))}
            </div>
            <p class="estimate">{read(state, estimate)}</p>
            <p class="hint">{budget}</p>
            <h3>{words.result.instalments}</h3>
            <ul class="instalments">{read(state, move |a| instalments(words, a))}</ul>
        </div>
    }
    .into_any()
}

fn lines(words: Words, state: State, assessment: &Assessment) -> Vec<AnyView> {
    state.settings.with_value(|settings| {
        let row = |line| {
            let name = line_name(words, &settings.tariff, line);
            view! { <tr><th scope="row">{name}</th><td>{words.money(line.amount)}</td></tr> }.into_any()
        };
        assessment.quote.lines.iter().map(row).collect()
    })
}

fn total(
    state: State,
    words: Words,
    testid: &'static str,
    name: Live<String>,
    pick: fn(Totals) -> Cents,
    explanation: Live<AnyView>,
) -> AnyView {
    let amount = move |a: &Assessment| a.quote.is_complete().then(|| pick(a.quote.totals));
    figure(words, Figure {
        testid,
        name,
        detail: fixed(""),
        text: read(state, move |a| {
            amount(a).map_or_else(|| words.result.on_quotation.to_owned(), |amount| words.money(amount))
        }),
        value: read(state, move |a| amount(a).map_or_else(String::new, |amount| amount.get().to_string())),
        estimate: fixed(""),
        explanation,
    })
}

fn unpriced(words: Words, state: State, items: &[Unpriced]) -> String {
    let name = |item: &Unpriced| match item {
        Unpriced::Audit(audit) => audit_name(words, *audit).to_owned(),
        Unpriced::Travel => words.result.travel.to_owned(),
        Unpriced::Service(index) => state.settings.with_value(|settings| {
            settings.tariff.services.get(*index).map_or_else(String::new, |offer| words.of(&offer.label).to_owned())
        }),
    };
    items.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn instalments(words: Words, assessment: &Assessment) -> Vec<AnyView> {
    let row = |payments: &Vec<Cents>| {
        let (first, each) = (*payments.first()?, *payments.last()?);
        let count = payments.len();
        let name = if count == 1 { words.result.in_one.to_owned() } else { words.result.in_many(&count.to_string()) };
        let amounts = match count {
            1 => words.money(first),
            _ if first == each => words.result.payments_equal(&words.money(each), &count.to_string()),
            _ => words.result.payments(&words.money(each), &words.money(first), &(count - 1).to_string()),
        };
        Some(view! { <li><span>{name}</span>" "<span class="amount">{amounts}</span></li> }.into_any())
    };
    let complete = assessment.quote.is_complete();
    assessment.quote.instalments.iter().filter(|_| complete).filter_map(row).collect()
}

fn indicators(state: State, words: Words) -> AnyView {
    let count = |a: &Assessment| a.indicators.applicable().count();
    let text = move |a: &Assessment| {
        let count = count(a);
        words.units.indicators(words.form_of(count as u64), &count.to_string())
    };
    let detail = move |a: &Assessment| {
        let framework = framework_name(words, a.framework.id);
        match a.indicators.to_confirm().count() {
            0 => framework.to_owned(),
            confirm => [framework, ", ", &words.result.to_confirm(&confirm.to_string())].concat(),
        }
    };
    let counted = figure(words, Figure {
        testid: "indicator-count",
        name: fixed(words.result.indicator_count),
        detail: read(state, detail),
        text: read(state, text),
        value: read(state, move |a| count(a).to_string()),
        estimate: fixed(""),
        explanation: read(state, move |a| explain::indicators(words, a)),
    });
    view! {
        <div class="count">
            <h3>{words.result.indicators}</h3>
            {counted}
            <p class="hidden">
                {words.result.framework}" "
                <span data-testid="framework" data-value=read(state, |a| a.framework.id.to_owned())>
                    {read(state, move |a| framework_name(words, a.framework.id))}
                </span>
            </p>
        </div>
    }
    .into_any()
}

fn framework_name(words: Words, id: &str) -> &'static str {
    let texts = &words.texts().frameworks;
    match id {
        "rnq-2019-v7" => texts.v7,
        "rnq-2019-v8" => texts.v8,
        "rnq-2019-v9" => texts.v9,
        _ => texts.rnq_2026,
    }
}

fn fine_print(state: State, words: Words) -> AnyView {
    let illustrative = state.settings.with_value(|settings| settings.tariff.published.is_none());
    view! {
        <div class="fine-print">
            <p>{if illustrative { words.result.illustrative } else { "" }}</p>
            <p>{words.result.excluded}</p>
            <p><strong>{words.site.notice_title}</strong>" "{words.site.notice}</p>
        </div>
    }
    .into_any()
}

/// How copying the link ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Done,
    Refused,
}

fn actions(state: State, words: Words) -> AnyView {
    let copied = RwSignal::new(Copied::NotYet);
    let copy = move |_: MouseEvent| {
        clipboard::copy(state.link(), move |done| copied.set(if done { Copied::Done } else { Copied::Refused }));
    };
    let said = move || match copied.get() {
        Copied::NotYet => "",
        Copied::Done => words.result.copied,
        Copied::Refused => words.result.copy_failed,
    };
    let link = move || {
        view! {
            <input
                class="link"
                readonly
                data-testid="share-link"
                aria-label=words.result.copy_link
                prop:value=live(move || state.link())
            />
        }
        .into_any()
    };
    view! {
        <div class="actions">
            <button type="button" class="button" on:click=act(copy)>{words.result.copy_link}</button>
            <button type="button" class="button quiet" on:click=act(|_: MouseEvent| document::print())>
                {words.result.print}
            </button>
            <p class="hint" role="status">{live(said)}</p>
            {when(move || copied.get() == Copied::Refused, link)}
        </div>
    }
    .into_any()
}
