//! Links: those of every release stay readable, and nothing in a link can make reading it fail.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use calliope_rules::profile::link::{self, Ignored, MAX_BYTES};
use calliope_rules::profile::{Answers, Categories, Category, Profile, Turnover};
use common::folder;

fn defaults() -> Answers {
    Answers {
        categories: Categories::only(Category::Af),
        turnover: Turnover::new(100_000).unwrap(),
        ..Answers::default()
    }
}

#[test]
fn links_of_every_release_are_read_and_written_back() {
    let text = std::fs::read_to_string(folder().join("golden/links.txt")).unwrap();
    let links: Vec<&str> = text.lines().filter(|line| line.starts_with("#/")).collect();
    assert!(links.len() >= 5);
    for written in links {
        let (link, ignored) = link::decode(written, &defaults(), &[]);
        assert_eq!(ignored, [], "{written}");
        assert!(link.has_answers);
        assert_eq!(link::encode(&link), written);
    }
}

#[test]
fn what_cannot_be_read_is_listed_and_the_rest_works() {
    let bad = |key: &str, value: &str| Ignored::BadValue {
        key: key.into(),
        value: value.into(),
    };
    for (written, expected) in [
        (
            "#/devis?v=1&cat=CFA&ca=200000&couleur=rouge",
            vec![Ignored::UnknownKey("couleur".into())],
        ),
        (
            "#/devis?v=1&cat=CFA&ca=200000&sites=deux",
            vec![bad("sites", "deux")],
        ),
        (
            // What turns the direction of a text, or hides in it, is left out of what is shown.
            "#/devis?v=1&cat=CFA&ca=200000&sites=%E2%80%AEdeux%00%EF%BB%BF",
            vec![bad("sites", "deux")],
        ),
        (
            "#/devis?v=1&cat=CFA&ca=200000&sites=-1&rncp=oui",
            vec![bad("sites", "-1"), bad("rncp", "oui")],
        ),
        (
            "#/devis?v=1&cat=CFA&ca=200000&ca=3",
            vec![Ignored::Repeated("ca".into())],
        ),
        (
            "#/devis?v=2&cat=CFA&ca=200000",
            vec![Ignored::Version("2".into())],
        ),
        (
            "#/devis?cat=CFA&ca=200000&audit=2026-02-30",
            vec![bad("audit", "2026-02-30")],
        ),
        (
            "#/devis?cat=CFA&ca=200000&audit=2023-08-31",
            vec![bad("audit", "2023-08-31")],
        ),
        ("#/devis?cat=CFA&ca=200000&ne=AF", vec![bad("ne", "AF")]),
        ("#/devis?cat=CFA&ca=200000&ext=CFA", vec![bad("ext", "CFA")]),
        (
            "#/devis?cat=CFA&ca=200000&lang=de&embed=yes",
            vec![bad("lang", "de"), bad("embed", "yes")],
        ),
        (
            "#/devis?cat=CFA&ca=200000&%F0%9F=%00",
            vec![Ignored::UnknownKey("%F0%9F".into())],
        ),
    ] {
        let (link, ignored) = link::decode(written, &defaults(), &[]);
        assert_eq!(ignored, expected, "{written}");
        assert_eq!(
            link.answers.categories,
            Categories::only(Category::Cfa),
            "{written}"
        );
        assert_eq!(link.answers.turnover.euros(), 200_000, "{written}");
        assert!(Profile::new(link.answers).is_ok(), "{written}");
    }
}

#[test]
fn a_view_may_add_keys_of_its_own() {
    let (link, ignored) = link::decode(
        "#/indicateurs?v=1&cat=AF&ca=1&filtre=a%20b&autre=1",
        &defaults(),
        &["filtre"],
    );
    assert_eq!(link.view_keys, [("filtre".to_owned(), "a b".to_owned())]);
    assert_eq!(ignored, [Ignored::UnknownKey("autre".into())]);
    assert!(link::encode(&link).ends_with("&filtre=a%20b"));
}

#[test]
fn a_link_says_which_rules_it_was_made_under() {
    let now = calliope_rules::RULES_VERSION;
    for (written, said) in [
        (format!("#/devis?v=1&regles={now}"), vec![]),
        (
            "#/devis?v=1&regles=2020.01".to_owned(),
            vec![Ignored::Rules("2020.01".into())],
        ),
    ] {
        assert_eq!(
            link::decode(&written, &defaults(), &[]).1,
            said,
            "{written}"
        );
    }
}

#[test]
fn a_link_without_answers_gives_the_defaults() {
    for written in ["", "#", "#/", "#/devis", "#/devis?", "devis?v=1"] {
        let (link, ignored) = link::decode(written, &defaults(), &[]);
        assert_eq!((link.answers, ignored), (defaults(), vec![]), "{written}");
        assert!(!link.has_answers);
    }
}

#[test]
fn nothing_is_read_of_a_link_that_is_too_long() {
    let long = format!("#/devis?v=1&cat=CFA&x={}", "a".repeat(MAX_BYTES));
    let (link, ignored) = link::decode(&long, &defaults(), &[]);
    assert_eq!(
        (link.answers, ignored),
        (defaults(), vec![Ignored::TooLong])
    );
}
