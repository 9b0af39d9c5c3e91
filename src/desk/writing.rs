//! Writing drafts: the open one as it changes, with what another tab has written meanwhile.

use super::{Desk, Glance, Unwritten};
use crate::browser::clock;
use crate::drafts::merge::merge;
use crate::drafts::shelf::{Memory, Refusal};
use crate::drafts::{Draft, Readiness, Work, draft, store};
use crate::state::as_shown;
use crate::text::Words;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long the user pauses before what is on screen is written.
const PAUSE: Duration = Duration::from_millis(250);

/// What the user has to settle before the open draft is written again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The same thing was changed elsewhere: this is what was written there.
    Elsewhere(Arc<Draft>),
    /// It was deleted elsewhere.
    Gone,
}

/// What is on screen and not written yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pending {
    id: String,
    work: Work,
    /// The name and the tags, where they were changed here too.
    named: Option<(String, Vec<String>)>,
}

impl Pending {
    /// A draft with what is pending in it.
    fn onto(self, draft: &Draft) -> Draft {
        let (name, tags) = self
            .named
            .unwrap_or_else(|| (draft.name.clone(), draft.tags.clone()));
        Draft {
            name,
            tags,
            changed: clock::now(),
            work: self.work,
            ..draft.clone()
        }
    }
}

impl Desk {
    /// Follows the draft that the history asks for, and writes what changes in it.
    pub(super) fn keep_in_step(self) {
        let state = self.state;
        Effect::new(move |_| {
            let origin = state.origin.get();
            untrack(|| {
                self.leave();
                self.arrive(&origin);
            });
        });
        let work = Memo::new(move |_| (state.origin.get(), self.work()));
        Effect::new(move |earlier: Option<Option<TimeoutHandle>>| {
            if let Some(waiting) = earlier.flatten() {
                waiting.clear();
            }
            let (id, work) = work.get();
            let other = self
                .open
                .with(|open| open.as_ref().is_none_or(|open| open.id != id));
            if other {
                return None;
            }
            let settled = self.trouble.with_untracked(Option::is_none);
            if settled && self.baseline.with_value(|baseline| *baseline == work) {
                // Changed, then changed back.
                self.pending.set_value(None);
                return None;
            }
            self.pending.update_value(|pending| {
                let named = pending.take().filter(|one| one.id == id);
                let named = named.and_then(|one| one.named);
                *pending = Some(Pending { id, work, named });
            });
            set_timeout_with_handle(move || self.flush(), PAUSE).ok()
        });
    }

    /// What is on screen comes from `origin`: a draft, perhaps.
    pub(super) fn arrive(&self, origin: &str) {
        let is_open =
            |open: &Option<Arc<Draft>>| open.as_ref().is_some_and(|open| open.id == origin);
        if self.open.with_untracked(is_open) {
            return;
        }
        let Some(draft) = self.draft(origin) else {
            self.readiness.set(Readiness::default());
            self.set_open(None);
            return;
        };
        let revision = self.state.revision.get_untracked();
        let shown = as_shown(&draft.work);
        let same = self.state.work()
            == Work {
                readiness: Readiness::default(),
                ..shown
            };
        if revision == draft.revision {
            // The screen goes on from this very writing: what it says more is to be written.
            self.readiness.set(draft.work.readiness.clone());
            self.set_open(Some(draft));
        } else if revision.is_empty() && !same {
            // Entered here before it was saved: the screen goes on from no writing of it.
            self.readiness.set(draft.work.readiness.clone());
            self.trouble
                .set(Some(Trouble::Elsewhere(Arc::clone(&draft))));
            self.open.set(Some(draft));
        } else {
            self.show(draft);
        }
    }

    /// Before another draft comes on screen, or this one is replaced: what is not written is, and what is not
    /// settled becomes a draft of its own.
    pub(super) fn leave(&self) {
        self.flush();
        let (open, trouble) = (self.open.get_untracked(), self.trouble.get_untracked());
        let pending = self.pending.get_value();
        self.pending.set_value(None);
        self.trouble.set(None);
        if let (Some(open), Some(_), Some(pending)) = (open, trouble, pending)
            && open.id == pending.id
        {
            self.keep_copy(pending.onto(&open));
        }
    }

