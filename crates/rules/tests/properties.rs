//! What holds for every profile.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::duration::Audit;
use calliope_rules::money::{BasisPoints, Cents};
use calliope_rules::profile::link::{self, Link};
use calliope_rules::profile::{
    Answers, Categories, Category, Extension, Location, Profile, Status, Turnover,
};
use calliope_rules::tariff::FIXTURES;
use chrono::NaiveDate;
use common::{assessed, tariff};
use proptest::prelude::*;
use proptest::{option, sample};

fn sets() -> impl Strategy<Value = Categories> {
    (0u8..16).prop_map(|bits| {
        Category::ALL
            .into_iter()
            .filter(|c| bits & (1 << *c as u8) != 0)
            .collect()
    })
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    (0u32..4_000)
        .prop_map(|days| calliope_rules::date::add_days(common::day("2023-09-01"), i64::from(days)))
}

prop_compose! {
    fn answers()(
        categories in sets().prop_filter("at least one", |set| !set.is_empty()),
        (new_entrant, added) in (sets(), sets()),
        euros in prop_oneof![0u64..2_000_000, 149_990u64..150_010, 749_990u64..750_010],
        later in option::of(0u64..2_000_000),
        (extra_sites, new_sites) in (0u32..500, 0u32..20),
        flags in proptest::array::uniform9(any::<bool>()),
        (audit_date, contract_date, decision_date) in (option::of(dates()), option::of(dates()), option::of(dates())),
        status in sample::select(Status::ALL.to_vec()),
        location in sample::select(Location::ALL.to_vec()),
    ) -> Answers {
        let [rncp, rs, work_study, workplace_periods, afest, only_short_courses, subcontracts, only_as_subcontractor, vat_exempt] = flags;
        Answers {
            categories,
            turnover: Turnover::new(euros).unwrap(),
            extra_sites,
            new_entrant: new_entrant.and(categories),
            rncp, rs, work_study, workplace_periods, afest, only_short_courses, subcontracts, only_as_subcontractor,
            audit_date, contract_date, decision_date, status, location,
            extension: Extension { categories: added.except(categories), sites: new_sites },
            surveillance_turnover: later.and_then(Turnover::new),
            vat_exempt,
        }
    }
}

proptest! {
    #[test]
    fn more_turnover_or_more_sites_never_shorten(answers in answers(), more in 0u64..1_000_000, sites in 0u32..100) {
        let tariff = tariff("T1");
        let mut larger = answers.clone();
        larger.turnover = Turnover::new(answers.turnover.euros() + more).unwrap();
        larger.surveillance_turnover =
            answers.surveillance_turnover.and_then(|turnover| Turnover::new(turnover.euros() + more));
        larger.extra_sites += sites;
        let (before, after) = (assessed(answers, &tariff).durations, assessed(larger, &tariff).durations);
        for audit in [Audit::Initial, Audit::Surveillance, Audit::Renewal] {
            prop_assert!(before.of(audit).unwrap().days() <= after.of(audit).unwrap().days());
            prop_assert!(before.of(audit).unwrap().range().low <= after.of(audit).unwrap().range().low);
        }
    }

    #[test]
    fn surveillance_lies_within_its_bounds(answers in answers()) {
        let assessment = assessed(Answers { surveillance_turnover: None, new_entrant: Categories::NONE, ..answers }, &tariff("T1"));
        let (initial, surveillance) = (&assessment.durations.initial, &assessment.durations.surveillance);
        prop_assert!(surveillance.range().low <= surveillance.range().high);
        prop_assert!(surveillance.days() < initial.days(), "surveillance is always shorter than the initial audit");
    }

    #[test]
    fn adding_a_category_never_removes_an_indicator(answers in answers(), added in sample::select(Category::ALL.to_vec())) {
        let tariff = tariff("T1");
        let mut wider = answers.clone();
        wider.categories = wider.categories.with(added, true);
        wider.extension.categories = wider.extension.categories.with(added, false);
        let (before, after) = (assessed(answers, &tariff).indicators, assessed(wider, &tariff).indicators);
        for indicator in before.applicable() {
            prop_assert!(after.get(indicator.number).unwrap().verdict.is_yes(), "{}", indicator.number);
        }
    }

    #[test]
    fn traces_vat_and_instalments_add_up(answers in answers(), (id, _) in sample::select(FIXTURES.to_vec())) {
        let tariff = tariff(id);
        let assessment = assessed(answers, &tariff);
        for audit in Audit::ALL {
            if let Some(duration) = assessment.durations.of(audit) {
                let sum: u32 = duration.trace.steps().iter().map(|step| match step.effect {
                    calliope_rules::explain::Effect::Days(range) => range.high.get(),
                    calliope_rules::explain::Effect::Amount(_) => panic!("a duration has no amount"),
                }).sum();
                prop_assert_eq!(sum, duration.days().get());
            }
        }
        let quote = &assessment.quote;
        prop_assert_eq!(quote.net_trace().total_amount(), quote.totals.net);
        prop_assert_eq!(quote.vat_trace(&tariff).total_amount(), quote.totals.vat);
        prop_assert_eq!(quote.totals.net + quote.totals.vat, quote.totals.gross);
        prop_assert!(quote.low.gross <= quote.totals.gross);
        prop_assert!(quote.totals.net >= Cents::ZERO);
        for payments in &quote.instalments {
            prop_assert_eq!(payments.iter().copied().sum::<Cents>(), quote.totals.gross);
            let (first, last) = (payments[0], payments[payments.len() - 1]);
            prop_assert!((first - last).get() < payments.len() as i64);
        }
    }

    #[test]
    fn a_rate_agrees_with_an_exact_decimal(cents in -1_000_000_000i64..1_000_000_000, points in 0u32..=10_000) {
        use rust_decimal::{Decimal, RoundingStrategy};
        let exact = Decimal::new(cents, 2) * Decimal::new(i64::from(points), 4);
        let rounded = exact.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        let share = Cents::new(cents).share(BasisPoints::new(points));
        prop_assert_eq!(Decimal::new(share.get(), 2), rounded);
    }

    #[test]
    fn a_profile_survives_its_link(answers in answers()) {
        let profile = Profile::new(answers).unwrap();
        let link = Link { view: "devis".to_owned(), answers: profile.answers().clone(), ..Link::default() };
        let (read, ignored) = link::decode(&link::encode(&link), &Answers::default(), &[]);
        prop_assert_eq!(ignored, vec![]);
        prop_assert_eq!(Profile::new(read.answers).unwrap(), profile);
    }

    #[test]
    fn reading_any_link_ends_with_a_valid_profile(fragment in "(#/[a-z]{0,8}\\?)?([a-z0-9]{1,8}=[ -~]{0,12}&?){0,12}") {
        let defaults = Answers { categories: Categories::only(Category::Af), ..Answers::default() };
        let (link, _) = link::decode(&fragment, &defaults, &[]);
        prop_assert!(Profile::new(link.answers).is_ok());
    }
}
