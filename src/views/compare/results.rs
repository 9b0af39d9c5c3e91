//! What follows from each profile.

use super::column::{Column, Columns};
use super::{cell, row};
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::Assessment;
use calliope_rules::duration::Duration;
use calliope_rules::money::Cents;
use leptos::prelude::*;

/// The rows.
pub fn rows(words: Words, columns: Columns, count: usize) -> Vec<El> {
    let (texts, result) = (words.compare(), words.result());
    let of = |name, text: fn(Words, &Column) -> String| {
        row(
            name,
            (0..count).map(|place| cell(columns, place, text, words)),
        )
    };
    vec![
        of(result.framework, |words, column| {
            said(words, column, |words, a| {
                words.framework(a.framework.id).to_owned()
            })
        }),
        of(result.initial, |words, column| {
            said(words, column, |words, a| days(words, &a.durations.initial))
        }),
        of(result.surveillance, |words, column| {
            said(words, column, |words, a| {
                days(words, &a.durations.surveillance)
            })
        }),
        of(result.renewal, |words, column| {
            said(words, column, |words, a| days(words, &a.durations.renewal))
        }),
        of(result.net, |words, column| {
            amount(words, column, |a| a.quote.totals.net)
        }),
        of(result.vat_word, |words, column| {
            amount(words, column, |a| a.quote.totals.vat)
        }),
        row(
            result.gross,
            (0..count).map(|place| gross(words, columns, place)),
        ),
        of(result.indicators, |words, column| {
            said(words, column, |words, a| {
                let n = a.indicators.applicable().count();
                words
                    .units()
                    .indicators(words.form_of(n as u64), &n.to_string())
            })
        }),
        row(
            texts.gained,
            (0..count).map(|place| beyond(words, columns, [place, 0])),
        ),
        row(
            texts.lost,
            (0..count).map(|place| beyond(words, columns, [0, place])),
        ),
    ]
}

fn said(words: Words, column: &Column, text: fn(Words, &Assessment) -> String) -> String {
    column.assessment.as_ref().map_or_else(
        || words.compare().contradiction.to_owned(),
        |assessment| text(words, assessment),
    )
}

/// The duration, and that it is an estimate where it is one.
fn days(words: Words, duration: &Duration) -> String {
    let days = words.range(duration.range());
    if duration.trace.is_established() {
        days
    } else {
        [&days, " (", words.compare().estimate, ")"].concat()
    }
}

fn amount(words: Words, column: &Column, pick: fn(&Assessment) -> Cents) -> String {
    match &column.assessment {
        None => words.compare().contradiction.to_owned(),
        Some(a) if a.quote.is_complete() => {
            let about = if a.quote.is_estimate() { "≈ " } else { "" };
            [about, &words.money(pick(a))].concat()
        }
        Some(_) => words.result().on_quotation.to_owned(),
    }
}

/// The total, and by how much it differs.
fn gross(words: Words, columns: Columns, place: usize) -> El {
    let pick: fn(&Assessment) -> Cents = |a| a.quote.totals.gross;
    let difference = live(move || {
        columns.with(|columns| {
            let total = |place: usize| {
                let a = columns.get(place)?.assessment.as_ref()?;
                a.quote.is_complete().then(|| pick(a).get())
            };
            let (Some(here), Some(base)) = (total(place), total(0)) else {
                return String::new();
            };
            let by = words.money_short(Cents::new((here - base).abs()));
            let texts = words.compare();
            match here.cmp(&base) {
                std::cmp::Ordering::Greater => texts.more(&by),
                std::cmp::Ordering::Less => texts.less(&by),
                std::cmp::Ordering::Equal => String::new(),
            }
        })
    });
    let value = live(move || {
        columns.with(|columns| {
            let a = columns
                .get(place)
                .and_then(|column| column.assessment.as_ref());
            a.filter(|a| a.quote.is_complete())
                .map_or_else(String::new, |a| pick(a).get().to_string())
        })
    });
    cell(
        columns,
        place,
        |words, column| amount(words, column, |a| a.quote.totals.gross),
        words,
    )
    .attr("data-testid", "compared-gross")
    .attr_live("data-value", value)
    .child(el("p").class("detail").child(difference))
}

/// The indicators that apply to the first profile of the two and not to the second.
fn beyond(words: Words, columns: Columns, [these, those]: [usize; 2]) -> El {
    if these == those {
        return el("td");
    }
    let numbers = live(move || {
        columns.with(|columns| {
            let applicable = |place: usize| {
                let a = columns.get(place)?.assessment.as_ref()?;
                Some(
                    a.indicators
                        .applicable()
                        .map(|one| one.number)
                        .collect::<Vec<u8>>(),
                )
            };
            let (Some(these), Some(those)) = (applicable(these), applicable(those)) else {
                return String::new();
            };
            let only = these.iter().filter(|number| !those.contains(number));
            let list = only.map(u8::to_string).collect::<Vec<_>>().join(", ");
            if list.is_empty() {
                words.compare().none_gained.to_owned()
            } else {
                list
            }
        })
    });
    el("td").child(numbers)
}
