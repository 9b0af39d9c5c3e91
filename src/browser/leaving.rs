//! The page is about to go: closed, reloaded, or out of sight for long.

use super::event::hear;
use wasm_bindgen::JsCast;
use web_sys::PageTransitionEvent;

/// Calls `run` when the page comes back from the cache of the browser.
pub fn on_return(run: impl Fn() + 'static) {
    hear("pageshow", move |event| {
        let again = event.dyn_ref::<PageTransitionEvent>();
        if again.is_some_and(PageTransitionEvent::persisted) {
            run();
        }
    });
}

/// Calls `run` when the page is about to be printed.
pub fn on_print(run: impl Fn() + 'static) {
    hear("beforeprint", move |_| run());
}

/// Calls `run` when the page goes out of sight, or comes back in it.
pub fn on_hide(run: impl Fn() + 'static) {
    hear("visibilitychange", move |_| run());
}

/// Calls `run` when the page is left: closed, reloaded, or for another site.
pub fn on_leave(run: impl Fn() + 'static) {
    hear("pagehide", move |_| run());
}

/// Has the browser ask before it closes the page, while `holds`.
pub fn ask_while(holds: impl Fn() -> bool + 'static) {
    hear("beforeunload", move |event| {
        if holds() {
            event.prevent_default();
        }
    });
}
