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
            .attr_live(
                "href",
                live(move || url.replace("{link}", &escape(&state.link()))),
            )
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
