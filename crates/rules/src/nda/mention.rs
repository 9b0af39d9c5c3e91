//! The mentions fixed by law, reproduced exactly, each on its document.

use super::number::{Number, Region};
use super::table;
use crate::explain::Basis;

/// A formula of `data/nda.toml`.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Formula {
    pub(super) text: &'static str,
    pub(super) basis: Basis,
}

/// What a mention goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Support {
    /// Convention de formation.
    Convention,
    /// Contrat de formation.
    Contract,
    /// Bon de commande, where there is no convention.
    PurchaseOrder,
    /// Devis, where there is no convention.
    Estimate,
    /// Facture, where there is no convention.
    Invoice,
    /// The very first convention or contract: no number exists yet.
    FirstContract,
    /// Website.
    Website,
    /// Brochure.
    Brochure,
    /// Social network.
    SocialNetwork,
    /// E-mail signature.
    Signature,
}

impl Support {
    /// Every support.
    pub const ALL: [Self; 10] = [
        Self::Convention,
        Self::Contract,
        Self::PurchaseOrder,
        Self::Estimate,
        Self::Invoice,
        Self::FirstContract,
        Self::Website,
        Self::Brochure,
        Self::SocialNetwork,
        Self::Signature,
    ];
}

/// What to write on a support.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Mention {
    /// It must be there, in these words.
    Compulsory(String, Basis),
    /// It may be left out; if it is there, then in these words.
    Optional(String, Basis),
}

/// The mention of a support; `region` is that of the préfet, of today.
#[must_use]
pub fn mention(support: Support, number: &Number, region: &Region) -> Mention {
    let write = |formula: &Formula| {
        formula
            .text
            .replace("{number}", &number.to_string())
            .replace("{region}", region.of)
    };
    match support {
        Support::Convention
        | Support::Contract
        | Support::PurchaseOrder
        | Support::Estimate
        | Support::Invoice => Mention::Compulsory(
            write(&table::MENTION_CONTRACT),
            table::MENTION_CONTRACT.basis,
        ),
        Support::FirstContract => Mention::Optional(
            write(&table::MENTION_IN_PROGRESS),
            table::MENTION_IN_PROGRESS.basis,
        ),
        Support::Website | Support::Brochure | Support::SocialNetwork | Support::Signature => {
            Mention::Optional(
                write(&table::MENTION_PUBLICITY),
                table::MENTION_PUBLICITY.basis,
            )
        }
    }
}
