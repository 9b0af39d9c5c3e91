//! The answers of a training provider: typed, and validated on construction.

mod answers;
mod category;
pub mod link;
mod turnover;

pub use answers::{Answers, Extension, Field, Invalid, Location, Problem, Profile, Status};
pub use category::{Categories, Category};
pub use turnover::{Turnover, TurnoverBand};
