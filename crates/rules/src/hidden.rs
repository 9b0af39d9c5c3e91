//! Characters that nobody sees, and that make a text read as another.

/// Control characters, and the marks of Unicode that turn the direction of what follows.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}
