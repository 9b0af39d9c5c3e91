//! What stands for the browser while a still of the page is made, at build (`docs/decisions/0010-first-paint.md`).

use calliope_rules::profile::link::Lang;
use calliope_rules::read::Value;
use chrono::NaiveDate;

/// What a still is made for: the bare address, as a visitor opens it.
#[derive(Clone, Debug)]
pub struct Still {
    /// The language of the visitor.
    pub lang: Lang,
    /// The visitor's date.
    pub today: NaiveDate,
    /// The settings file of the site; empty for none.
    pub settings: String,
    /// What reads JSON.
    pub json: fn(&str) -> Option<Value>,
}

/// What the browser says; in a module for browsers, nothing else is there.
#[cfg(not(feature = "still"))]
pub(super) fn or<T>(browser: impl FnOnce() -> T, _still: impl FnOnce(&Still) -> T) -> T {
    browser()
}

#[cfg(feature = "still")]
pub(super) use taken::or;
#[cfg(feature = "still")]
pub use taken::take;

#[cfg(feature = "still")]
mod taken {
    use super::Still;
    use std::cell::RefCell;

    thread_local! {
        static STILL: RefCell<Option<Still>> = const { RefCell::new(None) };
    }

    /// From now on in this thread, `still` answers what is asked of the browser.
    pub fn take(still: Still) {
        STILL.set(Some(still));
    }

    /// What the still says where there is one, else the browser.
    pub fn or<T>(browser: impl FnOnce() -> T, still: impl FnOnce(&Still) -> T) -> T {
        STILL.with_borrow(|taken| match taken {
            Some(taken) => still(taken),
            None => browser(),
        })
    }
}
