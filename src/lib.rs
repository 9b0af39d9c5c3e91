//! Calliope in the browser: views over the rules. No rule and no amount is computed here.
//!
//! | module | its one job |
//! |---|---|
//! | [`app`] | the shell, the view switch, the contexts |
//! | [`state`] | the answers as typed, the memoised assessment, what the address carries |
//! | [`text`] | typed texts in both languages, numbers and dates as people write them |
//! | [`settings`] | what a certifier brings: its settings file, or the built-in illustrative tariff |
//! | [`effect`] | what is done each time something changes |
//! | [`theme`] | the accent that is brought, made to read well |
//! | [`agenda`] | what happens when, in words |
//! | [`drafts`], [`desk`] | drafts without a browser, then the one that is open, kept as it is worked on |
//! | [`portfolio`] | a table of clients in, a table of results out |
//! | [`export`] | the files one takes away: CSV, ICS, JSON |
//! | [`views`] | one folder a view |
//! | [`ui`] | fields, figures, explanations |
//! | [`browser`] | the only place that touches the browser |

pub mod agenda;
pub mod app;
pub mod browser;
pub mod desk;
pub mod drafts;
pub mod effect;
pub mod export;
pub mod portfolio;
pub mod settings;
pub mod state;
pub mod text;
pub mod theme;
pub mod ui;
pub mod views;
