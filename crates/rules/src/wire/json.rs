//! A JSON writer for what the contract needs: no float, no reflection, no tree.

use std::fmt::{Display, Write};

/// JSON text being written. Members and items take their commas by themselves.
#[derive(Debug, Default)]
pub struct Json {
    text: String,
}

impl Json {
    /// An empty text with room for `bytes`.
    #[must_use]
    pub fn with_capacity(bytes: usize) -> Self {
        Self {
            text: String::with_capacity(bytes),
        }
    }

    /// The text written.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    /// An object whose members `write` writes.
    pub fn object(&mut self, write: impl FnOnce(&mut Self)) {
        self.text.push('{');
        write(self);
        self.text.push('}');
    }

    /// An array whose items `write` writes.
    pub fn array(&mut self, write: impl FnOnce(&mut Self)) {
        self.text.push('[');
        write(self);
        self.text.push(']');
    }

    /// The key of the next member.
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.item().string(key);
        self.text.push(':');
        self
    }

    /// The place of the next item.
    pub fn item(&mut self) -> &mut Self {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[']) {
            self.text.push(',');
        }
        self
    }

    /// A value that is valid JSON as displayed: a number, a boolean, days.
    pub fn raw(&mut self, value: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self.text, "{value}");
    }

    /// `null`.
    pub fn null(&mut self) {
        self.text.push_str("null");
    }

    /// A string, escaped.
    pub fn string(&mut self, value: &str) {
        self.text.push('"');
        for character in value.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\r' => self.text.push_str("\\r"),
                '\t' => self.text.push_str("\\t"),
                control if control < ' ' => {
                    let _ = write!(self.text, "\\u{:04x}", u32::from(control));
                }
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_independent_parser_reads_what_is_written() {
        let hard = "quote \" back \\ line \n tab \t bell \u{7} é 𝄞 ] , {";
        let mut json = Json::default();
        json.object(|json| {
            json.key("a").raw(-12);
            json.key(hard).array(|json| {
                json.item().string(hard);
                json.item().null();
                json.item().object(|_| {});
                json.item().array(|_| {});
                json.item().raw(true);
            });
        });
        let read: serde_json::Value = serde_json::from_str(&json.finish()).unwrap();
        assert_eq!(
            read,
            serde_json::json!({"a": -12, hard: [hard, null, {}, [], true]})
        );
    }
}
