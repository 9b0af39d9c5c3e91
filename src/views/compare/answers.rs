//! The answers of each profile: those of the first are the quote's, the others change in place.

use super::column::{self, Column, Columns};
use super::{cell, row};
use crate::state::State;
use crate::text::Words;
use crate::ui::amount;
use crate::ui::{El, check, el, live, take};
use calliope_rules::date::{format_iso, parse_iso};
use calliope_rules::profile::{Answers, Categories, Category, Profile, Turnover};
use chrono::NaiveDate;
use leptos::prelude::*;

/// The rows: what is changed most first, then the other answers that differ.
pub fn rows(state: State, words: Words, columns: Columns, count: usize) -> Vec<El> {
    let form = words.form();
    let places = move || 0..count;
    vec![
        row(
            form.categories,
            places().map(|place| {
                categories(
                    state,
                    words,
                    columns,
                    place,
                    |answers| &mut answers.categories,
                    |_| Categories::ALL,
                )
            }),
        ),
        row(
            form.new_entrant,
            places().map(|place| {
                categories(
                    state,
                    words,
                    columns,
                    place,
                    |answers| &mut answers.new_entrant,
                    |answers| answers.categories,
                )
            }),
        ),
        row(
            form.turnover,
            places().map(|place| turnover(state, words, columns, place)),
        ),
        row(
            form.sites,
            places().map(|place| sites(state, words, columns, place)),
        ),
        row(
            form.audit_date,
            places().map(|place| audit_date(state, words, columns, place)),
        ),
        others(state, words, columns, count),
    ]
}

fn answers(columns: Columns, place: usize) -> Answers {
    columns.with(|columns| {
        columns
            .get(place)
            .map_or_else(Answers::default, |column| column.answers.clone())
    })
}

/// A box a category, in the profiles that change here.
fn categories(
    state: State,
    words: Words,
    columns: Columns,
    place: usize,
    set: fn(&mut Answers) -> &mut Categories,
    among: fn(&Answers) -> Categories,
) -> El {
    let read = move |place: usize| *set(&mut answers(columns, place));
    let differs = live(move || (place > 0 && read(place) != read(0)).to_string());
    let cell = el("td").attr_live("data-differs", differs);
    if place == 0 {
        return cell.child(live(move || {
            let set = read(0);
            if set.is_empty() {
                words.dossier().none.to_owned()
            } else {
                words.codes(set)
            }
        }));
    }
    Category::ALL.into_iter().fold(cell, |cell, category| {
        let ticked = live(move || read(place).contains(category));
        let possible = move || among(&answers(columns, place)).contains(category);
        let change = take(move |on: bool| {
            column::change(state, place, |answers| {
                let next = set(answers).with(category, on);
                *set(answers) = next;
            });
        });
        let shown = el("div")
            .flag("hidden", live(move || !possible()))
            .child(check(category.code().to_owned(), "", ticked, change));
        cell.child(shown)
    })
}

fn turnover(state: State, words: Words, columns: Columns, place: usize) -> El {
    let shown = |words: Words, column: &Column| words.integer(column.answers.turnover.euros());
    if place == 0 {
        return cell(columns, 0, shown, words);
    }
    let read = move |typed: &str| match amount::parse(typed) {
        Ok(turnover) => {
            column::change(state, place, |answers| answers.turnover = turnover);
            String::new()
        }
        Err(amount::BadAmount::TooLarge) => words
            .errors()
            .amount_too_large(&words.integer(Turnover::MAX_EUROS)),
        Err(_) => words.errors().amount(typed),
    };
    let differs = move || answers(columns, place).turnover != answers(columns, 0).turnover;
    typed(
        Typed {
            name: words.form().turnover,
            kind: "text",
            keyboard: "decimal",
            start: words.integer(answers(columns, place).turnover.euros()),
        },
        words,
        columns,
        place,
        differs,
        read,
    )
}

