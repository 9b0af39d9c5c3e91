//! Any fragment gives a valid profile, and what is written back reads the same without a word.

#![no_main]

use calliope_rules::profile::link;
use calliope_rules::profile::{Answers, Categories, Category, Profile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|fragment: &str| {
    let defaults = Answers { categories: Categories::only(Category::Af), ..Answers::default() };
    let (read, _) = link::decode(fragment, &defaults, &["filtre"]);
    let profile = Profile::new(read.answers.clone()).expect("a link always gives a valid profile");
    let written = link::encode(&link::Link { answers: profile.answers().clone(), ..read });
    let (again, ignored) = link::decode(&written, &defaults, &["filtre"]);
    assert!(ignored.is_empty() || written.len() > link::MAX_BYTES, "{written}: {ignored:?}");
    if ignored.is_empty() {
        assert_eq!(Profile::new(again.answers).as_ref(), Ok(&profile), "{written}");
    }
});
