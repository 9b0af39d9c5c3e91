//! Waiting for the user to pause.

use crate::effect::effect;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
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
            let settle = move || set_settled.set(latest.clone());
            waiting = set_timeout_with_handle(settle, pause).ok();
        }
    });
    settled
}

/// Runs `run` once the next frame is on screen: what was just clicked answers at once, however long `run` takes. Where
/// nothing is painted, soon.
pub fn after_paint(run: impl FnOnce() + 'static) {
    let run: Pending = Rc::new(Cell::new(Some(Box::new(run))));
    let painted = Rc::clone(&run);
    request_animation_frame(move || set_timeout(move || take(&painted), Duration::ZERO));
    set_timeout(move || take(&run), Duration::from_millis(100));
}

type Pending = Rc<Cell<Option<Box<dyn FnOnce()>>>>;

fn take(pending: &Pending) {
    if let Some(run) = pending.take() {
        run();
    }
}

/// Runs `step` on each part of `0..total` in turn, leaving the page free between two of them, until it says to stop.
pub fn in_steps(total: usize, size: usize, step: impl FnMut(Range<usize>) -> bool + 'static) {
    advance(0, total, size, Box::new(step));
}

fn advance(from: usize, total: usize, size: usize, mut step: Box<dyn FnMut(Range<usize>) -> bool>) {
    let to = (from + size).min(total);
    if step(from..to) && to < total {
        set_timeout(move || advance(to, total, size, step), Duration::ZERO);
    }
}
