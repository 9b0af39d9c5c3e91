//! The declaration of activity: numbers, mentions, the file, the clock.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::date::format_iso;
use calliope_rules::nda::{
    Applicant, BadNumber, Document, Mention, Number, Region, Support, Warning, clock,
    contract_requested, declare_by, file, mention,
};
use common::{day, folder, turnover};

#[test]
fn published_numbers_pass() {
    let text = std::fs::read_to_string(folder().join("golden/nda_numbers.txt")).unwrap();
    let mut parts = text.split("# 10 digits");
    let numbers: Vec<&str> = parts
        .next()
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert_eq!(numbers.len(), 14);
    for text in numbers {
        let number = Number::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
        assert_eq!(number.warnings(), [], "{text}");
        assert_eq!(number.to_string().replace(' ', ""), text);
    }
    let faulty: Vec<&str> = parts
        .next()
        .unwrap()
        .lines()
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
        .collect();
    assert_eq!(Number::parse(faulty[0]), Err(BadNumber::Digits(10)));
    let beside_normandie = Number::parse(faulty[1]).unwrap();
    assert_eq!(beside_normandie.warnings(), []);
    assert_eq!(beside_normandie.printed_beside("32"), None);
    assert!(
        matches!(beside_normandie.printed_beside("28"), Some(Warning::OtherRegion(region)) if region.name == "Hauts-de-France")
    );
}

#[test]
fn a_number_is_read_as_people_write_it_and_doubts_are_warnings() {
    for (text, expected) in [
        ("11 92 23089 92", Ok(vec![])),
        ("11.92.23089.92", Ok(vec![])),
        ("  11\u{a0}92-23089/92 ", Ok(vec![])),
        ("11 92 23089 93", Ok(vec![Warning::DepartementsDiffer])),
        ("11 69 23089 69", Ok(vec![Warning::NotOfTheRegion])),
        ("99 69 23089 69", Ok(vec![Warning::UnknownRegion])),
        ("94 20 12345 20", Ok(vec![])),
        ("", Err(BadNumber::Empty)),
        ("11 92 2308O 92", Err(BadNumber::NotADigit('O'))),
        ("119223089921", Err(BadNumber::Digits(12))),
        ("١١٩٢٢٣٠٨٩٩٢", Err(BadNumber::NotADigit('١'))),
    ] {
        assert_eq!(
            Number::parse(text).map(|number| number.warnings()),
            expected,
            "{text}"
        );
    }
}

#[test]
fn codes_of_before_2016_lead_to_the_region_of_today() {
    for (code, name) in [
        ("21", "Grand Est"),
        ("42", "Grand Est"),
        ("22", "Hauts-de-France"),
        ("23", "Normandie"),
        ("43", "Bourgogne-Franche-Comté"),
        ("72", "Nouvelle-Aquitaine"),
        ("91", "Occitanie"),
        ("82", "Auvergne-Rhône-Alpes"),
        ("11", "Île-de-France"),
        ("06", "Mayotte"),
    ] {
        assert_eq!(Region::by_code(code).unwrap().name, name, "{code}");
    }
    assert_eq!(Region::all().len(), 34);
    for region in Region::all() {
        let today = Region::by_code(region.today).unwrap();
        assert_eq!(today.code, today.today);
        for departement in region.departements {
            assert!(
                today.departements.contains(departement),
                "{departement} of {}",
                region.code
            );
        }
    }
}

