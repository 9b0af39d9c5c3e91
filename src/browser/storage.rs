//! What the browser keeps for this site, where it agrees to.

use super::event::hear;
use crate::drafts::shelf::{Refusal, Shelf};
use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, StorageEvent};

/// The storage of the browser.
pub struct Local(());

impl Local {
    /// The storage, where it can be read: a sandboxed frame has none, and asking it panics.
    ///
    /// Nothing is written to find out; the first draft saved tells whether writing works.
    #[must_use]
    pub fn reach() -> Option<Self> {
        let storage = raw()?;
        let reads =
            storage.length().is_ok() && storage.key(0).is_ok() && storage.get_item("").is_ok();
        reads.then_some(Self(()))
    }
}

/// The storage, unless it is denied: the user may forbid it while the page is open.
fn raw() -> Option<web_sys::Storage> {
    matches!(window().local_storage(), Ok(Some(_))).then(LocalStorage::raw)
}

impl Shelf for Local {
    fn keys(&self) -> Vec<String> {
        let Some(storage) = raw() else {
            return Vec::new();
        };
        let count = storage.length().unwrap_or_default();
        (0..count)
            .filter_map(|index| storage.key(index).ok().flatten())
            .collect()
    }

    fn get(&self, key: &str) -> Option<String> {
        raw()?.get_item(key).ok().flatten()
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Refusal> {
        let storage = raw().ok_or(Refusal::Denied)?;
        storage.set_item(key, text).map_err(|why| refusal(&why))
    }

    fn remove(&self, key: &str) {
        if let Some(storage) = raw() {
            let _ = storage.remove_item(key);
        }
    }
}

/// What browsers call a storage without room: the standard's name, and Firefox's.
const QUOTA: [&str; 2] = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"];

fn refusal(why: &JsValue) -> Refusal {
    match why.dyn_ref::<DomException>() {
        Some(why) if QUOTA.contains(&why.name().as_str()) => Refusal::Full,
        _ => Refusal::Denied,
    }
}

/// Calls `heard` with the key that another tab has changed; none when it has cleared them all.
pub fn on_change(heard: impl Fn(Option<String>) + 'static) {
    hear("storage", move |event| {
        if let Some(event) = event.dyn_ref::<StorageEvent>() {
            heard(event.key());
        }
    });
}
