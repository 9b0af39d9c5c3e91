//! The shell: header, banner of the link, the view of the address, footer.

use crate::browser::document;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, el, live, when};
use crate::views;
use calliope_rules::RULES_VERSION;
use calliope_rules::profile::link::{Ignored, Lang};
use leptos::ev::Event;
use leptos::prelude::*;

/// The whole page.
pub fn app() -> AnyView {
    let state = State::from_address();
    Effect::new(move || {
        let words = state.words();
        let view = match state.view.get() {
            View::Quote => words.views.quote,
            View::NotFound => words.views.not_found,
        };
        document::describe(words.lang(), &[view, " · ", words.site.name].concat());
    });
    document::ready();
    // The texts do not change but with the language: then the page is made anew, the answers stay.
    live(move || shell(state, state.words())).into_any()
}

fn shell(state: State, words: Words) -> AnyView {
    let view = move || match state.view.get() {
        View::Quote => views::quote(state, words),
        View::NotFound => views::not_found(words).view(),
    };
    let banner = when(
        move || state.ignored.with(|ignored| !ignored.is_empty()),
        move || link_banner(state, words),
    );
    let skip = el("a")
        .class("skip")
        .attr("href", "#title")
        .on("click", skip)
        .child(words.site.skip);
    let main = el("main")
        .attr("id", "main")
        .child(banner)
        .child(live(view));
    vec![
        skip.view(),
        header(state, words).view(),
        main.view(),
        footer(words).view(),
    ]
    .into_any()
}

/// The fragment belongs to the view: the skip link moves the focus by itself.
fn skip(event: Event) {
    event.prevent_default();
    document::go_to("title");
}

fn header(state: State, words: Words) -> El {
    let other = match words.lang() {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    };
    let switch = move |_| {
        state.choose_language(other);
        request_animation_frame(|| document::focus("language"));
    };
    let mark = el("span").class("mark").attr("aria-hidden", "true");
    let language = el("button")
        .class("quiet language")
        .attr("type", "button")
        .attr("id", "language")
        .attr("lang", other.id())
        .on("click", switch)
        .child(words.site.other_language);
    el("header")
        .class("site-header")
        .child(
            el("a")
                .class("brand")
                .attr("href", "#/devis")
                .child(mark)
                .child(words.site.name),
        )
        .child(language)
}

fn footer(words: Words) -> El {
    let checked = calliope_rules::sources::checked_on();
    el("footer")
        .class("site-footer")
        .child(el("p").child(words.site.privacy))
        .child(
            el("p").child(
                words
                    .site
                    .rules_version(&words.date(checked), RULES_VERSION),
            ),
        )
}

/// What the opened link held that could not be read.
fn link_banner(state: State, words: Words) -> El {
    let line = move |ignored: &Ignored| {
        let text = match ignored {
            Ignored::TooLong => words.link.too_long.to_owned(),
            Ignored::Version(version) => words.link.version(version),
            Ignored::UnknownKey(key) => words.link.unknown_key(key),
            Ignored::Repeated(key) => words.link.repeated(key),
            Ignored::BadValue { key, value } => words.link.bad_value(key, value),
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
        .on("click", move |_| state.ignored.set(Vec::new()))
        .child(words.link.dismiss);
    el("div")
        .class("banner")
        .attr("role", "status")
        .attr("data-testid", "link-banner")
        .child(el("p").child(el("strong").child(words.link.title)))
        .child(el("ul").child(live(lines)))
        .child(el("p").child(words.link.rest))
        .child(close)
}
