//! A typed answer: its text stays visible as it is, with its error beside it.

use super::element::{El, el};
use super::live::{Live, Take, fixed, live, now, take};
use leptos::prelude::event_target_value;
use std::borrow::Cow;

/// What a labelled input shows and does.
pub struct TextField {
    /// Unique on the page.
    pub id: Cow<'static, str>,
    /// What is asked.
    pub label: &'static str,
    /// What it means; empty for nothing.
    pub help: &'static str,
    /// `text`, `date` or `search`.
    pub kind: &'static str,
    /// What the phone's keyboard offers: `text`, `decimal`, `numeric`.
    pub keyboard: &'static str,
    /// Shown after the input, such as a unit; empty for nothing.
    pub unit: &'static str,
    /// The text typed.
    pub value: Live<String>,
    /// Takes the text at each keystroke.
    pub on_input: Take<String>,
    /// Takes the text once the user is done with it.
    pub on_done: Take<String>,
    /// What is wrong with it, in words; empty for nothing.
    pub error: Live<String>,
}

/// A labelled line of text, of which nothing can be wrong.
pub fn line_of_text(
    id: impl Into<Cow<'static, str>>,
    texts: [&'static str; 2],
    kind: &'static str,
    value: Live<String>,
    on_input: Take<String>,
) -> El {
    let [label, help] = texts;
    text_field(TextField {
        id: id.into(),
        label,
        help,
        kind,
        keyboard: "text",
        unit: "",
        value,
        on_input,
        on_done: take(|_| {}),
        error: fixed(""),
    })
}

/// A labelled input. Its error is announced, tied to the input, and does not take the text away.
pub fn text_field(field: TextField) -> El {
    let TextField {
        id,
        label,
        help,
        kind,
        keyboard,
        unit,
        value,
        on_input,
        on_done,
        error,
    } = field;
    let help_id = [&id, "-help"].concat();
    let error_id = [&id, "-error"].concat();
    let described_by = match help {
        "" => error_id.clone(),
        _ => [help_id.as_str(), " ", error_id.as_str()].concat(),
    };
    let (wrong, invalid) = (error.clone(), error.clone());
    let written = value.clone();
    let input = el("input")
        .attr_owned("id", id.to_string())
        .attr("type", kind)
        .attr("inputmode", keyboard)
        .attr("autocomplete", "off")
        .value(value)
        // On paper an empty date is left out.
        .flag("data-empty", live(move || now(&written).is_empty()))
        .on("input", move |event| on_input(event_target_value(&event)))
        .on("change", move |event| on_done(event_target_value(&event)))
        .attr_live(
            "aria-invalid",
            live(move || (!now(&invalid).is_empty()).to_string()),
        )
        .attr_owned("aria-describedby", described_by);
    // A date has the length it has.
    let input = match kind {
        "date" => input,
        _ => input.attr("maxlength", "120"),
    };
    let unit = (!unit.is_empty()).then(|| {
        el("span")
            .class("unit")
            .attr("aria-hidden", "true")
            .child(unit)
    });
    let help =
        (!help.is_empty()).then(|| el("p").class("help").attr_owned("id", help_id).child(help));
    el("div")
        .class("field")
        .class_while("has-error", live(move || !now(&wrong).is_empty()))
        .child(el("label").attr_owned("for", id.into_owned()).child(label))
        .child(el("div").class("input").child(input).child(unit))
        .child(
            el("p")
                .class("error")
                .attr_owned("id", error_id)
                .attr("role", "alert")
                .child(error),
        )
        .child(help)
}
