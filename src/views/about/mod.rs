//! What the site says of itself.

mod accessibility;
mod privacy;

pub use accessibility::accessibility;
pub use privacy::privacy;

use crate::ui::{El, el};

/// Sentences one under the other.
fn sentences(texts: &[&'static str]) -> El {
    texts.iter().fold(el("ul").class("bullets"), |list, text| {
        list.child(el("li").child(*text))
    })
}
