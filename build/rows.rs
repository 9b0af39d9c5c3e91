//! Texts that have no name of their own in the code: sentences by rule id, words of the indicators.

use crate::text::placeholders;
use crate::typography::{Typography, english, french};
use std::fmt::Write as _;
use toml::{Table, Value};

/// Sentences by rule id, sorted, as `static NAME: [Sentences; SPOKEN.len()]`.
pub fn sentences(name: &str, fr: &Table, en: &Table) -> Result<String, String> {
    let mut ids: Vec<&String> = fr.keys().collect();
    ids.sort();
    let mut both = [String::new(), String::new()];
    for id in ids {
        let at = |error: &str| format!("locales, {name}.{id}: {error}");
        let mut names = Vec::new();
        for ((text, table), typography) in both
            .iter_mut()
            .zip([fr, en])
            .zip([french as Typography, english])
        {
            let sentence = table
                .get(id)
                .and_then(Value::as_str)
                .ok_or_else(|| at("a text is expected"))?;
            names.push(placeholders(sentence)?);
            let _ = write!(text, "({id:?}, {:?}), ", typography(sentence));
        }
        if names[0] != names[1] {
            return Err(at("the placeholders differ"));
        }
    }
    let [fr, en] = both;
    Ok(format!(
        "static {}: [Sentences; SPOKEN.len()] = [{}];\n",
        name.to_uppercase(),
        crate::spoken(&format!("&[{fr}]"), &format!("&[{en}]"))
    ))
}

/// What the words of an indicator are, in the order of `IndicatorWords`.
const FIELDS: [&str; 6] = [
    "title",
    "evidence",
    "new_entrant",
    "minor",
    "note",
    "change",
];

/// The words of the indicators: one row each, the same texts filled in both languages.
pub fn indicators(fr: &[Value], en: &[Value]) -> Result<String, String> {
    if fr.len() != en.len() {
        return Err("locales/*/indicators.toml: not the same number of rows".to_owned());
    }
    let mut both = [String::new(), String::new()];
    for (number, (fr, en)) in (1..).zip(fr.iter().zip(en)) {
        let at = |error: &str| format!("locales/*/indicators.toml: indicator {number}: {error}");
        for ((text, row), typography) in both
            .iter_mut()
            .zip([fr, en])
            .zip([french as Typography, english])
        {
            if row.get("number").and_then(Value::as_integer) != Some(number) {
                return Err(at("key `number`: the rows follow each other from 1"));
            }
            text.push_str("IndicatorWords { ");
            for field in FIELDS {
                let words = row
                    .get(field)
                    .and_then(Value::as_str)
                    .ok_or_else(|| at(&format!("key `{field}`: a text is expected")))?;
                let _ = write!(text, "{field}: {:?}, ", typography(words));
            }
            text.push_str("}, ");
        }
        for field in FIELDS {
            let empty = |row: &Value| {
                row.get(field)
                    .and_then(Value::as_str)
                    .is_none_or(str::is_empty)
            };
            if empty(fr) != empty(en) {
                return Err(at(&format!("key `{field}`: filled in one language only")));
            }
        }
    }
    let [in_french, in_english] = both;
    Ok(format!(
        "static INDICATORS_WORDS: [[IndicatorWords; {count}]; SPOKEN.len()] = [{}];\n",
        crate::spoken(&format!("[{in_french}]"), &format!("[{in_english}]")),
        count = fr.len()
    ))
}
