//! How long each audit lasts (ARR art. 4 and 6): base, categories, sites, new entrant.

use crate::days::{DayRange, HalfDays};
use crate::explain::{Basis, Confidence, Trace, What};
use crate::profile::{Categories, Category, Profile, TurnoverBand};
use crate::sources::Source;
use crate::tables::Dated;
use chrono::NaiveDate;

/// The audits of a certification cycle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Audit {
    /// The first audit, on site.
    Initial,
    /// The audit between the 14th and the 22nd month, usually remote.
    Surveillance,
    /// The audit that opens the next cycle, on site.
    Renewal,
    /// The audit of categories or sites added to a certificate.
    Extension,
}

impl Audit {
    /// Every audit, in the order of the cycle.
    pub const ALL: [Self; 4] = [
        Self::Initial,
        Self::Surveillance,
        Self::Renewal,
        Self::Extension,
    ];

    /// The name used in data and in the contract.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Surveillance => "surveillance",
            Self::Renewal => "renewal",
            Self::Extension => "extension",
        }
    }

    /// Whether the audit is held on site by default (ARR art. 1 and 2).
    #[must_use]
    pub const fn on_site(self) -> bool {
        !matches!(self, Self::Surveillance)
    }
}

/// A grid of the tables: the renewal and the extension read the initial one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grid {
    /// Initial audit, renewal, extension.
    Initial,
    /// Surveillance audit.
    Surveillance,
}

/// A component of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// What every audit of the band lasts.
    Base,
    /// What a certified category adds.
    Category(Category),
}

impl Part {
    /// Every component.
    pub const ALL: [Self; 5] = [
        Self::Base,
        Self::Category(Category::Af),
        Self::Category(Category::Bc),
        Self::Category(Category::Vae),
        Self::Category(Category::Cfa),
    ];

    const fn index(self) -> usize {
        match self {
            Self::Base => 0,
            Self::Category(category) => 1 + category.index(),
        }
    }
}

/// How many sites are sampled, and what each adds (ARR art. 6 and 4).
#[derive(Debug)]
pub struct SiteRule {
    per_sampled_site: HalfDays,
    /// The share of √N that is sampled.
    numerator: u64,
    denominator: u64,
}

impl SiteRule {
    /// Sites sampled among `sites`: the integer nearest to `numerator / denominator × √sites`,
    /// in integers. The product never falls on exactly one half.
    #[must_use]
    pub fn sampled(&self, sites: u32) -> u32 {
        // k is the nearest integer when (k − ½) < a/b·√N, that is b²·(2k − 1)² < 4·a²·N.
        let bound = 4 * self.numerator * self.numerator * u64::from(sites);
        let root = (bound.saturating_sub(1) / (self.denominator * self.denominator)).isqrt();
        if bound == 0 {
            0
        } else {
            u32::try_from(root.div_ceil(2))
                .unwrap_or(u32::MAX)
                .min(sites)
        }
    }

    /// What each sampled site adds.
    #[must_use]
    pub const fn per_sampled_site(&self) -> HalfDays {
        self.per_sampled_site
    }
}

/// The cases of an extension audit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ExtensionCase {
    OneCategory,
    SeveralCategories,
    SitesOfAMultiSiteBody,
    SitesOfASingleSiteBody,
    CategoriesAndSites,
}

/// Cells of the surveillance grid that a seller has confirmed or corrected with a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConfirmedDurations {
    cells: [[Option<HalfDays>; 5]; 3],
}

impl ConfirmedDurations {
    /// Nothing confirmed: the estimates of the tables stay.
    pub const NONE: Self = Self {
        cells: [[None; 5]; 3],
    };

    /// Confirms one cell.
    pub fn confirm(&mut self, band: TurnoverBand, part: Part, days: HalfDays) {
        self.cells[band.index()][part.index()] = Some(days);
    }

    fn get(&self, grid: Grid, band: TurnoverBand, part: Part) -> Option<HalfDays> {
        match grid {
            Grid::Surveillance => self.cells[band.index()][part.index()],
            Grid::Initial => None,
        }
    }
}

