//! A row of the tables in words: its name and its value.

use crate::text::Words;
use calliope_rules::catalogue::{Amount, Entry};
use calliope_rules::profile::{Category, TurnoverBand};

/// What the row is about, or says.
pub fn name(words: Words, entry: &Entry) -> String {
    let sentence = words.rule(entry.rule, entry.from);
    if !sentence.is_empty() {
        return sentence;
    }
    let parts: Vec<&str> = entry.rule.split('.').collect();
    match parts[..] {
        ["duration", audit, band, part] => cell(words, audit, band, part),
        ["indicator", number] => indicator(words, number),
        ["indicator", number, framework] => {
            [&indicator(words, number), " · ", words.framework(framework)].concat()
        }
        ["nda", "region", code] => words.law().region(code),
        ["nda", "mention", _] => words.law().mention.to_owned(),
        _ => String::new(),
    }
}

fn cell(words: Words, audit: &str, band: &str, part: &str) -> String {
    let texts = words.law();
    let band = TurnoverBand::ALL
        .into_iter()
        .find(|known| known.id() == band)
        .map_or("", |band| words.band(band));
    let part = Category::from_code(&part.to_ascii_uppercase()).map(Category::code);
    match (audit, part) {
        ("initial", None) => texts.initial_base(band),
        ("initial", Some(part)) => texts.initial_part(band, part),
        (_, None) => texts.surveillance_base(band),
        (_, Some(part)) => texts.surveillance_part(band, part),
    }
}

fn indicator(words: Words, number: &str) -> String {
    let title = number
        .parse()
        .ok()
        .and_then(|number| words.indicator(number))
        .map_or("", |asked| asked.title);
    [number, " · ", title].concat()
}

/// The value of the row: a number, what an indicator depends on, a text.
pub fn value(words: Words, entry: &Entry) -> String {
    match entry.amount {
        Amount::Days(range) => return words.range(range),
        // A rule that only says yes has no number to show.
        Amount::Fact(fact) if words.counts(entry.rule) => return words.fact(fact),
        _ => {}
    }
    let parts: Vec<&str> = entry.rule.split('.').collect();
    match parts[..] {
        ["indicator", _] => applies(words, entry.value),
        ["indicator", _, _] => change(words, entry.value).to_owned(),
        ["nda", "region" | "mention", _] => entry.value.to_owned(),
        _ => String::new(),
    }
}

fn change(words: Words, value: &str) -> &'static str {
    let texts = words.indicators();
    match value {
        "added" => texts.change_added,
        "wording" => texts.change_wording,
        _ => texts.change_modified,
    }
}

/// `AF yes, BC if:certifying; severity major_only; surveillance named; …` in words.
fn applies(words: Words, value: &str) -> String {
    let (texts, grid) = (words.law(), words.indicators());
    let mut parts = Vec::new();
    for part in value.split("; ") {
        match part {
            "severity major_only" => parts.push(grid.major_only.to_owned()),
            "severity minor_or_major" => parts.push(grid.minor_or_major.to_owned()),
            "severity not_set" => parts.push(grid.not_set.to_owned()),
            "surveillance major_only" | "surveillance named" => {
                parts.push(grid.surveillance.to_owned());
            }
            "new entrant" => parts.push(texts.new_entrant_mark.to_owned()),
            _ if part.starts_with("AF ") => {
                let by_category = part.split(", ").map(|one| {
                    let (category, when) = one.split_once(' ').unwrap_or((one, ""));
                    let when = match when {
                        "yes" => texts.always,
                        "no" => texts.never,
                        _ => texts.conditional,
                    };
                    [category, " ", when].concat()
                });
                parts.push(by_category.collect::<Vec<_>>().join(", "));
            }
            _ => {}
        }
    }
    parts.join(" · ")
}
