//! Who shows the page, the views, the language.

use crate::browser::{document, timer};
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::profile::link::Lang;
use leptos::prelude::*;

/// The top of the page.
pub fn header(state: State, words: Words) -> El {
    let other = match words.lang() {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    };
    // The page is made anew: the button answers first.
    let switch = move |_| {
        timer::after_paint(move || {
            state.choose_language(other);
            document::once_shown(|| document::focus("language"));
        });
    };
    let language = el("button")
        .class("quiet language")
        .attr("type", "button")
        .attr("id", "language")
        .attr("lang", other.id())
        .on("click", switch)
        .child(words.site().other_language);
    el("header")
        .class("site-header")
        .child(
            el("a")
                .class("brand")
                .attr_live("href", live(move || state.link_to(View::Quote)))
                .child(mark(state))
                .child(name(state, words)),
        )
        .child(menu(state, words))
        .child(language)
}

/// The views; the links carry the answers.
fn menu(state: State, words: Words) -> El {
    let mut list = el("ul");
    let listed = |view: &View| !View::AT_THE_FOOT.contains(view);
    for view in View::ALL.into_iter().filter(listed) {
        let link = el("a")
            .attr_live("href", live(move || state.link_to(view)))
            .attr_live(
                "aria-current",
                live(move || {
                    let here = state.view.get() == view;
                    if here { "page" } else { "false" }.to_owned()
                }),
            )
            .child(words.view(view));
        list = list.child(el("li").child(link));
    }
    el("nav")
        .class("menu")
        .attr("aria-label", words.views().menu)
        .child(list)
}

/// The seller's name, else that of the site.
#[must_use]
pub fn name(state: State, words: Words) -> &'static str {
    match state.settings.seller() {
        "" => words.site().name,
        seller => seller,
    }
}

/// The seller's logo, else the mark of the site. The name stands beside it: it says nothing more.
fn mark(state: State) -> El {
    match &state.settings.file.theme.logo {
        Some(logo) => el("img").class("logo").attr("src", logo).attr("alt", ""),
        None => el("span").class("mark").attr("aria-hidden", "true"),
    }
}
