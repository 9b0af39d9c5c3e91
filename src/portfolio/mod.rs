//! A portfolio: a table of clients in, a table of results out. Nothing here touches a browser.
//!
//! | module | its one job |
//! |---|---|
//! | [`table`] | the cells of a CSV file, however a spreadsheet wrote it |
//! | [`client`] | a row as a client's answers, or what is wrong with it |
//! | [`results`] | what follows for each client, as CSV |

pub mod client;
pub mod results;
pub mod table;

/// The most rows taken, the header aside.
pub const MAX_ROWS: usize = 5_000;
/// The largest file taken, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;
