//! How each figure of the quote was reached, in words.

use crate::state::{Parsed, State};
use crate::text::Words;
use crate::ui::{LedgerRow, ledger};
use calliope_rules::Assessment;
use calliope_rules::days::DayRange;
use calliope_rules::duration::{Audit, Duration};
use calliope_rules::explain::{Effect, Step, What};
use calliope_rules::quote::{self, Item, Line};
use calliope_rules::tariff::Tariff;
use leptos::prelude::*;

/// The ledger of an audit's duration.
pub fn duration(words: Words, audit: Audit, duration: &Duration) -> AnyView {
    let rows = duration
        .trace
        .steps()
        .iter()
        .map(|step| days_row(words, step))
        .collect();
    let sentence = match audit {
        Audit::Renewal => words.explain().renewal,
        _ => words.explain().duration,
    };
    ledger(words, sentence, rows, Some(words.range(duration.range())))
}

/// What a step of a duration counts.
pub fn step_name(words: Words, step: &Step) -> String {
    let texts = words.explain();
    match step.what {
        What::Base(band) => texts.base(words.band(band)),
        What::Category(category) => category.code().to_owned(),
        What::SampledSites { sampled: 1, of } => texts.sampled_one(&of.to_string()),
        What::SampledSites { sampled, of } => texts.sampled(&of.to_string(), &sampled.to_string()),
        What::NewSites(count) => texts.new_sites(words.form_of(count.into()), &count.to_string()),
        What::NewEntrant => texts.new_entrant.to_owned(),
        What::SameAsInitial => texts.same_as_initial.to_owned(),
        _ => texts.combined.to_owned(),
    }
}

fn days_row(words: Words, step: &Step) -> LedgerRow {
    let effect = match step.effect {
        // Rules that only say which grid is read add nothing.
        Effect::Days(_) if matches!(step.what, What::SameAsInitial | What::Combined) => {
            String::new()
        }
        Effect::Days(added) if added == DayRange::default() => words.days(added.high),
        Effect::Days(added) => ["+ ", &words.range(added)].concat(),
        Effect::Amount(amount) => words.money(amount),
    };
    LedgerRow {
        label: step_name(words, step),
        effect,
        basis: Some(step.basis),
    }
}

/// The ledger of the total excl. VAT.
pub fn net(words: Words, state: State, assessment: &Assessment) -> AnyView {
    let tariff = state.tariff();
    let row = |line: &Line| LedgerRow {
        label: match priced_time(words, state, tariff, line) {
            Some(priced) => [&words.line(tariff, line), ", ", &priced].concat(),
            None => words.line(tariff, line),
        },
        effect: words.money(line.amount),
        basis: Some(line.basis),
    };
    let rows = assessment.quote.lines.iter().map(row).collect();
    let total = Some(words.money(assessment.quote.totals.net));
    ledger(words, words.explain().money, rows, total)
}

/// How the time of an audit is priced: `2 j × 1 150 € + une demi-journée à 575 €`.
fn priced_time(words: Words, state: State, tariff: &Tariff, line: &Line) -> Option<String> {
    let (Item::Audit(audit), What::Time(time)) = (line.item, line.what) else {
        return None;
    };
    let profile = state.parsed.with(Parsed::last_profile)?;
    let rate = quote::rate(&profile, tariff, audit)?;
    let days = time.whole_days();
    let whole = words
        .explain()
        .whole_days(&words.money_short(rate.day), &days.to_string());
    let half = words.explain().half_day(&words.money_short(rate.half_day));
    Some(match (days, time.has_half()) {
        (0, _) => half,
        (_, false) => whole,
        (_, true) => [whole, half].join(" + "),
    })
}

/// The ledger of VAT.
pub fn vat(words: Words, state: State, assessment: &Assessment) -> AnyView {
    let trace = assessment.quote.vat_trace(state.tariff());
    let rows = trace
        .steps()
        .iter()
        .map(|step| LedgerRow {
            label: match step.what {
                What::Rate { rate, of } => {
                    words.explain().rate_of(&words.money(of), &words.rate(rate))
                }
                _ => String::new(),
            },
            effect: words.money(trace.total_amount()),
            basis: Some(step.basis),
        })
        .collect();
    let total = Some(words.money(assessment.quote.totals.vat));
    ledger(words, words.explain().vat, rows, total)
}

/// The ledger of the total incl. VAT.
pub fn gross(words: Words, state: State, assessment: &Assessment) -> AnyView {
    let quote = &assessment.quote;
    let vat = quote.vat_trace(state.tariff());
    let row = |label: &str, amount, basis| LedgerRow {
        label: label.to_owned(),
        effect: words.money(amount),
        basis,
    };
    let rows = vec![
        row(
            words.result().net,
            quote.totals.net,
            quote.lines.first().map(|line| line.basis),
        ),
        row(
            words.result().vat_word,
            quote.totals.vat,
            vat.steps().first().map(|step| step.basis),
        ),
    ];
    let total = Some(words.money(quote.totals.gross));
    ledger(words, words.explain().gross, rows, total)
}

/// Which indicators apply, and the text that says so.
pub fn indicators(words: Words, assessment: &Assessment) -> AnyView {
    let numbers = |list: Vec<String>| list.join(", ");
    let applicable = assessment
        .indicators
        .applicable()
        .map(|indicator| indicator.number.to_string())
        .collect();
    let to_confirm: Vec<String> = assessment
        .indicators
        .to_confirm()
        .map(|indicator| indicator.number.to_string())
        .collect();
    let mut rows = vec![LedgerRow {
        label: words.result().indicator_count.to_owned(),
        effect: numbers(applicable),
        basis: Some(assessment.framework.basis),
    }];
    if !to_confirm.is_empty() {
        rows.push(LedgerRow {
            label: words.explain().unconfirmed.to_owned(),
            effect: numbers(to_confirm),
            basis: None,
        });
    }
    ledger(words, words.explain().indicators, rows, None)
}
