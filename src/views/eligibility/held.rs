//! The ways in for a body that already holds a certificate: durations, dates, what to send.

use crate::agenda;
use crate::state::{Slot, State, View, key};
use crate::text::Words;
use crate::ui::{El, TextField, check, el, live, take, text_field};
use crate::views::keyed::{self, DateField};
use crate::views::{answers, page};
use calliope_rules::cycle::{Cycle, Milestone, transfer};
use calliope_rules::duration::Audit;
use calliope_rules::eligibility::{Held, declare_change_by, duty};
use calliope_rules::profile::Category;
use leptos::prelude::*;

/// The words of the ways in, in the order they are offered.
const WAYS: [&str; 7] = [
    "",
    "extension",
    "transfert",
    "renouvellement",
    "surveillance",
    "siren",
    "changement",
];

/// The choice and what follows from it.
pub fn held(state: State, words: Words) -> El {
    let texts = words.eligibility();
    let chosen = Memo::new(move |_| way(&state.key(key::HELD)));
    let answer = live(move || match chosen.get() {
        None => el("p").class("help").child(texts.held_empty).view(),
        Some(held) => follows(state, words, held).view(),
    });
    page::part("held", texts.held)
        .child(keyed::one_of(
            state,
            texts.held_choose,
            key::HELD,
            &WAYS,
            &[
                texts.held_none,
                texts.held_extend,
                texts.held_transfer,
                texts.held_renew,
                texts.held_surveillance,
                texts.held_siren,
                texts.held_change,
            ],
        ))
        .child(answer)
}

fn way(word: &str) -> Option<Held> {
    Some(match word {
        "extension" => Held::Extend,
        "transfert" => Held::Transfer,
        "renouvellement" => Held::Renew,
        "surveillance" => Held::Surveillance,
        "siren" => Held::NewSiren,
        "changement" => Held::OtherChange,
        _ => return None,
    })
}

fn follows(state: State, words: Words, held: Held) -> El {
    let (_, basis) = duty(held);
    let sentence = words.rule(basis.rule.0, state.today);
    let first = el("ul")
        .class("cited-list")
        .child(page::cited(words, sentence, basis));
    let body = match held {
        Held::Extend => extension(state, words),
        Held::Transfer => transferred(state, words),
        Held::Renew => renewal(state, words),
        Held::Surveillance => surveillance(state, words),
        Held::NewSiren => page::verdict("bad", words.eligibility().anew.to_owned()),
        Held::OtherChange => changed(state, words),
    };
    el("div").class("follows").child(first).child(body)
}

fn extension(state: State, words: Words) -> El {
    let texts = words.eligibility();
    let held = Memo::new(move |_| state.parsed.with(|parsed| parsed.answers.categories));
    let boxes = live(move || {
        let held = held.get();
        Category::ALL
            .into_iter()
            .filter(|category| !held.contains(*category))
            .map(|category| {
                let checked = live(move || {
                    state
                        .form
                        .with(|form| form.chosen.extension.categories.contains(category))
                });
                let set = take(move |on| {
                    state.form.update(|form| {
                        let extension = &mut form.chosen.extension;
                        extension.categories = extension.categories.with(category, on);
                    });
                });
                check(
                    words.category(category).to_owned(),
                    category.code(),
                    checked,
                    set,
                )
                .view()
            })
            .collect::<Vec<AnyView>>()
            .into_any()
    });
    let sites = text_field(TextField {
        id: "extension-sites".into(),
        label: texts.extend_sites,
        help: "",
        kind: "text",
        keyboard: "numeric",
        unit: "",
        value: answers::read(state, |form| form.extension_sites.clone()),
        on_input: answers::write(state, |form, text| form.extension_sites = text),
        on_done: take(|_| {}),
        error: answers::error(state, words, Slot::ExtensionSites),
    });
    let lasts = live(move || {
        duration(state, words, Audit::Extension)
            .unwrap_or_else(|| el("p").class("help").child(texts.extend_none))
            .view()
    });
    el("div")
        .child(page::fields(vec![
            el("fieldset")
                .class("field")
                .child(el("legend").child(texts.extend_categories))
                .child(boxes),
            sites,
        ]))
        .child(lasts)
        .child(page::rules(
            words,
            &[
                "practice.extension-keeps-expiry",
                "practice.initial-on-site",
            ],
            state.today,
        ))
        .child(page::to(state, View::Quote, texts.to_quote))
}

