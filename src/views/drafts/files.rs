//! Drafts out to a file, and in from one.

use super::import::{self, Preview};
use crate::browser::download;
use crate::browser::upload::{self, Encoding, NotRead};
use crate::desk::Desk;
use crate::drafts::{Draft, file};
use crate::export::File;
use crate::text::{Words, fold};
use crate::ui::{El, el, live, when};
use crate::views::page;
use leptos::prelude::*;
use std::sync::Arc;

/// Exporting and importing.
pub fn files(desk: Desk, words: Words) -> El {
    let texts = words.draft_files();
    let failed = RwSignal::new(false);
    let export = move |_| {
        failed.set(!hand_over(
            "calliope-brouillons",
            &desk.drafts.get_untracked(),
        ))
    };
    let all = when(
        move || desk.drafts.with(|drafts| !drafts.is_empty()),
        move || {
            page::actions(vec![
                page::button("button quiet", texts.export_all).on("click", export),
            ])
        },
    );
    let preview = RwSignal::new(None::<Preview>);
    let said = RwSignal::new(String::new());
    let choose = move |event: leptos::ev::Event| {
        preview.set(None);
        said.set(texts.reading.to_owned());
        upload::read(
            &event,
            file::MAX_BYTES,
            Encoding::Utf8,
            move |chosen| match chosen
                .text
                .map_err(|why| not_read(words, why, file::MAX_BYTES))
                .and_then(|text| import::preview(desk, words, chosen.name, &text))
            {
                Ok(read) => {
                    said.set(String::new());
                    preview.set(Some(read));
                }
                Err(why) => said.set(why),
            },
        );
    };
    let shown = live(move || {
        preview
            .get()
            .map(|read| import::choice(desk, words, Arc::new(read), preview, said).view())
            .into_any()
    });
    page::part("files", texts.title)
        .child(el("p").child(texts.lead))
        .child(all)
        .child(page::download_note(words, failed))
        .child(file_input(
            "import",
            texts.import,
            texts.import_help,
            ".json,application/json",
            choose,
        ))
        .child(
            el("p")
                .class("hint")
                .attr("role", "alert")
                .attr("data-testid", "import-said")
                .child(live(move || said.get())),
        )
        .child(shown)
}

/// A file to choose.
pub fn file_input(
    id: &'static str,
    label: &'static str,
    help: &'static str,
    accept: &'static str,
    choose: impl FnMut(leptos::ev::Event) + 'static,
) -> El {
    let described = [id, "-help"].concat();
    el("div")
        .class("field")
        .child(el("label").attr("for", id).child(label))
        .child(
            el("input")
                .attr("id", id)
                .attr("type", "file")
                .attr("accept", accept)
                .attr_owned("aria-describedby", described.clone())
                .on("change", choose),
        )
        .child(
            el("p")
                .class("help")
                .attr_owned("id", described)
                .child(help),
        )
}

/// Why a file was not read, in words.
pub fn not_read(words: Words, why: NotRead, max: usize) -> String {
    let texts = words.draft_files();
    match why {
        NotRead::TooLarge => texts.too_large(&(max / 1024 / 1024).to_string()),
        NotRead::Refused => texts.not_read.to_owned(),
    }
}

/// Hands one draft over.
pub fn export_one(desk: Desk, id: &str) {
    if let Some(draft) = desk.draft(id) {
        hand_over(&["calliope-", &slug(&draft.name)].concat(), &[draft]);
    }
}

/// Hands over the drafts that are in the page only.
pub fn export_unwritten(desk: Desk) {
    desk.flush();
    let drafts: Vec<Arc<Draft>> = desk
        .unwritten
        .with_untracked(|unwritten| unwritten.iter().map(|one| Arc::clone(&one.draft)).collect());
    hand_over("calliope-brouillons", &drafts);
}

fn hand_over(name: &str, drafts: &[Arc<Draft>]) -> bool {
    let drafts: Vec<&Draft> = drafts.iter().map(Arc::as_ref).collect();
    download::save(&File {
        name: [name, ".json"].concat(),
        kind: "application/json",
        text: file::write(&drafts),
    })
}

/// `Atelier Nord` as `atelier-nord`.
fn slug(name: &str) -> String {
    let plain = fold(name);
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join("-")
}
