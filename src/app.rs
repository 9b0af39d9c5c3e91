//! The shell: header, banner of the link, the view of the address, footer.

use crate::browser::document;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{act, live, when};
use crate::views;
use calliope_rules::RULES_VERSION;
use calliope_rules::profile::link::{Ignored, Lang};
use leptos::ev::MouseEvent;
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
        View::NotFound => views::not_found(words),
    };
    view! {
        <a class="skip" href="#title" on:click=act(skip)>{words.site.skip}</a>
        {header(state, words)}
        <main id="main">
            {when(move || state.ignored.with(|ignored| !ignored.is_empty()), move || link_banner(state, words))}
            {live(view)}
        </main>
        {footer(state, words)}
    }
    .into_any()
}

/// The fragment belongs to the view: the skip link moves the focus by itself.
fn skip(event: MouseEvent) {
    event.prevent_default();
    document::go_to("title");
}

fn header(state: State, words: Words) -> AnyView {
    let other = match words.lang() {
        Lang::Fr => Lang::En,
        Lang::En => Lang::Fr,
    };
    let switch = move |_: MouseEvent| {
        state.choose_language(other);
        request_animation_frame(|| document::focus("language"));
    };
    view! {
        <header class="site-header">
            <a class="brand" href="#/devis">
                <svg class="mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path d="M4 19.5V4.5M4 19.5h16M8 16v-4M12 16V8M16 16v-6"/>
                </svg>
                {words.site.name}
            </a>
            <button type="button" class="quiet language" id="language" lang=other.id() on:click=act(switch)>
                {words.site.other_language}
            </button>
        </header>
    }
    .into_any()
}

fn footer(state: State, words: Words) -> AnyView {
    let checked = calliope_rules::sources::all().iter().map(|source| source.checked_on).max().unwrap_or(state.today);
    view! {
        <footer class="site-footer">
            <p>{words.site.privacy}</p>
            <p>{words.site.rules_version(&words.date(checked), RULES_VERSION)}</p>
        </footer>
    }
    .into_any()
}

/// What the opened link held that could not be read.
fn link_banner(state: State, words: Words) -> AnyView {
    let line = move |ignored: &Ignored| match ignored {
        Ignored::TooLong => words.link.too_long.to_owned(),
        Ignored::Version(version) => words.link.version(version),
        Ignored::UnknownKey(key) => words.link.unknown_key(key),
        Ignored::Repeated(key) => words.link.repeated(key),
        Ignored::BadValue { key, value } => words.link.bad_value(key, value),
    };
    let lines = move || {
        let item = |ignored: &Ignored| view! { <li>{line(ignored)}</li> }.into_any();
        state.ignored.with(|ignored| ignored.iter().map(item).collect::<Vec<AnyView>>())
    };
    view! {
        <aside class="banner" role="status" data-testid="link-banner">
            <p><strong>{words.link.title}</strong></p>
            <ul>{live(lines)}</ul>
            <p>{words.link.rest}</p>
            <button type="button" class="button quiet" on:click=act(move |_: MouseEvent| state.ignored.set(Vec::new()))>
                {words.link.dismiss}
            </button>
        </aside>
    }
    .into_any()
}
