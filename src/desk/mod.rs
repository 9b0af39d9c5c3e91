//! The consultant's desk: the drafts of this browser, the one that is open, kept as it is worked on.
//!
//! The draft that is open is the one named as [`State::origin`]: the history remembers it, links do not.

mod glance;
mod hearing;
mod writing;

pub use glance::Glance;
pub use writing::Trouble;

use crate::browser::storage::{self, Local};
use crate::browser::{address, clock, leaving};
use crate::drafts::shelf::{Memory, Shelf};
use crate::drafts::store::{self, Aside};
use crate::drafts::{Draft, Preparation, Readiness, Work, draft};
use crate::state::{Entered, State, View, as_shown, plain_link};
use leptos::prelude::*;
use std::sync::Arc;

/// Where drafts are kept.
type Kept = Arc<dyn Shelf + Send + Sync>;

/// A draft that had no room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritten {
    /// As it is.
    pub draft: Arc<Draft>,
    /// As it was last written, if it ever was.
    written: Option<Arc<Draft>>,
}

/// What the views of the drafts share; copied freely.
#[derive(Clone, Copy)]
pub struct Desk {
    state: State,
    /// The one in use first, then those that refused.
    shelves: StoredValue<Vec<Kept>>,
    /// Whether the browser keeps what is saved: else the page does, as long as it is open.
    pub lasting: RwSignal<bool>,
    /// Every draft as it is, written or not.
    pub drafts: RwSignal<Vec<Arc<Draft>>>,
    /// What could not be read.
    pub aside: RwSignal<Vec<Aside>>,
    /// How many drafts a newer version of the app has written.
    pub newer: RwSignal<usize>,
    /// The draft that is open, as last written.
    pub open: RwSignal<Option<Arc<Draft>>>,
    /// Where each indicator of the open draft stands.
    pub readiness: RwSignal<Readiness>,
    /// What the user has to settle about the open draft.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The drafts that had no room: they are in the page only.
    pub unwritten: RwSignal<Vec<Unwritten>>,
    /// The drafts deleted since the page was opened, to be had back.
    pub deleted: RwSignal<Vec<Arc<Draft>>>,
    /// What the screen says of the open draft while nothing was changed.
    baseline: StoredValue<Work>,
    /// What is on screen and not written yet.
    pending: StoredValue<Option<writing::Pending>>,
}

impl Desk {
    /// Sets the desk beside `state`, and keeps both in step.
    #[must_use]
    pub fn start(state: State) -> Self {
        let local = Local::reach();
        let lasting = local.is_some();
        let shelf: Kept = match local {
            Some(local) => Arc::new(local),
            None => Arc::new(Memory::default()),
        };
        let desk = Self {
            state,
            shelves: StoredValue::new(vec![shelf]),
            lasting: RwSignal::new(lasting),
            drafts: RwSignal::new(Vec::new()),
            aside: RwSignal::new(Vec::new()),
            newer: RwSignal::new(0),
            open: RwSignal::new(None),
            readiness: RwSignal::new(Readiness::default()),
            trouble: RwSignal::new(None),
            unwritten: RwSignal::new(Vec::new()),
            deleted: RwSignal::new(Vec::new()),
            baseline: StoredValue::new(Work::default()),
            pending: StoredValue::new(None),
        };
        desk.load();
        desk.keep_in_step();
        if lasting {
            storage::on_change(move |key| desk.hear(key.as_deref()));
            // A page that comes back from the cache of the browser has heard nothing meanwhile.
            leaving::on_return(move || desk.hear(None));
        }
        leaving::on_hide(move || desk.flush());
        leaving::on_print(move || desk.flush());
        leaving::on_leave(move || desk.leave());
        leaving::ask_while(move || desk.would_lose());
        desk
    }

    /// Whether closing the page would lose something.
    fn would_lose(&self) -> bool {
        self.flush();
        let in_memory =
            !self.lasting.get_untracked() && self.drafts.with_untracked(|all| !all.is_empty());
        in_memory
            || self.trouble.with_untracked(Option::is_some)
            || self
                .unwritten
                .with_untracked(|unwritten| !unwritten.is_empty())
    }

