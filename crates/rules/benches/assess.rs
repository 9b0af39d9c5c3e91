//! One full `assess`, natively: `cargo bench -p calliope-rules`. Prints nanoseconds: minimum, median, maximum.

mod profiles;

use calliope_rules::read::Value;
use calliope_rules::tariff::{self, ILLUSTRATIVE};
use calliope_rules::{Terms, assess, date};
use std::hint::black_box;
use std::time::Instant;

const BATCHES: usize = 200;
const BATCH: u32 = 500;

fn main() {
    let document: serde_json::Value =
        serde_json::from_str(ILLUSTRATIVE).expect("the tariff shipped is JSON");
    let tariff = tariff::read(&Value::from(&document)).expect("the tariff shipped is read");
    let today = date::parse_iso("2026-11-22").expect("a date");
    let profiles = profiles::profiles();
    let mut times: Vec<u128> = (0..BATCHES)
        .map(|_| {
            let start = Instant::now();
            for profile in profiles.iter().cycle().take(BATCH as usize) {
                black_box(assess(black_box(profile), Terms::of(&tariff), today)).expect("covered");
            }
            start.elapsed().as_nanos() / u128::from(BATCH)
        })
        .collect();
    times.sort_unstable();
    println!("{} {} {}", times[0], times[BATCHES / 2], times[BATCHES - 1]);
}