    /// Writes what is pending, unless the user has something to settle first.
    pub fn flush(&self) {
        let Some(pending) = self.pending.get_value() else {
            return;
        };
        let base = self
            .open
            .get_untracked()
            .filter(|open| open.id == pending.id);
        let (None, Some(base)) = (self.trouble.get_untracked(), base) else {
            return;
        };
        self.pending.set_value(None);
        let mine = pending.onto(&base);
        self.commit(&base, mine);
    }

    /// Changes the name or the tags of a draft.
    pub fn change(&self, id: &str, change: impl FnOnce(&mut Draft)) {
        self.flush();
        if let Some(base) = self.draft(id) {
            let mut mine = (*base).clone();
            change(&mut mine);
            self.commit(&base, mine);
        }
    }

    /// Writes `mine`, made from `base`, with what another tab has written since.
    fn commit(&self, base: &Draft, mine: Draft) {
        let written = self.unwritten.with_untracked(|unwritten| {
            match unwritten.iter().find(|one| one.draft.id == base.id) {
                Some(one) => one.written.clone(),
                None => Some(Arc::new(base.clone())),
            }
        });
        let stored = store::read(&*self.shelf(), &base.id);
        match (written, stored) {
            (None, None) => self.put(mine),
            (Some(_), None) => self.say_gone(mine),
            (Some(written), Some(stored)) if stored.revision == written.revision => self.put(mine),
            (None, Some(stored)) => self.ask(stored, mine),
            (Some(written), Some(stored)) => match merge(&written, &mine, &stored) {
                Some(merged) => self.put(merged),
                None => self.ask(stored, mine),
            },
        }
    }

    /// Writes a draft as it is now.
    fn put(&self, mut next: Draft) {
        next.revision = clock::stamp();
        next.figures = Glance::of(self.state, &next.work).map(|glance| glance.figures());
        let next = Arc::new(next);
        self.keep(&next);
        if !self.is_here(&next.id) {
            return;
        }
        if let Some(Trouble::Elsewhere(_)) = self.trouble.get_untracked() {
            // Renamed meanwhile: what is to be settled stays to be settled.
            self.trouble.set(Some(Trouble::Elsewhere(next)));
            return;
        }
        // What another tab brought comes on screen, unless more was typed since.
        let shown = as_shown(&next.work);
        if self.pending.with_value(Option::is_none) && untrack(|| self.work()) != shown {
            self.state.take_work(&next.work);
            self.readiness.set(next.work.readiness.clone());
        }
        self.set_open(Some(next));
    }

    /// Writes a draft; one without room is kept in the page until there is some.
    pub(super) fn write(&self, draft: &Arc<Draft>) {
        let fits = self.try_write(draft);
        let before = self.draft(&draft.id);
        self.unwritten.update(|unwritten| {
            let place = unwritten.iter().position(|one| one.draft.id == draft.id);
            let written = match place {
                Some(place) => unwritten.remove(place).written,
                None => before,
            };
            if !fits {
                unwritten.push(Unwritten {
                    draft: Arc::clone(draft),
                    written,
                });
            }
        });
    }

    /// Writes a draft; false without room. Where nothing may be kept, the page keeps it.
    pub(super) fn try_write(&self, draft: &Draft) -> bool {
        match store::write(&*self.shelf(), draft) {
            Ok(()) => true,
            Err(Refusal::Full) => false,
            Err(Refusal::Denied) => {
                let memory = Memory::default();
                for known in self.drafts.get_untracked() {
                    let _ = store::write(&memory, &known);
                }
                let _ = store::write(&memory, draft);
                self.shelves
                    .update_value(|shelves| shelves.insert(0, Arc::new(memory)));
                self.unwritten.set(Vec::new());
                self.lasting.set(false);
                true
            }
        }
    }

