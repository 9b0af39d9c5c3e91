//! Finding a draft among many.

use super::card;
use crate::browser::document;
use crate::desk::{Desk, Glance};
use crate::drafts::Draft;
use crate::state::{Entered, State, key};
use crate::text::{Words, fold, sorted};
use crate::ui::{El, el, live, when};
use crate::views::{keyed, page};
use chrono::Datelike;
use leptos::prelude::*;
use std::sync::Arc;

/// How many are shown at once: a phone draws them before one notices.
const STEP: usize = 20;

/// The words of the orders, the first one being the default.
const SORTS: [&str; 5] = ["", "nom", "prix", "audit", "preparation"];

/// The tools and the cards.
pub fn list(desk: Desk, state: State, words: Words) -> El {
    let texts = words.drafts();
    let any = Memo::new(move |_| desk.drafts.with(|drafts| !drafts.is_empty()));
    let empty = when(
        move || !any.get(),
        move || el("p").class("help").child(texts.empty),
    );
    let indexed = Memo::new(move |_| index(desk, state, words));
    let found = Memo::new(move |_| indexed.with(|indexed| found(state, indexed)));
    let limit = RwSignal::new(STEP);
    // Another search begins at the top of what it finds.
    Effect::new(move |_| {
        let _ = state.key(key::DRAFT_SEARCH);
        limit.set(STEP);
    });
    let shown = Memo::new(move |_| {
        found.with(|found| {
            found
                .iter()
                .take(limit.get())
                .cloned()
                .collect::<Vec<String>>()
        })
    });
    let cards = For(ForProps::builder()
        .each(move || shown.get())
        .key(Clone::clone)
        .children(move |id: String| card::card(desk, state, words, id).view())
        .build());
    let rest = move || found.with(Vec::len).saturating_sub(limit.get());
    let more = when(
        move || rest() > 0,
        move || {
            el("button")
                .attr("type", "button")
                .class("button quiet")
                .on("click", move |_| limit.update(|limit| *limit += STEP * 4))
                .child(live(move || texts.more(&rest().to_string())))
        },
    );
    let part = page::part("drafts", texts.list_title)
        .child(undo(desk, words))
        .child(empty)
        .child(when(
            move || any.get(),
            move || tools(desk, state, words, found),
        ));
    part.child(el("ul").class("drafts").child(cards.into_any()))
        .child(more)
}

fn tools(desk: Desk, state: State, words: Words, found: Memo<Vec<String>>) -> El {
    let texts = words.drafts();
    let search = keyed::line_field(
        state,
        keyed::LineField {
            id: "draft-search",
            label: texts.search,
            help: texts.search_help,
            kind: "search",
            keyboard: "search",
            unit: "",
            key: key::DRAFT_SEARCH,
            error: live(String::new),
        },
    );
    let labels = [
        texts.by_change,
        texts.by_name,
        texts.by_price,
        texts.by_audit,
        texts.by_readiness,
    ];
    let sorts = SORTS.into_iter().zip(labels.map(str::to_owned)).collect();
    let sort = keyed::select(state, "draft-sort", texts.sort, key::SORT, sorts);
    let tags = Memo::new(move |_| {
        let mut tags: Vec<String> = desk
            .drafts
            .with(|drafts| drafts.iter().flat_map(|draft| draft.tags.clone()).collect());
        tags = sorted(tags, |tag| (0, tag.clone()));
        tags.dedup();
        tags
    });
    let by_tag = when(
        move || tags.with(|tags| !tags.is_empty()),
        move || tag_select(state, words, tags),
    );
    let count = live(move || {
        let n = found.with(Vec::len);
        let of = words.form_of(n as u64);
        if n == 0 {
            texts.none_found.to_owned()
        } else if n == desk.drafts.with(Vec::len) {
            texts.list(of, &n.to_string())
        } else {
            texts.found(of, &n.to_string())
        }
    });
    el("div")
        .child(
            el("div")
                .class("fields draft-tools")
                .child(search)
                .child(sort)
                .child(by_tag),
        )
        .child(el("p").class("hint").attr("role", "status").child(count))
}

