//! The sheets: how the address writes them, and the list of them.

use super::{at, held, indicators_of, keep, stage, subject_name};
use crate::state::{State, key};
use crate::text::Words;
use crate::ui::{El, TextField, citation, el, live, take, text_field};
use crate::views::page;
use calliope_rules::date::{format_iso, parse_iso};
use calliope_rules::findings::{
    Finding, Impossible, Kind, Standing, Subject, check, state as judge,
};
use leptos::prelude::*;

/// Reads `4-maj-20261201-20270115.12-min-20261201`, and gives what could not be read.
pub fn read(text: &str) -> (Vec<Finding>, Vec<String>) {
    let (mut findings, mut bad) = (Vec::new(), Vec::new());
    for sheet in text.split('.').filter(|sheet| !sheet.is_empty()) {
        match one(sheet) {
            Some(finding) => findings.push(finding),
            None => bad.push(sheet.to_owned()),
        }
    }
    (findings, bad)
}

fn one(sheet: &str) -> Option<Finding> {
    let mut parts = sheet.split('-');
    let subject = match parts.next()? {
        "affichage" => Subject::Display,
        number => Subject::Indicator(number.parse().ok()?),
    };
    let kind = match parts.next()? {
        "min" => Kind::Minor,
        "maj" => Kind::Major,
        _ => return None,
    };
    let day = |text: &str| {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        parse_iso(&[year, month, day].join("-"))
    };
    let notified = day(parts.next()?)?;
    let lifted = match parts.next() {
        None => None,
        Some(text) => Some(day(text)?),
    };
    parts.next().is_none().then_some(Finding {
        subject,
        kind,
        notified,
        lifted,
    })
}

/// Writes what [`read`] reads.
pub fn write(findings: &[Finding]) -> String {
    let sheet = |finding: &Finding| {
        let subject = match finding.subject {
            Subject::Indicator(number) => number.to_string(),
            Subject::Display => "affichage".to_owned(),
        };
        let kind = match finding.kind {
            Kind::Minor => "min",
            Kind::Major => "maj",
        };
        let compact = |date| format_iso(date).replace('-', "");
        let mut sheet = [&subject, "-", kind, "-", &compact(finding.notified)].concat();
        if let Some(lifted) = finding.lifted {
            sheet.push('-');
            sheet.push_str(&compact(lifted));
        }
        sheet
    };
    findings.iter().map(sheet).collect::<Vec<_>>().join(".")
}

/// The list of sheets, where each stands, and what makes one impossible.
pub fn sheets(state: State, words: Words) -> El {
    let texts = words.findings();
    // Made anew when a sheet comes or goes; a date of lifting is typed in place.
    let subjects = Memo::new(move |_| {
        held(state)
            .iter()
            .map(|finding| (finding.subject, finding.kind, finding.notified))
            .collect::<Vec<_>>()
    });
    let list = live(move || {
        subjects.with(|subjects| {
            if subjects.is_empty() {
                return el("p").class("help").child(texts.none).view();
            }
            subjects
                .iter()
                .fold(el("ul").class("sheets"), |list, (subject, ..)| {
                    list.child(sheet(state, words, *subject))
                })
                .view()
        })
    });
    let wrong = live(move || {
        let (findings, unreadable) = read(&state.key(key::SHEETS));
        let impossible = check(stage(state), &findings, &indicators_of(state, &findings)).err();
        let mut lines: Vec<String> = unreadable
            .iter()
            .map(|text| texts.unreadable(text))
            .collect();
        lines.extend(impossible.map(|why| explain(words, why)));
        lines.join(" ")
    });
    page::part("sheets", texts.sheets)
        .child(el("p").class("error").attr("role", "alert").child(wrong))
        .child(list)
}

/// Why a set of sheets cannot stand, in words.
pub fn explain(words: Words, why: Impossible) -> String {
    let texts = words.findings();
    match why {
        Impossible::NoSuchIndicator(number) => texts.no_such(&number.to_string()),
        Impossible::NotApplicable(number) => texts.not_applicable(&number.to_string()),
        Impossible::OnlyMajor(subject) => texts.only_major(&subject_name(words, subject)),
        Impossible::SecondSheet(subject) => texts.second_sheet(&subject_name(words, subject)),
        Impossible::NothingToDisplay => texts.nothing_to_display.to_owned(),
        Impossible::LiftedBeforeNotified(subject) => {
            texts.lifted_before(&subject_name(words, subject))
        }
    }
}

