//! Where each indicator stands before the audit: the white audit one does oneself.

use calliope_rules::date;
use calliope_rules::hidden::is_hidden;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was noted for each indicator; one without notes is not there.
///
/// What was noted stays when an indicator no longer applies. Copies share their notes until one changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Readiness(Arc<BTreeMap<u8, Preparation>>);

/// What was noted for one indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preparation {
    /// How far it is.
    pub progress: Progress,
    /// Anything.
    pub note: String,
    /// Who prepares it.
    pub who: String,
    /// By when: a date, or empty.
    pub by: String,
    /// What will be shown to the auditor.
    pub evidence: Vec<Proof>,
}

/// How far the preparation of an indicator is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Nothing yet.
    #[default]
    NotStarted,
    /// Begun.
    InProgress,
    /// The auditor may come.
    Ready,
    /// A minor non-conformity was found.
    Minor,
    /// A major non-conformity was found.
    Major,
}

/// Something to show to the auditor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// What it is.
    pub text: String,
    /// Whether it is there.
    pub ready: bool,
}

impl Progress {
    /// Every step, in order.
    pub const ALL: [Self; 5] = [
        Self::NotStarted,
        Self::InProgress,
        Self::Ready,
        Self::Minor,
        Self::Major,
    ];

    /// The word in files and in styles.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Ready => "ready",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl Preparation {
    /// The longest note, in characters.
    pub const MAX_NOTE: usize = 4_000;
    /// The longest name or line of evidence, in characters.
    pub const MAX_LINE: usize = 300;
    /// The most lines of evidence.
    pub const MAX_EVIDENCE: usize = 40;

    /// How many lines of evidence are there.
    #[must_use]
    pub fn evidence_ready(&self) -> usize {
        self.evidence.iter().filter(|proof| proof.ready).count()
    }

    fn is_possible(&self) -> bool {
        let line =
            |text: &str| text.chars().count() <= Self::MAX_LINE && !text.chars().any(is_hidden);
        // A note is the only text on several lines.
        let note = |c: char| c == '\n' || !is_hidden(c);
        self.note.chars().count() <= Self::MAX_NOTE
            && self.note.chars().all(note)
            && line(&self.who)
            && (self.by.is_empty() || date::parse_iso(&self.by).is_some())
            && self.evidence.len() <= Self::MAX_EVIDENCE
            && self.evidence.iter().all(|proof| line(&proof.text))
    }
}

impl Readiness {
    /// The last number that an indicator may have: frameworks to come may know more than today's.
    pub const LAST: u8 = 99;

    /// What was noted for an indicator.
    #[must_use]
    pub fn of(&self, number: u8) -> &Preparation {
        static NOTHING: Preparation = Preparation {
            progress: Progress::NotStarted,
            note: String::new(),
            who: String::new(),
            by: String::new(),
            evidence: Vec::new(),
        };
        self.0.get(&number).unwrap_or(&NOTHING)
    }

    /// How far an indicator is.
    #[must_use]
    pub fn progress(&self, number: u8) -> Progress {
        self.of(number).progress
    }

    /// Changes what is noted for an indicator; nothing noted takes it away.
    pub fn change(&mut self, number: u8, change: impl FnOnce(&mut Preparation)) {
        let mut one = self.of(number).clone();
        change(&mut one);
        tidy(&mut one);
        self.put(number, (one != Preparation::default()).then_some(one));
    }

    /// Puts what was noted for an indicator, or nothing.
    pub(super) fn put(&mut self, number: u8, one: Option<Preparation>) {
        let notes = Arc::make_mut(&mut self.0);
        match one {
            Some(one) => notes.insert(number, one),
            None => notes.remove(&number),
        };
    }

    /// What was noted, by indicator.
    pub fn iter(&self) -> impl Iterator<Item = (u8, &Preparation)> {
        self.0.iter().map(|(number, one)| (*number, one))
    }

    /// Whether anything was noted.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn get(&self, number: u8) -> Option<&Preparation> {
        self.0.get(&number)
    }

    /// The first indicator whose notes cannot stand.
    pub(super) fn check(&self) -> Result<(), u8> {
        let wrong = |(number, one): &(u8, &Preparation)| {
            *number == 0 || *number > Self::LAST || !one.is_possible()
        };
        self.iter()
            .find(wrong)
            .map_or(Ok(()), |(number, _)| Err(number))
    }
}

/// What is typed is bounded and cleaned as it comes.
fn tidy(one: &mut Preparation) {
    let clean = |text: &str, max: usize, lines: bool| -> String {
        let kept = |c: &char| (lines && *c == '\n') || !is_hidden(*c);
        text.chars().filter(kept).take(max).collect()
    };
    one.note = clean(&one.note, Preparation::MAX_NOTE, true);
    one.who = clean(&one.who, Preparation::MAX_LINE, false);
    if date::parse_iso(&one.by).is_none() {
        one.by.clear();
    }
    one.evidence.truncate(Preparation::MAX_EVIDENCE);
    for proof in &mut one.evidence {
        proof.text = clean(&proof.text, Preparation::MAX_LINE, false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_noted_is_not_kept() {
        let mut readiness = Readiness::default();
        readiness.change(4, |one| one.progress = Progress::Ready);
        readiness.change(5, |one| one.note = "\u{0}".to_owned());
        assert_eq!(readiness.iter().count(), 1);
        readiness.change(4, |one| one.progress = Progress::NotStarted);
        assert!(readiness.is_empty());
    }

    #[test]
    fn what_is_typed_can_always_be_read_again() {
        let mut readiness = Readiness::default();
        readiness.change(4, |one| {
            one.note = "x\n\u{202e}".repeat(5_000);
            one.who = "a\nb".repeat(400);
            one.by = "tomorrow".to_owned();
            one.evidence = vec![
                Proof {
                    text: "y".repeat(999),
                    ready: true
                };
                99
            ];
        });
        assert_eq!(readiness.check(), Ok(()));
    }
}
