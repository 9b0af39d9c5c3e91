//! Asking the seller for its official proposal, with the link of the profile.

use crate::browser::share;
use crate::state::State;
use crate::text::Words;
use crate::ui::{El, el, live};
use calliope_rules::settings::Contact;

/// The ways that the settings give: its page, else its address.
pub fn contact(state: State, words: Words) -> Option<El> {
    let contact = state.settings.file.contact.as_ref()?;
    let own = contact.label.as_ref().map(|label| words.of(label));
    let way = el("a")
        .class("button")
        .attr("data-testid", "contact")
        .attr_live("href", live(move || address(state, words, contact)))
        .child(own.unwrap_or(words.settings().contact));
    Some(if contact.url.is_some() {
        way.attr("target", "_blank").attr("rel", "noopener")
    } else {
        // The program that writes messages opens without a tab.
        way.attr("target", "_self")
    })
}

fn address(state: State, words: Words, contact: &Contact) -> String {
    match (&contact.url, &contact.email) {
        (Some(url), _) => url.replace("{link}", &share::escape(&state.link())),
        (None, to) => share::message(
            to.as_deref().unwrap_or_default(),
            words.settings().contact_subject,
            &state.link(),
        ),
    }
}
