//! Writing the open draft as it changes, and what other tabs write meanwhile.

use super::{Desk, Glance};
use crate::browser::clock;
use crate::drafts::merge::merge;
use crate::drafts::shelf::{Memory, Refusal};
use crate::drafts::store;
use crate::drafts::{Draft, Readiness, Work};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long the user pauses before what is on screen is written.
const PAUSE: Duration = Duration::from_millis(250);

/// Why the open draft is not being kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The storage has no room left: the draft is in the page only.
    Full,
    /// Another tab changed the same thing: this is what it wrote.
    Elsewhere(Arc<Draft>),
    /// Another tab deleted it.
    Gone,
}

/// What is on screen and not written yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pending {
    id: String,
    work: Work,
}

impl Desk {
    /// Follows the draft that the history asks for, and writes what changes in it.
    pub(super) fn keep_in_step(self) {
        let state = self.state;
        Effect::new(move |_| {
            let origin = state.origin.get();
            untrack(|| {
                // What was entered in the draft just left is written before anything else.
                self.flush();
                self.arrive(&origin);
            });
        });
        let work = Memo::new(move |_| (state.origin.get(), self.work()));
        Effect::new(move |earlier: Option<Option<TimeoutHandle>>| {
            if let Some(waiting) = earlier.flatten() {
                waiting.clear();
            }
            let (id, work) = work.get();
            let written = self.open.with(|open| {
                open.as_ref()
                    .is_none_or(|open| open.id != id || open.work == work)
            });
            if written {
                return None;
            }
            self.pending.set_value(Some(Pending { id, work }));
            set_timeout_with_handle(move || self.flush(), PAUSE).ok()
        });
    }

    /// What is on screen comes from `origin`: a draft, perhaps.
    fn arrive(&self, origin: &str) {
        if self
            .open
            .with_untracked(|open| open.as_ref().is_some_and(|open| open.id == origin))
        {
            return;
        }
        self.trouble.set(None);
        let Some(draft) = self.draft(origin) else {
            self.readiness.set(Readiness::default());
            self.set_open(None);
            return;
        };
        let revision = self.state.revision.get_untracked();
        let answers = Work {
            readiness: Readiness::default(),
            ..draft.work.clone()
        };
        if revision == draft.revision {
            // The screen goes on from this very writing: what it says more is to be written.
            self.readiness.set(draft.work.readiness.clone());
            self.set_open(Some(draft));
        } else if revision.is_empty() && self.state.work() != answers {
            // Entered here before it was saved elsewhere.
            self.readiness.set(draft.work.readiness.clone());
            self.trouble
                .set(Some(Trouble::Elsewhere(Arc::clone(&draft))));
            self.set_open(Some(draft));
        } else {
            self.show(draft);
        }
    }

    /// Writes what is pending.
    pub fn flush(&self) {
        let Some(Pending { id, work }) = self.pending.get_value() else {
            return;
        };
        let waits = matches!(
            self.trouble.get_untracked(),
            Some(Trouble::Elsewhere(_) | Trouble::Gone)
        );
        let base = self.open.get_untracked().filter(|open| open.id == id);
        let (false, Some(base)) = (waits, base) else {
            return;
        };
        self.pending.set_value(None);
        let mine = Draft {
            changed: clock::now(),
            work,
            ..(*base).clone()
        };
        self.commit(&base, mine);
    }

    /// Changes the name or the tags of a draft.
    pub fn change(&self, id: &str, change: impl FnOnce(&mut Draft)) {
        self.flush();
        if let Some(base) = self.draft(id) {
            let mut mine = (*base).clone();
            change(&mut mine);
            mine.changed = clock::now();
            self.commit(&base, mine);
        }
    }

    /// Writes `mine`, made from `base`, with what another tab has written since.
    fn commit(&self, base: &Draft, mine: Draft) {
        let stored = store::read(&*self.shelf(), &base.id);
        let full = self.trouble.get_untracked() == Some(Trouble::Full);
        let next = match stored {
            // A draft that could not be written is older on the shelf than here.
            Some(stored) if stored.revision != base.revision && !full => {
                match merge(base, &mine, &stored) {
                    Some(merged) => merged,
                    None => return self.ask(stored, mine.work),
                }
            }
            Some(_) => mine,
            None if full => mine,
            None => {
                self.unlist(&base.id);
                return self.ask_gone(&base.id, mine.work);
            }
        };
        self.put(next);
    }