/// How long an audit of the profile lasts, as a sentence.
fn duration(state: State, words: Words, audit: Audit) -> Option<El> {
    let texts = words.eligibility();
    state.assessment.with(|a| {
        let duration = a.durations.of(audit)?;
        let place = words.place(audit);
        let days = words.range(duration.range());
        Some(if duration.trace.is_established() {
            el("p").child(texts.duration(&days, place))
        } else {
            el("p")
                .class("estimate")
                .child(texts.duration_estimate(&days, place))
        })
    })
}

fn on(state: State, words: Words, label: &'static str) -> El {
    page::fields(vec![keyed::date_field(
        state,
        words,
        DateField {
            id: "held-on",
            label,
            help: "",
            key: key::HELD_ON,
        },
    )])
}

fn dated(words: Words, rows: Vec<(String, Milestone)>) -> AnyView {
    rows.into_iter()
        .fold(
            el("ul").class("cited-list"),
            |list, (sentence, milestone)| list.child(page::cited(words, sentence, milestone.basis)),
        )
        .view()
}

fn transferred(state: State, words: Words) -> El {
    let texts = words.eligibility();
    let dates = live(move || match state.key_date(key::HELD_ON) {
        None => ().into_any(),
        Some(requested) => {
            let (file, decided) = transfer(requested);
            let rows = vec![
                (texts.transfer_file(&words.date(file.date)), file),
                (texts.transfer_decided(&words.date(decided.date)), decided),
            ];
            dated(words, rows)
        }
    });
    el("div")
        .child(on(state, words, texts.requested_transfer))
        .child(dates)
        .child(page::rules(
            words,
            &["practice.transfer-outcomes"],
            state.today,
        ))
        .child(
            page::go(
                texts.to_quote,
                live(move || state.link_with(View::Quote, key::ENTRY, "transfert")),
            )
            // Set before the link is followed: the quote goes on from the same work.
            .on("click", move |_| state.set_key(key::ENTRY, "transfert")),
        )
}

fn changed(state: State, words: Words) -> El {
    let texts = words.eligibility();
    let by = live(move || match state.key_date(key::HELD_ON) {
        None => ().into_any(),
        Some(change) => {
            let by = declare_change_by(change);
            dated(words, vec![(texts.declare_by(&words.date(by.date)), by)])
        }
    });
    el("div")
        .child(on(state, words, texts.changed_on))
        .child(by)
}

/// The cycle, once the decision is known; the way to say it otherwise.
fn with_cycle(
    state: State,
    words: Words,
    say: fn(Words, &Cycle) -> Vec<(String, Milestone)>,
) -> AnyView {
    let texts = words.eligibility();
    live(move || {
        let plan = state
            .parsed
            .with(|parsed| agenda::of(&parsed.answers, state.today));
        if plan.decision_is_typical {
            return el("div")
                .child(el("p").child(texts.need_decision))
                .child(page::to(state, View::Calendar, texts.to_calendar))
                .view();
        }
        dated(words, say(words, &plan.cycle))
    })
    .into_any()
}

fn renewal(state: State, words: Words) -> El {
    let texts = words.eligibility();
    let dates = with_cycle(state, words, |words, cycle| {
        let (latest, contact) = (cycle.renewal_latest, cycle.renewal_contact);
        let said = words
            .eligibility()
            .renew_by(&words.date(contact.date), &words.date(latest.date));
        vec![(said, latest)]
    });
    el("div")
        .child(live(move || {
            duration(state, words, Audit::Renewal).map_or_else(|| ().into_any(), El::view)
        }))
        .child(dates)
        .child(page::rules(
            words,
            &[
                "practice.renewal-new-contract",
                "practice.certificate-lapses",
            ],
            state.today,
        ))
        .child(
            page::go(
                texts.to_quote,
                live(move || state.link_with(View::Quote, key::ENTRY, "renouvellement")),
            )
            // Set before the link is followed: the quote goes on from the same work.
            .on("click", move |_| {
                state.set_key(key::ENTRY, "renouvellement")
            }),
        )
}

fn surveillance(state: State, words: Words) -> El {
    let dates = with_cycle(state, words, |words, cycle| {
        let (from, to) = (cycle.surveillance_from, cycle.surveillance_to);
        let said = words
            .eligibility()
            .window(&words.date(from.date), &words.date(to.date));
        vec![(said, to)]
    });
    el("div")
        .child(live(move || {
            duration(state, words, Audit::Surveillance).map_or_else(|| ().into_any(), El::view)
        }))
        .child(dates)
        .child(page::rules(
            words,
            &[
                "practice.surveillance-remote",
                "practice.surveillance-content",
            ],
            state.today,
        ))
}
