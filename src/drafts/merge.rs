//! One draft changed at two places: what only one of them changed is taken from it.

use super::{Draft, Readiness, Work};

/// Puts together `mine` and `theirs`, both made from `base`; none when both changed the same thing.
///
/// The name, the tags, the answers and the notes on each indicator are things of their own.
#[must_use]
pub fn merge(base: &Draft, mine: &Draft, theirs: &Draft) -> Option<Draft> {
    let work = Work {
        readiness: readiness(
            &base.work.readiness,
            &mine.work.readiness,
            &theirs.work.readiness,
        )?,
        ..answers(&base.work, &mine.work, &theirs.work)?
    };
    Some(Draft {
        name: pick(&base.name, &mine.name, &theirs.name)?.clone(),
        tags: pick(&base.tags, &mine.tags, &theirs.tags)?.clone(),
        changed: mine.changed.max(theirs.changed),
        work,
        ..mine.clone()
    })
}

/// The one that changed; none when both did, differently.
fn pick<'a, T: PartialEq>(base: &'a T, mine: &'a T, theirs: &'a T) -> Option<&'a T> {
    if mine == theirs || theirs == base {
        Some(mine)
    } else if mine == base {
        Some(theirs)
    } else {
        None
    }
}

/// The answers go together: half of each would be a profile that nobody entered.
fn answers(base: &Work, mine: &Work, theirs: &Work) -> Option<Work> {
    let only = |work: &Work| Work {
        readiness: Readiness::default(),
        ..work.clone()
    };
    pick(&only(base), &only(mine), &only(theirs)).cloned()
}

fn readiness(base: &Readiness, mine: &Readiness, theirs: &Readiness) -> Option<Readiness> {
    let mut merged = Readiness::default();
    for number in 1..=Readiness::LAST {
        let [base, mine, theirs] = [base, mine, theirs].map(|one| one.get(number).cloned());
        merged.put(number, pick(&base, &mine, &theirs)?.clone());
    }
    Some(merged)
}

#[cfg(test)]
mod tests {
    use super::super::Progress;
    use super::*;

    fn base() -> Draft {
        let mut readiness = Readiness::default();
        readiness.change(4, |one| one.progress = Progress::InProgress);
        Draft {
            id: "a".to_owned(),
            name: "Atelier".to_owned(),
            tags: Vec::new(),
            created: 1,
            changed: 1,
            revision: "0".to_owned(),
            work: Work {
                link: "#/devis?v=1&cat=AF&ca=1".to_owned(),
                readiness,
                ..Work::default()
            },
            figures: None,
        }
    }

    fn changed(change: impl FnOnce(&mut Draft)) -> Draft {
        let mut draft = base();
        change(&mut draft);
        draft
    }

    #[test]
    fn what_one_place_changed_is_taken_from_it() {
        let mine = changed(|draft| {
            draft.name = "Mine".to_owned();
            draft
                .work
                .readiness
                .change(4, |one| one.progress = Progress::Ready);
        });
        let theirs = changed(|draft| {
            draft.work.link.push('0');
            draft
                .work
                .readiness
                .change(5, |one| one.note = "seen".to_owned());
        });
        let merged = merge(&base(), &mine, &theirs).unwrap();
        assert_eq!(merged.name, "Mine");
        assert_eq!(merged.work.link, theirs.work.link);
        assert_eq!(merged.work.readiness.progress(4), Progress::Ready);
        assert_eq!(merged.work.readiness.of(5).note, "seen");
    }

    #[test]
    fn the_same_change_at_both_places_is_one_change() {
        let both = changed(|draft| draft.name = "Both".to_owned());
        assert_eq!(merge(&base(), &both, &both).unwrap().name, "Both");
    }

    #[test]
    fn a_note_taken_away_stays_away() {
        let mine = changed(|draft| {
            draft
                .work
                .readiness
                .change(4, |one| one.progress = Progress::NotStarted);
        });
        let merged = merge(&base(), &mine, &base()).unwrap();
        assert!(merged.work.readiness.is_empty());
    }

    #[test]
    fn two_changes_of_one_thing_are_for_the_user_to_settle() {
        let changes: [fn(&mut Draft, &str); 4] = [
            |draft, word| word.clone_into(&mut draft.name),
            |draft, word| draft.tags = vec![word.to_owned()],
            |draft, word| draft.work.link.push_str(word),
            |draft, word| {
                draft
                    .work
                    .readiness
                    .change(4, |one| word.clone_into(&mut one.note))
            },
        ];
        for change in changes {
            let [mine, theirs] = ["1", "2"].map(|word| changed(|draft| change(draft, word)));
            assert_eq!(merge(&base(), &mine, &theirs), None);
        }
    }
}
