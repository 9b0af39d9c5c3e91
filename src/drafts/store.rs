//! Drafts on a shelf: one key a draft, versions, what cannot be read, erasing.

use super::draft::{Draft, Wrong};
use super::shelf::{Refusal, Shelf};

/// What every key of ours begins with.
const OURS: &str = "calliope:";
/// What the key of a draft begins with; then its version, `:`, its identifier.
const DRAFT: &str = "calliope:draft:v";
/// What the key of a text that cannot be read begins with; then the key it had.
const QUARANTINE: &str = "calliope:quarantine:";
/// The version written today.
const VERSION: u32 = 1;

/// Turns the text of a version into that of the next.
type Step = fn(&str) -> Result<String, Wrong>;

/// One step a version, from version 1 on.
const STEPS: [Step; VERSION as usize - 1] = [];

/// What stands on a shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The drafts, in no order.
    pub drafts: Vec<Draft>,
    /// What could not be read and was set aside.
    pub aside: Vec<Aside>,
    /// How many drafts a newer version of the app has written: left as they are.
    pub newer: usize,
}

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it stands.
    pub key: String,
    /// The text as it was found.
    pub text: String,
}

/// What a key says.
enum Key<'a> {
    Draft { version: u32, id: &'a str },
    Aside,
    Other,
}

impl<'a> Key<'a> {
    fn of(key: &'a str) -> Self {
        let draft = || {
            let (version, id) = key.strip_prefix(DRAFT)?.split_once(':')?;
            let version = version.parse().ok().filter(|version| *version > 0)?;
            Some(Self::Draft { version, id })
        };
        match draft() {
            Some(draft) => draft,
            None if key.starts_with(QUARANTINE) => Self::Aside,
            None => Self::Other,
        }
    }
}

/// The key of a draft.
#[must_use]
pub fn key(id: &str) -> String {
    [DRAFT, &VERSION.to_string(), ":", id].concat()
}

/// The draft that a key is that of, in today's version.
#[must_use]
pub fn draft_of(key: &str) -> Option<&str> {
    match Key::of(key) {
        Key::Draft { version, id } if version == VERSION => Some(id),
        _ => None,
    }
}

/// Whether a change of `key` may concern the drafts.
#[must_use]
pub fn concerns(key: &str) -> bool {
    key.starts_with(OURS)
}

/// Everything of ours on the shelf. What cannot be read is set aside, older versions are brought up to date.
pub fn load(shelf: &dyn Shelf) -> Found {
    let mut found = Found::default();
    for key in shelf.keys() {
        match Key::of(&key) {
            Key::Draft { version, .. } if version > VERSION => found.newer += 1,
            Key::Draft { .. } => match fetch(shelf, &key) {
                Some(Ok(draft)) => found.drafts.push(draft),
                Some(Err(aside)) => found.aside.push(aside),
                None => {}
            },
            Key::Aside => {
                let text = shelf.get(&key);
                found.aside.extend(text.map(|text| Aside {
                    key: key.clone(),
                    text,
                }));
            }
            Key::Other => {}
        }
    }
    found
}

/// One draft, if it is there and can be read.
pub fn read(shelf: &dyn Shelf, id: &str) -> Option<Draft> {
    fetch(shelf, &key(id))?.ok()
}

fn fetch(shelf: &dyn Shelf, key: &str) -> Option<Result<Draft, Aside>> {
    let text = shelf.get(key)?;
    let Key::Draft { version, id } = Key::of(key) else {
        return None;
    };
    let draft = upgrade(version, &text, &STEPS).and_then(|text| Draft::read(&text));
    match draft {
        Ok(draft) if draft.id == id => {
            if version < VERSION && write(shelf, &draft).is_ok() {
                shelf.remove(key);
            }
            Some(Ok(draft))
        }
        _ => Some(Err(set_aside(shelf, key, text))),
    }
}

/// The text of `version` as the last of `steps` gives it.
fn upgrade(version: u32, text: &str, steps: &[Step]) -> Result<String, Wrong> {
    let done = usize::try_from(version)
        .unwrap_or(usize::MAX)
        .saturating_sub(1);
    let steps = steps.get(done..).unwrap_or_default();
    steps
        .iter()
        .try_fold(text.to_owned(), |text, step| step(&text))
}

/// Moves what cannot be read out of the way. Where that is refused it stays where it is.
fn set_aside(shelf: &dyn Shelf, key: &str, text: String) -> Aside {
    let mut aside = [QUARANTINE, key].concat();
    while shelf.get(&aside).is_some_and(|other| other != text) {
        aside.push('+');
    }
    if shelf.set(&aside, &text).is_err() {
        aside = key.to_owned();
    } else {
        shelf.remove(key);
    }
    Aside { key: aside, text }
}

/// Keeps a draft, whole.
///
/// # Errors
///
/// When the shelf refuses; what it held of the draft is still there.
pub fn write(shelf: &dyn Shelf, draft: &Draft) -> Result<(), Refusal> {
    shelf.set(&key(&draft.id), &draft.write())
}

/// Forgets a draft.
pub fn remove(shelf: &dyn Shelf, id: &str) {
    shelf.remove(&key(id));
}

/// Forgets everything of ours, newer versions and what was set aside included.
pub fn erase(shelf: &dyn Shelf) {
    for key in shelf.keys().iter().filter(|key| concerns(key)) {
        shelf.remove(key);
    }
}

