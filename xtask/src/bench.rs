//! Weights, load and speeds, with the peer in the same run. Never part of the tests but for the budget.

mod engine;
mod hosting;
mod visit;
mod weight;

pub use weight::check_budget;

use crate::site;

/// `cargo xtask bench`
pub fn command() -> Result<(), String> {
    site::release()?;
    weight::print()?;
    hosting::print()?;
    visit::print()?;
    engine::print()
}
