//! The files one takes away. Their text is made here, handed over by `browser::download`.

mod csv;
mod grid;
mod ics;
mod json;

pub use csv::Table;
pub use grid::grid_csv;
pub use ics::calendar_file;
pub use json::{calculation, estimate};

/// A file to hand over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, without a folder.
    pub name: String,
    /// Its media type.
    pub kind: &'static str,
    /// What it holds.
    pub text: String,
}
