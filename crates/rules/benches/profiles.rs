//! The profiles that benchmarks assess: every set of categories in each band, with sites, a new entrant and a decision.

use calliope_rules::date;
use calliope_rules::profile::{Answers, Categories, Category, Profile, Turnover};

/// 45 profiles.
pub fn profiles() -> Vec<Profile> {
    let mut profiles = Vec::new();
    for bits in 1u8..16 {
        let present = |category: &Category| bits & (1 << *category as u8) != 0;
        let categories: Categories = Category::ALL.into_iter().filter(present).collect();
        for euros in [100_000, 400_000, 1_000_000] {
            let answers = Answers {
                categories,
                new_entrant: categories,
                turnover: Turnover::new(euros).unwrap_or_default(),
                extra_sites: 7,
                rncp: true,
                decision_date: date::parse_iso("2026-12-15"),
                ..Answers::default()
            };
            profiles.extend(Profile::new(answers));
        }
    }
    profiles
}