fn sheet(state: State, words: Words, subject: Subject) -> El {
    let texts = words.findings();
    let name = subject_name(words, subject);
    let of = move |finding: &Finding| finding.subject == subject;
    let described = live(move || {
        let found = held(state).into_iter().find(of);
        found.map_or_else(String::new, |finding| {
            let kind = match finding.kind {
                Kind::Minor => texts.minor,
                Kind::Major => texts.major,
            };
            texts.described(&words.date(finding.notified), kind)
        })
    });
    let stands = live(move || {
        let next = state.key_date(key::NEXT_AUDIT);
        let judged = judge(stage(state), &held(state), next, at(state));
        let sheet = judged.sheets.into_iter().find(|sheet| of(&sheet.finding));
        sheet.map_or_else(
            || ().into_any(),
            |sheet| {
                let (class, said) = standing(words, sheet.standing);
                el("div")
                    .child(el("p").class(class).child(said))
                    .child(
                        el("ul")
                            .class("sources")
                            .child(citation(words, sheet.basis)),
                    )
                    .view()
            },
        )
    });
    let lifted = live(move || {
        let found = held(state).into_iter().find(of);
        let lifted = found.and_then(|finding| finding.lifted);
        lifted.map(format_iso).unwrap_or_default()
    });
    let wrong = RwSignal::new(false);
    let lift = take(move |text: String| {
        let day = parse_iso(&text);
        wrong.set(day.is_none() && !text.is_empty());
        if wrong.get_untracked() {
            return;
        }
        let mut findings = held(state);
        for finding in findings.iter_mut().filter(|finding| of(finding)) {
            finding.lifted = day;
        }
        keep(state, &findings);
    });
    let remove = move |_| {
        let mut findings = held(state);
        findings.retain(|finding| !of(finding));
        keep(state, &findings);
        crate::browser::document::focus("sheets");
    };
    el("li")
        .class("sheet")
        .attr_owned(
            "data-testid",
            match subject {
                Subject::Indicator(number) => ["finding-", &number.to_string()].concat(),
                Subject::Display => "finding-display".to_owned(),
            },
        )
        .child(
            el("div")
                .child(
                    el("p")
                        .child(el("strong").child(name.clone()))
                        .child(" ")
                        .child(described),
                )
                .child(stands),
        )
        .child(text_field(TextField {
            id: lifted_id(subject).into(),
            label: texts.lifted,
            help: "",
            kind: "date",
            keyboard: "text",
            unit: "",
            value: lifted,
            on_input: lift,
            on_done: take(|_| {}),
            error: live(move || {
                let said = if wrong.get() {
                    words.errors().date_out_of_range
                } else {
                    ""
                };
                said.to_owned()
            }),
        }))
        .child(
            el("button")
                .class("button quiet")
                .attr("type", "button")
                .attr_owned("aria-label", texts.remove(&name))
                .on("click", remove)
                .child(texts.remove_short),
        )
}

/// The id of the date of lifting of a sheet.
fn lifted_id(subject: Subject) -> String {
    match subject {
        Subject::Display => "lifted-display".to_owned(),
        Subject::Indicator(number) => ["lifted-", &number.to_string()].concat(),
    }
}

fn standing(words: Words, standing: Standing) -> (&'static str, String) {
    let texts = words.findings();
    match standing {
        Standing::Lifted => ("", texts.standing_lifted.to_owned()),
        Standing::Open(by) => ("", texts.standing_open(&words.date(by))),
        Standing::BeingVerified(by) => ("estimate", texts.standing_verified(&words.date(by))),
        Standing::TurnedMajor(since) => ("error", texts.standing_turned(&words.date(since))),
        Standing::Overdue(since) => ("error", texts.standing_overdue(&words.date(since))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_read_as_they_are_written() {
        let text = "4-maj-20261201-20270115.12-min-20261201.affichage-maj-20261201";
        let (findings, bad) = read(text);
        assert_eq!(findings.len(), 3);
        assert!(bad.is_empty());
        assert_eq!(write(&findings), text);
    }

    #[test]
    fn what_cannot_be_read_is_given_back() {
        for sheet in [
            "4",
            "x-maj-20261201",
            "4-big-20261201",
            "4-maj-20261301",
            "4-maj-2026é1",
            "4-maj-20261201-20270115-1",
        ] {
            assert_eq!(read(sheet).1, [sheet], "{sheet}");
        }
    }
}
