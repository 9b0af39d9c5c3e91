//! How sure a rule is, in words.

use super::Words;
use crate::settings;
use calliope_rules::Provisional;
use calliope_rules::explain::{Basis, Confidence};
use calliope_rules::sources::Source;

impl Words {
    /// How sure a rule is, in two words.
    #[must_use]
    pub fn certainty(self, basis: Basis) -> &'static str {
        let texts = self.explain();
        match (basis.source, basis.confidence) {
            (Source::Seller, _) if is_duration(basis) => texts.seller_confirmed,
            (Source::Seller, _) => texts.seller,
            _ if is_fictional(basis.source) => texts.fictional,
            (_, Confidence::A) if is_read(basis.source) => texts.read_text,
            (_, Confidence::A) => texts.three_sources,
            (_, Confidence::B) => texts.two_sources,
            (_, Confidence::C) => texts.one_source,
            (_, Confidence::D) => texts.unconfirmed,
        }
    }

    /// Whether it is to be shown as unsure.
    #[must_use]
    pub fn is_unsure(self, basis: Basis) -> bool {
        basis.confidence == Confidence::D || is_fictional(basis.source)
    }

    /// Where a rule was read.
    #[must_use]
    pub fn citation(self, basis: Basis) -> String {
        match basis.source {
            Source::Seller => self.seller(basis),
            Source::Document(reference) => reference.citation.to_owned(),
        }
    }

    /// The seller as a source: its name, and for a duration the text where it was read.
    fn seller(self, basis: Basis) -> String {
        let settings = settings::in_force();
        let name = match settings.seller() {
            "" => self.explain().seller_citation,
            name => name,
        };
        match &settings.file.durations {
            Some(confirmed) if is_duration(basis) => {
                self.settings().confirmed(name, &confirmed.source)
            }
            _ => name.to_owned(),
        }
    }
}

/// Whether a source is a legal text or an official guide that was read, rather than pages that agree.
fn is_read(source: Source) -> bool {
    let official = [
        "arr-",
        "decret-",
        "loi-",
        "guide-",
        "ministry-",
        "cgi-",
        "r-",
        "l-",
    ];
    official.iter().any(|start| source.id().starts_with(start))
}

/// Whether a basis is that of a duration, rather than of a price.
fn is_duration(basis: Basis) -> bool {
    basis.rule.0.starts_with("duration.")
}

/// Whether a value is that of the illustrative seller.
fn is_fictional(source: Source) -> bool {
    source.id() == "illustrative-tariff"
}

impl Words {
    /// A provisional point, in words.
    #[must_use]
    pub const fn provisional(self, what: Provisional) -> &'static str {
        let texts = self.law();
        match what {
            Provisional::SurveillanceDuration => texts.surveillance_duration,
            Provisional::ExtensionDuration => texts.extension_duration,
            Provisional::GuideV10 => texts.guide_v10,
            Provisional::Indicator33 => texts.indicator_33,
        }
    }
}
