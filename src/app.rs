//! The shell: header, banner of the link, the view of the address, footer.

mod banner;
mod footer;
mod header;

use crate::browser::document::{self, Module};
use crate::browser::timer;
use crate::effect::effect;
use crate::state::{State, View, key};
use crate::text::Words;
use crate::theme::{Colour, Scheme};
use crate::ui::{el, live, when};
use leptos::ev::Event;
use leptos::prelude::*;

/// The views that a module holds.
pub struct Rooms {
    /// Sets up what the views share besides the state.
    pub start: fn(State),
    /// What stands over every view.
    pub over: fn(State, Words) -> AnyView,
    /// Makes a view.
    pub view: fn(View, State, Words) -> AnyView,
}

/// The whole page, with the views that `rooms` holds.
pub fn app(rooms: &'static Rooms) -> AnyView {
    let state = State::from_address();
    (rooms.start)(state);
    // Another module of the site was here before, for another view.
    let took_over = document::is_ready();
    effect(move || {
        let words = state.words();
        let title = words.view(state.view.get());
        document::describe(
            words.lang(),
            &[title, " · ", header::name(state, words)].concat(),
        );
    });
    // Another module speaks the language that was asked for.
    effect(move || {
        if !Words::speaks(state.lang.get()) {
            document::ask_for(Module::Views);
        }
    });
    // A change of view is heard: the focus goes to its heading, but not on arrival.
    let mut arriving = true;
    effect(move || {
        state.view.track();
        let arrives = std::mem::take(&mut arriving);
        timer::next_frame(move || {
            let resumed = took_over && arrives && document::resume_focus();
            if !resumed && (took_over || !arrives) {
                document::start_of_view();
            }
            document::show_current();
        });
    });
    effect(move || dress(state));
    document::ready();
    // The texts do not change but with the language: then the page is made anew, the answers stay.
    live(move || shell(rooms, state, state.words())).into_any()
}

fn shell(rooms: &'static Rooms, state: State, words: Words) -> AnyView {
    let view = move || {
        let view = state.view.get();
        // What a view reads while it is made must not make it anew.
        untrack(|| (rooms.view)(view, state, words))
    };
    let banner = when(
        move || state.ignored.with(|ignored| !ignored.is_empty()),
        move || banner::link_banner(state, words),
    );
    let skip = el("a")
        .class("skip")
        .attr("href", "#title")
        .on("click", skip)
        .child(words.site().skip);
    let main = el("main")
        .attr("id", "main")
        .child((rooms.over)(state, words))
        .child(banner)
        .child(live(view));
    vec![
        skip.view(),
        header::header(state, words).view(),
        main.view(),
        footer::footer(state, words).view(),
    ]
    .into_any()
}

/// Wears the accent that the host page asks for in an embed, else the seller's.
fn dress(state: State) {
    let asked = |key| match state.embedded() {
        true => state.key(key),
        false => String::new(),
    };
    let own = state.settings.file.theme.accent.as_deref();
    let accent = Colour::parse(&asked(key::ACCENT)).or_else(|| Colour::parse(own?));
    let worn = accent.map(|accent| Scheme::ALL.map(|scheme| accent.readable(scheme).hex()));
    document::dress(worn, &asked(key::SCHEME));
}

/// The fragment belongs to the view: the skip link moves the focus by itself.
fn skip(event: Event) {
    event.prevent_default();
    document::go_to("title");
}
