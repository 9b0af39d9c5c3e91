//! Drafts as a file, and what a file would bring.

use super::draft::{Draft, Wrong};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

/// The version of the file, written in it as `calliope`.
const VERSION: u32 = 1;

/// A file of drafts.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Drafts<D> {
    calliope: u32,
    drafts: Vec<D>,
}

/// Only what says whose file it is.
#[derive(Deserialize)]
struct Cover {
    calliope: u32,
}

/// A file that holds no drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDrafts {
    /// Not JSON, or not a file of ours; what the reader said, in English.
    Shape(String),
    /// Written by a newer version of the app.
    Newer,
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// More than [`MAX_DRAFTS`].
    TooMany,
}

/// The largest file read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// The most drafts in a file.
pub const MAX_DRAFTS: usize = 5_000;

/// What importing a draft would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It is not here yet.
    New,
    /// It is here, otherwise.
    Changed,
    /// It is here as it stands.
    Same,
    /// The file holds it twice: the first is taken.
    Repeated,
}

/// Writes drafts as a file that [`read`] reads.
#[must_use]
pub fn write(drafts: &[&Draft]) -> String {
    let file = Drafts {
        calliope: VERSION,
        drafts: drafts.to_vec(),
    };
    serde_json::to_string_pretty(&file).unwrap_or_default() + "\n"
}

/// Reads a file: each draft in it, or why it is refused.
///
/// # Errors
///
/// When the file as a whole is not one of drafts.
pub fn read(text: &str) -> Result<Vec<Result<Draft, Wrong>>, NotDrafts> {
    if text.len() > MAX_BYTES {
        return Err(NotDrafts::TooLarge);
    }
    let shape = |error: serde_json::Error| NotDrafts::Shape(error.to_string());
    let text = text.trim_start_matches('\u{feff}');
    let cover: Cover = serde_json::from_str(text).map_err(shape)?;
    if cover.calliope > VERSION {
        return Err(NotDrafts::Newer);
    }
    let file: Drafts<&RawValue> = serde_json::from_str(text).map_err(shape)?;
    if file.drafts.len() > MAX_DRAFTS {
        return Err(NotDrafts::TooMany);
    }
    Ok(file
        .drafts
        .into_iter()
        .map(|draft| Draft::read(draft.get()))
        .collect())
}

/// What importing the drafts of a file would do to those that are here.
#[must_use]
pub fn compare<'a>(
    drafts: &[&Draft],
    mut here: impl FnMut(&str) -> Option<&'a Draft>,
) -> Vec<Change> {
    drafts
        .iter()
        .enumerate()
        .map(|(place, draft)| {
            if drafts[..place].iter().any(|other| other.id == draft.id) {
                return Change::Repeated;
            }
            match here(&draft.id) {
                None => Change::New,
                Some(known) if known == *draft => Change::Same,
                Some(_) => Change::Changed,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::{Figures, Progress, Proof, Readiness, Work};
    use super::*;
    use calliope_rules::date;
    use proptest::prelude::*;

    fn preparation() -> impl Strategy<Value = (u8, [String; 3], usize, u32)> {
        (1..=40_u8, [".*", ".*", ".*"], 0..5_usize, 0..3_000_u32)
    }

    prop_compose! {
        /// Any draft that the app could have made.
        fn draft()(
            id in "[a-z0-9-]{1,20}",
            name in ".{1,200}",
            tags in ".*",
            times in any::<[u32; 2]>(),
            link in "[ -~]{0,300}",
            keys in prop::collection::btree_map("[a-z]{1,8}", ".*", 0..4),
            typed in ".*",
            noted in prop::collection::vec(preparation(), 0..6),
            gross in prop::option::of(any::<i64>()),
        ) -> Draft {
            let mut readiness = Readiness::default();
            for (number, [note, who, proof], progress, day) in noted {
                readiness.change(number, |one| {
                    one.progress = Progress::ALL[progress];
                    one.note = note;
                    one.who = who;
                    one.by = date::parse_iso("2026-01-01")
                        .map(|from| date::format_iso(from + chrono::Days::new(day.into())))
                        .unwrap_or_default();
                    one.evidence = vec![Proof { text: proof, ready: progress > 1 }];
                });
            }
            let name = super::super::draft::name(&name);
            Draft {
                id,
                name: if name.is_empty() { "-".to_owned() } else { name },
                tags: super::super::draft::tags(&tags),
                created: times[0].into(),
                changed: times[1].into(),
                revision: "1".to_owned(),
                work: Work { link, keys, typed, readiness },
                figures: Some(Figures {
                    rules: "2026.11".to_owned(),
                    half_days: [3, 2],
                    gross_cents: gross,
                    indicators: vec![1, 2],
                }),
            }
        }
    }

    proptest! {
        #[test]
        fn any_draft_survives_a_file(draft in draft()) {
            prop_assert_eq!(read(&write(&[&draft, &draft])), Ok(vec![Ok(draft.clone()), Ok(draft)]));
        }

        #[test]
        fn any_text_is_read_or_refused(text in ".*") {
            let _ = read(&text);
        }

        #[test]
        fn a_damaged_file_is_read_or_refused(draft in draft(), at in any::<prop::sample::Index>()) {
            let mut text: Vec<char> = write(&[&draft]).chars().collect();
            let at = at.index(text.len());
            text.remove(at);
            let _ = read(&text.into_iter().collect::<String>());
        }
    }

    #[test]
    fn a_file_says_why_it_is_refused() {
        for (text, refused) in [
            ("{\"calliope\":2,\"drafts\":{}}", "Newer"),
            (
                "",
                "Shape(\"EOF while parsing a value at line 1 column 0\")",
            ),
            (
                "{}",
                "Shape(\"missing field `calliope` at line 1 column 2\")",
            ),
            (
                "{\"calliope\":1}",
                "Shape(\"missing field `drafts` at line 1 column 14\")",
            ),
        ] {
            assert_eq!(format!("{:?}", read(text).unwrap_err()), refused, "{text}");
        }
    }

    #[test]
    fn one_bad_draft_does_not_take_the_others_with_it() {
        let good = Draft::read(include_str!("draft.json")).unwrap();
        let text = write(&[&good]).replace("[\n    {", "[\n    {\"id\": 1},\n    {");
        let read = read(&text).unwrap();
        assert_eq!(read.len(), 2);
        assert!(matches!(&read[0], Err(Wrong::Shape(_))));
        assert_eq!(read[1], Ok(good));
    }

    #[test]
    fn a_file_says_what_it_would_change() {
        let here = Draft::read(include_str!("draft.json")).unwrap();
        let mut other = here.clone();
        other.id = "other".to_owned();
        let mut changed = here.clone();
        changed.name = "Changed".to_owned();
        let find = |id: &str| (id == here.id).then_some(&here);
        assert_eq!(
            compare(&[&here, &other, &other, &changed], find),
            [
                Change::Same,
                Change::New,
                Change::Repeated,
                Change::Repeated
            ]
        );
        assert_eq!(compare(&[&changed], find), [Change::Changed]);
    }
}
