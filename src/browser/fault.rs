//! A panic shows the banner that `index.html` holds, instead of a frozen page.

use leptos::prelude::document;
use std::panic;

/// Watches for panics from now on.
pub fn watch() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        if let Some(banner) = document().get_element_by_id("fault") {
            let _ = banner.remove_attribute("hidden");
        }
    }));
}
