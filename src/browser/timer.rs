//! Waiting for the user to pause.

use crate::effect::effect;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::cell::RefCell;
use std::ops::Range;
use std::time::Duration;

/// `value`, once it has stayed the same for `pause`.
pub fn settled<T: Clone + PartialEq + Send + Sync + 'static>(
    value: Memo<T>,
    pause: Duration,
) -> ReadSignal<T> {
    let (settled, set_settled) = signal(value.get_untracked());
    let mut waiting: Option<TimeoutHandle> = None;
    effect(move || {
        if let Some(waiting) = waiting.take() {
            waiting.clear();
        }
        let latest = value.get();
        if latest != settled.get_untracked() {
            waiting = after(pause, Box::new(move || set_settled.set(latest)));
        }
    });
    settled
}

thread_local! {
    /// What waits for the next frame, in order.
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Runs `run` once the next frame is on screen: what was just clicked answers at once, however long `run` takes. Where
/// nothing is painted, soon.
pub fn after_paint(run: impl FnOnce() + 'static) {
    wait(Box::new(run));
}

fn wait(run: Box<dyn FnOnce()>) {
    let first = WAITING.with_borrow_mut(|waiting| {
        waiting.push(run);
        waiting.len() == 1
    });
    if first {
        next_frame(|| soon(flush));
        after(Duration::from_millis(100), Box::new(flush));
    }
}

/// Runs now what waits for the next frame.
pub fn flush() {
    for run in WAITING.take() {
        run();
    }
}

/// Forgets what waits for the next frame.
pub fn forget() {
    WAITING.take();
}

/// Runs `run` once what follows from the present is done.
pub fn soon(run: impl FnOnce() + 'static) {
    after(Duration::ZERO, Box::new(run));
}

/// Runs `run` just before the next frame is painted.
pub fn next_frame(run: impl FnOnce() + 'static) {
    in_frame(Box::new(run));
}

// Boxed: Leptos makes code for each closure that it is given.
fn in_frame(run: Box<dyn FnOnce()>) {
    request_animation_frame(run);
}

fn after(pause: Duration, run: Box<dyn FnOnce()>) -> Option<TimeoutHandle> {
    set_timeout_with_handle(run, pause).ok()
}

/// Runs `step` on each part of `0..total` in turn, leaving the page free between two of them, until it says to stop.
pub fn in_steps(total: usize, size: usize, step: impl FnMut(Range<usize>) -> bool + 'static) {
    advance(0, total, size, Box::new(step));
}

fn advance(from: usize, total: usize, size: usize, mut step: Box<dyn FnMut(Range<usize>) -> bool>) {
    let to = (from + size).min(total);
    if step(from..to) && to < total {
        soon(move || advance(to, total, size, step));
    }
}