#[cfg(test)]
mod tests {
    use super::super::shelf::Memory;
    use super::super::{Readiness, Work};
    use super::*;
    use std::cell::Cell;

    /// Fails when told to: the shelf of a browser on a bad day.
    #[derive(Default)]
    struct Fickle {
        memory: Memory,
        refusal: Cell<Option<Refusal>>,
    }

    impl Shelf for Fickle {
        fn keys(&self) -> Vec<String> {
            self.memory.keys()
        }

        fn get(&self, key: &str) -> Option<String> {
            self.memory.get(key)
        }

        fn set(&self, key: &str, text: &str) -> Result<(), Refusal> {
            self.refusal
                .get()
                .map_or_else(|| self.memory.set(key, text), Err)
        }

        fn remove(&self, key: &str) {
            self.memory.remove(key);
        }
    }

    fn draft(id: &str) -> Draft {
        Draft {
            id: id.to_owned(),
            name: "Atelier".to_owned(),
            tags: vec!["paris".to_owned()],
            created: 1,
            changed: 2,
            revision: "r".to_owned(),
            work: Work {
                link: "#/devis?v=1&cat=AF&ca=100000".to_owned(),
                readiness: Readiness::default(),
                ..Work::default()
            },
            figures: None,
        }
    }

    #[test]
    fn a_draft_is_kept_whole_under_its_own_key() {
        let shelf = Memory::default();
        write(&shelf, &draft("a")).unwrap();
        write(&shelf, &draft("b")).unwrap();
        assert_eq!(shelf.keys(), ["calliope:draft:v1:a", "calliope:draft:v1:b"]);
        assert_eq!(read(&shelf, "a"), Some(draft("a")));
        remove(&shelf, "a");
        assert_eq!(load(&shelf).drafts, [draft("b")]);
    }

    #[test]
    fn what_cannot_be_read_is_set_aside_as_it_is() {
        for text in [
            "",
            "{",
            "{}",
            "[1]",
            "null",
            &draft("other").write(),
            &draft("a").write().replace("Atelier", ""),
        ] {
            let shelf = Fickle::default();
            shelf.memory.set("calliope:draft:v1:a", text).unwrap();
            let found = load(&shelf);
            let aside = Aside {
                key: "calliope:quarantine:calliope:draft:v1:a".to_owned(),
                text: text.to_owned(),
            };
            assert_eq!(
                (found.drafts.len(), &found.aside[..]),
                (0, &[aside][..]),
                "{text}"
            );
            assert_eq!(shelf.keys().len(), 1);
            assert_eq!(load(&shelf).aside.len(), 1, "it stays there");
        }
    }

    #[test]
    fn what_cannot_be_set_aside_stays_where_it_was() {
        let shelf = Fickle::default();
        shelf.memory.set("calliope:draft:v1:a", "{").unwrap();
        shelf.refusal.set(Some(Refusal::Denied));
        let aside = Aside {
            key: "calliope:draft:v1:a".to_owned(),
            text: "{".to_owned(),
        };
        assert_eq!(load(&shelf).aside, [aside]);
        assert_eq!(shelf.get("calliope:draft:v1:a").as_deref(), Some("{"));
    }

    #[test]
    fn two_texts_set_aside_do_not_meet() {
        let shelf = Memory::default();
        for text in ["{", "{{"] {
            shelf.set("calliope:draft:v1:a", text).unwrap();
            load(&shelf);
        }
        assert_eq!(load(&shelf).aside.len(), 2);
    }

    #[test]
    fn a_refused_writing_leaves_the_earlier_draft() {
        let shelf = Fickle::default();
        write(&shelf, &draft("a")).unwrap();
        shelf.refusal.set(Some(Refusal::Full));
        let mut later = draft("a");
        later.name = "Later".to_owned();
        assert_eq!(write(&shelf, &later), Err(Refusal::Full));
        assert_eq!(read(&shelf, "a"), Some(draft("a")));
    }

    #[test]
    fn a_newer_version_is_left_untouched() {
        let shelf = Memory::default();
        shelf.set("calliope:draft:v2:a", "{\"new\":1}").unwrap();
        let found = load(&shelf);
        assert_eq!(
            (found.newer, found.drafts.len(), found.aside.len()),
            (1, 0, 0)
        );
        assert_eq!(
            shelf.get("calliope:draft:v2:a").as_deref(),
            Some("{\"new\":1}")
        );
    }

    #[test]
    fn each_version_takes_the_steps_that_it_lacks() {
        let steps: [Step; 2] = [
            |text| Ok([text, "2"].concat()),
            |text| Ok([text, "3"].concat()),
        ];
        for (version, expected) in [(1, "123"), (2, "13"), (3, "1"), (9, "1")] {
            assert_eq!(upgrade(version, "1", &steps).as_deref(), Ok(expected));
        }
        let broken: [Step; 1] = [|_| Err(Wrong::Id)];
        assert_eq!(upgrade(1, "1", &broken), Err(Wrong::Id));
    }

    #[test]
    fn erasing_leaves_nothing_of_ours_and_nothing_else_is_touched() {
        let shelf = Memory::default();
        write(&shelf, &draft("a")).unwrap();
        for key in [
            "calliope:draft:v2:b",
            "calliope:quarantine:x",
            "calliope:draft:v1:c",
            "theirs",
        ] {
            shelf.set(key, "{").unwrap();
        }
        erase(&shelf);
        assert_eq!(shelf.keys(), ["theirs"]);
    }
}
