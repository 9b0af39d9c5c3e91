//! Weights, load and speeds, with the peers in the same run. Never part of the tests but for the budget.

mod engine;
mod hosting;
mod ratios;
mod visit;
mod weight;

pub use weight::check_budget;

use crate::site;

/// `cargo xtask bench`: everything.
pub fn command() -> Result<(), String> {
    site::release()?;
    weight::print()?;
    hosting::print()?;
    visit::print_work()?;
    visit::print()?;
    engine::print()?;
    Ok(())
}

/// `cargo xtask bench --check`: fails when a ratio to a peer is worse than the one recorded.
pub fn check() -> Result<(), String> {
    let recorded = ratios::recorded()?;
    ratios::check(&ratios()?, &recorded)
}

/// `cargo xtask bench --record`: writes the ratios down.
pub fn record() -> Result<(), String> {
    ratios::record(&ratios()?)
}

fn ratios() -> Result<ratios::Ratios, String> {
    site::release()?;
    let mut found = visit::print()?;
    found.extend(engine::print()?);
    Ok(found)
}