    /// Writes a draft as it is now.
    fn put(&self, mut next: Draft) {
        next.revision = clock::stamp();
        next.figures = Glance::of(self.state, &next.work).map(|glance| glance.figures());
        let next = Arc::new(next);
        let refused = self.write(&next);
        self.list(&next);
        if self
            .state
            .origin
            .with_untracked(|origin| *origin == next.id)
        {
            self.trouble.set(refused.then_some(Trouble::Full));
            // What is on screen already is not put there again: the cursor would move.
            let other = untrack(|| self.work()) != next.work;
            if other && self.pending.with_value(Option::is_none) {
                self.state.take_work(&next.work);
                self.readiness.set(next.work.readiness.clone());
            }
            self.set_open(Some(next));
        }
    }

    /// Writes a draft; true when there is no room. Where nothing may be kept, the page keeps it.
    fn write(&self, draft: &Draft) -> bool {
        match store::write(&*self.shelf(), draft) {
            Ok(()) => false,
            Err(Refusal::Full) => true,
            Err(Refusal::Denied) => {
                let memory = Memory::default();
                for known in self.drafts.get_untracked() {
                    let _ = store::write(&memory, &known);
                }
                let _ = store::write(&memory, draft);
                self.shelf.set_value(Arc::new(memory));
                self.lasting.set(false);
                false
            }
        }
    }

    pub(super) fn write_new(&self, draft: &Draft) {
        if self.write(draft) {
            self.trouble.set(Some(Trouble::Full));
        }
    }

    /// Leaves it to the user: both versions stay until then.
    fn ask(&self, theirs: Draft, mine: Work) {
        let theirs = Arc::new(theirs);
        self.list(&theirs);
        if self
            .state
            .origin
            .with_untracked(|origin| *origin == theirs.id)
        {
            self.pending.set_value(Some(Pending {
                id: theirs.id.clone(),
                work: mine,
            }));
            self.trouble.set(Some(Trouble::Elsewhere(theirs)));
        }
    }

    fn ask_gone(&self, id: &str, mine: Work) {
        self.pending.set_value(Some(Pending {
            id: id.to_owned(),
            work: mine,
        }));
        self.trouble.set(Some(Trouble::Gone));
    }

    /// Another tab has changed a key, or all of them.
    pub(super) fn hear(&self, key: Option<&str>) {
        if key.is_some_and(|key| !store::concerns(key)) {
            return;
        }
        self.load();
        let origin = self.state.origin.get_untracked();
        let (open, stored) = (self.open.get_untracked(), self.draft(&origin));
        match (open, stored) {
            (Some(open), Some(stored)) if open.revision != stored.revision => {
                let clean = self.pending.with_value(Option::is_none);
                if clean && self.trouble.with_untracked(Option::is_none) {
                    self.show(stored);
                } else {
                    self.flush();
                }
            }
            (Some(open), None) => {
                let work = untrack(|| self.work());
                self.ask_gone(&open.id, work);
            }
            (None, Some(_)) => self.arrive(&origin),
            _ => {}
        }
    }

    /// Settles a draft changed in two tabs: what is on screen here counts.
    pub fn keep_mine(&self) {
        let Some(open) = self.open.get_untracked() else {
            return;
        };
        self.pending.set_value(None);
        let theirs = match self.trouble.get_untracked() {
            Some(Trouble::Elsewhere(theirs)) => theirs,
            _ => open,
        };
        let work = untrack(|| self.work());
        self.put(Draft {
            changed: clock::now(),
            work,
            ..(*theirs).clone()
        });
    }

    /// Settles it the other way: what the other tab wrote comes on screen.
    pub fn take_theirs(&self) {
        if let Some(Trouble::Elsewhere(theirs)) = self.trouble.get_untracked() {
            self.show(theirs);
        }
    }

    /// Settles it by keeping both: what is on screen here becomes a draft of its own.
    pub fn keep_both(&self, name: &str) {
        let Some(open) = self.open.get_untracked() else {
            return;
        };
        let work = untrack(|| self.work());
        let copy = self.make(clock::stamp(), name, &open.tags.join(","), work);
        self.pending.set_value(None);
        self.trouble.set(None);
        self.state.revision.set(copy.revision.clone());
        let id = copy.id.clone();
        let readiness = copy.work.readiness.clone();
        self.begin(copy);
        // The answers on screen are those of the copy from now on.
        self.open.set(self.draft(&id));
        self.readiness.set(readiness);
        self.state.origin.set(id);
    }
}
