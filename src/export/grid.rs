//! The grid of indicators as a table.

use super::File;
use super::csv::Table;
use crate::text::Words;
use calliope_rules::date::format_iso;
use calliope_rules::indicators::{Indicator, Severity};
use calliope_rules::{Assessment, Provisional};

/// One row an indicator, in the language of `words`.
#[must_use]
pub fn grid_csv(words: Words, assessment: &Assessment) -> File {
    let texts = words.indicators();
    let mut table = Table::new(&[
        texts.number,
        texts.criterion_word,
        texts.name,
        texts.state,
        texts.reason,
        texts.new_entrant,
        texts.severity,
        texts.surveillance,
        texts.evidence,
        texts.change,
        texts.source,
        texts.confidence,
    ]);
    let yes_no = |yes: bool| {
        if yes {
            words.page().yes
        } else {
            words.page().no
        }
    };
    for indicator in assessment.indicators.all() {
        let Some(asked) = words.indicator(indicator.number) else {
            continue;
        };
        let criterion = indicator.definition.criterion;
        let change = words.change_under(assessment.framework, indicator);
        table.row(&[
            &indicator.number.to_string(),
            &[&criterion.to_string(), ". ", words.criterion(criterion)].concat(),
            asked.title,
            words.verdict(indicator.verdict),
            &words.reason(indicator.verdict),
            yes_no(indicator.new_entrant),
            &severity(words, assessment, indicator),
            yes_no(indicator.surveillance),
            asked.evidence,
            change,
            &words.citation(indicator.basis),
            words.certainty(indicator.basis),
        ]);
    }
    File {
        name: [
            "calliope-indicateurs-",
            &format_iso(assessment.audit_date),
            ".csv",
        ]
        .concat(),
        kind: "text/csv;charset=utf-8",
        text: table.finish(),
    }
}

/// The severity, with what it rests on while the guide of the framework is awaited.
fn severity(words: Words, assessment: &Assessment, indicator: &Indicator) -> String {
    let severity = words.severity(indicator.definition.severity);
    if assessment.provisional.contains(&Provisional::GuideV10)
        && indicator.definition.severity != Severity::NotSet
    {
        [severity, " ", words.indicators().after_v9].concat()
    } else {
        severity.to_owned()
    }
}
