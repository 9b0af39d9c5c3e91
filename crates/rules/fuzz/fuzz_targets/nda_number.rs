//! Any text is a number or is refused; a number is written and read back the same.

#![no_main]

use calliope_rules::nda::Number;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    if let Ok(number) = Number::parse(text) {
        assert_eq!(Number::parse(&number.to_string()), Ok(number));
        let _ = number.warnings();
    }
});
