//! What the views keep in the address besides the answers: filters, dates, what is held, what is asked for.

use super::View;
use crate::theme::{Colour, Scheme};
use calliope_rules::date;
use calliope_rules::profile::link::Ignored;
use calliope_rules::quote::Entry;
use chrono::NaiveDate;

/// The names of the keys. Links carry them: they never change.
pub mod key {
    /// The accent of an embed, `1f6f54`.
    pub const ACCENT: &str = "accent";
    /// The scheme of an embed: `light`, `dark`.
    pub const SCHEME: &str = "theme";
    /// The price list, by its id.
    pub const TARIFF: &str = "tarif";
    /// How one comes to the certifier: `renouvellement`, `transfert`.
    pub const ENTRY: &str = "voie";
    /// Services asked for, by id.
    pub const OPTIONS: &str = "options";
    /// One criterion, 1 to 7.
    pub const CRITERION: &str = "critere";
    /// `oui`, `non`, `confirmer`.
    pub const APPLIES: &str = "etat";
    /// Marks: `ne`, `maj`, `surv`, `chg`.
    pub const MARKS: &str = "marques";
    /// Words looked for among the indicators.
    pub const SEARCH: &str = "q";
    /// The audit date compared with.
    pub const COMPARED: &str = "face";
    /// `grille` rather than the list.
    pub const LAYOUT: &str = "forme";
    /// No public or pooled funds are wanted.
    pub const NO_FUNDS: &str = "sansfonds";
    /// The declaration of activity: `demande`, `numero`.
    pub const DECLARATION: &str = "declaration";
    /// The day the declaration was asked for.
    pub const REQUESTED: &str = "demandee";
    /// The categories in which a service was carried out.
    pub const SERVED: &str = "realise";
    /// The sworn statement can be signed.
    pub const SWORN: &str = "honneur";
    /// The last refusal or withdrawal.
    pub const REFUSED: &str = "refus";
    /// Established in the EEA.
    pub const EEA: &str = "eee";
    /// Acts in France now and then.
    pub const OCCASIONAL: &str = "occasionnel";
    /// Has a SIREN.
    pub const SIREN: &str = "siren";
    /// Has a representative in France.
    pub const REPRESENTATIVE: &str = "representant";
    /// The contract of a subcontractor on CPF actions.
    pub const CPF: &str = "cpf";
    /// Micro-social regime.
    pub const MICRO: &str = "micro";
    /// The way in of a holder: `extension`, `transfert`, …
    pub const HELD: &str = "titulaire";
    /// The day the way in counts from.
    pub const HELD_ON: &str = "le";
    /// A natural person declares.
    pub const PERSON: &str = "personne";
    /// `cfa`, or `cfa-entreprise`.
    pub const APPRENTICESHIP: &str = "apprentissage";
    /// Declared by a representative in France.
    pub const FOREIGN: &str = "etranger";
    /// The first convention or contract.
    pub const FIRST_CONTRACT: &str = "premier";
    /// The day the file is sent.
    pub const FILED: &str = "depot";
    /// The day a contract was asked for.
    pub const ASKED: &str = "demande";
    /// The documents that are ready.
    pub const READY: &str = "pieces";
    /// The date of the proof of SIREN.
    pub const SIREN_PROOF: &str = "datesiren";
    /// The date of the criminal record.
    pub const RECORD: &str = "datecasier";
    /// The date of the first contract as a document.
    pub const CONTRACT: &str = "datecontrat";
    /// The declaration number as typed.
    pub const NUMBER: &str = "numero";
    /// The region whose préfet is named.
    pub const REGION: &str = "region";
    /// The document that the mention goes on.
    pub const SUPPORT: &str = "support";
    /// `suite`: a later audit than the initial one.
    pub const STAGE: &str = "audits";
    /// The sheets of non-conformities.
    pub const SHEETS: &str = "fiches";
    /// The next audit.
    pub const NEXT_AUDIT: &str = "suivant";
    /// The day looked at.
    pub const AT: &str = "au";
    /// The criterion that is prepared, 1 to 7.
    pub const PREPARED: &str = "volet";
    /// What is left to do: `faire`, `constats`, `retard`.
    pub const TO_DO: &str = "quoi";
    /// The profiles compared with that of the quote.
    pub const SCENARIOS: [&str; 3] = ["b", "c", "d"];
    /// Words looked for among the drafts.
    pub const DRAFT_SEARCH: &str = "client";
    /// The order of the drafts.
    pub const SORT: &str = "tri";
    /// One tag of the drafts.
    pub const TAG: &str = "etiquette";
    /// One table of the rules.
    pub const TABLE: &str = "table";
    /// Words looked for among the rules.
    pub const RULE_SEARCH: &str = "mot";
    /// The view that a partner shows.
    pub const SHOWN: &str = "vue";
    /// The language of what a partner shows.
    pub const SHOWN_LANG: &str = "langue";
    /// The accent of what a partner shows.
    pub const SHOWN_ACCENT: &str = "couleur";
    /// The scheme of what a partner shows.
    pub const SHOWN_SCHEME: &str = "fond";
    /// The answers of the quote go with it.
    pub const WITH_PROFILE: &str = "profil";
    /// The name of a partner.
    pub const PARTNER: &str = "partenaire";
    /// The height of the frame, in pixels.
    pub const HEIGHT: &str = "hauteur";
}

