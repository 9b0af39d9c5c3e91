//! What other tabs write.

use super::Desk;
use super::writing::Trouble;
use crate::drafts::store;
use leptos::prelude::*;
use std::sync::Arc;

impl Desk {
    /// Another tab has changed a key, or all of them.
    pub(super) fn hear(&self, key: Option<&str>) {
        if key.is_some_and(|key| !store::concerns(key)) {
            return;
        }
        // A tab that imports a thousand drafts says so a thousand times: one draft is read each time.
        let read = key.and_then(store::draft_of).and_then(|id| {
            let text = self.shelf().get(&store::key(id));
            match text {
                Some(_) => Some((id, Some(store::read(&*self.shelf(), id)?))),
                None => Some((id, None)),
            }
        });
        match read {
            Some((id, _)) if self.is_unwritten(id) => {}
            Some((_, Some(draft))) => self.put_in_list(&Arc::new(draft)),
            Some((id, None)) => self.unlist(id),
            None => self.load(),
        }
        self.follow();
    }

    /// Brings the screen in step with what is written of its draft.
    pub(super) fn follow(&self) {
        let origin = self.state.origin.get_untracked();
        let trouble = self.trouble.get_untracked();
        match (self.open.get_untracked(), self.draft(&origin), trouble) {
            (Some(_), Some(stored), Some(Trouble::Elsewhere(_))) => {
                self.trouble.set(Some(Trouble::Elsewhere(stored)));
            }
            (Some(open), Some(stored), trouble) => {
                // Deleted, then had back.
                if trouble.is_some() {
                    self.trouble.set(None);
                }
                if open.revision != stored.revision && self.pending.with_value(Option::is_none) {
                    self.show(stored);
                } else {
                    self.flush();
                }
            }
            (Some(open), None, _) => {
                let mut mine = (*open).clone();
                mine.work = untrack(|| self.work());
                self.say_gone(mine);
            }
            (None, Some(_), _) => self.arrive(&origin),
            (None, None, _) => {}
        }
    }
}
