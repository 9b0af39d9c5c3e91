//! The ledger of a value: its steps, their total, the sources with how sure they are.

use super::element::{El, el};
use crate::text::Words;
use calliope_rules::explain::Basis;
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
pub fn ledger(
    words: Words,
    sentence: &'static str,
    rows: Vec<LedgerRow>,
    total: Option<String>,
) -> AnyView {
    let mut cited: Vec<Basis> = Vec::new();
    for basis in rows.iter().filter_map(|row| row.basis) {
        if !cited
            .iter()
            .any(|other| other.source == basis.source && other.confidence == basis.confidence)
        {
            cited.push(basis);
        }
    }
    let mut steps = el("tbody");
    for row in rows {
        let rule = row
            .basis
            .map(|basis| el("code").child(words.explain().rule(basis.rule.0)));
        let label = el("th").attr("scope", "row").child(row.label).child(rule);
        steps = steps.child(el("tr").child(label).child(el("td").child(row.effect)));
    }
    if let Some(total) = total {
        let label = el("th").attr("scope", "row").child(words.explain().total);
        steps = steps.child(
            el("tr")
                .class("sum")
                .child(label)
                .child(el("td").child(total)),
        );
    }
    let mut sources = el("ul")
        .class("sources")
        .attr("aria-label", words.explain().sources);
    for basis in cited {
        sources = sources.child(citation(words, basis));
    }
    let steps = el("table").class("ledger").child(steps).view();
    vec![el("p").child(sentence).view(), steps, sources.view()].into_any()
}

/// One source, with how sure the rule is that was read there.
pub fn citation(words: Words, basis: Basis) -> El {
    let class = if words.is_unsure(basis) {
        "chip unsure"
    } else {
        "chip"
    };
    let sure = words.certainty(basis);
    let item = el("li")
        .child(el("span").class(class).child(sure))
        .child(" ");
    match basis.source {
        Source::Seller => item.child(words.citation(basis)),
        Source::Document(reference) if reference.url.is_empty() => {
            item.child(el("span").attr("lang", "fr").child(reference.citation))
        }
        Source::Document(reference) => {
            let new_tab = [" (", words.site().new_tab, ")"].concat();
            let link = el("a")
                .attr("href", reference.url)
                .attr("target", "_blank")
                .attr("rel", "noopener noreferrer")
                .child(el("span").attr("lang", "fr").child(reference.citation))
                .child(el("span").class("hidden").child(new_tab));
            item.child(link).child(
                el("small").child(words.explain().checked(&words.date(reference.checked_on))),
            )
        }
    }
}