/// The duration of one audit and how it was reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duration {
    /// The steps; their sum is the duration.
    pub trace: Trace,
    /// Sites audited besides the central function.
    pub sampled_sites: u32,
}

impl Duration {
    /// The duration to budget: the high bound where the rule is an estimate.
    #[must_use]
    pub fn days(&self) -> HalfDays {
        self.range().high
    }

    /// The bounds; equal where the rule is established.
    #[must_use]
    pub fn range(&self) -> DayRange {
        self.trace.total_days()
    }
}

/// The durations of a profile's audits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Durations {
    /// Initial audit.
    pub initial: Duration,
    /// Surveillance audit, for the turnover expected by then.
    pub surveillance: Duration,
    /// Renewal audit.
    pub renewal: Duration,
    /// Extension audit, if one is asked for.
    pub extension: Option<Duration>,
}

impl Durations {
    /// The duration of an audit; an extension exists only when asked for.
    #[must_use]
    pub const fn of(&self, audit: Audit) -> Option<&Duration> {
        match audit {
            Audit::Initial => Some(&self.initial),
            Audit::Surveillance => Some(&self.surveillance),
            Audit::Renewal => Some(&self.renewal),
            Audit::Extension => self.extension.as_ref(),
        }
    }
}

/// The durations of a profile whose initial audit is held on `audit_date`.
#[must_use]
pub fn durations(
    profile: &Profile,
    audit_date: NaiveDate,
    confirmed: &ConfirmedDurations,
) -> Durations {
    let rules = Rules {
        date: audit_date,
        confirmed,
    };
    let band = TurnoverBand::of(profile.turnover, audit_date);
    let later = profile.surveillance_turnover.unwrap_or(profile.turnover);

    let initial = rules.audit(Grid::Initial, band, profile.categories, profile.extra_sites);
    let mut surveillance = rules.audit(
        Grid::Surveillance,
        TurnoverBand::of(later, audit_date),
        profile.categories,
        profile.extra_sites,
    );
    if let (false, Some(row)) = (
        profile.new_entrant.is_empty(),
        table::NEW_ENTRANT.at(audit_date),
    ) {
        // That the half-day is counted once for several new categories is a reading, not a text.
        let confidence = if profile.new_entrant.len() > 1 {
            Confidence::D
        } else {
            row.basis.confidence
        };
        surveillance.trace.days(
            What::NewEntrant,
            DayRange::exactly(row.value),
            Basis {
                confidence,
                ..row.basis
            },
        );
    }
    let mut renewal = initial.clone();
    if let Some(row) = table::SAME_AS_INITIAL.at(audit_date) {
        renewal
            .trace
            .days(What::SameAsInitial, DayRange::default(), row.basis);
    }
    let extension = (!profile.extension.is_empty()).then(|| rules.extension(profile, band));
    Durations {
        initial,
        surveillance,
        renewal,
        extension,
    }
}

/// The rows in force at a date.
struct Rules<'a> {
    date: NaiveDate,
    confirmed: &'a ConfirmedDurations,
}

