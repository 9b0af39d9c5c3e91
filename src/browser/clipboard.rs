//! Copying a text.

use leptos::prelude::window;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies `text`, then tells `done` whether it worked.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    let navigator = window().navigator();
    // Outside a secure context the clipboard does not exist.
    let supported =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| found.is_object());
    if !supported {
        done(false);
        return;
    }
    let copying = navigator.clipboard().write_text(&text);
    spawn_local(async move { done(JsFuture::from(copying).await.is_ok()) });
}
