//! The questions, in the order people know the answers.

use crate::state::{Form, Slot, State, key};
use crate::text::Words;
use crate::ui::amount;
use crate::ui::{Choices, El, TextField, check, choices, el, live, now, take, text_field, when};
use crate::views::answers::{audit_date, error, flag, read, write};
use crate::views::keyed;
use calliope_rules::profile::{Category, Location, Status};
use calliope_rules::quote::Entry;
use calliope_rules::tariff::Tariff;
use leptos::prelude::{AnyView, Update, With, WithUntracked};
use std::sync::Arc;

/// The whole form; every answer takes effect at once.
pub fn questions(state: State, words: Words) -> El {
    // Opened on arrival when it holds something to see.
    let open = state.form.with_untracked(Form::has_details)
        || state.entry() != Entry::First
        || !state.key(key::TARIFF).is_empty();
    let more = el("details")
        .class("more")
        .flag("open", live(move || open))
        .child(el("summary").child(words.form().details))
        .child(entry(state, words))
        .child(tariff(state, words))
        .child(later_turnover(state, words))
        .child(location(state, words))
        .child(courses(state, words))
        .child(organisation(state, words));
    el("section")
        .class("questions")
        .attr("aria-labelledby", "questions-title")
        .child(
            el("h2")
                .attr("id", "questions-title")
                .child(words.form().title),
        )
        .child(el("p").class("help").child(words.form().intro))
        .child(categories(state, words))
        .child(turnover(state, words))
        .child(new_entrant(state, words))
        .child(sites(state, words))
        .child(status(state, words))
        .child(audit_date(state, words))
        .child(more)
}

fn categories(state: State, words: Words) -> El {
    let wrong = error(state, words, Slot::Categories);
    let shown = Arc::clone(&wrong);
    let mut field = el("fieldset")
        .class("field")
        .class_while("has-error", live(move || !now(&wrong).is_empty()))
        .attr("aria-describedby", "categories-error")
        .child(el("legend").child(words.form().categories));
    for category in Category::ALL {
        let checked = live(move || {
            state
                .form
                .with(|form| form.chosen.categories.contains(category))
        });
        let set = take(move |present| {
            state.form.update(|form| {
                form.chosen.categories = form.chosen.categories.with(category, present)
            });
        });
        field = field.child(check(
            words.category(category).to_owned(),
            category.code(),
            checked,
            set,
        ));
    }
    field.child(
        el("p")
            .class("error")
            .attr("id", "categories-error")
            .attr("role", "alert")
            .child(shown),
    )
}

fn turnover(state: State, words: Words) -> El {
    // A field that leaves the page says what was typed in it, when other answers may be there already.
    let tidy = take(move |text: String| {
        if let Ok(turnover) = amount::parse(&text)
            && state.form.with_untracked(|form| form.turnover == text)
        {
            state
                .form
                .update(|form| form.turnover = words.integer(turnover.euros()));
        }
    });
    text_field(TextField {
        id: "turnover".into(),
        label: words.form().turnover,
        help: words.form().turnover_help,
        kind: "text",
        keyboard: "decimal",
        unit: "€",
        value: read(state, |form| form.turnover.clone()),
        on_input: write(state, |form, text| form.turnover = text),
        on_done: tidy,
        error: error(state, words, Slot::Turnover),
    })
}

/// How one comes to the certifier.
fn entry(state: State, words: Words) -> El {
    let texts = words.offer();
    keyed::one_of(
        state,
        texts.entry,
        key::ENTRY,
        &["", "renouvellement", "transfert"],
        &[texts.entry_first, texts.entry_renewal, texts.entry_transfer],
    )
}

/// The price list, where there are several.
fn tariff(state: State, words: Words) -> Option<El> {
    let texts = words.settings();
    let tariffs = &state.settings.file.tariffs;
    let named = |tariff: &'static Tariff| (&*tariff.id, words.of(&tariff.label).to_owned());
    let by_date = ("", texts.tariff_by_date.to_owned());
    let options = std::iter::once(by_date).chain(tariffs.iter().map(named));
    (tariffs.len() > 1).then(|| {
        keyed::select(
            state,
            "tariff",
            texts.tariff,
            key::TARIFF,
            options.collect(),
        )
    })
}

