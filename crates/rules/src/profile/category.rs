//! The four categories of actions a provider can be certified for (Code du travail, art. L. 6313-1).

use std::fmt;

/// A category of actions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Actions de formation (L. 6313-1, 1°).
    Af,
    /// Bilans de compétences (2°).
    Bc,
    /// Validation des acquis de l'expérience (3°).
    Vae,
    /// Actions de formation par apprentissage (4°).
    Cfa,
}

impl Category {
    /// Every category, in the order of the law.
    pub const ALL: [Self; 4] = [Self::Af, Self::Bc, Self::Vae, Self::Cfa];

    /// The code used in data, links and the contract: `AF`, `BC`, `VAE`, `CFA`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Af => "AF",
            Self::Bc => "BC",
            Self::Vae => "VAE",
            Self::Cfa => "CFA",
        }
    }

    /// The category with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.code() == code)
    }

    pub(crate) const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// A set of categories.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Categories(u8);

impl Categories {
    /// No category.
    pub const NONE: Self = Self(0);
    /// All four.
    pub const ALL: Self = Self(0b1111);

    /// The set of one category.
    #[must_use]
    pub const fn only(category: Category) -> Self {
        Self(1 << category as u8)
    }

    /// Whether the set holds `category`.
    #[must_use]
    pub const fn contains(self, category: Category) -> bool {
        self.0 & Self::only(category).0 != 0
    }

    /// The set with `category` added or removed.
    #[must_use]
    pub const fn with(self, category: Category, present: bool) -> Self {
        if present {
            Self(self.0 | Self::only(category).0)
        } else {
            Self(self.0 & !Self::only(category).0)
        }
    }

    /// What both sets hold.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What this set holds and the other does not.
    #[must_use]
    pub const fn except(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many categories the set holds.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The categories, in the order of the law.
    pub fn iter(self) -> impl Iterator<Item = Category> {
        Category::ALL
            .into_iter()
            .filter(move |category| self.contains(*category))
    }
}

impl FromIterator<Category> for Categories {
    fn from_iter<I: IntoIterator<Item = Category>>(categories: I) -> Self {
        categories
            .into_iter()
            .fold(Self::NONE, |set, category| set.with(category, true))
    }
}
