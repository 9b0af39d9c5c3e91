//! The calculation and its trace, for another program.

use super::File;
use calliope_rules::tariff::Tariff;
use calliope_rules::{Assessment, wire};

/// One JSON object: the assessment as in the contract, its trace, the link it was made from.
#[must_use]
pub fn calculation(assessment: &Assessment, tariff: &Tariff, link: &str) -> File {
    // A link is percent-encoded: it holds nothing that JSON escapes.
    let text = [
        "{\"link\":\"",
        link,
        "\",\"assessment\":",
        &wire::assessment(assessment, tariff),
        ",\"trace\":",
        &wire::trace(assessment, tariff),
        "}\n",
    ]
    .concat();
    File {
        name: "calliope-calcul.json".to_owned(),
        kind: "application/json",
        text,
    }
}
