//! Where the data are, what could not be read, and how to erase everything.

use crate::browser::{document, download};
use crate::desk::Desk;
use crate::drafts::store::Aside;
use crate::export::File;
use crate::text::Words;
use crate::ui::{El, el, live, when};
use crate::views::page;
use leptos::prelude::*;

/// The last part of the page.
pub fn data(desk: Desk, words: Words) -> El {
    let texts = words.draft_data();
    let anything = move || {
        desk.drafts.with(|drafts| !drafts.is_empty())
            || desk.aside.with(|aside| !aside.is_empty())
            || desk.newer.get() > 0
    };
    let place = live(move || {
        if desk.lasting.get() {
            texts.kept.to_owned()
        } else {
            texts.kept_here.to_owned()
        }
    });
    let newer = when(
        move || desk.newer.get() > 0,
        move || {
            let n = desk.newer.get_untracked();
            el("p")
                .class("estimate")
                .attr("data-testid", "newer-drafts")
                .child(texts.newer(words.form_of(n as u64), &n.to_string()))
        },
    );
    let erased = RwSignal::new(false);
    let none = when(
        move || !anything(),
        move || {
            el("p").child(live(move || {
                if erased.get() {
                    texts.erased
                } else {
                    texts.none_kept
                }
                .to_owned()
            }))
        },
    );
    page::part("data", texts.title)
        .child(el("p").child(place))
        .child(newer)
        .child(aside(desk, words))
        .child(el("div").attr("role", "status").child(none))
        .child(when(anything, move || erase(desk, words, erased)))
}

fn aside(desk: Desk, words: Words) -> AnyView {
    let texts = words.draft_data();
    when(
        move || desk.aside.with(|aside| !aside.is_empty()),
        move || {
            let list = live(move || {
                desk.aside.with(|aside| {
                    aside
                        .iter()
                        .fold(el("ul").class("plain-list"), |list, one| {
                            list.child(item(desk, words, one))
                        })
                        .view()
                })
            });
            el("div")
                .attr("data-testid", "aside")
                .child(el("h3").child(texts.aside_title))
                .child(el("p").child(texts.aside))
                .child(list)
        },
    )
}

fn item(desk: Desk, words: Words, one: &Aside) -> El {
    let texts = words.draft_data();
    let size = words.integer(one.text.chars().count() as u64);
    let (key, text) = (one.key.clone(), one.text.clone());
    let save = move |_| {
        download::save(&File {
            name: "calliope-illisible.txt".to_owned(),
            kind: "text/plain;charset=utf-8",
            text: text.clone(),
        });
    };
    el("li")
        .child(
            el("p")
                .class("break")
                .child(texts.aside_item(&one.key, &size)),
        )
        .child(page::actions(vec![
            page::button("button quiet", texts.download).on("click", save),
            page::button("button quiet", texts.forget).on("click", move |_| {
                desk.forget_aside(&key);
                document::once_shown(|| document::focus("data"));
            }),
        ]))
}

fn erase(desk: Desk, words: Words, erased: RwSignal<bool>) -> El {
    let texts = words.draft_data();
    let asking = RwSignal::new(false);
    let inside = live(move || {
        if !asking.get() {
            let ask = move |_| {
                asking.set(true);
                document::once_shown(|| document::focus("erase"));
            };
            return page::button("button quiet", texts.erase)
                .on("click", ask)
                .view();
        }
        let n = desk.drafts.with(Vec::len);
        let yes = move |_| {
            desk.erase();
            erased.set(true);
            document::once_shown(|| document::focus("data"));
        };
        let no = move |_| {
            asking.set(false);
            document::once_shown(|| document::focus("data"));
        };
        page::verdict(
            "bad",
            texts.erase_ask(words.form_of(n as u64), &n.to_string()),
        )
        .attr("id", "erase")
        .attr("tabindex", "-1")
        .child(page::actions(vec![
            page::button("button quiet", texts.erase_no).on("click", no),
            page::button("button danger", texts.erase_yes).on("click", yes),
        ]))
        .view()
    });
    el("div").child(inside)
}
