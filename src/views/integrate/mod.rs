//! Putting a view on another site: what it shows, how it looks, what to paste.

mod tag;

use crate::browser::{address, clipboard, document};
use crate::state::{State, View, key};
use crate::text::Words;
use crate::theme::{Colour, Scheme};
use crate::ui::{El, el, fixed, live};
use crate::views::keyed::{self, LineField};
use crate::views::{page, share};
use leptos::prelude::*;
use tag::Tag;

/// The views that make sense alone.
const VIEWS: [View; 5] = [
    View::Quote,
    View::Indicators,
    View::Calendar,
    View::Eligibility,
    View::Nda,
];

/// The heights of a frame, in pixels.
const HEIGHTS: std::ops::RangeInclusive<u32> = 120..=30_000;

/// `#/integrer`
pub fn integrate(state: State, words: Words) -> AnyView {
    let texts = words.embedding();
    document::load("embed.js");
    let tag = Memo::new(move |_| read(state));
    vec![
        page::title(words.view(View::Integrate)).view(),
        el("p").class("lead").child(texts.lead).view(),
        el("div")
            .class("integrate")
            .child(questions(state, words))
            .child(preview(words, tag))
            .view(),
        paste(words, tag).view(),
        privacy(words).view(),
    ]
    .into_any()
}

/// What the tag asks for; what cannot be read is left out.
fn read(state: State) -> Tag {
    let page = address::without_fragment();
    let folder = page.split('?').next().unwrap_or_default();
    let base = folder.rsplit_once('/').map_or("", |(base, _)| base);
    let view = View::of(&state.key(key::SHOWN));
    let height = height(&state.key(key::HEIGHT)).flatten();
    Tag {
        base: [base, "/"].concat(),
        view: view.word().to_owned(),
        lang: one_of(state, key::SHOWN_LANG, ["fr", "en"]),
        accent: Colour::parse(&state.key(key::SHOWN_ACCENT)).map_or_else(String::new, Colour::hex),
        theme: one_of(state, key::SHOWN_SCHEME, ["light", "dark"]),
        profile: if state.key_is_on(key::WITH_PROFILE) {
            profile(state)
        } else {
            String::new()
        },
        partner: state.key(key::PARTNER).trim().to_owned(),
        height: height.map_or_else(String::new, |height| height.to_string()),
    }
}

/// What the link of the quote says of the client.
fn profile(state: State) -> String {
    let link = state.link_to(View::Quote);
    let (_, pairs) = link.split_once('?').unwrap_or_default();
    let of_client = |pair: &&str| !pair.starts_with("v=") && !pair.starts_with("lang=");
    pairs
        .split('&')
        .filter(of_client)
        .collect::<Vec<_>>()
        .join("&")
}

/// The word that a key holds, where it is one of these.
fn one_of(state: State, key: &str, words: [&str; 2]) -> String {
    let word = state.key(key);
    if words.contains(&word.as_str()) {
        word
    } else {
        String::new()
    }
}

/// A height as typed: none when it cannot be one, none inside when nothing is asked.
fn height(text: &str) -> Option<Option<u32>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    let px = text.parse().ok()?;
    HEIGHTS.contains(&px).then_some(Some(px))
}

fn questions(state: State, words: Words) -> El {
    let texts = words.embedding();
    let views = VIEWS.map(|view| {
        let word = if view == View::Quote { "" } else { view.word() };
        (word, words.view(view).to_owned())
    });
    let accent_error = live(move || {
        let text = state.key(key::SHOWN_ACCENT);
        if text.is_empty() || Colour::parse(&text).is_some() {
            String::new()
        } else {
            texts.accent_error(&text)
        }
    });
    let height_error = live(move || {
        let text = state.key(key::HEIGHT);
        match height(&text) {
            Some(_) => String::new(),
            None => texts.height_error(&text),
        }
    });
    let line = |id, [label, help]: [&'static str; 2], key, error| {
        let field = LineField {
            id,
            label,
            help,
            kind: "text",
            keyboard: "text",
            unit: "",
            key,
            error,
        };
        keyed::line_field(state, field)
    };
    page::part("what", texts.what)
        .child(keyed::select(
            state,
            "shown",
            texts.view,
            key::SHOWN,
            views.to_vec(),
        ))
        .child(keyed::one_of(
            state,
            texts.lang,
            key::SHOWN_LANG,
            &["", "fr", "en"],
            &[texts.lang_visitor, "Français", "English"],
        ))
        .child(line(
            "shown-accent",
            [texts.accent, texts.accent_help],
            key::SHOWN_ACCENT,
            accent_error,
        ))
        .child(
            el("p")
                .class("estimate")
                .attr("role", "status")
                .attr("data-testid", "contrast")
                .child(live(move || repaired(state, words))),
        )
        .child(keyed::one_of(
            state,
            texts.theme,
            key::SHOWN_SCHEME,
            &["", "light", "dark"],
            &[texts.theme_visitor, texts.theme_light, texts.theme_dark],
        ))
        .child(keyed::flag(state, texts.with_profile, key::WITH_PROFILE))
        .child(page::for_profile(state, words))
        .child(line(
            "partner",
            [texts.partner, texts.partner_help],
            key::PARTNER,
            fixed(""),
        ))
        .child(line(
            "height",
            [texts.height, texts.height_help],
            key::HEIGHT,
            height_error,
        ))
}

