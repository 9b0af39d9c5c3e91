//! A place that keeps texts by key, and may refuse: the browser's storage, or the memory of the page.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Why a text was not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no room left.
    Full,
    /// Nothing may be kept here.
    Denied,
}

/// Keeps texts by key.
pub trait Shelf {
    /// Every key, ours and others'.
    fn keys(&self) -> Vec<String>;
    /// The text of a key.
    fn get(&self, key: &str) -> Option<String>;
    /// Keeps a text, whole or not at all.
    ///
    /// # Errors
    ///
    /// When there is no room, or nothing may be kept.
    fn set(&self, key: &str, text: &str) -> Result<(), Refusal>;
    /// Forgets a key.
    fn remove(&self, key: &str);
}

/// The memory of the page, where the browser keeps nothing.
#[derive(Debug, Default)]
pub struct Memory(Mutex<BTreeMap<String, String>>);

impl Memory {
    fn texts(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, String>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf for Memory {
    fn keys(&self) -> Vec<String> {
        self.texts().keys().cloned().collect()
    }

    fn get(&self, key: &str) -> Option<String> {
        self.texts().get(key).cloned()
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Refusal> {
        self.texts().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) {
        self.texts().remove(key);
    }
}
