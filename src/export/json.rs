//! The calculation, for another program.

use super::File;
use calliope_rules::tariff::Tariff;
use calliope_rules::{Assessment, wire};

/// One JSON object: the link it was made from, the assessment as in the contract, its trace.
#[must_use]
pub fn calculation(assessment: &Assessment, tariff: &Tariff, link: &str) -> File {
    let trace = [",\"trace\":", &wire::trace(assessment, tariff)].concat();
    File {
        name: "calliope-calcul.json".to_owned(),
        kind: "application/json",
        text: [&object(assessment, tariff, link, &trace), "\n"].concat(),
    }
}

/// The same for the page around an embed: without the trace, and whether the price list is in force on the date of the
/// contract.
#[must_use]
pub fn estimate(assessment: &Assessment, tariff: &Tariff, link: &str) -> String {
    let in_force = tariff.in_force(assessment.contract_date);
    let rest = [",\"tariff_in_force\":", &in_force.to_string()].concat();
    object(assessment, tariff, link, &rest)
}

fn object(assessment: &Assessment, tariff: &Tariff, link: &str, rest: &str) -> String {
    // A link is percent-encoded: it holds nothing that JSON escapes.
    [
        "{\"link\":\"",
        link,
        "\",\"assessment\":",
        &wire::assessment(assessment, tariff),
        rest,
        "}",
    ]
    .concat()
}
