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

/// The same without the trace, for the page around an embed.
#[must_use]
pub fn estimate(assessment: &Assessment, tariff: &Tariff, link: &str) -> String {
    object(assessment, tariff, link, "")
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
