//! The document element, its language and title, focus.

use calliope_rules::profile::link::Lang;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Puts the app in the place of what `index.html` holds for the wait.
pub fn mount<V: IntoView + 'static>(app: fn() -> V) {
    let Some(place) = element("app") else { return };
    place.set_text_content(None);
    mount_to(place, app).forget();
}

/// The language of the page before any choice: that of the browser, French for all but English.
#[must_use]
pub fn preferred_language() -> Lang {
    let languages = window().navigator().languages();
    let known = languages
        .iter()
        .filter_map(|tag| tag.as_string())
        .find_map(|tag| match tag.get(..2) {
            Some("fr") => Some(Lang::Fr),
            Some("en") => Some(Lang::En),
            _ => None,
        });
    known.unwrap_or_default()
}

/// Says the language and the title of the page.
pub fn describe(lang: Lang, title: &str) {
    document().set_title(title);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", lang.id());
    }
}

/// Says that the first assessment is on screen.
pub fn ready() {
    request_animation_frame(|| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-ready", "true");
        }
    });
}

/// Shows and focuses the element with this id.
pub fn go_to(id: &str) {
    if let Some(target) = element(id) {
        target.scroll_into_view();
        let _ = target.focus();
    }
}

/// Focuses the element with this id.
pub fn focus(id: &str) {
    if let Some(target) = element(id) {
        let _ = target.focus();
    }
}

/// Opens the print dialog.
pub fn print() {
    let _ = window().print();
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
