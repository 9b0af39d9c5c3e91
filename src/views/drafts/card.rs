//! One draft: the figures that matter, how far its preparation is, what one does with it.

use super::files;
use super::since::since;
use crate::browser::{clock, document};
use crate::desk::{Desk, Glance};
use crate::drafts::{Draft, draft};
use crate::state::{State, View, plain_link};
use crate::text::Words;
use crate::ui::{El, Take, TextField, bar, el, live, take, text_field, when};
use crate::views::page;
use leptos::prelude::*;
use std::sync::Arc;

/// The card of a draft.
pub fn card(desk: Desk, state: State, words: Words, id: String) -> El {
    let texts = words.drafts();
    let name = id.clone();
    let draft = Memo::new(move |_| {
        desk.drafts
            .with(|drafts| drafts.iter().find(|draft| draft.id == name).cloned())
    });
    let open = id.clone();
    let is_open = Memo::new(move |_| {
        desk.open
            .with(|now| now.as_ref().is_some_and(|now| now.id == open))
    });
    let body = live(move || {
        draft.with(|draft| {
            draft
                .as_ref()
                .map(|draft| figures(desk, state, words, draft).view())
                .into_any()
        })
    });
    let mark = when(
        move || is_open.get(),
        move || el("p").child(el("span").class("chip").child(texts.opened)),
    );
    let only = id.clone();
    let unwritten = when(
        move || desk.is_unwritten(&only),
        move || el("p").child(el("span").class("chip late").child(texts.not_kept)),
    );
    el("li")
        .class("draft")
        .attr("data-testid", "draft-item")
        .attr_owned("data-id", id.clone())
        .child(body)
        .child(mark)
        .child(unwritten)
        .child(more(desk, words, id, draft))
}

fn figures(desk: Desk, state: State, words: Words, draft: &Arc<Draft>) -> El {
    let texts = words.drafts();
    let glance = Glance::of(state, &draft.work);
    let shown = el("div").class("draft-body");
    let shown = shown.child(heading(desk, words, draft, glance.as_ref()));
    let Some(glance) = glance else {
        return shown.child(el("p").class("error").child(texts.unreadable_answers));
    };
    let assessment = &glance.assessment;
    let [initial, surveillance] = glance.days().map(|days| words.days_short(days));
    let estimated = !assessment.durations.surveillance.trace.is_established();
    let surveillance = [about(estimated), &surveillance].concat();
    let price = if assessment.quote.is_complete() {
        let total = words.money_short(assessment.quote.totals.gross);
        [about(assessment.quote.is_estimate()), &total].concat()
    } else {
        words.result().on_quotation.to_owned()
    };
    let total = glance.indicators().len();
    let count = words
        .units()
        .indicators(words.form_of(total as u64), &total.to_string());
    let changed = draft
        .figures
        .as_ref()
        .map(|before| since(words, before, &glance))
        .filter(|text| !text.is_empty());
    let progress = (!draft.work.readiness.is_empty()).then(|| {
        let of = words.form_of(glance.ready as u64);
        let total = glance.to_prepare;
        let said = if glance.found == 0 {
            texts.progress(of, &glance.ready.to_string(), &total.to_string())
        } else {
            texts.progress_found(
                of,
                &glance.found.to_string(),
                &glance.ready.to_string(),
                &total.to_string(),
            )
        };
        el("p")
            .class("overview-count")
            .child(bar(
                &[("bar-yes", glance.ready), ("bar-found", glance.found)],
                total,
            ))
            .child(said)
    });
    shown
        .child(
            el("p")
                .class("detail")
                .child(words.profile(&glance.entered.answers, state.today)),
        )
        .child(el("p").class("draft-figures").child(texts.figures(
            &count,
            &initial,
            &[&price, " ", words.units().euros_gross].concat(),
            &surveillance,
        )))
        .child(changed.map(|text| el("p").class("estimate").child(text)))
        .child(progress)
}

