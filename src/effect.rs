//! Effects that share their code: Leptos makes some for each closure that one holds (`docs/decisions/0004-bytes.md`).

use leptos::prelude::Effect;

/// Runs `run` now, and again each time what it depends on changes.
pub fn effect(run: impl FnMut() + 'static) {
    boxed(Box::new(run));
}

fn boxed(run: Box<dyn FnMut()>) {
    Effect::new(run);
}
