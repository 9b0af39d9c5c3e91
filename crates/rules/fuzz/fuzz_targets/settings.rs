//! Any document is read or refused with a path; a price list that is read prices a profile.

#![no_main]

use calliope_rules::profile::{Answers, Categories, Profile, Turnover};
use calliope_rules::read::Value;
use calliope_rules::{Terms, assess, date, settings};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(document) = serde_json::from_str::<serde_json::Value>(text) else { return };
    let Ok(settings) = settings::read(&Value::from(&document)) else { return };
    let answers = Answers {
        categories: Categories::ALL,
        new_entrant: Categories::ALL,
        turnover: Turnover::new(750_000).expect("in bounds"),
        extra_sites: Profile::MAX_SITES,
        ..Answers::default()
    };
    let profile = Profile::new(answers).expect("valid");
    let today = date::parse_iso("2026-11-22").expect("a date");
    for tariff in &settings.tariffs {
        let quote = assess(&profile, Terms::of(tariff), today).expect("covered").quote;
        assert_eq!(quote.totals.net + quote.totals.vat, quote.totals.gross);
        assert!(quote.totals.net.get() >= 0, "a rebate never makes the seller pay");
    }
});
