//! Copying a text.

use leptos::prelude::window;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;

/// Copies `text`, then tells `done` whether it worked.
pub fn copy(text: &str, done: impl Fn(bool) + 'static) {
    let navigator = window().navigator();
    // Outside a secure context the clipboard does not exist.
    let supported =
        js_sys::Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|found| found.is_object());
    if !supported {
        done(false);
        return;
    }
    let done = Rc::new(done);
    let tell = |worked| {
        let done = Rc::clone(&done);
        Closure::<dyn FnMut(JsValue)>::new(move |_| done(worked))
    };
    let (copied, refused) = (tell(true), tell(false));
    let _ = navigator
        .clipboard()
        .write_text(text)
        .then2(&copied, &refused);
    // One of the two is called, once, after this function has returned.
    copied.forget();
    refused.forget();
}
