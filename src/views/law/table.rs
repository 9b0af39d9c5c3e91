//! The tables of rules, searched as one types.

use super::entry;
use crate::state::{State, key};
use crate::text::{Words, fold};
use crate::ui::{El, citation, el, live};
use crate::views::keyed::{self, LineField};
use crate::views::page;
use calliope_rules::catalogue::{Entry, entries};
use chrono::Datelike;
use leptos::prelude::*;

/// The tables, by the first word of their rules.
const TABLES: [&str; 9] = [
    "framework",
    "band",
    "duration",
    "indicator",
    "cycle",
    "findings",
    "eligibility",
    "nda",
    "practice",
];

/// The first word of a rule: its table.
fn table_of(entry: &Entry) -> &'static str {
    entry.rule.split('.').next().unwrap_or_default()
}

const fn name(words: Words, table: &str) -> &'static str {
    let texts = words.law();
    match table.as_bytes() {
        b"framework" => texts.framework,
        b"band" => texts.band,
        b"duration" => texts.duration,
        b"indicator" => texts.indicator,
        b"cycle" => texts.cycle,
        b"findings" => texts.findings,
        b"eligibility" => texts.eligibility,
        b"nda" => texts.nda,
        _ => texts.practice,
    }
}

/// What is looked for.
#[derive(Clone, PartialEq, Eq)]
struct Search {
    table: String,
    words: Vec<String>,
}

impl Search {
    fn of(state: State) -> Self {
        Self {
            table: Some(state.key(key::TABLE))
                .filter(|table| TABLES.contains(&table.as_str()))
                .unwrap_or_default(),
            words: fold(&state.key(key::RULE_SEARCH))
                .split_whitespace()
                .map(ToOwned::to_owned)
                .collect(),
        }
    }

    fn shows(&self, row: &Row) -> bool {
        (self.table.is_empty() || self.table == row.table)
            && self
                .words
                .iter()
                .all(|word| row.text.contains(word.as_str()))
    }
}

/// A row of the tables and the text it is found by.
#[derive(Clone)]
struct Row {
    table: &'static str,
    entry: &'static Entry,
    text: String,
}

/// Every table with its rows; what the search leaves out is hidden.
pub fn tables(state: State, words: Words) -> El {
    let texts = words.law();
    let search = Memo::new(move |_| Search::of(state));
    let rows: Vec<Row> = entries().iter().map(|entry| row(words, entry)).collect();
    let counted = rows.clone();
    let shown = live(move || {
        let count = search.with(|search| counted.iter().filter(|row| search.shows(row)).count());
        match count {
            0 => texts.none.to_owned(),
            n => texts.shown(words.form_of(n as u64), &words.integer(n as u64)),
        }
    });
    let mut options = vec![("", texts.all.to_owned())];
    options.extend(TABLES.map(|table| (table, name(words, table).to_owned())));
    let tools = page::fields(vec![
        keyed::line_field(
            state,
            LineField {
                id: "rule-search",
                label: texts.search,
                help: texts.search_help,
                kind: "text",
                keyboard: "text",
                unit: "",
                key: key::RULE_SEARCH,
                error: live(String::new),
            },
        ),
        keyed::select(state, "rule-table", texts.table, key::TABLE, options),
    ]);
    let tables = TABLES.into_iter().fold(el("div"), |all, table| {
        let of: Vec<Row> = rows
            .iter()
            .filter(|row| row.table == table)
            .cloned()
            .collect();
        all.child(one_table(words, table, of, search))
    });
    page::part("tables", texts.rule)
        .child(tools)
        .child(el("p").attr("role", "status").child(shown))
        .child(tables)
}

fn row(words: Words, entry: &'static Entry) -> Row {
    let text = [
        entry.rule,
        &entry::name(words, entry),
        &words.citation(entry.basis),
    ]
    .join(" ");
    Row {
        table: table_of(entry),
        entry,
        text: fold(&text),
    }
}

fn one_table(words: Words, table: &'static str, rows: Vec<Row>, search: Memo<Search>) -> El {
    let texts = words.law();
    let head = [texts.rule, texts.value, texts.since, texts.source]
        .into_iter()
        .fold(el("tr"), |head, name| {
            head.child(el("th").attr("scope", "col").child(name))
        });
    let body = rows.iter().fold(el("tbody"), |body, row| {
        let looked_up = row.clone();
        let hidden = live(move || search.with(|search| !search.shows(&looked_up)));
        body.child(line(words, row.entry).flag("hidden", hidden))
    });
    let hidden = live(move || search.with(|search| !rows.iter().any(|row| search.shows(row))));
    el("table")
        .class("facts")
        .flag("hidden", hidden)
        .child(el("caption").child(name(words, table)))
        .child(el("thead").child(head))
        .child(body)
}

/// The first day a row holds for; nothing for one that holds whatever the day.
fn since(words: Words, entry: &Entry) -> String {
    if entry.from.year() <= 2000 {
        "–".to_owned()
    } else {
        words.date(entry.from)
    }
}

fn line(words: Words, entry: &Entry) -> El {
    let texts = words.law();
    el("tr")
        .attr("data-rule", entry.rule)
        .child(
            el("th")
                .attr("scope", "row")
                .child(entry::name(words, entry))
                .child(el("code").child(entry.rule)),
        )
        .child(
            el("td")
                .attr("data-label", texts.value)
                .child(entry::value(words, entry)),
        )
        .child(
            el("td")
                .attr("data-label", texts.since)
                .child(since(words, entry)),
        )
        .child(
            el("td").attr("data-label", texts.source).child(
                el("ul")
                    .class("sources")
                    .child(citation(words, entry.basis)),
            ),
        )
}
