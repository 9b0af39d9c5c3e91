//! Everything about a Qualiopi audit that is true without a browser.
//!
//! One door, [`assess`]: a [`profile::Profile`], the [`Terms`] of a seller and a day in, an [`Assessment`] out.
//! No text, clock, browser or float in here: words live in the app's locales, keyed by [`explain::RuleId`].
//!
//! | module | its one job |
//! |---|---|
//! | [`money`], [`days`], [`date`] | whole cents, half-days, civil dates |
//! | [`explain`], [`sources`] | the trace of a value, who says so |
//! | [`tables`], [`facts`], [`catalogue`] | dated rows, dated numbers, every row in one list |
//! | [`profile`] | the answers, validated on construction; the link that carries them |
//! | [`framework`] | which reference framework governs an audit date |
//! | [`duration`] | how long each audit lasts |
//! | [`indicators`] | which of the 33 indicators apply, and why |
//! | [`eligibility`] | what is missing before one may apply |
//! | [`cycle`] | from a contract, audit or decision to every milestone |
//! | [`findings`] | non-conformities: deadlines, accumulation, verdict |
//! | [`nda`] | the declaration of activity: number, file, mentions |
//! | [`read`], [`settings`], [`tariff`] | documents, the settings file of a certifier, price lists |
//! | [`quote`] | lines, discounts, VAT, instalments |
//! | [`wire`] | the contract: an assessment as JSON |

#![deny(missing_docs, clippy::float_arithmetic)]

mod assess;
pub mod catalogue;
pub mod cycle;
pub mod date;
pub mod days;
pub mod duration;
pub mod eligibility;
pub mod explain;
pub mod facts;
pub mod findings;
pub mod framework;
pub mod hidden;
pub mod indicators;
pub mod money;
pub mod nda;
pub mod profile;
pub mod quote;
pub mod read;
pub mod settings;
pub mod sources;
pub mod tables;
pub mod tariff;
pub mod wire;

pub use assess::{Assessment, Provisional, RULES_VERSION, Terms, assess};
