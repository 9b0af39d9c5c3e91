//! What has changed since a draft was last written: the day, the rules or the price list went on.

use crate::desk::Glance;
use crate::drafts::Figures;
use crate::text::Words;
use calliope_rules::days::HalfDays;
use calliope_rules::money::Cents;

/// In words; empty when nothing has.
pub fn since(words: Words, before: &Figures, glance: &Glance) -> String {
    let texts = words.drafts();
    let after = glance.figures();
    let mut changes = Vec::new();
    if before.half_days != after.half_days {
        let days = |half_days: [u32; 2]| {
            let [initial, surveillance] = half_days.map(|n| words.days_short(HalfDays::new(n)));
            [initial, surveillance].join(" + ")
        };
        changes.push(texts.since_days(&days(after.half_days), &days(before.half_days)));
    }
    if before.gross_cents != after.gross_cents {
        let price = |cents: Option<i64>| {
            cents.map_or_else(
                || words.result().on_quotation.to_owned(),
                |cents| words.money_short(Cents::new(cents)),
            )
        };
        changes.push(texts.since_price(&price(after.gross_cents), &price(before.gross_cents)));
    }
    let beyond = |these: &[u8], those: &[u8]| {
        let only = these.iter().filter(|number| !those.contains(number));
        only.map(u8::to_string).collect::<Vec<_>>().join(", ")
    };
    let more = beyond(&after.indicators, &before.indicators);
    if !more.is_empty() {
        changes.push(texts.since_more(&more));
    }
    let less = beyond(&before.indicators, &after.indicators);
    if !less.is_empty() {
        changes.push(texts.since_less(&less));
    }
    if before.rules != after.rules {
        changes.push(texts.since_rules(&after.rules, &before.rules));
    }
    if changes.is_empty() {
        return String::new();
    }
    texts.since(&changes.join(", "))
}
