//! The ledger of a value: its steps, their total, the sources with how sure they are.

use crate::text::Words;
use calliope_rules::explain::{Basis, Confidence};
use calliope_rules::sources::Source;
use leptos::prelude::*;

/// One step, in words.
#[derive(Clone, Debug)]
pub struct LedgerRow {
    /// What was counted.
    pub label: String,
    /// What it changed.
    pub effect: String,
    /// Rule, source and confidence; none for a row that is only a sum.
    pub basis: Option<Basis>,
}

/// A sentence, the steps with their total where they add up, then the sources.
pub fn ledger(words: Words, sentence: &'static str, rows: Vec<LedgerRow>, total: Option<String>) -> AnyView {
    let mut cited: Vec<Basis> = Vec::new();
    for basis in rows.iter().filter_map(|row| row.basis) {
        if !cited.iter().any(|other| other.source == basis.source && other.confidence == basis.confidence) {
            cited.push(basis);
        }
    }
    let mut steps: Vec<AnyView> = rows.into_iter().map(|row| step(words, row)).collect();
    if let Some(total) = total {
        let label = words.explain.total;
        steps.push(view! { <tr class="sum"><th scope="row">{label}</th><td>{total}</td></tr> }.into_any());
    }
    let sources: Vec<AnyView> = cited.into_iter().map(|basis| citation(words, basis)).collect();
    view! {
        <p>{sentence}</p>
        <table class="ledger">
            <tbody>{steps}</tbody>
        </table>
        <ul class="sources" aria-label=words.explain.sources>{sources}</ul>
    }
    .into_any()
}

fn step(words: Words, row: LedgerRow) -> AnyView {
    let rule = row.basis.map(|basis| words.explain.rule(basis.rule.0)).unwrap_or_default();
    view! {
        <tr>
            <th scope="row">{row.label}<code>{rule}</code></th>
            <td>{row.effect}</td>
        </tr>
    }
    .into_any()
}

fn citation(words: Words, basis: Basis) -> AnyView {
    let (class, sure) = chip(words, basis);
    let (citation, url, checked) = match basis.source {
        Source::Seller => (words.explain.seller_citation, "", String::new()),
        Source::Document(reference) if reference.url.is_empty() => (reference.citation, "", String::new()),
        Source::Document(reference) => {
            (reference.citation, reference.url, words.explain.checked(&words.date(reference.checked_on)))
        }
    };
    let cited = if url.is_empty() {
        view! { <span>{citation}</span> }.into_any()
    } else {
        view! {
            <a href=url target="_blank" rel="noopener noreferrer">
                <span lang="fr">{citation}</span>
                <span class="hidden">" ("{words.site.new_tab}")"</span>
            </a>
        }
        .into_any()
    };
    view! { <li><span class=class>{sure}</span>" "{cited}<small>{checked}</small></li> }.into_any()
}

/// How sure a rule is: a class and two words.
fn chip(words: Words, basis: Basis) -> (&'static str, &'static str) {
    match (basis.source, basis.confidence) {
        (Source::Seller, _) => ("chip", words.explain.seller),
        (Source::Document(reference), _) if reference.url.is_empty() => ("chip unsure", words.explain.fictional),
        (_, Confidence::A) => ("chip", words.explain.read_text),
        (_, Confidence::B) => ("chip", words.explain.two_sources),
        (_, Confidence::C) => ("chip", words.explain.one_source),
        (_, Confidence::D) => ("chip unsure", words.explain.unconfirmed),
    }
}
