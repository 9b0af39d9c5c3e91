//! The statement on accessibility.

use super::sentences;
use crate::state::{State, View};
use crate::text::Words;
use crate::ui::el;
use crate::views::page;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The day of the assessment in `docs/accessibility.md`.
const ASSESSED: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 22);

const OMBUDSMAN: &str = "https://www.defenseurdesdroits.fr/";

/// The view.
pub fn accessibility(state: State, words: Words) -> AnyView {
    let texts = words.accessible();
    let email = state.settings.file.contact.as_ref();
    let email = email.and_then(|contact| contact.email.as_deref());
    let report = match email {
        Some(email) => texts.report_to(email),
        None => texts.report_site.to_owned(),
    };
    let checked = [
        texts.checked_axe,
        texts.checked_keys,
        texts.checked_sizes,
        texts.checked_colours,
        texts.checked_motion,
    ];
    let limits = [
        texts.limits_readers,
        texts.limits_words,
        texts.limits_code,
        texts.limits_order,
        texts.limits_print,
        texts.limits_date,
    ];
    vec![
        page::title(words.view(View::Accessibility)).view(),
        el("p").class("lead").child(texts.lead).view(),
        page::part("state", texts.state)
            .child(el("p").child(texts.state_text))
            .child(
                el("p")
                    .class("hint")
                    .child(ASSESSED.map(|day| texts.state_date(&words.date(day)))),
            )
            .view(),
        page::part("checked", texts.checked)
            .child(sentences(&checked))
            .view(),
        page::part("limits", texts.limits)
            .child(sentences(&limits))
            .view(),
        page::part("report", texts.report)
            .child(el("p").child(report))
            .child(el("p").child(page::outside(words, OMBUDSMAN, texts.report_rights)))
            .view(),
    ]
    .into_any()
}