/// The longest value kept, in bytes: a sheet for each indicator takes less.
const MAX_BYTES: usize = 1_500;

/// Stands between the pairs of a note: nobody types it.
const SEPARATOR: char = '\u{1f}';

/// The keys that are set, with their values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys(Vec<(&'static str, String)>);

impl Keys {
    /// The value of a key; empty when it is not set.
    #[must_use]
    pub fn get(&self, key: &str) -> &str {
        self.0
            .iter()
            .find(|(other, _)| *other == key)
            .map_or("", |(_, value)| value)
    }

    /// The date that a key holds.
    #[must_use]
    pub fn date(&self, key: &str) -> Option<NaiveDate> {
        date::parse_iso(self.get(key))
    }

    /// How one comes to the certifier; a word nobody knows is a first certificate.
    #[must_use]
    pub fn entry(&self) -> Entry {
        match self.get(key::ENTRY) {
            "renouvellement" => Entry::Renewal,
            "transfert" => Entry::TransferIn,
            _ => Entry::First,
        }
    }

    /// Whether a key that is only there or not is there.
    #[must_use]
    pub fn is_on(&self, key: &str) -> bool {
        self.get(key) == "1"
    }

    /// The words of the list that a key holds.
    pub fn list(&self, key: &str) -> impl Iterator<Item = &str> {
        self.get(key).split('.').filter(|word| !word.is_empty())
    }

    /// Whether the list that a key holds names `word`.
    #[must_use]
    pub fn holds(&self, key: &str, word: &str) -> bool {
        self.list(key).any(|other| other == word)
    }

    /// Changes the value of a key; empty takes it away.
    pub fn set(&mut self, key: &'static str, value: &str) {
        self.0.retain(|(other, _)| *other != key);
        if !value.is_empty() {
            self.0.push((key, value.to_owned()));
        }
    }

    /// Puts a word in the list of a key, or takes it out.
    pub fn put(&mut self, key: &'static str, word: &str, present: bool) {
        let mut words: Vec<&str> = self.list(key).filter(|other| *other != word).collect();
        if present {
            words.push(word);
        }
        let value = words.join(".");
        self.set(key, &value);
    }

    /// The keys of a view that are set, in its order.
    #[must_use]
    pub fn of(&self, view: View) -> Vec<(String, String)> {
        view.keys()
            .into_iter()
            .map(|key| (key.to_owned(), self.get(key).to_owned()))
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// What the keys say of the client, without what only filters a view.
    pub fn of_client(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.0
            .iter()
            .filter(|(key, _)| View::says_of_client(key))
            .map(|(key, value)| (*key, value.as_str()))
    }

    /// The same, of the keys of one view, and the price list.
    #[must_use]
    pub fn of_client_in(&self, view: View) -> Vec<(String, String)> {
        let mut keys = self.of(view);
        keys.retain(|(key, _)| View::says_of_client(key));
        keys.push((key::TARIFF.to_owned(), self.get(key::TARIFF).to_owned()));
        keys
    }

    /// Takes away every key but those of a view, and the price list.
    pub fn keep(&mut self, view: View) {
        let kept = view.keys();
        self.0
            .retain(|(key, _)| *key == key::TARIFF || kept.contains(key));
    }

    /// Takes what [`Keys::of_client`] gave; a key that no view knows is left out.
    pub fn take_client<'a>(&mut self, given: impl Iterator<Item = (&'a str, &'a str)>) {
        self.0.retain(|(key, _)| !View::says_of_client(key));
        for (name, value) in given {
            let known = View::all_keys().into_iter().find(|key| *key == name);
            if let Some(key) =
                known.filter(|key| View::says_of_client(key) && value.len() <= MAX_BYTES)
            {
                self.set(key, value);
            }
        }
    }

