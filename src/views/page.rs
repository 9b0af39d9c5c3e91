//! What the views have in common: their heading, the profile they speak of, sentences with their source.

use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, Live, citation, el, live};
use calliope_rules::Provisional;
use calliope_rules::catalogue;
use calliope_rules::explain::Basis;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The heading of a view, where the focus arrives.
pub fn title(text: &'static str) -> El {
    el("h1")
        .class("page-title")
        .attr("id", "title")
        .attr("tabindex", "-1")
        .child(text)
}

/// The profile that a view speaks of, and the way to change it.
pub fn for_profile(state: State, words: Words) -> El {
    let line = live(move || {
        let profile = state
            .parsed
            .with(|parsed| words.profile(&parsed.answers, state.today));
        words.page().for_profile(&profile)
    });
    let change = el("a")
        .attr_live("href", live(move || state.link_to(View::Quote)))
        .child(words.views().change_profile);
    el("p")
        .class("for-profile")
        .child(el("span").child(line))
        .child(" ")
        .child(change)
}

/// A sentence and where it was read.
pub fn cited(words: Words, sentence: String, basis: Basis) -> El {
    el("li")
        .class("cited")
        .child(el("p").child(sentence))
        .child(el("ul").class("sources").child(citation(words, basis)))
}

/// What rules say on `day`, each with its source.
pub fn rules(words: Words, ids: &[&str], day: NaiveDate) -> El {
    let mut list = el("ul").class("cited-list");
    for id in ids {
        if let Some(entry) = catalogue::entry(id, day) {
            list = list.child(cited(words, words.rule(id, day), entry.basis));
        }
    }
    list
}

/// What else there is to know: rules that hold on `day`, at the end of a view.
pub fn know(words: Words, ids: &[&str], day: NaiveDate) -> El {
    part("know", words.page().good_to_know).child(rules(words, ids, day))
}

/// A part of a view under its heading.
pub fn part(id: &'static str, heading: &'static str) -> El {
    el("section")
        .class("part")
        .attr("aria-labelledby", id)
        .child(
            el("h2")
                .attr("id", id)
                .attr("tabindex", "-1")
                .child(heading),
        )
}

/// What binds nobody, and who binds.
pub fn notice(state: State, words: Words) -> El {
    let binding = match state.settings.seller() {
        "" => words.site().notice.to_owned(),
        seller => words.settings().notice(seller),
    };
    el("p")
        .child(el("strong").child(words.site().notice_title))
        .child(" ")
        .child(binding)
}

/// A link that leaves the site.
pub fn outside(words: Words, url: &'static str, text: &'static str) -> El {
    let new_tab = [" (", words.site().new_tab, ")"].concat();
    el("a")
        .attr("href", url)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child(text)
        .child(el("span").class("hidden").child(new_tab))
}

/// A button.
pub fn button(class: &'static str, label: &'static str) -> El {
    el("button")
        .attr("type", "button")
        .class(class)
        .child(label)
}

/// What one does next, side by side.
pub fn actions(buttons: Vec<El>) -> El {
    buttons
        .into_iter()
        .fold(el("div").class("actions"), El::child)
}

/// What is said when a file could not be handed over.
pub fn download_note(words: Words, failed: RwSignal<bool>) -> El {
    el("p")
        .class("hint")
        .attr("role", "alert")
        .child(live(move || {
            if failed.get() {
                words.page().download_failed.to_owned()
            } else {
                String::new()
            }
        }))
}

/// What follows from the answers, set apart; `class` is empty, `unsure` or `bad`.
pub fn verdict(class: &'static str, sentence: String) -> El {
    let class = match class {
        "unsure" => "verdict-box unsure",
        "bad" => "verdict-box bad",
        _ => "verdict-box",
    };
    el("div")
        .class(class)
        .child(el("p").child(el("strong").child(sentence)))
}

/// Fields side by side where there is room.
pub fn fields(fields: Vec<El>) -> El {
    fields
        .into_iter()
        .fold(el("div").class("fields"), El::child)
}

/// The way to another view, with the answers.
pub fn to(state: State, view: View, label: &'static str) -> El {
    go(label, live(move || state.link_to(view)))
}

/// The way to an address of the site.
pub fn go(label: &'static str, address: Live<String>) -> El {
    el("p").child(
        el("a")
            .class("button quiet")
            .attr_live("href", address)
            .child(label),
    )
}

/// What is not established about the indicators of the profile's framework.
pub fn provisional(state: State, words: Words) -> El {
    let listed = live(move || {
        state.assessment.with(|a| {
            a.provisional
                .iter()
                .filter(|what| matches!(what, Provisional::GuideV10 | Provisional::Indicator33))
                .map(|what| {
                    el("p")
                        .class("estimate")
                        .child(words.provisional(*what))
                        .view()
                })
                .collect::<Vec<AnyView>>()
                .into_any()
        })
    });
    el("div").child(listed)
}
