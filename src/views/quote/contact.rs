//! Asking the seller for its official proposal, with the link of the profile.

use crate::browser::share;
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::profile::link::escape;

/// The ways that the settings give: a page, an address.
pub fn contact(state: State, words: Words) -> Option<[Option<El>; 2]> {
    let contact = state.settings.file.contact.as_ref()?;
    let label = contact.label.as_ref().map(|label| words.of(label));
    let label = label.unwrap_or(words.settings().contact);
    let page = contact.url.as_deref().map(|url| {
        el("a")
            .class("button")
            .attr("data-testid", "contact")
            .attr_live("href", live(move || with_link(url, &escape(&state.link()))))
            .attr("target", "_blank")
            .attr("rel", "noopener")
            .child(label)
    });
    let alone = page.is_none();
    let letter = contact.email.as_deref().map(|to| {
        let subject = words.settings().contact_subject;
        el("a")
            .class(if alone { "button" } else { "button quiet" })
            .attr("data-testid", "contact-email")
            .attr_live(
                "href",
                live(move || share::message(to, subject, &state.link())),
            )
            .child(if alone { label } else { to })
    });
    Some([page, letter])
}

/// `{link}` in an address, taken by a link.
fn with_link(url: &str, link: &str) -> String {
    let mut parts = url.split('{');
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.strip_prefix("link}") {
            Some(rest) => whole.extend([link, rest]),
            None => whole.extend(["{", part]),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_goes_where_the_address_wants_it() {
        for (url, whole) in [
            ("https://a.example/?p={link}", "https://a.example/?p=L"),
            (
                "https://a.example/?p={link}&q={link}#{x}",
                "https://a.example/?p=L&q=L#{x}",
            ),
            ("https://a.example/", "https://a.example/"),
        ] {
            assert_eq!(with_link(url, "L"), whole);
        }
    }
}