fn heading(desk: Desk, words: Words, draft: &Arc<Draft>, glance: Option<&Glance>) -> El {
    let texts = words.drafts();
    let link = glance.map(|glance| plain_link(&glance.entered.answers));
    let go = {
        let id = draft.id.clone();
        move |event: leptos::ev::Event, view| {
            // With a modifier the link opens in another tab, as links do.
            if document::is_plain_click(&event) {
                event.prevent_default();
                desk.open_draft(&id, view);
            }
        }
    };
    let prepare = go.clone();
    let tags = draft
        .tags
        .iter()
        .fold(el("ul").class("marks-list"), |list, tag| {
            list.child(el("li").class("chip").child(tag.clone()))
        });
    let title = el("h3").child(
        el("a")
            .attr_owned("href", link.unwrap_or_default())
            .on("click", move |event| go(event, View::Quote))
            .child(draft.name.clone()),
    );
    let readiness = page::button("quiet", texts.prepare)
        .attr_owned("aria-label", texts.prepare_of(&draft.name))
        .on("click", move |event| prepare(event, View::Readiness));
    el("div")
        .class("draft-head")
        .child(title)
        .child((!draft.tags.is_empty()).then_some(tags))
        .child(
            el("p")
                .class("detail")
                .child(texts.changed_on(&words.date(clock::day(draft.changed)))),
        )
        .child(readiness)
}

/// Made only once it is unfolded: a list of drafts stays light.
fn more(desk: Desk, words: Words, id: String, draft: Memo<Option<Arc<Draft>>>) -> El {
    let texts = words.drafts();
    let unfolded = RwSignal::new(false);
    let label = live(move || {
        draft.with(|draft| {
            draft
                .as_ref()
                .map_or_else(String::new, |draft| texts.more_of(&draft.name))
        })
    });
    let inside = when(
        move || unfolded.get(),
        move || actions(desk, words, &id, draft),
    );
    el("details")
        .class("more")
        .on("toggle", move |event| {
            unfolded.set(document::is_unfolded(&event))
        })
        .child(
            el("summary")
                .child(el("span").class("hidden").child(label))
                .child(
                    el("span")
                        .attr("aria-hidden", "true")
                        .child(texts.more_short),
                ),
        )
        .child(inside)
}

fn actions(desk: Desk, words: Words, id: &str, draft: Memo<Option<Arc<Draft>>>) -> El {
    let texts = words.drafts();
    let id: Arc<str> = Arc::from(id);
    let of = |id: &Arc<str>| Arc::clone(id);
    let duplicate = {
        let id = of(&id);
        move |_| desk.duplicate(&id)
    };
    let export = {
        let id = of(&id);
        move |_| files::export_one(desk, &id)
    };
    let delete = {
        let id = of(&id);
        move |_| {
            desk.delete(&id);
            document::once_shown(|| document::focus("undo"));
        }
    };
    el("div")
        .child(edit(desk, words, of(&id), draft))
        .child(page::actions(vec![
            page::button("button quiet", texts.duplicate).on("click", duplicate),
            page::button("button quiet", texts.export).on("click", export),
            page::button("button quiet", texts.delete).on("click", delete),
        ]))
}

fn edit(desk: Desk, words: Words, id: Arc<str>, known: Memo<Option<Arc<Draft>>>) -> El {
    let texts = words.drafts();
    let place = Arc::clone(&id);
    let now = known.get_untracked();
    let name = RwSignal::new(
        now.as_ref()
            .map(|draft| draft.name.clone())
            .unwrap_or_default(),
    );
    let tags = RwSignal::new(now.map(|draft| draft.tags.join(", ")).unwrap_or_default());
    let missing = RwSignal::new(false);
    // Each field changes its own: the other may have been changed in another tab.
    let rename = {
        let id = Arc::clone(&id);
        take(move |typed: String| {
            let typed = draft::name(&typed);
            missing.set(typed.is_empty());
            if !typed.is_empty() {
                desk.change(&id, |draft| draft.name = typed);
            }
        })
    };
    let retag =
        take(move |typed: String| desk.change(&id, |draft| draft.tags = draft::tags(&typed)));
    let field = |suffix: &str,
                 [label, help]: [&'static str; 2],
                 text: RwSignal<String>,
                 done: Take<String>| {
        let error = suffix == "-name";
        text_field(TextField {
            id: [&*place, suffix].concat().into(),
            label,
            help,
            kind: "text",
            keyboard: "text",
            unit: "",
            value: live(move || text.get()),
            on_input: take(move |typed| text.set(typed)),
            // Kept once the field is left, as everything else is.
            on_done: done,
            error: live(move || {
                let wrong = error && missing.get();
                if wrong { texts.name_missing } else { "" }.to_owned()
            }),
        })
    };
    page::fields(vec![
        field("-name", [texts.name, ""], name, rename),
        field("-tags", [texts.tags, texts.tags_help], tags, retag),
    ])
}

/// The mark of an estimate.
const fn about(estimate: bool) -> &'static str {
    if estimate { "≈ " } else { "" }
}
