//! The consultant's desk: the drafts of this browser, the one that is open, kept as it is worked on.
//!
//! The draft that is open is the one named as [`State::origin`]: the history remembers it, links do not.

mod glance;
mod writing;

pub use glance::Glance;
pub use writing::Trouble;

use crate::browser::storage::{self, Local};
use crate::browser::{address, clock, leaving};
use crate::drafts::shelf::{Memory, Shelf};
use crate::drafts::store::{self, Aside};
use crate::drafts::{Draft, Preparation, Readiness, Work, draft};
use crate::state::{Entered, State, View, plain_link};
use leptos::prelude::*;
use std::sync::Arc;

/// Where drafts are kept.
type Kept = Arc<dyn Shelf + Send + Sync>;

/// What the views of the drafts share; copied freely.
#[derive(Clone, Copy)]
pub struct Desk {
    state: State,
    shelf: StoredValue<Kept>,
    /// Whether the browser keeps what is saved: else the page does, as long as it is open.
    pub lasting: RwSignal<bool>,
    /// Every draft, as last written or, where writing was refused, as it should have been.
    pub drafts: RwSignal<Vec<Arc<Draft>>>,
    /// What could not be read.
    pub aside: RwSignal<Vec<Aside>>,
    /// How many drafts a newer version of the app has written.
    pub newer: RwSignal<usize>,
    /// The draft that is open, as last written.
    pub open: RwSignal<Option<Arc<Draft>>>,
    /// Where each indicator of the open draft stands.
    pub readiness: RwSignal<Readiness>,
    /// Why the open draft is not being kept.
    pub trouble: RwSignal<Option<Trouble>>,
    /// The draft deleted last, to be had back.
    pub deleted: RwSignal<Option<Arc<Draft>>>,
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
            shelf: StoredValue::new(shelf),
            lasting: RwSignal::new(lasting),
            drafts: RwSignal::new(Vec::new()),
            aside: RwSignal::new(Vec::new()),
            newer: RwSignal::new(0),
            open: RwSignal::new(None),
            readiness: RwSignal::new(Readiness::default()),
            trouble: RwSignal::new(None),
            deleted: RwSignal::new(None),
            pending: StoredValue::new(None),
        };
        desk.load();
        desk.keep_in_step();
        if lasting {
            storage::on_change(move |key| desk.hear(key.as_deref()));
        }
        leaving::on_hide(move || desk.flush());
        leaving::ask_while(move || desk.trouble.with_untracked(Option::is_some));
        desk
    }

    fn shelf(&self) -> Kept {
        self.shelf.get_value()
    }

    /// Reads everything again.
    fn load(&self) {
        let found = store::load(&*self.shelf());
        self.drafts
            .set(found.drafts.into_iter().map(Arc::new).collect());
        self.aside.set(found.aside);
        self.newer.set(found.newer);
        // What had no room is here only.
        if let (Some(Trouble::Full), Some(open)) =
            (self.trouble.get_untracked(), self.open.get_untracked())
        {
            self.list(&open);
        }
    }

    /// The draft of this name, as last written.
    #[must_use]
    pub fn draft(&self, id: &str) -> Option<Arc<Draft>> {
        self.drafts
            .with_untracked(|drafts| drafts.iter().find(|draft| draft.id == id).cloned())
    }

    /// Puts a draft in the list, in the place of the one it follows.
    fn list(&self, draft: &Arc<Draft>) {
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
        let id = self.state.origin.get_untracked();
        let draft = untrack(|| self.make(id, name, tags, self.work()));
        self.begin(draft);
    }

    fn make(&self, id: String, name: &str, tags: &str, work: Work) -> Draft {
        let now = clock::now();
        Draft {
            id,
            name: draft::name(name),
            tags: draft::tags(tags),
            created: now,
            changed: now,
            revision: clock::stamp(),
            figures: Glance::of(self.state, &work).map(|glance| glance.figures()),
            work,
        }
    }

    /// Writes a draft that is not here yet; it is open if it is what is on screen.
    fn begin(&self, draft: Draft) {
        let draft = Arc::new(draft);
        self.write_new(&draft);
        self.list(&draft);
        if self
            .state
            .origin
            .with_untracked(|origin| *origin == draft.id)
        {
            self.set_open(Some(draft));
        }
    }

    fn set_open(&self, draft: Option<Arc<Draft>>) {
        let revision = draft.as_ref().map(|draft| draft.revision.clone());
        self.state.revision.set(revision.unwrap_or_default());
        self.open.set(draft);
    }

    /// Opens a draft at a view, in a new entry of the history.
    pub fn open_draft(&self, id: &str, view: View) {
        let Some(draft) = self.draft(id) else { return };
        self.flush();
        if self.state.origin.with_untracked(|origin| origin == id) {
            address::push(&self.state.link_to(view));
            self.state.view.set(view);
            return;
        }
        let plain = plain_link(&Entered::of(&draft.work).answers);
        address::push(&plain);
        self.state.view.set(view);
        self.state.revision.set(String::new());
        self.state.origin.set(id.to_owned());
        self.show(draft);
    }

    /// Puts a draft on screen.
    fn show(&self, draft: Arc<Draft>) {
        self.pending.set_value(None);
        self.trouble.set(None);
        self.state.take_work(&draft.work);
        self.readiness.set(draft.work.readiness.clone());
        self.set_open(Some(draft));
    }

    /// Leaves the draft: what is on screen stays, unsaved, and starts anew.
    pub fn leave_draft(&self) {
        self.flush();
        self.state.origin.set(clock::stamp());
    }

    /// Another of the same, under a name of its own; the one on screen stays.
    pub fn duplicate(&self, id: &str, name: &str) {
        self.flush();
        if let Some(draft) = self.draft(id) {
            let tags = draft.tags.join(",");
            self.begin(self.make(clock::stamp(), name, &tags, draft.work.clone()));
        }
    }

    /// Deletes a draft, which can be had back.
    pub fn delete(&self, id: &str) {
        self.flush();
        let Some(draft) = self.draft(id) else { return };
        store::remove(&*self.shelf(), id);
        self.unlist(id);
        self.deleted.set(Some(draft));
        if self.state.origin.with_untracked(|origin| origin == id) {
            self.set_open(None);
            self.trouble.set(None);
        }
    }

    /// Puts the draft deleted last back.
    pub fn undelete(&self) {
        let Some(draft) = self.deleted.get_untracked() else {
            return;
        };
        self.deleted.set(None);
        self.write_new(&draft);
        self.list(&draft);
        if self
            .state
            .origin
            .with_untracked(|origin| *origin == draft.id)
        {
            self.show(draft);
        }
    }

    /// Brings drafts in from a file: each in the place of the one of its name, if there is one.
    ///
    /// The names of those that could not be written are given back.
    pub fn bring(&self, drafts: Vec<Draft>) -> Vec<String> {
        let mut refused = Vec::new();
        for draft in drafts {
            let draft = Arc::new(draft);
            if store::write(&*self.shelf(), &draft).is_err() {
                refused.push(draft.name.clone());
                continue;
            }
            self.list(&draft);
            if self
                .state
                .origin
                .with_untracked(|origin| *origin == draft.id)
            {
                self.show(draft);
            }
        }
        refused
    }

    /// A draft made of a work that is not on screen, such as a row of a file.
    #[must_use]
    pub fn draft_of(&self, name: &str, tags: &str, work: Work) -> Draft {
        self.make(clock::stamp(), name, tags, work)
    }

    /// Forgets what could not be read.
    pub fn forget_aside(&self, key: &str) {
        self.shelf().remove(key);
        self.aside
            .update(|aside| aside.retain(|one| one.key != key));
    }

    /// Forgets everything that was ever kept here.
    pub fn erase(&self) {
        self.pending.set_value(None);
        store::erase(&*self.shelf());
        self.deleted.set(None);
        self.trouble.set(None);
        self.load();
        self.set_open(None);
        self.readiness.set(Readiness::default());
    }
}
