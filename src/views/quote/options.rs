//! What may be added to the total, and what may have to be paid without being in it.

use crate::state::{Parsed, State, key};
use crate::text::Words;
use crate::ui::{El, check, el, live, take};
use calliope_rules::Assessment;
use calliope_rules::quote::{Entry, offer_price};
use calliope_rules::tariff::{Offer, Price, Priced, Tariff};
use leptos::prelude::*;

/// Services to tick, then what depends on how the audit goes; nothing where the tariff has neither.
pub fn options(state: State, words: Words) -> AnyView {
    let texts = words.offer();
    let of = move |tariff: &'static Tariff| {
        let mut shown = Vec::new();
        if !tariff.services.is_empty() {
            let field = el("fieldset")
                .class("field options")
                .child(el("legend").child(texts.options));
            let field = tariff.services.iter().fold(field, |field, offer| {
                field.child(service(state, words, offer))
            });
            shown.push(
                field
                    .child(el("p").class("help").child(texts.options_help))
                    .view(),
            );
        }
        if !tariff.contingent.is_empty() {
            let list =
                tariff
                    .contingent
                    .iter()
                    .fold(el("ul").class("plain-list"), |list, offer| {
                        let name = words.of(&offer.label);
                        let said = live(move || {
                            state.assessment.with(|_| {
                                texts
                                    .offer(name, &price(state, words, offer, Priced::Complementary))
                            })
                        });
                        list.child(el("li").child(said))
                    });
            let contingent = el("div")
                .class("contingent")
                .child(el("h3").child(texts.contingent))
                .child(list)
                .child(el("p").class("help").child(texts.contingent_help));
            shown.push(contingent.view());
        }
        shown.into_any()
    };
    // What a list offers is there anew only with another list.
    live(move || of(state.tariff())).into_any()
}

fn service(state: State, words: Words, offer: &'static Offer) -> El {
    let name = words.of(&offer.label);
    let label = words
        .offer()
        .offer(name, &price(state, words, offer, Priced::White));
    check(
        label,
        "",
        live(move || state.key_holds(key::OPTIONS, &offer.id)),
        take(move |on| state.put_in_key(key::OPTIONS, &offer.id, on)),
    )
}

/// The price of an offer in words; time is charged at the rate of `priced`.
fn price(state: State, words: Words, offer: &Offer, priced: Priced) -> String {
    let texts = words.offer();
    let profile = state.parsed.with_untracked(Parsed::last_profile);
    let tariff = untrack(|| state.tariff());
    let amount = profile.and_then(|profile| offer_price(offer, tariff, &profile, priced));
    match (&offer.price, amount) {
        (_, Some(amount)) => texts.excl_vat(&words.money_short(amount)),
        (Price::PerHour(amount), None) => texts.per_hour(&words.money_short(*amount)),
        (Price::Share(rate), None) => texts.share(&words.rate(*rate)),
        _ => texts.offer_on_quotation.to_owned(),
    }
}

/// What the total pays for, by how one comes to the certifier.
pub fn price_name(state: State, words: Words) -> &'static str {
    let texts = words.result();
    match state.entry() {
        Entry::Renewal => texts.price_renewal,
        Entry::TransferIn => texts.price_transfer,
        Entry::First => texts.price,
    }
}

/// What the way in changes in the audits; empty for a first certificate.
pub fn entry_note(state: State, words: Words) -> &'static str {
    let texts = words.offer();
    match state.entry() {
        Entry::Renewal => texts.note_renewal,
        Entry::TransferIn => texts.note_transfer,
        Entry::First => "",
    }
}

/// What the total leaves out.
pub fn excluded(state: State, words: Words) -> &'static str {
    let texts = words.result();
    if state.entry() == Entry::Renewal {
        texts.excluded_renewal
    } else {
        texts.excluded
    }
}

/// What the cycle costs for each year of the certificate, in words; empty without a total, and for a transfer,
/// which buys only what is left of a cycle.
pub fn per_year(state: State, words: Words, a: &Assessment) -> String {
    if !a.quote.is_complete() || state.entry() == Entry::TransferIn {
        return String::new();
    }
    let texts = words.offer();
    let validity = calliope_rules::cycle::validity(a.audit_date).value;
    let each = a.quote.gross_per_year(validity.value.unsigned_abs());
    texts.per_year(&words.money(each), &words.fact(validity))
}