/// What becomes of an accent that would be hard to read; empty for one that stays.
fn repaired(state: State, words: Words) -> String {
    let Some(accent) = Colour::parse(&state.key(key::SHOWN_ACCENT)) else {
        return String::new();
    };
    let texts = words.embedding();
    let worn = |scheme: Scheme| {
        let worn = accent.readable(scheme);
        let on = match scheme {
            Scheme::Light => texts.on_light(&worn.hex()),
            Scheme::Dark => texts.on_dark(&worn.hex()),
        };
        (worn != accent).then_some(on)
    };
    let changes: Vec<String> = Scheme::ALL.into_iter().filter_map(worn).collect();
    if changes.is_empty() {
        return String::new();
    }
    texts.repaired(&accent.hex(), &changes.join(", "))
}

/// The element itself, as a partner's page shows it.
fn preview(words: Words, tag: Memo<Tag>) -> El {
    let names = Tag::default().attributes().map(|(name, _)| name);
    let element =
        names
            .into_iter()
            .enumerate()
            .fold(el("calliope-quote"), |element, (place, name)| {
                let value = live(move || tag.with(|tag| tag.attributes()[place].1.to_owned()));
                element.attr_live(name, value)
            });
    page::part("preview", words.embedding().preview)
        .child(el("div").class("preview").child(element))
}

fn paste(words: Words, tag: Memo<Tag>) -> El {
    let texts = words.embedding();
    let title = words.site().tagline;
    page::part("paste", texts.paste)
        .child(snippet(
            words,
            "tag",
            texts.tag,
            texts.tag_help,
            move || tag.with(Tag::element),
        ))
        .child(snippet(
            words,
            "frame",
            texts.frame,
            texts.frame_help,
            move || tag.with(|tag| tag.frame(title)),
        ))
        .child(snippet(
            words,
            "policy",
            texts.policy,
            texts.policy_help,
            move || tag.with(Tag::policy),
        ))
        .child(snippet(
            words,
            "listen",
            texts.listen,
            texts.listen_help,
            move || LISTENER.to_owned(),
        ))
}

/// What hears an estimate in the page of a partner.
const LISTENER: &str = "document.addEventListener(\"calliope:quote\", ({ detail }) => {
  // detail.version, detail.partner, detail.link, detail.assessment
  console.log(detail.link, detail.assessment.quote.gross_cents);
});";

/// A text to paste, and the button that copies it.
fn snippet(
    words: Words,
    id: &'static str,
    name: &'static str,
    help: &'static str,
    text: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> El {
    let copied = RwSignal::new(None);
    let texts = words.embedding();
    let said = share::after_copy(copied, [texts.copied, texts.copy_failed]);
    let copy = page::button("button quiet", words.page().copy)
        .attr_owned("aria-label", texts.copy_of(name))
        .on("click", move |_| {
            clipboard::copy(&untrack(text), move |done| copied.set(Some(done)));
        });
    let code = el("pre")
        .attr("tabindex", "0")
        .attr("aria-label", name)
        .attr("data-testid", id)
        .child(el("code").child(live(text)));
    el("div")
        .class("snippet")
        .child(el("h3").child(name))
        .child(el("p").class("help").child(help))
        .child(code)
        .child(page::actions(vec![copy]))
        .child(el("p").class("hint").attr("role", "status").child(said))
}

fn privacy(words: Words) -> El {
    let texts = words.embedding();
    let points = [texts.privacy_1, texts.privacy_2, texts.privacy_3];
    let list = points
        .into_iter()
        .fold(el("ul").class("plain-list"), |list, point| {
            list.child(el("li").child(point))
        });
    page::part("privacy", texts.privacy).child(list)
}
