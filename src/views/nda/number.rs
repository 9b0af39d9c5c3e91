//! The number checked as it is typed, and the mention it goes into.

use crate::browser::clipboard;
use crate::state::{State, key};
use crate::text::Words;
use crate::ui::{El, citation, el, live};
use crate::views::keyed::{self, LineField};
use crate::views::{page, share};
use calliope_rules::nda::{BadNumber, Mention, Number, Region, Support, Warning, mention};
use leptos::prelude::*;

/// The number as typed and what it says.
pub fn number(state: State, words: Words) -> El {
    let texts = words.nda();
    let error = live(move || match Number::parse(&state.key(key::NUMBER)) {
        Err(BadNumber::NotADigit(character)) => texts.number_not_digit(&character.to_string()),
        Err(BadNumber::Digits(n)) if n > 11 => texts.number_long(&n.to_string()),
        _ => String::new(),
    });
    let said = live(move || match Number::parse(&state.key(key::NUMBER)) {
        Ok(number) => checked(words, state, number).view(),
        Err(BadNumber::Digits(n)) if n < 11 => el("p")
            .class("help")
            .child(texts.number_typing(words.form_of(n as u64), &n.to_string()))
            .view(),
        Err(_) => el("p").class("help").child(texts.number_empty).view(),
    });
    page::part("number", texts.number)
        .child(page::fields(vec![
            keyed::line_field(
                state,
                LineField {
                    id: "nda-number",
                    label: texts.number_label,
                    help: texts.number_help,
                    kind: "text",
                    keyboard: "numeric",
                    unit: "",
                    key: key::NUMBER,
                    error,
                },
            ),
            keyed::select(state, "region", texts.region, key::REGION, regions(words)),
        ]))
        .child(
            el("div")
                .attr("role", "status")
                .attr("data-testid", "nda-number-check")
                .child(said),
        )
}

fn regions(words: Words) -> Vec<(&'static str, String)> {
    let mut options = vec![("", words.nda().region_of_number.to_owned())];
    let today = Region::all()
        .iter()
        .filter(|region| region.code == region.today);
    options.extend(today.map(|region| (region.code, region.name.to_owned())));
    options
}

/// The region whose préfet is named: the one chosen, else that of the number.
fn region(state: State, number: &Number) -> Option<&'static Region> {
    Region::by_code(&state.key(key::REGION)).or_else(|| Region::by_code(number.region()?.today))
}

fn checked(words: Words, state: State, number: Number) -> El {
    let texts = words.nda();
    let mut warnings = number.warnings();
    let chosen = state.key(key::REGION);
    if !chosen.is_empty() {
        warnings.extend(number.printed_beside(&chosen));
    }
    let written = number.to_string();
    let Some(region) = number.region().filter(|_| warnings.is_empty()) else {
        let list = warnings
            .iter()
            .fold(el("ul").class("plain-list"), |list, warning| {
                let said = match warning {
                    Warning::DepartementsDiffer => texts.warn_departments.to_owned(),
                    Warning::UnknownRegion => texts.warn_region.to_owned(),
                    Warning::NotOfTheRegion => texts.warn_not_of_region.to_owned(),
                    Warning::OtherRegion(region) => texts.warn_other_region(region.name),
                };
                list.child(el("li").child(said))
            });
        return page::verdict("unsure", texts.number_doubt(&written)).child(list);
    };
    page::verdict("", texts.number_good(&written, region.name)).child(
        el("ul")
            .class("sources")
            .child(citation(words, region.basis)),
    )
}

/// The words of the supports in the address, in the order of [`Support::ALL`].
const SUPPORTS: [&str; 10] = [
    "",
    "contrat",
    "commande",
    "devis",
    "facture",
    "premier",
    "site",
    "brochure",
    "reseau",
    "signature",
];

/// The mention for a chosen document.
pub fn mentions(state: State, words: Words) -> El {
    let texts = words.nda();
    let names = [
        texts.convention,
        texts.contract,
        texts.purchase_order,
        texts.estimate,
        texts.invoice,
        texts.first_document,
        texts.website,
        texts.brochure,
        texts.social_network,
        texts.signature,
    ];
    let options = SUPPORTS
        .into_iter()
        .zip(names)
        .map(|(word, name)| (word, name.to_owned()))
        .collect();
    let copied = RwSignal::new(None);
    let written = live(move || {
        copied.set(None);
        match written(state) {
            None => el("p").class("help").child(texts.mention_empty).view(),
            Some(mention) => {
                let (lead, text, basis) = match mention {
                    Mention::Compulsory(text, basis) => (texts.compulsory, text, basis),
                    Mention::Optional(text, basis) if state.key(key::SUPPORT) == "premier" => {
                        (texts.may_write, text, basis)
                    }
                    Mention::Optional(text, basis) => (texts.optional, text, basis),
                };
                let to_copy = text.clone();
                let copy = page::button("button", words.page().copy).on("click", move |_| {
                    clipboard::copy(&to_copy, move |done| copied.set(Some(done)));
                });
                el("div")
                    .class("verdict-box")
                    .child(el("p").child(lead))
                    .child(
                        is_doubtful(state)
                            .then(|| el("p").class("estimate").child(texts.mention_doubt)),
                    )
                    .child(
                        el("blockquote")
                            .attr("lang", "fr")
                            .attr("data-testid", "mention")
                            .child(text),
                    )
                    .child(el("ul").class("sources").child(citation(words, basis)))
                    .child(copy)
                    .view()
            }
        }
    });
    let told = share::after_copy(copied, [texts.copied, texts.copy_failed]);
    page::part("mention", texts.mention)
        .child(page::fields(vec![keyed::select(
            state,
            "support",
            texts.support,
            key::SUPPORT,
            options,
        )]))
        .child(written)
        .child(el("p").class("hint").attr("role", "status").child(told))
        .child(page::rules(
            words,
            &["practice.nda-no-agrement"],
            state.today,
        ))
}

/// Whether something looks wrong in the number, or in the préfet beside it.
fn is_doubtful(state: State) -> bool {
    let chosen = state.key(key::REGION);
    Number::parse(&state.key(key::NUMBER)).is_ok_and(|number| {
        let elsewhere = !chosen.is_empty() && number.printed_beside(&chosen).is_some();
        elsewhere || !number.warnings().is_empty()
    })
}

/// The mention that goes on the chosen document; none while the number it needs is not complete.
fn written(state: State) -> Option<Mention> {
    let chosen = state.key(key::SUPPORT);
    let place = SUPPORTS.iter().position(|word| *word == chosen)?;
    let support = *Support::ALL.get(place)?;
    let number = Number::parse(&state.key(key::NUMBER));
    // The first contract bears no number: any will do.
    let number = match (support, number) {
        (Support::FirstContract, Err(_)) => Number::parse("11 75 00000 75").ok()?,
        (_, number) => number.ok()?,
    };
    Some(mention(support, &number, region(state, &number)?))
}