    fn shelf(&self) -> Kept {
        self.shelves.with_value(|shelves| Arc::clone(&shelves[0]))
    }

    /// Reads everything again.
    fn load(&self) {
        let found = store::load(&*self.shelf());
        self.drafts
            .set(found.drafts.into_iter().map(Arc::new).collect());
        self.aside.set(found.aside);
        self.newer.set(found.newer);
        // What had no room is here only.
        for one in self.unwritten.get_untracked() {
            self.put_in_list(&one.draft);
        }
    }

    /// The draft of this name, as it is.
    #[must_use]
    pub fn draft(&self, id: &str) -> Option<Arc<Draft>> {
        self.drafts
            .with_untracked(|drafts| drafts.iter().find(|draft| draft.id == id).cloned())
    }

    /// Whether a draft has this name, here or as another tab has just written it.
    fn is_taken(&self, id: &str) -> bool {
        self.draft(id).is_some() || store::read(&*self.shelf(), id).is_some()
    }

    /// Writes a draft, and lists it.
    fn keep(&self, draft: &Arc<Draft>) {
        self.write(draft);
        self.put_in_list(draft);
    }

    /// Whether the draft of this name is on screen.
    fn is_here(&self, id: &str) -> bool {
        self.state.origin.with_untracked(|origin| origin == id)
    }

    /// Whether a draft is in the page only.
    #[must_use]
    pub fn is_unwritten(&self, id: &str) -> bool {
        self.unwritten
            .with(|unwritten| unwritten.iter().any(|one| one.draft.id == id))
    }

    /// Puts a draft in the list, in the place of the one it follows.
    fn put_in_list(&self, draft: &Arc<Draft>) {
        self.drafts.update(
            |drafts| match drafts.iter_mut().find(|known| known.id == draft.id) {
                Some(known) => *known = Arc::clone(draft),
                None => drafts.push(Arc::clone(draft)),
            },
        );
    }

    fn unlist(&self, id: &str) {
        self.drafts
            .update(|drafts| drafts.retain(|draft| draft.id != id));
    }

    /// What is on screen, readiness included.
    fn work(&self) -> Work {
        Work {
            readiness: self.readiness.get(),
            ..self.state.work()
        }
    }

    /// Changes what is noted for an indicator of the open draft.
    pub fn prepare(&self, number: u8, change: impl FnOnce(&mut Preparation)) {
        self.readiness
            .update(|readiness| readiness.change(number, change));
    }

    /// Saves what is on screen under a name; it is kept as it changes from then on.
    pub fn save(&self, name: &str, tags: &str) {
        let mut id = self.state.origin.get_untracked();
        // Saved from another tab, or had back, while this one was not looking.
        if self.is_taken(&id) {
            id = clock::stamp();
        }
        let work = untrack(|| self.work());
        let draft = Arc::new(self.make(id.clone(), name, draft::tags(tags), work));
        self.keep(&draft);
        self.set_open(Some(draft));
        self.state.origin.set(id);
    }

    fn make(&self, id: String, name: &str, tags: Vec<String>, work: Work) -> Draft {
        let now = clock::now();
        Draft {
            id,
            name: draft::name(name),
            tags,
            created: now,
            changed: now,
            revision: clock::stamp(),
            figures: Glance::of(self.state, &work).map(|glance| glance.figures()),
            work,
        }
    }

    /// A draft made of a work that is not on screen, such as a row of a file.
    #[must_use]
    pub fn draft_of(&self, name: &str, tags: &str, work: Work) -> Draft {
        self.make(clock::stamp(), name, draft::tags(tags), work)
    }

    fn set_open(&self, draft: Option<Arc<Draft>>) {
        let work = draft.as_ref().map(|draft| as_shown(&draft.work));
        self.baseline.set_value(work.unwrap_or_default());
        let revision = draft.as_ref().map(|draft| self.revision_on_shelf(draft));
        self.state.revision.set(revision.unwrap_or_default());
        self.open.set(draft);
    }

