//! What an audit would conclude today, from the non-conformities noted.

use super::item::items;
use crate::desk::Desk;
use crate::drafts::Progress;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, el, live};
use crate::views::{findings, page};
use calliope_rules::findings::{Finding, Kind, Stage, Subject, state as conclude};
use calliope_rules::indicators::Indicator;
use leptos::prelude::*;

/// The verdict and what makes it.
pub fn today(desk: Desk, state: State, words: Words) -> El {
    let texts = words.readiness();
    // Majors, minors, and how many are not ready.
    let noted = Memo::new(move |_| {
        let (mut majors, mut minors, mut left) = (Vec::new(), Vec::new(), 0);
        for item in items(desk, state) {
            let only_major = state.assessment.with(|assessment| {
                let indicator = assessment.indicators.get(item.number);
                indicator.is_some_and(Indicator::is_major_only)
            });
            match item.progress {
                // Noted under another framework, where it could be minor.
                Progress::Minor if only_major => majors.push(item.number),
                Progress::Minor => minors.push(item.number),
                Progress::Major => majors.push(item.number),
                Progress::NotStarted | Progress::InProgress => left += 1,
                Progress::Ready => {}
            }
        }
        (majors, minors, left)
    });
    let body = live(move || {
        noted.with(|(majors, minors, left)| {
            let findings: Vec<Finding> = majors
                .iter()
                .map(|number| (number, Kind::Major))
                .chain(minors.iter().map(|number| (number, Kind::Minor)))
                .map(|(number, kind)| Finding {
                    subject: Subject::Indicator(*number),
                    kind,
                    notified: state.today,
                    lifted: None,
                })
                .collect();
            // A decision makes the certificate: what is found later is another audit's.
            let decided = state
                .parsed
                .with(|parsed| parsed.answers.decision_date.is_some());
            let stage = if decided {
                Stage::Later
            } else {
                Stage::Initial
            };
            let conclusion = conclude(stage, &findings, None, state.today);
            let (class, id, sentence) = findings::said(words, conclusion.verdict);
            let list = |numbers: &[u8]| {
                numbers
                    .iter()
                    .map(u8::to_string)
                    .collect::<Vec<_>>()
                    .join(", ")
            };
            let form = |count: usize| (words.form_of(count as u64), count.to_string());
            let line = |numbers: &[u8], major: bool| {
                let (of, n) = form(numbers.len());
                let text = if major {
                    texts.found_major(of, &list(numbers), &n)
                } else {
                    texts.found_minor(of, &list(numbers), &n)
                };
                (!numbers.is_empty()).then(|| el("p").child(text))
            };
            let (of, n) = form(*left);
            let unready = if *left == 0 {
                (majors.is_empty() && minors.is_empty()).then(|| texts.all_ready.to_owned())
            } else {
                Some(texts.not_ready(of, &n))
            };
            let accumulated = conclusion
                .accumulated
                .then(|| el("p").child(words.findings().accumulated));
            let class = if class.is_empty() && *left > 0 {
                "unsure"
            } else {
                class
            };
            let sentence = if findings.is_empty() {
                texts.none_found.to_owned()
            } else {
                sentence
            };
            page::verdict(class, sentence)
                .attr("data-testid", "readiness-verdict")
                .attr("data-value", id)
                .child(line(majors, true))
                .child(line(minors, false))
                .child(accumulated)
                .child(unready.map(|text| el("p").child(text)))
                .view()
        })
    });
    page::part("today", texts.today)
        .child(el("div").attr("role", "status").child(body))
        .child(page::to(state, View::Findings, texts.see_findings))
}
