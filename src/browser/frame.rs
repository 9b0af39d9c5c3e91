//! The page around this one, as `frame.js` knows it: who it is, and what the visitor agrees to send there.

use super::event::hear;
use super::still;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, CustomEventInit};

/// The site around this one that asks for estimates, by its name; empty for none.
#[must_use]
pub fn host() -> String {
    root_attribute("data-host")
}

/// Calls `changed` each time the page around says who it is.
pub fn on_host(changed: impl Fn() + 'static) {
    hear("calliope:host", move |_| changed());
}

/// Calls `take` with each wish of the page around this one: its name, its value.
pub fn on_wish(take: impl Fn(&str, &str) + 'static) {
    hear("calliope:asked", move |event| {
        let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
        let detail = detail.and_then(|detail| detail.as_string());
        if let Some((name, value)) = detail.as_deref().and_then(|wish| wish.split_once('=')) {
            take(name, value);
        }
    });
}

/// Whether the visitor has agreed, in this visit, to send the estimate there.
#[must_use]
pub fn agreed() -> bool {
    root_attribute(AGREED) == "true"
}

/// Remembers what the visitor has answered, for as long as this page lives.
pub fn agree(yes: bool) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(AGREED, if yes { "true" } else { "false" });
    }
}

/// Hands an estimate, as JSON, to `frame.js`, which sends it to the host and nowhere else.
pub fn send(estimate: &str) {
    let detail = CustomEventInit::new();
    detail.set_detail(&JsValue::from_str(estimate));
    if let Ok(event) = CustomEvent::new_with_event_init_dict("calliope:quote", &detail) {
        let _ = window().dispatch_event(&event);
    }
}

const AGREED: &str = "data-agreed";

fn root_attribute(name: &str) -> String {
    let root = still::or(|| document().document_element(), |_| None);
    root.and_then(|root| root.get_attribute(name))
        .unwrap_or_default()
}
