//! A table of clients in, a table of results out.

mod run;

use super::files::{file_input, not_read};
use crate::browser::upload::{self, Encoding};
use crate::browser::{download, timer};
use crate::desk::Desk;
use crate::drafts::{Draft, Work};
use crate::export::File;
use crate::portfolio::client;
use crate::portfolio::{MAX_BYTES, MAX_ROWS};
use crate::state::{State, plain_link};
use crate::text::Words;
use crate::ui::{El, el, live, when};
use crate::views::page;
use leptos::prelude::*;
use run::{Computing, Done};
use std::sync::Arc;

/// Rows computed before the page gets a turn.
const STEP: usize = 25;
/// Refused rows listed on screen; the file of results has them all.
const LISTED: usize = 20;

/// Where the computation is.
#[derive(Clone, Copy)]
struct Run {
    said: RwSignal<String>,
    /// Rows done, rows in all; none while nothing runs.
    progress: RwSignal<Option<(usize, usize)>>,
    stop: RwSignal<bool>,
    done: RwSignal<Option<Arc<Done>>>,
}

impl Run {
    /// Whether the user wants no more of it, or has left the view.
    fn is_stopped(self) -> bool {
        self.stop.try_get_untracked().unwrap_or(true)
    }
}

/// The part of the page.
pub fn portfolio(desk: Desk, state: State, words: Words) -> El {
    let texts = words.portfolio();
    let run = Run {
        said: RwSignal::new(String::new()),
        progress: RwSignal::new(None),
        stop: RwSignal::new(false),
        done: RwSignal::new(None),
    };
    let choose = move |event: leptos::ev::Event| {
        run.done.set(None);
        run.said.set(words.draft_files().reading.to_owned());
        upload::read(
            &event,
            MAX_BYTES,
            Encoding::Western,
            move |chosen| match chosen.text {
                Ok(text) => {
                    run.said.set(String::new());
                    if let Err(why) = start(state, words, run, &text) {
                        run.said.set(why);
                    }
                }
                Err(why) => run.said.set(not_read(words, why, MAX_BYTES)),
            },
        );
    };
    let example = move |_| {
        let columns: Vec<&str> = client::columns().collect();
        let text = [
            "\u{feff}",
            &columns.join(";"),
            "\r\nAtelier Nord;Lille;AF.CFA;120000\r\n",
        ]
        .concat();
        download::save(&File {
            name: "calliope-portefeuille.csv".to_owned(),
            kind: "text/csv;charset=utf-8",
            text,
        });
    };
    page::part("portfolio", texts.title)
        .child(el("p").child(texts.lead(&words.integer(MAX_ROWS as u64))))
        .child(columns(words))
        .child(page::actions(vec![
            page::button("button quiet", texts.example).on("click", example),
        ]))
        .child(
            file_input(
                "portfolio-file",
                texts.choose,
                "",
                ".csv,text/csv,text/plain",
                choose,
            )
            // One file at a time.
            .flag("hidden", live(move || run.progress.with(Option::is_some))),
        )
        .child(progress(words, run))
        .child(
            el("p")
                .class("hint")
                .attr("role", "alert")
                .attr("data-testid", "portfolio-said")
                .child(live(move || run.said.get())),
        )
        .child(outcome(desk, words, run))
}

fn columns(words: Words) -> El {
    let texts = words.portfolio();
    let rows = client::columns().fold(el("tbody"), |body, column| {
        body.child(
            el("tr")
                .child(
                    el("th")
                        .attr("scope", "row")
                        .child(el("code").child(column)),
                )
                .child(el("td").child(meaning(words, column))),
        )
    });
    let head = el("tr")
        .child(el("th").attr("scope", "col").child(texts.column))
        .child(el("th").attr("scope", "col").child(texts.meaning));
    el("details")
        .child(el("summary").child(texts.columns))
        .child(el("p").child(texts.columns_lead))
        .child(
            el("table")
                .class("facts")
                .child(el("caption").class("hidden").child(texts.columns))
                .child(el("thead").child(head))
                .child(rows),
        )
}

/// What a column holds: the question of the form.
fn meaning(words: Words, column: &str) -> String {
    let (form, dates) = (words.form(), words.calendar());
    let with = |text: &str, values: &str| [text, " (", values, ")"].concat();
    match column {
        client::NAME => words.portfolio().meaning_nom.to_owned(),
        client::TAGS => words.portfolio().meaning_tags.to_owned(),
        "cat" => with(form.categories, "AF, BC, VAE, CFA"),
        "ca" => form.turnover.to_owned(),
        "ca2" => form.surveillance_turnover_amount.to_owned(),
        "sites" => form.sites.to_owned(),
        "ne" => with(form.new_entrant, "AF, BC, VAE, CFA"),
        "rncp" => form.rncp.to_owned(),
        "rs" => form.rs.to_owned(),
        "alt" => form.work_study.to_owned(),
        "ent" => form.workplace_periods.to_owned(),
        "afest" => form.afest.to_owned(),
        "court" => form.only_short_courses.to_owned(),
        "st" => form.subcontracts.to_owned(),
        "sst" => form.only_as_subcontractor.to_owned(),
        "exo" => form.vat_exempt.to_owned(),
        "audit" => form.audit_date.to_owned(),
        "contrat" => dates.contract_date.to_owned(),
        "decision" => dates.decision_date.to_owned(),
        "statut" => with(form.status, "societe, independant, sous-traitant"),
        "lieu" => with(form.location, "metropole, corse, drom, etranger"),
        "ext" => words.eligibility().extend_categories.to_owned(),
        "extsites" => words.eligibility().extend_sites.to_owned(),
        _ => String::new(),
    }
}

