//! French and English typography, applied here so that translators type ordinary spaces and apostrophes.

/// How one language is typeset.
pub type Typography = fn(&str) -> String;

/// Curly apostrophes, and numbers that stay with what they count.
pub fn english(text: &str) -> String {
    text.replace('\'', "’").replace("{n} ", "{n}\u{a0}")
}

/// No-break space before `: ; ? ! % €`, inside « » and between a number and what it counts.
pub fn french(text: &str) -> String {
    let mut result = english(text)
        .replace("n° ", "n°\u{a0}")
        .replace("art. ", "art.\u{a0}");
    for mark in [":", "%", "€", "»"] {
        result = result.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    for mark in [";", "?", "!"] {
        result = result.replace(&format!(" {mark}"), &format!("\u{202f}{mark}"));
    }
    result.replace("« ", "«\u{a0}")
}
