//! The shell: header, banner of the link, the view of the address, footer.

use crate::browser::document::{self, Module};
use crate::state::{Slot, State, View};
use crate::text::Words;
use crate::ui::{El, el, live, when};
use calliope_rules::RULES_VERSION;
use calliope_rules::profile::link::{Ignored, Lang};
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
    Effect::new(move || {
        let words = state.words();
        let title = words.view(state.view.get());
        document::describe(words.lang(), &[title, " · ", words.site().name].concat());
    });
    // Another module speaks the language that was asked for.
    Effect::new(move || {
        if !Words::speaks(state.lang.get()) {
            document::ask_for(Module::Views);
        }
    });
    // A change of view is heard: the focus goes to its heading, but not on arrival.
    Effect::new(move |arrived: Option<()>| {
        state.view.track();
        request_animation_frame(move || {
            let resumed = took_over && arrived.is_none() && document::resume_focus();
            if !resumed && (took_over || arrived.is_some()) {
                document::start_of_view();
            }
            document::show_current();
        });
    });
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
    let unread = when(
        move || field_view(state).is_some_and(|view| view != state.view.get()),
        move || unread(state, words),
    );
    let banner = when(
        move || state.ignored.with(|ignored| !ignored.is_empty()),
        move || link_banner(state, words),
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
        .child(unread)
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
        .child(words.site().other_language);
    el("header")
        .class("site-header")
        .child(
            el("a")
                .class("brand")
                .attr_live("href", live(move || state.link_to(View::Quote)))
                .child(mark)
                .child(words.site().name),
        )
        .child(menu(state, words))
        .child(language)
}

/// The views; the links carry the answers.
fn menu(state: State, words: Words) -> El {
    let mut list = el("ul");
    for view in View::ALL {
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

fn footer(words: Words) -> El {
    let checked = calliope_rules::sources::checked_on();
    el("footer")
        .class("site-footer")
        .child(el("p").child(words.site().privacy))
        .child(
            el("p").child(
                words
                    .site()
                    .rules_version(&words.date(checked), RULES_VERSION),
            ),
        )
}

/// The view that holds the first answer that cannot be read.
fn field_view(state: State) -> Option<View> {
    state.parsed.with(|parsed| {
        let (slot, _) = parsed.bad.first()?;
        Some(match slot {
            Slot::ContractDate | Slot::DecisionDate => View::Calendar,
            Slot::ExtensionSites => View::Eligibility,
            _ => View::Quote,
        })
    })
}

/// An answer given in another view cannot be read: this one is that of the last that could.
fn unread(state: State, words: Words) -> El {
    let field = move || state.link_to(field_view(state).unwrap_or(View::Quote));
    el("div")
        .class("banner unread")
        .attr("role", "status")
        .child(
            el("p")
                .child(el("strong").child(words.errors().to_correct))
                .child(" ")
                .child(words.errors().stale_view)
                .child(" ")
                .child(
                    el("a")
                        .attr_live("href", live(field))
                        .child(words.views().change_profile),
                ),
        )
}

/// What the opened link held that could not be read.
fn link_banner(state: State, words: Words) -> El {
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
