//! Who is concerned, and what is missing before one may apply.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::date::format_iso;
use calliope_rules::eligibility::{
    Concerned, CpfSubcontractor, Declaration, Duty, Foreign, Held, Holding, concerned,
    cpf_subcontractor, declare_change_by, duty, is_new_entrant, missing,
};
use calliope_rules::profile::{Answers, Categories, Category, Location, Profile};
use common::{day, turnover};

fn profile(location: Location) -> Profile {
    let categories = Categories::only(Category::Af).with(Category::Bc, true);
    Profile::new(Answers {
        categories,
        location,
        ..Answers::default()
    })
    .unwrap()
}

fn ids(profile: &Profile, holding: &Holding) -> Vec<&'static str> {
    missing(profile, holding, day("2026-11-22"))
        .into_iter()
        .map(|requirement| requirement.id())
        .collect()
}

#[test]
fn what_is_missing_shrinks_with_what_is_held() {
    let here = profile(Location::Metropole);
    let nothing = Holding::default();
    assert_eq!(
        ids(&here, &nothing),
        ["nda", "service-in-each-category", "sworn-statement"]
    );
    let ready = Holding {
        declaration: Declaration::Number,
        served: Categories::ALL,
        can_swear: true,
        ..nothing
    };
    assert_eq!(ids(&here, &ready), [""; 0]);
    let one_served = Holding {
        served: Categories::only(Category::Af),
        ..ready
    };
    assert_eq!(ids(&here, &one_served), ["service-in-each-category"]);
}

#[test]
fn a_proof_of_request_ages_and_a_refusal_too() {
    let here = profile(Location::Metropole);
    let ready = Holding {
        served: Categories::ALL,
        can_swear: true,
        ..Holding::default()
    };
    for (requested, missing) in [("2026-08-22", false), ("2026-08-21", true)] {
        let holding = Holding {
            declaration: Declaration::Requested(day(requested)),
            ..ready
        };
        assert_eq!(!ids(&here, &holding).is_empty(), missing, "{requested}");
    }
    for (refused, missing) in [("2026-08-22", false), ("2026-08-23", true)] {
        let holding = Holding {
            declaration: Declaration::Number,
            refused_on: Some(day(refused)),
            ..ready
        };
        assert_eq!(!ids(&here, &holding).is_empty(), missing, "{refused}");
    }
}

#[test]
fn a_foreign_body_needs_three_things_unless_it_is_of_the_eea_and_occasional() {
    let abroad = profile(Location::Abroad);
    let base = Holding {
        served: Categories::ALL,
        can_swear: true,
        ..Holding::default()
    };
    assert_eq!(
        ids(&abroad, &base),
        ["nda", "french-establishment", "french-declaration"]
    );
    let declared = Holding {
        declaration: Declaration::Number,
        ..base
    };
    for (foreign, expected) in [
        (Foreign::default(), vec!["french-establishment"]),
        (
            Foreign {
                has_siren: true,
                ..Foreign::default()
            },
            vec![],
        ),
        (
            Foreign {
                has_representative: true,
                ..Foreign::default()
            },
            vec![],
        ),
        (
            Foreign {
                in_eea: true,
                ..Foreign::default()
            },
            vec!["french-establishment"],
        ),
        (
            Foreign {
                in_eea: true,
                occasional: true,
                ..Foreign::default()
            },
            vec![],
        ),
        (
            Foreign {
                occasional: true,
                ..Foreign::default()
            },
            vec!["french-establishment"],
        ),
    ] {
        assert_eq!(
            ids(
                &abroad,
                &Holding {
                    foreign,
                    ..declared
                }
            ),
            expected,
            "{foreign:?}"
        );
    }
}

#[test]
fn concerned_or_not() {
    assert_eq!(concerned(Categories::ALL, true), Concerned::Yes);
    assert_eq!(concerned(Categories::ALL, false), Concerned::NoFunds);
    assert_eq!(concerned(Categories::NONE, true), Concerned::NoCategory);
}

#[test]
fn subcontractors_on_the_cpf() {
    for (contract, micro, euros, expected) in [
        (
            "2024-03-31",
            false,
            "100000",
            CpfSubcontractor::BeforeTheRule,
        ),
        ("2024-04-01", false, "1", CpfSubcontractor::Compulsory),
        ("2024-04-01", true, "77700", CpfSubcontractor::ExemptMicro),
        ("2024-04-01", true, "77701", CpfSubcontractor::Compulsory),
    ] {
        assert_eq!(
            cpf_subcontractor(day(contract), micro, turnover(euros)),
            expected,
            "{contract} {micro} {euros}"
        );
    }
}

#[test]
fn ways_in_for_a_holder() {
    for (held, expected) in [
        (Held::Extend, Duty::ServiceInNewCategory),
        (Held::Transfer, Duty::ValidCertificateSameSiren),
        (Held::Renew, Duty::ServiceSinceSurveillance),
        (Held::Surveillance, Duty::Nothing),
        (Held::NewSiren, Duty::ApplyAnew),
        (Held::OtherChange, Duty::DeclareWithin(30)),
    ] {
        assert_eq!(duty(held).0, expected, "{held:?}");
    }
    assert_eq!(
        format_iso(declare_change_by(day("2026-12-15")).date),
        "2027-01-14"
    );
    assert!(is_new_entrant(day("2025-12-02"), day("2026-12-01")));
    assert!(!is_new_entrant(day("2025-12-01"), day("2026-12-01")));
}
