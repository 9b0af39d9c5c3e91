//! Waiting for the user to pause.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// `value`, once it has stayed the same for `pause`.
pub fn settled<T: Clone + PartialEq + Send + Sync + 'static>(
    value: Memo<T>,
    pause: Duration,
) -> ReadSignal<T> {
    let (settled, set_settled) = signal(value.get_untracked());
    Effect::new(move |waiting: Option<Option<TimeoutHandle>>| {
        if let Some(waiting) = waiting.flatten() {
            waiting.clear();
        }
        let latest = value.get();
        if latest == settled.get_untracked() {
            return None;
        }
        set_timeout_with_handle(move || set_settled.set(latest.clone()), pause).ok()
    });
    settled
}
