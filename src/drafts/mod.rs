//! Drafts: what a consultant keeps for each client, in this browser and in files. Nothing here touches a browser.
//!
//! | module | its one job |
//! |---|---|
//! | [`draft`] | what a draft holds, and what makes one impossible |
//! | [`readiness`] | where each indicator stands before the audit |
//! | [`shelf`] | a place that keeps texts by key, and may refuse |
//! | [`store`] | drafts on a shelf: versions, what cannot be read, erasing |
//! | [`merge`] | one draft changed at two places |
//! | [`file`] | drafts as a file, and what a file would bring |

pub mod draft;
pub mod file;
pub mod merge;
pub mod readiness;
pub mod shelf;
pub mod store;

pub use draft::{Draft, Figures, Work, Wrong};
pub use readiness::{Preparation, Progress, Proof, Readiness};
