//! How each figure of the quote was reached, in words.

use crate::state::{Parsed, State};
use crate::text::{Form, Words};
use crate::ui::{LedgerRow, ledger};
use calliope_rules::Assessment;
use calliope_rules::days::DayRange;
use calliope_rules::duration::{Audit, Duration};
use calliope_rules::explain::{Effect, Step, What};
use calliope_rules::profile::TurnoverBand;
use calliope_rules::quote::{self, Item, Line};
use calliope_rules::tariff::Tariff;
use leptos::prelude::*;

/// The name of an audit.
pub const fn audit_name(words: Words, audit: Audit) -> &'static str {
    let texts = &words.texts().result;
    match audit {
        Audit::Initial => texts.initial,
        Audit::Surveillance => texts.surveillance,
        Audit::Renewal => texts.renewal,
        Audit::Extension => texts.extension,
    }
}

/// The words of a turnover band.
pub const fn band_name(words: Words, band: TurnoverBand) -> &'static str {
    let texts = &words.texts().bands;
    match band {
        TurnoverBand::Under150k => texts.under_150k,
        TurnoverBand::From150k => texts.from_150k,
        TurnoverBand::From750k => texts.from_750k,
    }
}

/// A duration with its range, the unit said once: `1,5 jour` or `1 à 1,5 jour`.
pub fn range(words: Words, range: DayRange) -> String {
    let high = words.days(range.high);
    if range.low == range.high {
        high
    } else {
        words.units.to(&high, &words.days_number(range.low))
    }
}

/// The ledger of an audit's duration.
pub fn duration(words: Words, audit: Audit, duration: &Duration) -> AnyView {
    let rows = duration
        .trace
        .steps()
        .iter()
        .map(|step| days_row(words, step))
        .collect();
    let sentence = match audit {
        Audit::Renewal => words.explain.renewal,
        _ => words.explain.duration,
    };
    ledger(words, sentence, rows, Some(range(words, duration.range())))
}

fn days_row(words: Words, step: &Step) -> LedgerRow {
    let texts = &words.explain;
    let label = match step.what {
        What::Base(band) => texts.base(band_name(words, band)),
        What::Category(category) => category.code().to_owned(),
        What::SampledSites { sampled: 1, of } => texts.sampled_one(&of.to_string()),
        What::SampledSites { sampled, of } => texts.sampled(&of.to_string(), &sampled.to_string()),
        What::NewSites(count) => texts.new_sites(words.form_of(count.into()), &count.to_string()),
        What::NewEntrant => texts.new_entrant.to_owned(),
        What::SameAsInitial => texts.same_as_initial.to_owned(),
        _ => texts.combined.to_owned(),
    };
    let effect = match step.effect {
        // Rules that only say which grid is read add nothing.
        Effect::Days(_) if matches!(step.what, What::SameAsInitial | What::Combined) => {
            String::new()
        }
        Effect::Days(added) if added == DayRange::default() => words.days(added.high),
        Effect::Days(added) => ["+ ", &range(words, added)].concat(),
        Effect::Amount(amount) => words.money(amount),
    };
    LedgerRow {
        label,
        effect,
        basis: Some(step.basis),
    }
}

/// The name of a line of the quote.
pub fn line_name(words: Words, tariff: &Tariff, line: &Line) -> String {
    let texts = &words.explain;
    let named = |label: &calliope_rules::tariff::Words| {
        let label = words.of(label).to_owned();
        match line.what {
            What::Times(count) if count > 1 => texts.times(&label, &count.to_string()),
            _ => label,
        }
    };
    let counted = |form: fn(Words, Form, &str) -> String| match line.what {
        What::Times(count) => form(words, words.form_of(count.into()), &count.to_string()),
        _ => String::new(),
    };
    match (line.item, line.what) {
        (Item::Audit(audit), What::Time(time)) => {
            texts.time(audit_name(words, audit), &words.days(time))
        }
        (Item::Audit(audit), _) => audit_name(words, audit).to_owned(),
        (Item::Flat, What::FlatPrice(band)) => texts.flat(band_name(words, band)),
        (Item::Flat, _) => String::new(),
        (Item::ExtraCategories, _) => {
            counted(|words, form, n| words.explain.extra_categories(form, n))
        }
        (Item::ExtraSites, _) => counted(|words, form, n| words.explain.extra_sites(form, n)),
        (Item::Travel, _) => counted(|words, form, n| words.explain.travel(form, n)),
        (Item::NewEntrant, _) => texts.new_entrant.to_owned(),
        (Item::Revision, What::Rate { rate, .. }) => texts.revision(&words.rate(rate)),
        (Item::Revision, _) => String::new(),
        (Item::Fee(index), _) => tariff
            .fees
            .get(index)
            .map_or_else(String::new, |fee| named(&fee.label)),
        (Item::Supplement(index), _) => tariff
            .supplements
            .get(index)
            .map_or_else(String::new, |supplement| named(&supplement.label)),
        (Item::Service(index), _) => tariff
            .services
            .get(index)
            .map_or_else(String::new, |service| named(&service.label)),
        (Item::Discount(index), what) => {
            let label = tariff
                .discounts
                .get(index)
                .map_or_else(String::new, |discount| named(&discount.label));
            match what {
                What::Rate { rate, of } => [
                    &label,
                    ", ",
                    &texts.rate_of(&words.money_short(of), &words.rate(rate)),
                ]
                .concat(),
                _ => label,
            }
        }
    }
}