fn sites(state: State, words: Words, columns: Columns, place: usize) -> El {
    if place == 0 {
        return cell(
            columns,
            0,
            |_, column| column.answers.extra_sites.to_string(),
            words,
        );
    }
    let read = move |typed: &str| {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        match digits.parse::<u32>() {
            Ok(sites) if sites <= Profile::MAX_SITES => {
                column::change(state, place, |answers| answers.extra_sites = sites);
                String::new()
            }
            Ok(_) => words
                .errors()
                .too_many(&words.integer(Profile::MAX_SITES.into())),
            Err(_) => words.errors().whole(typed),
        }
    };
    let differs = move || answers(columns, place).extra_sites != answers(columns, 0).extra_sites;
    typed(
        Typed {
            name: words.form().sites,
            kind: "text",
            keyboard: "numeric",
            start: answers(columns, place).extra_sites.to_string(),
        },
        words,
        columns,
        place,
        differs,
        read,
    )
}

fn audit_date(state: State, words: Words, columns: Columns, place: usize) -> El {
    if place == 0 {
        let shown = move || {
            let day = answers(columns, 0).audit_date.unwrap_or(state.today);
            words.date(day)
        };
        return el("td").child(live(shown));
    }
    let read = move |typed: &str| {
        let date = parse_iso(typed);
        if date.is_none() && !typed.is_empty() {
            return words.errors().date_out_of_range.to_owned();
        }
        column::change(state, place, |answers| answers.audit_date = date);
        String::new()
    };
    let differs = move || {
        let [here, base] = [place, 0].map(|place| answers(columns, place).audit_date);
        here.unwrap_or(state.today) != base.unwrap_or(state.today)
    };
    let start = answers(columns, place).audit_date.map(format_iso);
    typed(
        Typed {
            name: words.form().audit_date,
            kind: "date",
            keyboard: "text",
            start: start.unwrap_or_default(),
        },
        words,
        columns,
        place,
        differs,
        read,
    )
}

struct Typed {
    name: &'static str,
    kind: &'static str,
    keyboard: &'static str,
    start: String,
}

/// A typed answer: its text stays as it is, with its error under it.
fn typed(
    field: Typed,
    words: Words,
    columns: Columns,
    place: usize,
    differs: impl Fn() -> bool + Send + 'static,
    read: impl Fn(&str) -> String + Send + 'static,
) -> El {
    let error = RwSignal::new(String::new());
    let text = RwSignal::new(field.start);
    let label = live(move || {
        words
            .compare()
            .of(&column::name(columns, place), field.name)
    });
    let input = el("input")
        .attr("type", field.kind)
        .attr("inputmode", field.keyboard)
        .attr("autocomplete", "off")
        .attr("maxlength", "40")
        .attr_live("aria-label", label)
        .attr_live(
            "aria-invalid",
            live(move || error.with(|error| !error.is_empty()).to_string()),
        )
        .value(live(move || text.get()))
        .on("input", move |event| {
            let typed = event_target_value(&event);
            error.set(read(&typed));
            text.set(typed);
        });
    el("td")
        .attr_live("data-differs", live(move || differs().to_string()))
        .child(el("div").class("input").child(input))
        .child(
            el("p")
                .class("error")
                .attr("role", "alert")
                .child(live(move || error.get())),
        )
}

/// The other answers, in the profiles where they differ.
fn others(state: State, words: Words, columns: Columns, count: usize) -> El {
    let different = Memo::new(move |_| {
        let said = |place: usize| rest(words, &answers(columns, place), state.today);
        let base = said(0);
        let own = |place: usize| {
            let mut own = said(place);
            own.retain(|pair| !base.contains(pair));
            own
        };
        (0..count).map(own).collect::<Vec<_>>()
    });
    let cells = (0..count).map(move |place| {
        let lines = live(move || {
            let own = different.with(|different| different.get(place).cloned().unwrap_or_default());
            own.into_iter()
                .map(|(question, answer)| {
                    el("p")
                        .child(el("span").class("detail").child(question))
                        .child(" ")
                        .child(answer)
                        .view()
                })
                .collect::<Vec<AnyView>>()
                .into_any()
        });
        el("td").attr("data-differs", "true").child(lines)
    });
    row(words.compare().differs, cells).flag(
        "hidden",
        live(move || different.with(|different| different.iter().all(Vec::is_empty))),
    )
}

/// The answers that no row of the table says.
fn rest(words: Words, answers: &Answers, today: NaiveDate) -> Vec<(&'static str, String)> {
    let form = words.form();
    let rows = [
        form.categories,
        form.new_entrant,
        form.turnover,
        form.sites,
        form.audit_date,
    ];
    let mut said = words.answers(answers, today);
    said.retain(|(question, _)| !rows.contains(question));
    said
}
