//! Documents parsed by the browser, for the rules to read.

use super::still;
use calliope_rules::read::Value;
use js_sys::{Array, JSON, Number, Object};
use wasm_bindgen::{JsCast, JsValue};

/// The deepest document taken: settings need five levels.
const MAX_DEPTH: u8 = 16;

/// Parses a JSON text; none when it is not JSON, or is nested beyond reason.
#[must_use]
pub fn parse(text: &str) -> Option<Value> {
    let parse = || value(&JSON::parse(text).ok()?, MAX_DEPTH);
    still::or(parse, |still| (still.json)(text))
}

fn value(parsed: &JsValue, depth: u8) -> Option<Value> {
    let depth = depth.checked_sub(1)?;
    if let Some(text) = parsed.as_string() {
        return Some(Value::Text(text));
    }
    if let Some(array) = parsed.dyn_ref::<Array>() {
        return array
            .iter()
            .map(|element| value(&element, depth))
            .collect::<Option<Vec<Value>>>()
            .map(Value::List);
    }
    if let Some(object) = parsed.dyn_ref::<Object>() {
        let members = Object::entries(object);
        let member = |entry: JsValue| {
            let entry: Array = entry.dyn_into().ok()?;
            Some((entry.get(0).as_string()?, value(&entry.get(1), depth)?))
        };
        return members
            .iter()
            .map(member)
            .collect::<Option<Vec<(String, Value)>>>()
            .map(Value::Map);
    }
    Some(match parsed.as_bool() {
        Some(boolean) => Value::Boolean(boolean),
        None if parsed.is_null() => Value::Null,
        // A safe integer converts exactly.
        None if Number::is_safe_integer(parsed) => parsed
            .as_f64()
            .map_or(Value::Fraction, |n| Value::Integer(n as i64)),
        None => Value::Fraction,
    })
}
