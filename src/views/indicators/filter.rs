//! Which indicators are shown: by state, by mark, by a word typed without accents. The filter is in the address.

use crate::state::{State, key};
use crate::text::{Words, fold};
use calliope_rules::indicators::Indicator;
use std::sync::OnceLock;

/// The words of the states, in the order they are offered; none for all.
pub const APPLIES: [&str; 4] = ["", "oui", "confirmer", "non"];

/// What an indicator can bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Judged on formalisation only at the initial audit.
    NewEntrant,
    /// Applies, and can only give a major non-conformity.
    MajorOnly,
    /// Reviewed at every surveillance.
    Surveillance,
    /// Changed by the framework of the audit.
    Changed,
}

impl Mark {
    /// Every mark.
    pub const ALL: [Self; 4] = [
        Self::NewEntrant,
        Self::MajorOnly,
        Self::Surveillance,
        Self::Changed,
    ];

    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NewEntrant => "ne",
            Self::MajorOnly => "maj",
            Self::Surveillance => "surv",
            Self::Changed => "chg",
        }
    }

    fn on(self, indicator: &Indicator) -> bool {
        match self {
            Self::NewEntrant => indicator.new_entrant,
            Self::MajorOnly => indicator.verdict.is_yes() && indicator.is_major_only(),
            Self::Surveillance => indicator.surveillance,
            Self::Changed => indicator.change.is_some(),
        }
    }
}

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// One criterion.
    criterion: Option<u8>,
    /// The verdict of one state, as the contract writes it.
    applies: Option<&'static str>,
    /// Every one of these marks is needed.
    marks: Vec<Mark>,
    /// Words, folded; every one is needed.
    words: Vec<String>,
}

impl Filter {
    /// The filter that the address asks for.
    pub fn of(state: State) -> Self {
        Self {
            criterion: state
                .key(key::CRITERION)
                .parse()
                .ok()
                .filter(|criterion| (1..=7).contains(criterion)),
            applies: match state.key(key::APPLIES).as_str() {
                "oui" => Some("yes"),
                "confirmer" => Some("confirm"),
                "non" => Some("no"),
                _ => None,
            },
            marks: Mark::ALL
                .into_iter()
                .filter(|mark| state.key_holds(key::MARKS, mark.word()))
                .collect(),
            words: fold(&state.key(key::SEARCH))
                .split_whitespace()
                .map(ToOwned::to_owned)
                .collect(),
        }
    }

    /// The numbers of the indicators that are shown.
    pub fn shown(&self, texts: &Texts, indicators: &[Indicator]) -> Vec<u8> {
        let shown = indicators
            .iter()
            .filter(|indicator| self.shows(texts, indicator));
        shown.map(|indicator| indicator.number).collect()
    }

    fn shows(&self, texts: &Texts, indicator: &Indicator) -> bool {
        self.criterion
            .is_none_or(|criterion| criterion == indicator.definition.criterion)
            && self
                .applies
                .is_none_or(|applies| applies == indicator.verdict.id())
            && self.marks.iter().all(|mark| mark.on(indicator))
            && (self.words.is_empty() || self.finds(texts, indicator.number))
    }

    fn finds(&self, texts: &Texts, number: u8) -> bool {
        let text = texts.of(number);
        self.words
            .iter()
            .all(|word| *word == number.to_string() || text.contains(word.as_str()))
    }
}

/// What is said of each indicator, folded once, at the first search.
pub struct Texts {
    words: Words,
    folded: OnceLock<Vec<String>>,
}

impl Texts {
    /// In a language.
    pub const fn new(words: Words) -> Self {
        Self {
            words,
            folded: OnceLock::new(),
        }
    }

    fn of(&self, number: u8) -> &str {
        let folded = self.folded.get_or_init(|| {
            let numbered = (1..).map_while(|number| self.words.indicator(number));
            numbered
                .map(|asked| {
                    fold(&[asked.title, asked.evidence, asked.note, asked.change].join(" "))
                })
                .collect()
        });
        let place = usize::from(number).checked_sub(1);
        let text = place.and_then(|place| folded.get(place));
        text.map_or("", String::as_str)
    }
}
