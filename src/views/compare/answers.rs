//! The answers of each profile: those of the first are the quote's, the others change in place.

use super::column::{self, Column, Columns};
use super::{cell, row};
use crate::state::{State, key};
use crate::text::Words;
use crate::ui::amount;
use crate::ui::{El, Live, el, live, now};
use calliope_rules::date::{format_iso, parse_iso};
use calliope_rules::profile::{Answers, Categories, Category, Profile, Turnover};
use leptos::prelude::*;

/// The rows: what is changed most first, then the other answers that differ.
pub fn rows(state: State, words: Words, columns: Columns, count: usize) -> Vec<El> {
    let form = words.form();
    let places = move || 0..count;
    let boxes = |ticked: Ticked| {
        let cells = places().map(|place| categories(state, words, columns, place, ticked));
        row(ticked.question, cells)
    };
    vec![
        boxes(Ticked {
            question: form.categories,
            set: |answers| &mut answers.categories,
            among: |_| Categories::ALL,
            needed: true,
        }),
        boxes(Ticked {
            question: form.new_entrant,
            set: |answers| &mut answers.new_entrant,
            among: |answers| answers.categories,
            needed: false,
        }),
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

/// Categories of an answer, among those possible.
#[derive(Clone, Copy)]
struct Ticked {
    question: &'static str,
    set: fn(&mut Answers) -> &mut Categories,
    among: fn(&Answers) -> Categories,
    /// Whether one of them is needed.
    needed: bool,
}

/// A box a category, in the profiles that change here.
fn categories(state: State, words: Words, columns: Columns, place: usize, ticked: Ticked) -> El {
    let read = move |place: usize| *(ticked.set)(&mut answers(columns, place));
    let differs = live(move || (place > 0 && read(place) != read(0)).to_string());
    let said = live(move || {
        let set = read(place);
        if set.is_empty() {
            words.page().no.to_owned()
        } else {
            words.codes(set)
        }
    });
    let cell = el("td").attr_live("data-differs", differs);
    if place == 0 {
        return cell.child(said);
    }
    let label = live(move || {
        words
            .compare()
            .of(&column::name(columns, place), ticked.question)
    });
    let boxes = el("div")
        .class("boxes")
        .attr("role", "group")
        .attr_live("aria-label", label);
    let boxes = Category::ALL.into_iter().fold(boxes, |boxes, category| {
        let is_on = move || read(place).contains(category);
        let last = move || ticked.needed && read(place) == Categories::only(category);
        let possible = move || (ticked.among)(&answers(columns, place)).contains(category);
        let input = el("input")
            .attr("type", "checkbox")
            .checked(live(is_on))
            // A profile without any category is no profile.
            .flag("disabled", live(last))
            .on("change", move |event| {
                let on = event_target_checked(&event);
                column::change(state, place, |answers| {
                    let next = (ticked.set)(answers).with(category, on);
                    *(ticked.set)(answers) = next;
                });
            });
        boxes.child(
            el("label")
                .class("box")
                .flag("hidden", live(move || !possible()))
                .child(input)
                .child(category.code()),
        )
    });
    cell.child(boxes).child(on_paper(said))
}

/// What an input says, on paper.
fn on_paper(said: Live<String>) -> El {
    el("span").class("on-paper").child(said)
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
    let turnover = move || words.integer(answers(columns, place).turnover.euros());
    typed(
        Typed {
            name: words.form().turnover,
            kind: "text",
            keyboard: "decimal",
            now: live(turnover),
            paper: live(turnover),
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
    let sites = move || answers(columns, place).extra_sites.to_string();
    typed(
        Typed {
            name: words.form().sites,
            kind: "text",
            keyboard: "numeric",
            now: live(sites),
            paper: live(sites),
        },
        words,
        columns,
        place,
        differs,
        read,
    )
}

fn audit_date(state: State, words: Words, columns: Columns, place: usize) -> El {
    let day = move || {
        let day = answers(columns, place).audit_date;
        words.date(day.unwrap_or(state.today))
    };
    if place == 0 {
        return el("td").child(live(day));
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
    typed(
        Typed {
            name: words.form().audit_date,
            kind: "date",
            keyboard: "text",
            now: live(move || {
                answers(columns, place)
                    .audit_date
                    .map(format_iso)
                    .unwrap_or_default()
            }),
            paper: live(day),
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
    /// The answer as it is written here.
    now: Live<String>,
    /// The same on paper.
    paper: Live<String>,
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
    // What was typed, and the answer that it gave: another answer since then takes its place.
    let typed = RwSignal::new(None::<(String, String)>);
    let answer = field.now.clone();
    let text = live(move || {
        let answer = now(&answer);
        match typed.get() {
            Some((typed, gave)) if gave == answer => typed,
            _ => answer,
        }
    });
    let label = live(move || {
        words
            .compare()
            .of(&column::name(columns, place), field.name)
    });
    let error_id = [
        "compared-",
        &place.to_string(),
        "-",
        field.keyboard,
        "-error",
    ]
    .concat();
    let input = el("input")
        .attr("type", field.kind)
        .attr("inputmode", field.keyboard)
        .attr("autocomplete", "off")
        .attr_live("aria-label", label.clone())
        .attr_live("title", label)
        .attr_owned("aria-describedby", error_id.clone())
        .attr_live(
            "aria-invalid",
            live(move || error.with(|error| !error.is_empty()).to_string()),
        )
        .value(text)
        .on("input", move |event| {
            let written = event_target_value(&event);
            error.set(read(&written));
            typed.set(Some((written, untrack(|| now(&field.now)))));
        });
    el("td")
        .attr_live("data-differs", live(move || differs().to_string()))
        .child(el("div").class("input").child(input))
        .child(on_paper(field.paper))
        .child(
            el("p")
                .class("error")
                .attr_owned("id", error_id)
                .attr("role", "alert")
                .child(live(move || error.get())),
        )
}

/// The other answers, in the profiles where they differ.
fn others(state: State, words: Words, columns: Columns, count: usize) -> El {
    let different = Memo::new(move |_| {
        let said: Vec<_> = (0..count)
            .map(|place| rest(state, words, columns, place))
            .collect();
        let own = |place: usize| {
            let mut own = said[place].clone();
            // The first column says what another one lacks.
            own.retain(|pair| match place {
                0 => said[1..].iter().any(|other| !other.contains(pair)),
                _ => !said[0].contains(pair),
            });
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

/// The answers that no row of the table says, and what is asked of the certifier.
fn rest(state: State, words: Words, columns: Columns, place: usize) -> Vec<(&'static str, String)> {
    let form = words.form();
    let rows = [
        form.categories,
        form.new_entrant,
        form.turnover,
        form.sites,
        form.audit_date,
    ];
    let mut said = words.answers(&answers(columns, place), state.today);
    said.retain(|(question, _)| !rows.contains(question));
    let asked = columns.with(|columns| columns[place].asked.clone());
    for (name, value) in asked {
        let texts = words.offer();
        if name == key::ENTRY {
            let entry = match value.as_str() {
                "renouvellement" => texts.entry_renewal,
                "transfert" => texts.entry_transfer,
                _ => texts.entry_first,
            };
            said.push((texts.entry, entry.to_owned()));
        } else if name == key::TARIFF {
            let tariff = columns.with(|columns| columns[place].tariff);
            said.push((words.settings().tariff, words.of(&tariff.label).to_owned()));
        } else {
            let tariff = columns.with(|columns| columns[place].tariff);
            let services = tariff.services.iter();
            let asked = services.filter(|offer| value.split('.').any(|id| id == offer.id));
            let names = asked.map(|offer| words.of(&offer.label));
            said.push((texts.options, names.collect::<Vec<&str>>().join(", ")));
        }
    }
    said
}
