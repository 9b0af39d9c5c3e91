//! What is missing before one may apply for the certificate.

use crate::profile::{Location, Profile};

/// Something a provider must have before the audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Requirement {
    /// A declaration number (NDA), or a proof of request under three months old.
    DeclarationNumber,
    /// One service carried out in each category asked for (CFA: at least begun).
    ServiceInEachCategory,
    /// A sworn statement: no refusal or withdrawal, no other running contract.
    SwornStatement,
    /// A body established abroad: a SIREN or a French representative.
    FrenchEstablishment,
}

impl Requirement {
    /// The name in the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::DeclarationNumber => "nda",
            Self::ServiceInEachCategory => "service-in-each-category",
            Self::SwornStatement => "sworn-statement",
            Self::FrenchEstablishment => "french-establishment",
        }
    }
}

/// What a profile has still to show. The profile says nothing of what the provider already holds,
/// so everything it needs is listed.
#[must_use]
pub fn missing(profile: &Profile) -> Vec<Requirement> {
    let mut missing = vec![
        Requirement::DeclarationNumber,
        Requirement::ServiceInEachCategory,
        Requirement::SwornStatement,
    ];
    if profile.location == Location::Abroad {
        missing.push(Requirement::FrenchEstablishment);
    }
    missing
}