fn later_turnover(state: State, words: Words) -> El {
    let expected = read(state, |form| form.surveillance_turnover.is_some());
    let set = write(state, |form, present: bool| {
        form.surveillance_turnover = present.then(|| form.turnover.clone());
    });
    let field = move || {
        text_field(TextField {
            id: "surveillance-turnover".into(),
            label: words.form().surveillance_turnover_amount,
            help: "",
            kind: "text",
            keyboard: "decimal",
            unit: "€",
            value: read(state, |form| {
                form.surveillance_turnover.clone().unwrap_or_default()
            }),
            on_input: write(state, |form, text| form.surveillance_turnover = Some(text)),
            on_done: take(|_| {}),
            error: error(state, words, Slot::SurveillanceTurnover),
        })
    };
    let open = move || state.form.with(|form| form.surveillance_turnover.is_some());
    el("div")
        .class("group")
        .child(check(
            words.form().surveillance_turnover.to_owned(),
            "",
            expected,
            set,
        ))
        .child(when(open, field))
}

fn new_entrant(state: State, words: Words) -> El {
    let mut field = el("fieldset")
        .class("field")
        .child(el("legend").child(words.form().new_entrant));
    for category in Category::ALL {
        let offered = move || {
            state
                .form
                .with(|form| form.chosen.categories.contains(category))
        };
        let tick = move || {
            let checked = live(move || {
                state
                    .form
                    .with(|form| form.chosen.new_entrant.contains(category))
            });
            let set = take(move |present| {
                state.form.update(|form| {
                    form.chosen.new_entrant = form.chosen.new_entrant.with(category, present)
                });
            });
            check(
                words.form().new_entrant_yes(words.category(category)),
                "",
                checked,
                set,
            )
        };
        field = field.child(when(offered, tick));
    }
    field.child(el("p").class("help").child(words.form().new_entrant_help))
}

fn sites(state: State, words: Words) -> El {
    text_field(TextField {
        id: "sites".into(),
        label: words.form().sites,
        help: words.form().sites_help,
        kind: "text",
        keyboard: "numeric",
        unit: "",
        value: read(state, |form| form.sites.clone()),
        on_input: write(state, |form, text| form.sites = text),
        on_done: take(|_| {}),
        error: error(state, words, Slot::Sites),
    })
}

fn status(state: State, words: Words) -> El {
    choices(Choices {
        name: "status",
        legend: words.form().status,
        options: &[
            words.form().company,
            words.form().independent,
            words.form().subcontractor,
        ],
        chosen: read(state, |form| place(&Status::ALL, form.chosen.status)),
        on_change: write(state, |form, index| {
            form.chosen.status = at(&Status::ALL, index)
        }),
    })
}

fn location(state: State, words: Words) -> El {
    choices(Choices {
        name: "location",
        legend: words.form().location,
        options: &[
            words.form().metropole,
            words.form().corse,
            words.form().drom,
            words.form().abroad,
        ],
        chosen: read(state, |form| place(&Location::ALL, form.chosen.location)),
        on_change: write(state, |form, index| {
            form.chosen.location = at(&Location::ALL, index)
        }),
    })
}

fn place<T: PartialEq>(all: &[T], value: T) -> usize {
    all.iter()
        .position(|other| *other == value)
        .unwrap_or_default()
}

fn at<T: Copy + Default>(all: &[T], index: usize) -> T {
    all.get(index).copied().unwrap_or_default()
}

fn courses(state: State, words: Words) -> AnyView {
    let offered = move || {
        state
            .form
            .with(|form| form.chosen.categories.contains(Category::Af))
    };
    when(offered, move || {
        let flags = [
            flag(state, words.form().rncp, |a| a.rncp, |a, on| a.rncp = on),
            flag(state, words.form().rs, |a| a.rs, |a, on| a.rs = on),
            flag(
                state,
                words.form().work_study,
                |a| a.work_study,
                |a, on| a.work_study = on,
            ),
            flag(
                state,
                words.form().workplace_periods,
                |a| a.workplace_periods,
                |a, on| a.workplace_periods = on,
            ),
            flag(state, words.form().afest, |a| a.afest, |a, on| a.afest = on),
            flag(
                state,
                words.form().only_short_courses,
                |a| a.only_short_courses,
                |a, on| a.only_short_courses = on,
            ),
        ];
        group(words.form().af_courses, flags)
    })
}

fn organisation(state: State, words: Words) -> El {
    let flags = [
        flag(
            state,
            words.form().subcontracts,
            |a| a.subcontracts,
            |a, on| a.subcontracts = on,
        ),
        flag(
            state,
            words.form().only_as_subcontractor,
            |a| a.only_as_subcontractor,
            |a, on| a.only_as_subcontractor = on,
        ),
        flag(
            state,
            words.form().vat_exempt,
            |a| a.vat_exempt,
            |a, on| a.vat_exempt = on,
        ),
    ];
    group(words.form().organisation, flags)
}

fn group<const N: usize>(legend: &'static str, flags: [El; N]) -> El {
    let mut group = el("fieldset")
        .class("field")
        .child(el("legend").child(legend));
    for flag in flags {
        group = group.child(flag);
    }
    group
}
