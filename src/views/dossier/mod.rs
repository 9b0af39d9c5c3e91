//! Everything on paper: answers, audits, price, what is missing, the grid, the calendar, what is provisional.

mod price;

use super::{calendar, eligibility, page, share};
use crate::browser::download;
use crate::export;
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::{Assessment, RULES_VERSION};
use leptos::prelude::*;

/// `#/dossier`
pub fn dossier(state: State, words: Words) -> AnyView {
    let texts = words.dossier();
    let results = live(move || {
        state.assessment.with(|a| {
            vec![
                price::audits(words, a).view(),
                price::price(state, words, a).view(),
                missing(words, a).view(),
                grid(words, a).view(),
            ]
            .into_any()
        })
    });
    let dates = page::part("milestones", words.calendar().milestones)
        .child(live(move || calendar::timeline(state, words).view()))
        .child(live(move || calendar::list(state, words).view()));
    let link = el("p")
        .class("dossier-link")
        .child(texts.link)
        .child(" ")
        .child(
            el("a")
                .attr_live("href", live(move || state.link()))
                .child(live(move || state.link())),
        );
    let notice = page::notice(state, words).class("fine-print");
    vec![
        page::title(texts.title).view(),
        el("p")
            .class("lead")
            .child(texts.lead(&words.date(state.today), RULES_VERSION))
            .view(),
        link.view(),
        exports(state, words).view(),
        answers(state, words).view(),
        el("div").child(results).view(),
        dates.view(),
        provisional(state, words).view(),
        notice.view(),
    ]
    .into_any()
}

fn exports(state: State, words: Words) -> El {
    let failed = RwSignal::new(false);
    let json = move |_| {
        let link = state.link();
        let tariff = untrack(|| state.tariff());
        let file = state
            .assessment
            .with_untracked(|a| export::calculation(a, tariff, &link));
        failed.set(!download::save(&file));
    };
    el("div")
        .child(share::share(state, words))
        .child(page::actions(vec![
            page::button("button quiet", words.dossier().json).on("click", json),
        ]))
        .child(el("p").class("help").child(words.dossier().json_help))
        .child(page::download_note(words, failed))
}

/// A table of two columns: a name and what it is.
fn pairs(caption: &'static str, rows: Vec<(String, String)>) -> El {
    let body = rows.into_iter().fold(el("tbody"), |body, (name, value)| {
        body.child(
            el("tr")
                .child(el("th").attr("scope", "row").child(name))
                .child(el("td").child(value)),
        )
    });
    el("table")
        .class("pairs")
        .child(el("caption").class("hidden").child(caption))
        .child(body)
}

fn answers(state: State, words: Words) -> El {
    let texts = words.dossier();
    let table = live(move || {
        let said = state
            .parsed
            .with(|parsed| words.answers(&parsed.answers, state.today));
        let rows = said
            .into_iter()
            .map(|(question, answer)| (question.to_owned(), answer))
            .collect();
        pairs(texts.answers, rows).view()
    });
    page::part("answers", texts.answers).child(table)
}

fn missing(words: Words, a: &Assessment) -> El {
    let part = page::part("missing", words.dossier().missing);
    if a.missing.is_empty() {
        return part.child(el("p").child(words.eligibility().ready));
    }
    let list = a
        .missing
        .iter()
        .fold(el("ul").class("plain-list"), |list, missing| {
            list.child(el("li").child(eligibility::requirement(words, *missing)))
        });
    part.child(list)
}

fn grid(words: Words, a: &Assessment) -> El {
    let texts = words.indicators();
    let head = [texts.name, texts.state, texts.reason, texts.severity]
        .into_iter()
        .fold(el("tr"), |head, name| {
            head.child(el("th").attr("scope", "col").child(name))
        });
    let body = a
        .indicators
        .all()
        .iter()
        .fold(el("tbody"), |body, indicator| {
            let title = words
                .indicator(indicator.number)
                .map_or("", |asked| asked.title);
            let mark = if indicator.new_entrant {
                [" · ", texts.new_entrant].concat()
            } else {
                String::new()
            };
            body.child(
                el("tr")
                    .attr("data-applies", indicator.verdict.id())
                    .child(
                        el("th")
                            .attr("scope", "row")
                            .child([&indicator.number.to_string(), ". ", title].concat()),
                    )
                    .child(el("td").child([words.verdict(indicator.verdict), &mark].concat()))
                    .child(el("td").child(words.reason(indicator.verdict)))
                    .child(el("td").child(words.severity(indicator.definition.severity))),
            )
        });
    let count = a.indicators.applicable().count() as u64;
    let counted = [
        &words
            .units()
            .indicators(words.form_of(count), &count.to_string()),
        " · ",
        words.framework(a.framework.id),
    ]
    .concat();
    page::part("grid", texts.title)
        .child(el("p").child(el("strong").child(counted)))
        .child(
            el("table")
                .class("facts")
                .child(el("caption").class("hidden").child(texts.title))
                .child(el("thead").child(head))
                .child(body),
        )
}

fn provisional(state: State, words: Words) -> El {
    let listed = live(move || {
        state.assessment.with(|a| {
            if a.provisional.is_empty() {
                return el("p").child(words.law().provisional_none).view();
            }
            a.provisional
                .iter()
                .fold(el("ul").class("plain-list"), |list, what| {
                    list.child(el("li").child(words.provisional(*what)))
                })
                .view()
        })
    });
    page::part("provisional", words.dossier().provisional).child(listed)
}
