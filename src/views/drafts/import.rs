//! What a file of drafts would bring, before anything is written.

use crate::browser::upload::NotRead;
use crate::browser::{clock, document};
use crate::desk::Desk;
use crate::drafts::file::{self, Change, NotDrafts};
use crate::drafts::{Draft, Wrong};
use crate::text::Words;
use crate::ui::{Choices, El, choices, el, live, take, when};
use crate::views::page;
use leptos::prelude::*;
use std::sync::Arc;

/// A file read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    name: String,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Row {
    Draft(Arc<Draft>, Change),
    Refused(Wrong),
}

impl Row {
    fn draft(&self) -> Option<&Draft> {
        match self {
            Self::Draft(draft, _) => Some(draft),
            Self::Refused(_) => None,
        }
    }
}

/// Reads a file, and compares it with what is here.
pub fn preview(desk: Desk, words: Words, name: String, text: &str) -> Result<Preview, String> {
    let texts = words.draft_files();
    let read = file::read(text).map_err(|why| match why {
        NotDrafts::Shape(why) => texts.not_drafts(&why),
        NotDrafts::Newer => texts.newer.to_owned(),
        NotDrafts::TooMany => texts.too_many(&words.integer(file::MAX_DRAFTS as u64)),
        NotDrafts::TooLarge => super::files::not_read(words, NotRead::TooLarge, file::MAX_BYTES),
    })?;
    if read.is_empty() {
        return Err(texts.none.to_owned());
    }
    let rows = read.into_iter().map(|one| match one {
        Ok(draft) => Row::Draft(Arc::new(draft), Change::New),
        Err(why) => Row::Refused(why),
    });
    let read = Preview {
        name,
        rows: rows.collect(),
    };
    Ok(read.again(desk))
}

impl Preview {
    /// The same compared with what is here now.
    fn again(&self, desk: Desk) -> Self {
        desk.flush();
        let here = desk.drafts.get_untracked();
        let drafts: Vec<&Draft> = self.rows.iter().filter_map(Row::draft).collect();
        let find = |id: &str| here.iter().find(|draft| draft.id == id).map(Arc::as_ref);
        let mut changes = file::compare(&drafts, find).into_iter();
        let mut again = self.clone();
        for row in &mut again.rows {
            if let Row::Draft(_, change) = row {
                *change = changes.next().unwrap_or(Change::Repeated);
            }
        }
        again
    }

    fn of(&self, wanted: Change) -> impl Iterator<Item = &Arc<Draft>> {
        self.rows.iter().filter_map(move |row| match row {
            Row::Draft(draft, change) if *change == wanted => Some(draft),
            _ => None,
        })
    }

    /// The drafts to write; those that differ get a name of their own where they are to stand beside.
    fn drafts(&self, words: Words, beside: bool) -> Vec<Draft> {
        let changed = self.of(Change::Changed).map(|draft| {
            let mut draft = (**draft).clone();
            if beside {
                draft.id = clock::stamp();
                let copy = words.drafts().copy_of(&draft.name);
                draft.name = crate::drafts::draft::name(&copy);
            }
            draft
        });
        let new = self.of(Change::New).map(|draft| (**draft).clone());
        new.chain(changed).collect()
    }
}

/// What the file holds, what would happen, and the way to agree.
pub fn choice(
    desk: Desk,
    words: Words,
    read: Arc<Preview>,
    preview: RwSignal<Option<Preview>>,
    said: RwSignal<String>,
) -> El {
    let texts = words.draft_files();
    let beside = RwSignal::new(false);
    let changed = read.of(Change::Changed).count();
    let count = read.of(Change::New).count() + changed;
    let how = when(
        move || changed > 0,
        move || {
            choices(Choices {
                name: "import-how",
                legend: texts.when_changed,
                options: &[texts.replace, texts.copy],
                chosen: live(move || usize::from(beside.get())),
                on_change: take(move |index| beside.set(index == 1)),
            })
        },
    );
    let file = Arc::clone(&read);
    let confirm = move |_| {
        // Another tab, or an undo, may have changed what is here.
        let now = file.again(desk);
        if now != *file {
            said.set(texts.meanwhile.to_owned());
            preview.set(Some(now));
            return;
        }
        let drafts = file.drafts(words, beside.get_untracked());
        let refused = desk.bring(drafts);
        let done = count - refused.len();
        let mut sentence = texts.imported(words.form_of(done as u64), &done.to_string());
        if !refused.is_empty() {
            sentence = [&sentence, " ", &texts.not_written(&refused.join(", "))].concat();
        }
        said.set(sentence);
        preview.set(None);
        document::once_shown(|| document::focus("files"));
    };
    let cancel = move |_| {
        preview.set(None);
        said.set(String::new());
        document::once_shown(|| document::focus("import"));
    };
    let agree = (count > 0).then(|| {
        el("button")
            .attr("type", "button")
            .class("button")
            .on("click", confirm)
            .child(texts.confirm(words.form_of(count as u64), &count.to_string()))
    });
    let nothing = (count == 0).then(|| el("p").child(texts.nothing));
    el("div")
        .attr("data-testid", "import-preview")
        .child(table(words, &read))
        .child(how)
        .child(nothing)
        .child(
            el("div")
                .class("actions")
                .child(agree)
                .child(page::button("button quiet", texts.cancel).on("click", cancel)),
        )
}

fn table(words: Words, read: &Preview) -> El {
    let texts = words.draft_files();
    let head = el("tr")
        .child(el("th").attr("scope", "col").child(texts.name))
        .child(el("th").attr("scope", "col").child(texts.change));
    let body = read
        .rows
        .iter()
        .enumerate()
        .fold(el("tbody"), |body, (place, row)| {
            let (name, id, what) = match row {
                Row::Draft(draft, change) => {
                    let (id, what) = match change {
                        Change::New => ("new", texts.new),
                        Change::Changed => ("changed", texts.changed),
                        Change::Same => ("same", texts.same),
                        Change::Repeated => ("repeated", texts.repeated),
                    };
                    (draft.name.clone(), id, what.to_owned())
                }
                Row::Refused(why) => (
                    texts.row(&(place + 1).to_string()),
                    "refused",
                    texts.refused(&explain(words, why)),
                ),
            };
            body.child(
                el("tr")
                    .attr("data-change", id)
                    .child(el("th").attr("scope", "row").child(name))
                    .child(el("td").child(what)),
            )
        });
    el("div").class("scroll").child(
        el("table")
            .class("facts")
            .child(el("caption").child(texts.preview(&read.name)))
            .child(el("thead").child(head))
            .child(body),
    )
}

fn explain(words: Words, why: &Wrong) -> String {
    let texts = words.draft_files();
    match why {
        Wrong::Shape(why) => texts.wrong_shape(why),
        Wrong::Id => texts.wrong_id.to_owned(),
        Wrong::Name => texts.wrong_name.to_owned(),
        Wrong::Tags => texts.wrong_tags.to_owned(),
        Wrong::Link => texts.wrong_link.to_owned(),
        Wrong::Readiness(number) => texts.wrong_readiness(&number.to_string()),
    }
}
