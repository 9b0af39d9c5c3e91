//! Hearing what happens in the window, for as long as whoever listens is there.

use super::still;
use leptos::ev::Event;
use leptos::prelude::{on_cleanup, window_event_listener_untyped};

/// Calls `heard` with each event of this name.
pub fn hear(name: &'static str, heard: impl Fn(Event) + 'static) {
    hear_boxed(name, Box::new(heard));
}

fn hear_boxed(name: &'static str, heard: Box<dyn Fn(Event)>) {
    let listen = || {
        let listener = window_event_listener_untyped(name, heard);
        on_cleanup(move || listener.remove());
    };
    still::or(listen, |_| ());
}
