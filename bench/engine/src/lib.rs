//! The engine alone in a browser: makes its profiles once, then assesses as many as asked for.

#[path = "../../../crates/rules/benches/profiles.rs"]
mod profiles;

use calliope_rules::profile::Profile;
use calliope_rules::read::Value;
use calliope_rules::tariff::{self, ILLUSTRATIVE, Tariff};
use calliope_rules::{Terms, assess, date};
use wasm_bindgen::prelude::wasm_bindgen;

/// What a run needs, made beforehand.
#[wasm_bindgen]
pub struct Engine {
    tariff: Tariff,
    profiles: Vec<Profile>,
}

#[wasm_bindgen]
impl Engine {
    /// The illustrative tariff and the profiles of the native benchmark.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "called from JavaScript")]
    pub fn new() -> Self {
        let document: serde_json::Value =
            serde_json::from_str(ILLUSTRATIVE).expect("the tariff shipped is JSON");
        let tariff = tariff::read(&Value::from(&document)).expect("the tariff shipped is read");
        Self {
            tariff,
            profiles: profiles::profiles(),
        }
    }

    /// Assesses `count` profiles; the sum of their totals keeps the work from being left out.
    pub fn run(&self, count: usize) -> i32 {
        let today = date::parse_iso("2026-11-22").expect("a date");
        let assessed = self.profiles.iter().cycle().take(count).map(|profile| {
            assess(profile, Terms::of(&self.tariff), today)
                .map_or(0, |assessment| assessment.quote.totals.gross.get())
        });
        i32::try_from(assessed.sum::<i64>() % 1_000_000).unwrap_or(0)
    }
}
