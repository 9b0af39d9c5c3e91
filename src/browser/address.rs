//! The fragment of the address: all that a link carries, and nothing a server sees.

use super::event::hear;
use super::still;
use super::timer::{self, after_paint};
use leptos::prelude::window;
use std::cell::RefCell;
use std::rc::Rc;

/// The fragment, `#` included; empty when there is none.
#[must_use]
pub fn fragment() -> String {
    still::or(
        || window().location().hash().unwrap_or_default(),
        |_| String::new(),
    )
}

/// The whole address without its fragment.
#[must_use]
pub fn without_fragment() -> String {
    let href = still::or(
        || window().location().href().unwrap_or_default(),
        |_| String::new(),
    );
    href.split('#').next().unwrap_or_default().to_owned()
}

/// What the address is about to say.
struct Said {
    /// What it says until then: another fragment would be that of another entry of the history.
    before: String,
    fragment: String,
    note: String,
}

thread_local! {
    static PENDING: RefCell<Option<Said>> = const { RefCell::new(None) };
}

/// Puts `fragment` in the address without a new entry in the history, which remembers `note`: once the answer that it
/// follows is on screen, since browsers take their time over it.
pub fn replace(fragment: String, note: String) {
    let before = self::fragment();
    let said = Said {
        before,
        fragment,
        note,
    };
    if PENDING.replace(Some(said)).is_none() {
        after_paint(settle);
    }
}

/// Has the address stay as it is.
pub fn stay() {
    PENDING.take();
}

/// Has the address say now what it is about to.
pub fn settle() {
    if let Some(said) = PENDING.take()
        && said.before == fragment()
        && let Ok(history) = window().history()
    {
        // A sandboxed frame may refuse: the page works without it.
        let _ = history.replace_state_with_url(&said.note.into(), "", Some(&said.fragment));
    }
}

/// What the entry of the history remembers; empty for one made by a link.
#[must_use]
pub fn note() -> String {
    let remembered = || {
        let state = window().history().and_then(|history| history.state());
        state.ok().and_then(|state| state.as_string())
    };
    still::or(remembered, |_| None).unwrap_or_default()
}

/// Makes a new entry in the history for `fragment`.
pub fn push(fragment: &str) {
    settle();
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&"".into(), "", Some(fragment));
    }
}

/// Calls `changed` each time the user, not this page, goes to another entry of the history or follows a link.
pub fn on_change(changed: impl Fn() + 'static) {
    // Not `hashchange`: two entries may have the same fragment, and come from two drafts.
    let changed = Rc::new(changed);
    hear("popstate", move |_| {
        let changed = Rc::clone(&changed);
        after_paint(move || changed());
    });
    // Two of them: what follows from the first is known once it is done.
    hear("pagehide", |_| timer::flush());
    hear("pagehide", |_| settle());
}
