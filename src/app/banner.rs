//! What the opened link held that could not be read.

use crate::browser::document;
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::RULES_VERSION;
use calliope_rules::profile::link::Ignored;
use leptos::prelude::*;

/// What the opened link held that could not be read.
pub fn link_banner(state: State, words: Words) -> El {
    let line = move |ignored: &Ignored| {
        let text = match ignored {
            Ignored::TooLong => words.link().too_long.to_owned(),
            Ignored::Version(version) => words.link().version(version),
            Ignored::Rules(then) => words.link().rules(RULES_VERSION, then),
            Ignored::UnknownKey(key) => words.link().unknown_key(key),
            Ignored::Repeated(key) => words.link().repeated(key),
            Ignored::BadValue { key, value } => words.link().bad_value(key, value),
        };
        el("li").child(text).view()
    };
    let lines = move || {
        state.ignored.with(|ignored| {
            ignored
                .iter()
                .map(line)
                .collect::<Vec<AnyView>>()
                .into_any()
        })
    };
    let close = el("button")
        .class("button quiet")
        .attr("type", "button")
        .on("click", move |_| {
            state.ignored.set(Vec::new());
            document::focus("title");
        })
        .child(words.link().dismiss);
    el("div")
        .class("banner")
        .attr("role", "status")
        .attr("data-testid", "link-banner")
        .child(el("p").child(el("strong").child(words.link().title)))
        .child(el("ul").child(live(lines)))
        .child(el("p").child(words.link().rest))
        .child(close)
}