fn tag_select(state: State, words: Words, tags: Memo<Vec<String>>) -> El {
    let texts = words.drafts();
    let options = live(move || {
        let any = option(state, String::new(), texts.any_tag.to_owned());
        let known = tags
            .get()
            .into_iter()
            .map(|tag| option(state, tag.clone(), tag));
        std::iter::once(any)
            .chain(known)
            .collect::<Vec<_>>()
            .into_any()
    });
    let list = el("select")
        .attr("id", "draft-tag")
        .on("change", move |event| {
            state.set_key(key::TAG, &event_target_value(&event));
        });
    el("div")
        .class("field")
        .child(el("label").attr("for", "draft-tag").child(texts.tag))
        .child(el("div").class("input").child(list.child(options)))
}

fn option(state: State, value: String, text: String) -> AnyView {
    let tag = value.clone();
    el("option")
        .flag("selected", live(move || state.key(key::TAG) == tag))
        .attr_owned("value", value)
        .child(text)
        .view()
}

/// A draft as it is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    draft: Arc<Draft>,
    /// Its words, without case nor accents.
    text: String,
}

/// The drafts in order, read once for all the keys of a search.
fn index(desk: Desk, state: State, words: Words) -> Vec<Entry> {
    let sort = state.key(key::SORT);
    let drafts = sorted(desk.drafts.get(), |draft| {
        (rank(state, &sort, draft), fold(&draft.name))
    });
    let entry = |draft: Arc<Draft>| {
        let codes = words.codes(Entered::of(&draft.work).answers.categories);
        let text = fold(&[&draft.name, " ", &draft.tags.join(" "), " ", &codes].concat());
        Entry { draft, text }
    };
    drafts.into_iter().map(entry).collect()
}

/// The names of the drafts that are looked for, in order.
fn found(state: State, indexed: &[Entry]) -> Vec<String> {
    let (looked, tag) = (fold(&state.key(key::DRAFT_SEARCH)), state.key(key::TAG));
    let matches = |entry: &&Entry| {
        looked
            .split_whitespace()
            .all(|word| entry.text.contains(word))
            && (tag.is_empty() || entry.draft.tags.contains(&tag))
    };
    let found = indexed.iter().filter(matches);
    found.map(|entry| entry.draft.id.clone()).collect()
}

/// Where a draft comes in an order; those of one rank come by name.
fn rank(state: State, sort: &str, draft: &Draft) -> i64 {
    let glance = || Glance::of(state, &draft.work);
    match sort {
        "nom" => 0,
        "prix" => glance().map_or(0, |glance| -glance.assessment.quote.totals.gross.get()),
        // Those without a date come last.
        "audit" => Entered::of(&draft.work)
            .answers
            .audit_date
            .map_or(i64::MAX, |day| day.num_days_from_ce().into()),
        // In thousandths: those that have most to do come first.
        "preparation" => glance().map_or(0, |glance| {
            let all = glance.to_prepare.max(1);
            i64::try_from(glance.ready * 1000 / all).unwrap_or_default()
        }),
        _ => -i64::try_from(draft.changed).unwrap_or_default(),
    }
}

/// What was deleted last, and the way to have it back.
fn undo(desk: Desk, words: Words) -> El {
    let texts = words.drafts();
    let said = live(move || {
        let Some(draft) = desk.deleted.with(|deleted| deleted.last().cloned()) else {
            return ().into_any();
        };
        let back = move |_| {
            desk.undelete();
            document::once_shown(|| document::focus("drafts"));
        };
        el("p")
            .class("banner undo")
            .child(texts.deleted(&draft.name))
            .child(" ")
            .child(
                page::button("button quiet", texts.undo)
                    .attr("id", "undo")
                    .on("click", back),
            )
            .view()
    });
    el("div").attr("role", "status").child(said)
}
