//! What changes on screen, behind one type for each kind of value.
//!
//! Leptos makes code for every closure type that a view holds: a hundred closures weigh a hundred
//! times that code. Boxed, they share it (see `docs/decisions/0004-bytes.md`).

use super::element::Child;
use leptos::prelude::*;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use std::sync::{Arc, Mutex, PoisonError};

/// A value read again each time what it depends on changes.
pub type Live<T> = SharedReactiveFunction<T>;

/// Boxes what reads a value.
pub fn live<T: 'static>(read: impl FnMut() -> T + Send + 'static) -> Live<T> {
    Arc::new(Mutex::new(read))
}

/// The value now, followed by whoever reads it here.
pub fn now<T>(value: &Live<T>) -> T {
    let mut read = value.lock().unwrap_or_else(PoisonError::into_inner);
    (*read)()
}

/// A text that never changes, where a changing one is accepted.
pub fn fixed(text: impl Into<String>) -> Live<String> {
    let text = text.into();
    live(move || text.clone())
}

/// What is on screen only while `condition` holds; not made anew while it stays the same.
pub fn when<C: Child>(
    condition: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> C + Send + 'static,
) -> AnyView {
    shown_when(Box::new(condition), Box::new(move || view().into_child()))
}

type Condition = Box<dyn Fn() -> bool + Send + Sync>;

fn shown_when(condition: Condition, view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let shown = Memo::new(move |_| condition());
    live(move || if shown.get() { view() } else { ().into_any() }).into_any()
}

/// Takes an answer.
pub type Take<T> = Arc<dyn Fn(T) + Send + Sync>;

/// Boxes what takes an answer.
pub fn take<T: 'static>(run: impl Fn(T) + Send + Sync + 'static) -> Take<T> {
    Arc::new(run)
}
