//! Several profiles side by side: what changes, and what that changes.

mod add;
mod answers;
mod column;
mod results;
mod scenario;

use super::{page, share};
use crate::browser::document;
use crate::desk::Desk;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::{El, el, live};
use column::{Column, Columns, columns};
use leptos::prelude::*;

/// `#/comparer`
pub fn compare(desk: Desk, state: State, words: Words) -> AnyView {
    let texts = words.compare();
    let columns = columns(state, words);
    let count = Memo::new(move |_| columns.with(Vec::len));
    let shown = live(move || match count.get() {
        1 => el("p").class("help").child(texts.none).view(),
        count => table(state, words, columns, count).view(),
    });
    vec![
        page::title(texts.title).view(),
        el("p").class("lead").child(texts.lead).view(),
        page::for_profile(state, words).view(),
        add::add(desk, state, words, columns).view(),
        el("div").class("compared-profiles").child(shown).view(),
        el("p").class("help").child(texts.share).view(),
        share::share(state, words).view(),
    ]
    .into_any()
}

fn table(state: State, words: Words, columns: Columns, count: usize) -> El {
    let texts = words.compare();
    let corner = el("th").attr("scope", "col").child(texts.what);
    let head = (0..count).fold(el("tr").child(corner), |head, place| {
        head.child(heading(state, words, columns, place))
    });
    let table = el("table")
        .class("compare")
        .child(el("caption").class("hidden").child(texts.caption))
        .child(el("thead").child(head))
        .child(group(
            texts.answers,
            count,
            answers::rows(state, words, columns, count),
        ))
        .child(group(
            texts.results,
            count,
            results::rows(words, columns, count),
        ));
    // Wider than a phone: it scrolls inside itself, by the keyboard too.
    el("div")
        .class("scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", texts.caption)
        .child(table)
}

fn group(name: &'static str, count: usize, rows: Vec<El>) -> El {
    let heading = el("tr").class("group").child(
        el("td")
            .attr_owned("colspan", (count + 1).to_string())
            .child(name),
    );
    rows.into_iter()
        .fold(el("tbody").child(heading), |body, row| body.child(row))
}

/// The name of a profile, and what one does with it.
fn heading(state: State, words: Words, columns: Columns, place: usize) -> El {
    let texts = words.compare();
    let name = move || column::name(columns, place);
    let cell = el("th")
        .attr("scope", "col")
        .child(el("span").class("column-name").child(live(name)));
    if place == 0 {
        return cell.child(
            el("a")
                .attr_live("href", live(move || state.link_to(View::Quote)))
                .child(texts.edit),
        );
    }
    let open = el("a")
        .attr_live("href", live(move || column::link(columns, place)))
        .attr_live("aria-label", live(move || texts.open_of(&name())))
        .child(texts.open);
    let remove = page::button("quiet", texts.remove)
        .attr_live("aria-label", live(move || texts.remove_of(&name())))
        .on("click", move |_| {
            column::remove(state, place);
            document::once_shown(|| document::focus("add"));
        });
    let partly = live(move || {
        let whole = columns.with(|columns| columns.get(place).is_none_or(|column| column.whole));
        if whole {
            String::new()
        } else {
            texts.unreadable(&name())
        }
    });
    cell.child(open)
        .child(remove)
        .child(el("span").class("error").child(partly))
}

/// A row: its name, then a cell a profile.
fn row(name: &'static str, cells: impl Iterator<Item = El>) -> El {
    let head = el("tr").child(el("th").attr("scope", "row").child(name));
    cells.fold(head, El::child)
}

/// A cell whose text is in full ink only where it differs from the first profile's.
fn cell(columns: Columns, place: usize, text: fn(Words, &Column) -> String, words: Words) -> El {
    let of = move |place: usize| {
        columns.with(|columns| {
            columns
                .get(place)
                .map_or_else(String::new, |column| text(words, column))
        })
    };
    let differs = move || place > 0 && of(place) != of(0);
    el("td")
        .attr_live("data-differs", live(move || differs().to_string()))
        .child(live(move || of(place)))
}
