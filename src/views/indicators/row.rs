//! One indicator: number, title, verdict with its reason, marks, what to prepare, its source.

use crate::text::{DECREE, Words};
use crate::ui::{El, citation, el};
use calliope_rules::framework::Framework;
use calliope_rules::indicators::{Change, Indicator};

/// The row.
pub fn row(words: Words, framework: &Framework, indicator: &Indicator) -> El {
    let texts = words.indicators();
    let title = words
        .indicator(indicator.number)
        .map_or("", |asked| asked.title);
    let state = el("p")
        .class("verdict")
        .child(el("strong").child(words.verdict(indicator.verdict)))
        .child(" ")
        .child(words.reason(indicator.verdict));
    let number = indicator.number.to_string();
    let details = el("details")
        .child(
            el("summary")
                // The summaries of the page must be told apart by ear.
                .child(
                    el("span")
                        .class("hidden")
                        .child([&texts.why_of(&number), " "].concat()),
                )
                .child(texts.why),
        )
        .child(details(words, framework, indicator));
    el("li")
        .class("indicator")
        .attr_owned("data-testid", ["indicator-row-", &number].concat())
        .attr("data-applies", indicator.verdict.id())
        .attr(
            "data-new-entrant",
            if indicator.new_entrant {
                "true"
            } else {
                "false"
            },
        )
        .child(el("span").class("number").child(number))
        .child(
            el("div")
                .class("indicator-body")
                .child(el("h3").child(title))
                .child(state)
                .child(marks(words, framework, indicator)),
        )
        .child(details)
}

fn marks(words: Words, framework: &Framework, indicator: &Indicator) -> El {
    let texts = words.indicators();
    let changed = match indicator.change {
        Some(Change::Added) => texts.added,
        Some(_) if framework.id == DECREE => texts.changed,
        Some(_) => texts.changed_by_guide,
        None => "",
    };
    let mut marks = el("ul").class("marks-list");
    for (on, text) in [
        (
            indicator.verdict.is_yes() && indicator.is_major_only(),
            texts.major_only,
        ),
        (indicator.new_entrant, texts.new_entrant),
        (indicator.surveillance, texts.surveillance),
        (!changed.is_empty(), changed),
    ] {
        if on {
            marks = marks.child(el("li").class("chip").child(text));
        }
    }
    marks
}

fn details(words: Words, framework: &Framework, indicator: &Indicator) -> El {
    let texts = words.indicators();
    let mut facts = el("dl");
    if let Some(asked) = words.indicator(indicator.number) {
        let change = words.change_under(framework, indicator);
        let first_year = if indicator.new_entrant {
            asked.new_entrant
        } else {
            ""
        };
        for (name, text) in [
            (texts.evidence, asked.evidence),
            (texts.first_year, first_year),
            (
                texts.severity,
                words.severity(indicator.definition.severity),
            ),
            (texts.minor_when, asked.minor),
            (texts.notes, asked.note),
            (texts.change, change),
        ] {
            if !text.is_empty() {
                facts = facts
                    .child(el("dt").child(name))
                    .child(el("dd").child(text));
            }
        }
    }
    let source = el("ul")
        .class("sources")
        .child(citation(words, indicator.basis));
    el("div")
        .class("indicator-details")
        .child(facts)
        .child(source)
}