    /// Every key that is set, in one line; [`Keys::recall`] reads it back.
    #[must_use]
    pub fn note(&self) -> String {
        let pair = |(key, value): &(&str, String)| {
            [key, "=", &value.replace(['\n', SEPARATOR], " ")].concat()
        };
        self.0
            .iter()
            .map(pair)
            .collect::<Vec<_>>()
            .join(SEPARATOR.encode_utf8(&mut [0; 4]))
    }

    /// Takes back what [`Keys::note`] gave, but for the price list and the keys of `view`, which the address says.
    pub fn recall(&mut self, note: &str, view: View) {
        for pair in note.split(SEPARATOR) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let known = View::all_keys().into_iter().find(|key| *key == name);
            if let Some(key) = known.filter(|key| *key != key::TARIFF && !view.keys().contains(key))
            {
                self.set(key, value);
            }
        }
    }

    /// Takes the keys of a link to `view`, and says which were left out. Those of other views stay.
    pub fn take(&mut self, view: View, given: Vec<(String, String)>) -> Vec<Ignored> {
        for key in view.keys() {
            self.set(key, "");
        }
        let mut ignored = Vec::new();
        for (name, value) in given {
            match View::all_keys().into_iter().find(|key| *key == name) {
                Some(key) if is_possible(key, &value) => self.set(key, &value),
                _ => ignored.push(Ignored::BadValue { key: name, value }),
            }
        }
        ignored
    }
}

/// Whether a key may have this value.
fn is_possible(key: &str, value: &str) -> bool {
    match key {
        key::ACCENT => Colour::parse(value).is_some(),
        key::SCHEME => Scheme::ALL.into_iter().any(|scheme| scheme.id() == value),
        _ => !value.is_empty() && value.len() <= MAX_BYTES,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calliope_rules::profile::Answers;
    use calliope_rules::profile::link;

    #[test]
    fn a_link_brings_the_keys_of_its_view_and_leaves_the_others() {
        let mut keys = Keys::default();
        keys.set(key::NUMBER, "11 75 12345 75");
        keys.set(key::SEARCH, "veille");
        let given = vec![(key::APPLIES.to_owned(), "non".to_owned())];
        assert_eq!(keys.take(View::Indicators, given), []);
        assert_eq!(keys.get(key::SEARCH), "");
        assert_eq!(keys.get(key::APPLIES), "non");
        assert_eq!(keys.get(key::NUMBER), "11 75 12345 75");
        assert_eq!(keys.of(View::Nda).len(), 1);
    }

    #[test]
    fn links_of_every_release_bring_all_their_keys() {
        let links = include_str!("links.txt").lines();
        for written in links.filter(|line| line.starts_with("#/")) {
            let (link, ignored) = link::decode(written, &Answers::default(), &View::all_keys());
            assert_eq!(ignored, [], "{written}");
            let view = View::of(&link.view);
            assert_ne!(view, View::NotFound, "{written}");
            let given = link.view_keys.len();
            let mut keys = Keys::default();
            assert_eq!(keys.take(view, link.view_keys), [], "{written}");
            assert_eq!(
                keys.of(view).len(),
                given,
                "each is a key of its view: {written}"
            );
        }
    }

    #[test]
    fn a_note_brings_back_what_the_other_views_keep() {
        let mut keys = Keys::default();
        keys.set(key::NUMBER, "11 75 12345 75");
        keys.set(key::SEARCH, "a=b&c");
        let mut again = Keys::default();
        again.recall(&keys.note(), View::Nda);
        assert_eq!(again.get(key::SEARCH), "a=b&c");
        assert_eq!(again.get(key::NUMBER), "");
    }

    #[test]
    fn a_list_gains_and_loses_words() {
        let mut keys = Keys::default();
        keys.put(key::MARKS, "ne", true);
        keys.put(key::MARKS, "chg", true);
        keys.put(key::MARKS, "ne", true);
        assert_eq!(keys.get(key::MARKS), "chg.ne");
        keys.put(key::MARKS, "chg", false);
        keys.put(key::MARKS, "ne", false);
        assert_eq!(keys, Keys::default());
    }

    #[test]
    fn a_value_beyond_reason_is_left_out() {
        let mut keys = Keys::default();
        let given = vec![(key::SEARCH.to_owned(), "x".repeat(MAX_BYTES + 1))];
        assert_eq!(keys.take(View::Indicators, given).len(), 1);
        assert_eq!(keys.get(key::SEARCH), "");
    }
}