    /// There may be room again.
    pub(super) fn retry(&self) {
        self.flush();
        for one in self.unwritten.get_untracked() {
            self.commit(&one.draft, (*one.draft).clone());
        }
    }

    /// Leaves it to the user: both versions stay until then.
    fn ask(&self, theirs: Draft, mine: Draft) {
        let theirs = Arc::new(theirs);
        self.is_written(&theirs.id);
        self.put_in_list(&theirs);
        if self.is_here(&theirs.id) {
            self.hold(mine);
            self.trouble.set(Some(Trouble::Elsewhere(theirs)));
        } else {
            self.keep_copy(mine);
        }
    }

    /// Another tab has deleted a draft that was worked on here.
    pub(super) fn say_gone(&self, mine: Draft) {
        self.is_written(&mine.id);
        self.unlist(&mine.id);
        if self.is_here(&mine.id) {
            self.hold(mine);
            self.trouble.set(Some(Trouble::Gone));
        } else {
            self.keep_copy(mine);
        }
    }

    /// Keeps what was to be written until the user has settled; what was typed since is newer.
    fn hold(&self, mine: Draft) {
        let Draft {
            id,
            name,
            tags,
            work,
            ..
        } = mine;
        let newer = self.pending.get_value().filter(|pending| pending.id == id);
        self.pending.set_value(Some(Pending {
            id,
            work: newer.map_or(work, |pending| pending.work),
            named: Some((name, tags)),
        }));
    }

    /// A draft is no longer in the page only: it is written, or what was to be is elsewhere.
    pub(super) fn is_written(&self, id: &str) {
        self.unwritten
            .update(|unwritten| unwritten.retain(|one| one.draft.id != id));
    }

    /// Keeps a draft beside the one it goes by.
    pub(super) fn keep_copy(&self, mine: Draft) {
        let copy = Arc::new(self.make(
            clock::stamp(),
            &self.copy_name(&mine.name),
            mine.tags,
            mine.work,
        ));
        self.keep(&copy);
    }

    fn copy_name(&self, name: &str) -> String {
        let words = Words::new(self.state.lang.get_untracked());
        draft::name(&words.drafts().copy_of(name))
    }

    /// Settles a draft changed at two places: what is on screen here counts.
    pub fn keep_mine(&self) {
        let trouble = self.trouble.get_untracked();
        let base = match trouble {
            Some(Trouble::Elsewhere(theirs)) => Some(theirs),
            _ => self.open.get_untracked(),
        };
        let named = self.pending.get_value().and_then(|pending| pending.named);
        self.pending.set_value(None);
        self.trouble.set(None);
        if let Some(base) = base {
            let mine = Pending {
                id: base.id.clone(),
                work: untrack(|| self.work()),
                named,
            };
            self.put(mine.onto(&base));
        }
    }

    /// Settles it the other way: what was written elsewhere comes on screen.
    pub fn take_theirs(&self) {
        if let Some(Trouble::Elsewhere(theirs)) = self.trouble.get_untracked() {
            self.show(theirs);
        }
    }

    /// Settles it by keeping both: what is on screen here becomes a draft of its own, and is worked on from then on.
    pub fn keep_both(&self) {
        let Some(open) = self.open.get_untracked() else {
            return;
        };
        let work = untrack(|| self.work());
        let pending = self.pending.get_value();
        let mine = pending.map_or_else(|| (*open).clone(), |pending| pending.onto(&open));
        let name = self.copy_name(&mine.name);
        let copy = Arc::new(self.make(clock::stamp(), &name, mine.tags, work));
        self.pending.set_value(None);
        self.trouble.set(None);
        self.keep(&copy);
        self.set_open(Some(Arc::clone(&copy)));
        self.state.origin.set(copy.id.clone());
    }

    /// Another of the same, under a name of its own; the one on screen stays.
    pub fn duplicate(&self, id: &str) {
        self.flush();
        if let Some(draft) = self.draft(id) {
            self.keep_copy((*draft).clone());
        }
    }
}