impl Rules<'_> {
    /// `base + Σ add(category) + sampled sites`.
    fn audit(
        &self,
        grid: Grid,
        band: TurnoverBand,
        categories: Categories,
        sites: u32,
    ) -> Duration {
        let mut trace = Trace::new();
        self.cell(&mut trace, grid, band, Part::Base);
        for category in categories.iter() {
            self.cell(&mut trace, grid, band, Part::Category(category));
        }
        let mut sampled = 0;
        if let (1.., Some(row)) = (sites, table::SITES[grid as usize].at(self.date)) {
            sampled = row.value.sampled(sites);
            let added = row.value.per_sampled_site.times(sampled);
            trace.days(
                What::SampledSites { sampled, of: sites },
                DayRange::exactly(added),
                row.basis,
            );
        }
        Duration {
            trace,
            sampled_sites: sampled,
        }
    }

    fn cell(&self, trace: &mut Trace, grid: Grid, band: TurnoverBand, part: Part) {
        let Some(row) = cell_rows(grid, band, part).at(self.date) else {
            return;
        };
        let what = match part {
            Part::Base => What::Base(band),
            Part::Category(category) => What::Category(category),
        };
        match self.confirmed.get(grid, band, part) {
            Some(days) => {
                let basis = Basis {
                    source: Source::Seller,
                    confidence: Confidence::A,
                    ..row.basis
                };
                trace.days(what, DayRange::exactly(days), basis);
            }
            None => trace.days(what, row.value, row.basis),
        }
    }

    fn extension(&self, profile: &Profile, band: TurnoverBand) -> Duration {
        let asked = profile.extension;
        let case = match (asked.categories.len(), asked.sites, profile.extra_sites) {
            (0, _, 0) => ExtensionCase::SitesOfASingleSiteBody,
            (0, _, _) => ExtensionCase::SitesOfAMultiSiteBody,
            (1, 0, _) => ExtensionCase::OneCategory,
            (_, 0, _) => ExtensionCase::SeveralCategories,
            _ => ExtensionCase::CategoriesAndSites,
        };
        let row = table::EXTENSION[case as usize].at(self.date);
        let mut duration = match case {
            ExtensionCase::SitesOfAMultiSiteBody => {
                let mut trace = Trace::new();
                if let Some(row) = row {
                    let added = DayRange::exactly(row.value.times(asked.sites));
                    trace.days(What::NewSites(asked.sites), added, row.basis);
                }
                return Duration {
                    trace,
                    sampled_sites: asked.sites,
                };
            }
            ExtensionCase::SitesOfASingleSiteBody => {
                self.audit(Grid::Initial, band, profile.categories, asked.sites)
            }
            _ => self.audit(
                Grid::Initial,
                band,
                asked.categories,
                profile.extra_sites + asked.sites,
            ),
        };
        if let Some(row) = row {
            duration
                .trace
                .days(What::Combined, DayRange::default(), row.basis);
        }
        duration
    }
}

/// The rows of one cell of a grid, for the table of rules.
#[must_use]
pub fn cell_rows(grid: Grid, band: TurnoverBand, part: Part) -> &'static Dated<DayRange> {
    &table::CELLS[grid as usize][band.index()][part.index()]
}

/// The rows on sampled sites, for the table of rules.
#[must_use]
pub fn site_rows(grid: Grid) -> &'static Dated<SiteRule> {
    &table::SITES[grid as usize]
}

mod table {
    use super::SiteRule;
    use crate::days::{DayRange, HalfDays};
    use crate::explain::{Basis, Confidence, RuleId};
    use crate::sources::{Source, documents};
    use crate::tables::{Dated, Row, day};
    include!(concat!(env!("OUT_DIR"), "/durations.rs"));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published table of sampled sites: the last N that gives 1, 2, 3… sites.
    #[test]
    fn sampled_sites_follow_the_published_table() {
        for (grid, last) in [
            (Grid::Initial, &[2, 6, 12, 20, 30, 42, 56][..]),
            (Grid::Surveillance, &[6, 17, 34, 56, 84]),
        ] {
            let rule = &site_rows(grid).0[0].value;
            assert_eq!(rule.sampled(0), 0);
            let mut first = 1;
            for (sampled, last) in (1..).zip(last) {
                for sites in first..=*last {
                    assert_eq!(rule.sampled(sites), sampled, "{grid:?}: {sites} sites");
                }
                first = last + 1;
            }
        }
    }

    #[test]
    fn sampling_agrees_with_the_definition_far_out() {
        for grid in [Grid::Initial, Grid::Surveillance] {
            let rule = &site_rows(grid).0[0].value;
            for sites in (1..Profile::MAX_SITES).step_by(37) {
                let k = u64::from(rule.sampled(sites));
                let (a, b, n) = (rule.numerator, rule.denominator, u64::from(sites));
                assert!(
                    k == 0 || b * b * (2 * k - 1).pow(2) < 4 * a * a * n,
                    "{sites}: {k} is too many"
                );
                assert!(
                    b * b * (2 * k + 1).pow(2) > 4 * a * a * n,
                    "{sites}: {k} is too few"
                );
            }
        }
    }
}