    /// The writing of a draft that a reload would find, and go on from; empty for none.
    fn revision_on_shelf(&self, draft: &Draft) -> String {
        self.unwritten.with_untracked(|unwritten| {
            match unwritten.iter().find(|one| one.draft.id == draft.id) {
                None => draft.revision.clone(),
                Some(one) => one
                    .written
                    .as_ref()
                    .map(|written| written.revision.clone())
                    .unwrap_or_default(),
            }
        })
    }

    /// Opens a draft at a view, in a new entry of the history.
    pub fn open_draft(&self, id: &str, view: View) {
        if self.is_here(id) {
            address::push(&self.state.link_to(view));
            self.state.view.set(view);
            return;
        }
        self.leave();
        let Some(draft) = self.draft(id) else { return };
        address::push(&plain_link(&Entered::of(&draft.work).answers));
        self.state.view.set(view);
        self.state.origin.set(id.to_owned());
        self.show(draft);
    }

    /// Puts a draft on screen.
    fn show(&self, draft: Arc<Draft>) {
        self.pending.set_value(None);
        self.trouble.set(None);
        // What is on screen already is not put there again: the cursor would move.
        if untrack(|| self.work()) != as_shown(&draft.work) {
            self.state.take_work(&draft.work);
            self.readiness.set(draft.work.readiness.clone());
        }
        self.set_open(Some(draft));
    }

    /// Leaves the draft: what is on screen stays there, unsaved, and is a piece of work of its own.
    pub fn leave_draft(&self) {
        self.leave();
        self.state.origin.set(clock::stamp());
    }

    /// Leaves a draft that was deleted elsewhere: what is on screen stays there, unsaved.
    pub fn let_go(&self) {
        self.pending.set_value(None);
        self.trouble.set(None);
        self.leave_draft();
    }

    /// Deletes a draft, which can be had back. What is on screen stays there, unsaved.
    pub fn delete(&self, id: &str) {
        if self.is_here(id) {
            self.leave_draft();
        }
        let Some(draft) = self.draft(id) else { return };
        self.unlist(id);
        self.deleted.update(|deleted| deleted.push(draft));
        self.is_written(id);
        self.on_each_shelf(|shelf| store::remove(shelf, id));
        self.retry();
    }

    /// Puts the draft deleted last back among the others.
    pub fn undelete(&self) {
        let last = self.deleted.try_update(Vec::pop).flatten();
        let Some(draft) = last else { return };
        // Saved again elsewhere meanwhile: that one stays.
        if self.is_taken(&draft.id) {
            self.keep_copy((*draft).clone());
        } else {
            self.keep(&draft);
        }
        self.follow();
    }

    /// Brings drafts in from a file: each in the place of the one of its name, if there is one.
    ///
    /// The names of those that had no room are given back.
    pub fn bring(&self, drafts: Vec<Draft>) -> Vec<String> {
        let mut refused = Vec::new();
        for mut draft in drafts {
            let here = self.is_here(&draft.id);
            if here {
                self.leave();
            }
            if self.draft(&draft.id).is_some() {
                draft.revision = clock::stamp();
            }
            let draft = Arc::new(draft);
            if !self.try_write(&draft) {
                refused.push(draft.name.clone());
                continue;
            }
            self.is_written(&draft.id);
            self.put_in_list(&draft);
            if here {
                self.show(draft);
            }
        }
        refused
    }

    /// Forgets what could not be read.
    pub fn forget_aside(&self, key: &str) {
        self.on_each_shelf(|shelf| shelf.remove(key));
        self.aside
            .update(|aside| aside.retain(|one| one.key != key));
        self.retry();
    }

    /// Forgets everything that was ever kept here.
    pub fn erase(&self) {
        self.pending.set_value(None);
        self.trouble.set(None);
        self.unwritten.set(Vec::new());
        self.deleted.set(Vec::new());
        self.on_each_shelf(store::erase);
        self.load();
        self.leave_draft();
    }

    fn on_each_shelf(&self, run: impl Fn(&dyn Shelf)) {
        for shelf in self.shelves.get_value() {
            run(&*shelf);
        }
    }
}