/// The ledger of the total excl. VAT.
pub fn net(words: Words, state: State, assessment: &Assessment) -> AnyView {
    let rows = state.settings.with_value(|settings| {
        let row = |line: &Line| LedgerRow {
            label: match priced_time(words, state, &settings.tariff, line) {
                Some(priced) => [&line_name(words, &settings.tariff, line), ", ", &priced].concat(),
                None => line_name(words, &settings.tariff, line),
            },
            effect: words.money(line.amount),
            basis: Some(line.basis),
        };
        assessment.quote.lines.iter().map(row).collect()
    });
    let total = Some(words.money(assessment.quote.totals.net));
    ledger(words, words.explain.money, rows, total)
}

/// How the time of an audit is priced: `2 j × 1 150 € + une demi-journée à 575 €`.
fn priced_time(words: Words, state: State, tariff: &Tariff, line: &Line) -> Option<String> {
    let (Item::Audit(audit), What::Time(time)) = (line.item, line.what) else {
        return None;
    };
    let profile = state.parsed.with(Parsed::profile)?;
    let rate = quote::rate(&profile, tariff, audit)?;
    let days = time.whole_days();
    let whole = words
        .explain
        .whole_days(&words.money_short(rate.day), &days.to_string());
    let half = words.explain.half_day(&words.money_short(rate.half_day));
    Some(match (days, time.has_half()) {
        (0, _) => half,
        (_, false) => whole,
        (_, true) => [whole, half].join(" + "),
    })
}

/// The ledger of VAT.
pub fn vat(words: Words, state: State, assessment: &Assessment) -> AnyView {
    let trace = state
        .settings
        .with_value(|settings| assessment.quote.vat_trace(&settings.tariff));
    let rows = trace
        .steps()
        .iter()
        .map(|step| LedgerRow {
            label: match step.what {
                What::Rate { rate, of } => {
                    words.explain.rate_of(&words.money(of), &words.rate(rate))
                }
                _ => String::new(),
            },
            effect: words.money(trace.total_amount()),
            basis: Some(step.basis),
        })
        .collect();
    let total = Some(words.money(assessment.quote.totals.vat));
    ledger(words, words.explain.vat, rows, total)
}

/// The ledger of the total incl. VAT.
pub fn gross(words: Words, state: State, assessment: &Assessment) -> AnyView {
    let quote = &assessment.quote;
    let vat = state
        .settings
        .with_value(|settings| quote.vat_trace(&settings.tariff));
    let row = |label: &str, amount, basis| LedgerRow {
        label: label.to_owned(),
        effect: words.money(amount),
        basis,
    };
    let rows = vec![
        row(
            words.result.net,
            quote.totals.net,
            quote.lines.first().map(|line| line.basis),
        ),
        row(
            words.result.vat_word,
            quote.totals.vat,
            vat.steps().first().map(|step| step.basis),
        ),
    ];
    let total = Some(words.money(quote.totals.gross));
    ledger(words, words.explain.gross, rows, total)
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
        label: words.result.indicator_count.to_owned(),
        effect: numbers(applicable),
        basis: Some(assessment.framework.basis),
    }];
    if !to_confirm.is_empty() {
        rows.push(LedgerRow {
            label: words.explain.unconfirmed.to_owned(),
            effect: numbers(to_confirm),
            basis: None,
        });
    }
    ledger(words, words.explain.indicators, rows, None)
}