#[test]
fn mentions_are_the_formulas_of_the_law_with_the_right_article() {
    let number = Number::parse("11922308992").unwrap();
    for (code, article) in [
        ("11", "d'Île-de-France"),
        ("53", "de Bretagne"),
        ("24", "du Centre-Val de Loire"),
        ("44", "du Grand Est"),
        ("32", "des Hauts-de-France"),
        ("52", "des Pays de la Loire"),
        ("76", "d'Occitanie"),
        ("04", "de La Réunion"),
        ("84", "d'Auvergne-Rhône-Alpes"),
        ("93", "de Provence-Alpes-Côte d'Azur"),
        ("94", "de Corse"),
    ] {
        let region = Region::by_code(code).unwrap();
        let Mention::Compulsory(text, _) = mention(Support::Convention, &number, region) else {
            panic!("{code}")
        };
        assert_eq!(
            text,
            format!(
                "Déclaration d'activité enregistrée sous le numéro 11 92 23089 92 auprès du préfet de région {article}"
            )
        );
    }
    let region = Region::by_code("11").unwrap();
    for support in Support::ALL {
        let (compulsory, text) = match mention(support, &number, region) {
            Mention::Compulsory(text, _) => (true, text),
            Mention::Optional(text, _) => (false, text),
        };
        let contractual = [
            Support::Convention,
            Support::Contract,
            Support::PurchaseOrder,
            Support::Estimate,
            Support::Invoice,
        ];
        assert_eq!(compulsory, contractual.contains(&support), "{support:?}");
        assert!(!text.to_lowercase().contains("agréé"), "{support:?}");
        assert!(!text.contains('{'), "{support:?}");
    }
    let Mention::Optional(first, _) = mention(Support::FirstContract, &number, region) else {
        panic!()
    };
    assert_eq!(first, "déclaration d'activité en cours");
    let Mention::Optional(site, _) = mention(Support::Website, &number, region) else {
        panic!()
    };
    assert_eq!(
        site,
        "Enregistrée sous le numéro 11 92 23089 92. Cet enregistrement ne vaut pas agrément de l'État"
    );
}

#[test]
fn the_file_follows_the_applicant() {
    use Document::*;
    let documents = |applicant: Applicant, filing: &str| {
        file(&applicant, day(filing))
            .into_iter()
            .map(|item| item.document)
            .collect::<Vec<_>>()
    };
    let person = Applicant::default();
    assert_eq!(
        documents(person, "2026-11-22"),
        [
            ProofOfSiren,
            DeclarantCriminalRecord,
            Identity,
            Trainers,
            FirstContract,
            Programme
        ]
    );
    let company = Applicant {
        legal_person: true,
        apprenticeship: true,
        ..person
    };
    assert_eq!(
        documents(company, "2026-11-22"),
        [
            ProofOfSiren,
            DirectorCriminalRecord,
            Identity,
            Trainers,
            FirstContract,
            Programme,
            Statutes
        ]
    );
    let own_cfa = Applicant {
        company_cfa: true,
        foreign: true,
        ..company
    };
    assert!(documents(own_cfa, "2026-11-22").ends_with(&[CompanyCfaAttestation, Representative]));
    for (euros, filing, relieved) in [
        ("77700", "2026-11-22", true),
        ("77701", "2026-11-22", false),
        ("77700", "2025-07-31", false),
        ("77700", "2025-08-01", true),
    ] {
        let micro = Applicant {
            micro_social: Some(turnover(euros)),
            ..person
        };
        assert_eq!(
            documents(micro, filing).contains(&Presentation),
            relieved,
            "{euros} € on {filing}"
        );
        assert_eq!(
            documents(micro, filing).contains(&FirstContract),
            !relieved,
            "{euros} € on {filing}"
        );
    }
}

#[test]
fn documents_have_an_age() {
    let items = file(&Applicant::default(), day("2026-03-31"));
    let oldest = |document| {
        items
            .iter()
            .find(|item| item.document == document)
            .unwrap()
            .not_before
            .map(|limit| format_iso(limit.date))
    };
    assert_eq!(
        oldest(Document::ProofOfSiren).as_deref(),
        Some("2025-12-31")
    );
    assert_eq!(
        oldest(Document::DeclarantCriminalRecord).as_deref(),
        Some("2026-02-28")
    );
    assert_eq!(oldest(Document::Identity), None);
    assert!(items[1].accepts(day("2026-02-28")));
    assert!(!items[1].accepts(day("2026-02-27")));
}

#[test]
fn the_clock_runs_in_months_and_in_working_days() {
    let silence = |complete: &str| format_iso(clock(day(complete)).registered_by_silence.date);
    assert_eq!(silence("2026-12-31"), "2027-02-28");
    assert_eq!(silence("2024-12-31"), "2025-01-30");
    assert_eq!(silence("2025-01-01"), "2025-03-01");
    assert_eq!(format_iso(declare_by(day("2026-11-30")).date), "2027-02-28");
    let (asked, shown) = contract_requested(day("2026-12-24"), day("2026-04-30"));
    assert_eq!(format_iso(asked.date), "2027-01-11");
    assert_eq!(format_iso(shown.date), "2026-05-21");
}
