//! The page is about to go: closed, reloaded, or out of sight for long.

use leptos::prelude::{on_cleanup, window_event_listener_untyped};

/// Calls `run` when the page may not come back.
pub fn on_hide(run: impl Fn() + Clone + 'static) {
    for event in ["pagehide", "visibilitychange"] {
        let run = run.clone();
        let listener = window_event_listener_untyped(event, move |_| run());
        on_cleanup(move || listener.remove());
    }
}

/// Has the browser ask before it closes the page, while `holds`.
pub fn ask_while(holds: impl Fn() -> bool + 'static) {
    let listener = window_event_listener_untyped("beforeunload", move |event| {
        if holds() {
            event.prevent_default();
        }
    });
    on_cleanup(move || listener.remove());
}
