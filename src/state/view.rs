//! The views and their addresses.

use super::key;

/// The views, by the word of their address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum View {
    /// `devis`
    Quote,
    /// `indicateurs`
    Indicators,
    /// `calendrier`
    Calendar,
    /// `eligibilite`
    Eligibility,
    /// `nda`
    Nda,
    /// `non-conformites`
    Findings,
    /// `preparation`
    Readiness,
    /// `comparer`
    Compare,
    /// `brouillons`
    Drafts,
    /// `regles`
    Rules,
    /// `integrer`
    Integrate,
    /// `dossier`: everything on paper.
    Dossier,
    /// `confidentialite`: what is kept, and where.
    Privacy,
    /// `accessibilite`: the statement.
    Accessibility,
    /// An address nobody knows.
    NotFound,
}

/// What is asked of the certifier.
const ASKED: [&str; 2] = [key::ENTRY, key::OPTIONS];

/// What the provider holds already.
const HELD: [&str; 9] = [
    key::DECLARATION,
    key::REQUESTED,
    key::SERVED,
    key::SWORN,
    key::REFUSED,
    key::EEA,
    key::OCCASIONAL,
    key::SIREN,
    key::REPRESENTATIVE,
];

/// What a host page asks of the look of an embed, in any view.
const LOOK: [&str; 2] = [key::ACCENT, key::SCHEME];

impl View {
    /// Every view, in the order of the menu.
    pub const ALL: [Self; 14] = [
        Self::Quote,
        Self::Indicators,
        Self::Calendar,
        Self::Eligibility,
        Self::Nda,
        Self::Findings,
        Self::Readiness,
        Self::Compare,
        Self::Drafts,
        Self::Rules,
        Self::Dossier,
        Self::Integrate,
        Self::Privacy,
        Self::Accessibility,
    ];

    /// Those that are about the site rather than about an audit: the foot of the page leads to them.
    pub const AT_THE_FOOT: [Self; 3] = [Self::Integrate, Self::Privacy, Self::Accessibility];

    /// The view of a word; none at all is the quote.
    #[must_use]
    pub fn of(word: &str) -> Self {
        if word.is_empty() {
            return Self::Quote;
        }
        Self::ALL
            .into_iter()
            .find(|view| view.word() == word)
            .unwrap_or(Self::NotFound)
    }

    /// The view that a fragment names.
    #[must_use]
    pub fn of_fragment(fragment: &str) -> Self {
        let route = fragment.trim_start_matches(['#', '/']);
        Self::of(route.split('?').next().unwrap_or_default())
    }

    /// The word of the view in addresses.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Quote | Self::NotFound => "devis",
            Self::Indicators => "indicateurs",
            Self::Calendar => "calendrier",
            Self::Eligibility => "eligibilite",
            Self::Nda => "nda",
            Self::Findings => "non-conformites",
            Self::Readiness => "preparation",
            Self::Compare => "comparer",
            Self::Drafts => "brouillons",
            Self::Rules => "regles",
            Self::Integrate => "integrer",
            Self::Dossier => "dossier",
            Self::Privacy => "confidentialite",
            Self::Accessibility => "accessibilite",
        }
    }

    /// The keys that the view keeps in its address, in the order they are written.
    #[must_use]
    pub fn keys(self) -> Vec<&'static str> {
        let mut keys = self.groups().concat();
        keys.extend(LOOK);
        keys
    }

    /// Whether a key says something of the client, rather than how a view shows things: drafts keep the first alone.
    #[must_use]
    pub fn says_of_client(key: &str) -> bool {
        let views = [
            Self::Indicators,
            Self::Readiness,
            Self::Drafts,
            Self::Rules,
            Self::Integrate,
        ];
        let shown = views.iter().flat_map(|view| view.groups());
        !LOOK.contains(&key) && !shown.into_iter().any(|group| group.contains(&key))
    }

    /// The same by groups, some of which several views share.
    const fn groups(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Calendar => &[&ASKED],
            Self::Quote | Self::Dossier => &[&ASKED, &HELD],
            Self::Indicators => &[&[
                key::CRITERION,
                key::APPLIES,
                key::MARKS,
                key::SEARCH,
                key::COMPARED,
                key::LAYOUT,
            ]],
            Self::Eligibility => &[
                &[key::NO_FUNDS],
                &HELD,
                &[key::CPF, key::MICRO, key::HELD, key::HELD_ON],
            ],
            Self::Nda => &[&[
                key::PERSON,
                key::MICRO,
                key::APPRENTICESHIP,
                key::FOREIGN,
                key::FIRST_CONTRACT,
                key::FILED,
                key::ASKED,
                key::READY,
                key::SIREN_PROOF,
                key::RECORD,
                key::CONTRACT,
                key::NUMBER,
                key::REGION,
                key::SUPPORT,
            ]],
            Self::Findings => &[&[key::STAGE, key::SHEETS, key::NEXT_AUDIT, key::AT]],
            Self::Readiness => &[&[key::PREPARED, key::TO_DO]],
            Self::Compare => &[&ASKED, &key::SCENARIOS],
            Self::Drafts => &[&[key::DRAFT_SEARCH, key::SORT, key::TAG]],
            Self::Rules => &[&[key::TABLE, key::RULE_SEARCH]],
            Self::Integrate => &[&[
                key::SHOWN,
                key::SHOWN_LANG,
                key::SHOWN_ACCENT,
                key::SHOWN_SCHEME,
                key::WITH_PROFILE,
                key::PARTNER,
                key::HEIGHT,
            ]],
            Self::Privacy | Self::Accessibility | Self::NotFound => &[],
        }
    }

    /// The keys of every view, and that of the price list, which every link may name.
    #[must_use]
    pub fn all_keys() -> Vec<&'static str> {
        let of_views = Self::ALL.into_iter().flat_map(Self::keys);
        of_views.chain([key::TARIFF]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_shows_says_nothing_of_the_client() {
        for key in [
            key::CRITERION,
            key::APPLIES,
            key::MARKS,
            key::SEARCH,
            key::COMPARED,
            key::LAYOUT,
            key::PREPARED,
            key::TO_DO,
            key::DRAFT_SEARCH,
            key::SORT,
            key::TAG,
            key::TABLE,
            key::RULE_SEARCH,
            key::ACCENT,
            key::SCHEME,
            key::PARTNER,
        ] {
            assert!(!View::says_of_client(key), "{key}");
        }
        for key in [key::TARIFF, key::ENTRY, key::NUMBER, key::SHEETS, "b"] {
            assert!(View::says_of_client(key), "{key}");
        }
    }

    #[test]
    fn an_address_names_its_view() {
        for view in View::ALL {
            assert_eq!(View::of(view.word()), view);
            assert_eq!(
                View::of_fragment(&["#/", view.word(), "?v=1"].concat()),
                view
            );
        }
        assert_eq!(View::of_fragment(""), View::Quote);
        assert_eq!(View::of_fragment("#/nowhere"), View::NotFound);
    }
}
