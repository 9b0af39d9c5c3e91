//! Handing a link over to another program of the device.

use calliope_rules::profile::link::escape;
use js_sys::Reflect;
use leptos::prelude::window;
use web_sys::ShareData;

/// Whether the device has a sheet to share with.
#[must_use]
pub fn is_possible() -> bool {
    let navigator = window().navigator();
    Reflect::get(&navigator, &"share".into()).is_ok_and(|found| found.is_function())
}

/// Opens the sheet of the device. What becomes of it there is the user's business.
pub fn share(title: &str, url: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    // The promise is refused when the user closes the sheet: nothing to say about it.
    let ignored = wasm_bindgen::closure::Closure::once(|_| ());
    let _ = window().navigator().share_with_data(&data).catch(&ignored);
    ignored.forget();
}

/// The address of a new message that holds a link, to whom it may concern or to nobody yet.
#[must_use]
pub fn message(to: &str, subject: &str, url: &str) -> String {
    [
        "mailto:",
        to,
        "?subject=",
        &escape(subject),
        "&body=",
        &escape(url),
    ]
    .concat()
}