fn progress(words: Words, run: Run) -> AnyView {
    let texts = words.portfolio();
    when(
        move || run.progress.with(Option::is_some),
        move || {
            let counts = move || run.progress.get().unwrap_or_default();
            let said = live(move || {
                let (done, total) = counts();
                texts.running(&done.to_string(), &total.to_string())
            });
            el("div")
                .class("progress")
                .child(
                    el("progress")
                        .attr("aria-label", texts.title)
                        .attr_live("max", live(move || counts().1.to_string()))
                        .attr_live("value", live(move || counts().0.to_string())),
                )
                .child(el("span").class("detail").child(said))
                .child(
                    page::button("button quiet", texts.stop)
                        .on("click", move |_| run.stop.set(true)),
                )
        },
    )
}

/// Begins to compute; what is wrong with the file as a whole, in words.
fn start(state: State, words: Words, run: Run, text: &str) -> Result<(), String> {
    let computing = Computing::of(state, words, text)?;
    let total = computing.total();
    let mut computing = Some(computing);
    run.stop.set(false);
    run.progress.set(Some((0, total)));
    timer::in_steps(total, STEP, move |part| {
        let to = part.end;
        if let Some(computing) = &mut computing {
            computing.compute(part);
        }
        run.progress.set(Some((to, total)));
        let over = run.is_stopped() || to == total;
        if let Some(computing) = computing.take_if(|_| over) {
            let (done, said) = computing.finish(to);
            run.said.set(said);
            run.progress.set(None);
            run.done.set(Some(Arc::new(done)));
        }
        !over
    });
    Ok(())
}

/// What one does with the results.
fn outcome(desk: Desk, words: Words, run: Run) -> El {
    let shown = live(move || {
        run.done
            .get()
            .map(|done| finished(desk, words, run, done).view())
            .into_any()
    });
    el("div").child(shown)
}

fn finished(desk: Desk, words: Words, run: Run, done: Arc<Done>) -> El {
    let texts = words.portfolio();
    let refused = (!done.refused.is_empty()).then(|| {
        let listed = done.refused.iter().take(LISTED);
        let list = listed.fold(el("ul").class("plain-list"), |list, (line, why)| {
            list.child(el("li").child(texts.refused_line(&line.to_string(), why)))
        });
        let beyond = done.refused.len().saturating_sub(LISTED);
        let more = (beyond > 0).then(|| el("li").child(texts.refused_more(&beyond.to_string())));
        el("div")
            .child(el("h3").child(texts.refused_title))
            .child(list.child(more))
    });
    let file = done.file.clone();
    let save = move |_| {
        download::save(&file);
    };
    let any = !done.clients.is_empty();
    let make = move |_| {
        run.done.set(None);
        make_drafts(desk, words, run, Arc::clone(&done));
    };
    let drafts = any.then(|| page::button("button quiet", texts.to_drafts).on("click", make));
    el("div")
        .child(
            el("div")
                .class("actions")
                .child(page::button("button", texts.results).on("click", save))
                .child(drafts),
        )
        .child(refused)
}

/// Makes a draft of each client that is not one already.
fn make_drafts(desk: Desk, words: Words, run: Run, done: Arc<Done>) {
    let texts = words.portfolio();
    let total = done.clients.len();
    let (mut made, mut known) = (0, 0);
    run.stop.set(false);
    run.progress.set(Some((0, total)));
    timer::in_steps(total, STEP, move |part| {
        let to = part.end;
        let mut drafts = Vec::new();
        for client in &done.clients[part] {
            let link = plain_link(&client.answers);
            let here = |draft: &Arc<Draft>| draft.name == client.name && draft.work.link == link;
            if desk.drafts.with_untracked(|drafts| drafts.iter().any(here)) {
                known += 1;
                continue;
            }
            let work = Work {
                link,
                ..Work::default()
            };
            drafts.push(desk.draft_of(&client.name, &client.tags, work));
        }
        let count = drafts.len();
        let refused = desk.bring(drafts);
        made += count - refused.len();
        run.progress.set(Some((to, total)));
        let over = !refused.is_empty() || run.is_stopped() || to == total;
        if over {
            run.progress.set(None);
            let mut said = vec![texts.made(words.form_of(made as u64), &made.to_string())];
            if known > 0 {
                said.push(texts.already(&known.to_string()));
            }
            if !refused.is_empty() {
                said.push(words.draft_files().not_written(&refused.join(", ")));
            }
            run.said.set(said.join(" "));
        }
        !over
    });
}
