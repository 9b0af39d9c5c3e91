//! What a certifier's price list can say, and in which order its parts apply.

mod read;

pub use read::read;
pub(crate) use read::{STANDARD_VAT, tariff, words};

use crate::date::add_days;
use crate::days::HalfDays;
use crate::duration::Audit;
use crate::money::{BasisPoints, Cents};
use crate::profile::{Location, TurnoverBand};
use chrono::NaiveDate;

/// Words of a tariff in both languages; the engine never reads them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words {
    /// French.
    pub fr: String,
    /// English.
    pub en: String,
}

/// A price list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tariff {
    /// The name used in links and by `--tariff`.
    pub id: String,
    /// The name shown.
    pub label: Words,
    /// Where a real certifier's list was read; none for an illustrative one.
    pub published: Option<Publication>,
    /// The first contract date it is in force.
    pub valid_from: NaiveDate,
    /// The last contract date, if it ends.
    pub valid_to: Option<NaiveDate>,
    /// What the seller wants said beside every amount.
    pub disclaimer: Option<Words>,
    /// How audits are priced.
    pub pricing: Pricing,
    /// The least audit time billed.
    pub minimum: HalfDays,
    /// Billed time is rounded up to a multiple of this.
    pub step: HalfDays,
    /// Fees.
    pub fees: Vec<Fee>,
    /// Travel where no zone says otherwise.
    pub travel: Travel,
    /// Travel by zone.
    pub travel_zones: Vec<(Location, Travel)>,
    /// Rates raised by zone; fees are not.
    pub zone_uplifts: Vec<(Location, BasisPoints)>,
    /// Supplements and rebates that a circumstance brings.
    pub supplements: Vec<Supplement>,
    /// Services sold on request, shown and not summed unless asked for.
    pub services: Vec<Offer>,
    /// What may have to be paid, shown and never summed.
    pub contingent: Vec<Offer>,
    /// Discounts.
    pub discounts: Vec<Discount>,
    /// How several discounts go together.
    pub stacking: Stacking,
    /// VAT.
    pub vat: Vat,
    /// In how many payments the total may be paid.
    pub instalment_counts: Vec<u8>,
    /// What paying in several instalments costs, incl. VAT.
    pub instalment_fee: Cents,
    /// How long a quote holds, in days.
    pub quote_validity_days: u32,
    /// Raised each year between the audits of one cycle.
    pub yearly_revision: BasisPoints,
}

/// Where and when a real certifier's list was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publication {
    /// The certifier.
    pub certifier: String,
    /// The address of the list.
    pub url: String,
    /// When it was read.
    pub read_on: NaiveDate,
}

/// How audits are priced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pricing {
    /// By audit time, at a rate per audit type.
    Time(TimeRates),
    /// A flat price per cycle.
    Flat(FlatPrices),
}

/// The audit types a list prices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Priced {
    /// An audit of the cycle.
    Audit(Audit),
    /// The file review of a transfer.
    Transfer,
    /// An audit that verifies corrections.
    Complementary,
    /// A rehearsal before the initial audit.
    White,
}

impl Priced {
    /// Every type, in the order of [`TimeRates`].
    pub const ALL: [Self; 7] = [
        Self::Audit(Audit::Initial),
        Self::Audit(Audit::Surveillance),
        Self::Audit(Audit::Renewal),
        Self::Audit(Audit::Extension),
        Self::Transfer,
        Self::Complementary,
        Self::White,
    ];

    /// The key in a price list.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Audit(audit) => audit.id(),
            Self::Transfer => "transfer",
            Self::Complementary => "complementary",
            Self::White => "white",
        }
    }
}

/// A rate for each audit type, or none where it is on quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeRates(pub(crate) [Option<Rate>; 7]);

impl TimeRates {
    /// The rate of an audit type; none means on quotation.
    #[must_use]
    pub fn of(&self, priced: Priced) -> Option<Rate> {
        Priced::ALL
            .iter()
            .position(|kind| *kind == priced)
            .and_then(|index| self.0[index])
    }
}

/// What a day and a half-day cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// A whole day.
    pub day: Cents,
    /// A remaining half-day.
    pub half_day: Cents,
}

impl Rate {
    /// Both amounts raised by a rate, each rounded to the cent.
    #[must_use]
    pub fn raised(self, uplift: BasisPoints) -> Self {
        let raised = |amount: Cents| amount + amount.share(uplift);
        Self {
            day: raised(self.day),
            half_day: raised(self.half_day),
        }
    }
}

/// Flat prices per cycle, by turnover band, with supplements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlatPrices {
    pub(crate) bands: [Cents; 3],
    /// For each category beyond the first.
    pub per_extra_category: Cents,
    /// Once, for a new entrant.
    pub new_entrant: Cents,
    /// For each site besides the central function.
    pub per_extra_site: Cents,
}

impl FlatPrices {
    /// The flat price of a band.
    #[must_use]
    pub const fn of(&self, band: TurnoverBand) -> Cents {
        self.bands[band.index()]
    }
}

/// What a fee is charged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Per {
    /// Once per certification cycle.
    Cycle,
    /// For every audit of the cycle.
    Audit,
    /// For every year of validity.
    Year,
}

/// A fee: file, report, decision, annual.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// The name of the line.
    pub id: String,
    /// The name shown.
    pub label: Words,
    /// What it is charged for.
    pub per: Per,
    /// Excl. VAT.
    pub amount: Cents,
    /// Its own VAT rate.
    pub vat: Option<BasisPoints>,
}

/// Travel of the auditor; a remote audit has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Travel {
    /// In the price.
    Included,
    /// Flat, for each audit held on site.
    Flat(Cents),
    /// At cost: not priced, which is not 0.
    AtCost,
}

/// A circumstance known from the profile or from what is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Circumstance {
    /// The audit falls on a Saturday or a Sunday.
    WeekEnd,
    /// The audit is held in a foreign language.
    ForeignLanguage,
    /// Fewer days than this from contract to audit.
    LeadTimeUnder(u32),
    /// At least this many days from contract to audit.
    LeadTimeAtLeast(u32),
}

/// A supplement, or a rebate when negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supplement {
    /// The name of the line.
    pub id: String,
    /// The name shown.
    pub label: Words,
    /// When it applies.
    pub when: Circumstance,
    /// Excl. VAT; negative for a rebate.
    pub amount: Cents,
}

/// The price of something shown beside the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Price {
    /// A fixed amount excl. VAT.
    Fixed(Cents),
    /// An amount excl. VAT for each hour.
    PerHour(Cents),
    /// Audit time at the rate of an audit type.
    Time(HalfDays),
    /// A part of what was ordered.
    Share(BasisPoints),
    /// Not priced, which is not 0.
    NotPriced,
}

/// A service on request, or a contingent item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The name of the line.
    pub id: String,
    /// The name shown.
    pub label: Words,
    /// Its price.
    pub price: Price,
    /// For a cancellation: fewer days of notice than this.
    pub notice_days: Option<u32>,
}

/// What a discount is given for.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum DiscountFor {
    /// An independent trainer.
    Independent,
    /// A subcontractor.
    Subcontractor,
    /// A partner's code.
    PartnerCode(String),
    /// Two categories or more.
    SeveralCategories,
    /// A renewal.
    Renewal,
    /// A certificate transferred from another certifier.
    TransferIn,
}

/// How much a discount takes off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reduction {
    /// A part of the target.
    Share(BasisPoints),
    /// An amount excl. VAT.
    Amount(Cents),
}

/// What a discount is taken off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// The whole net total.
    Cycle,
    /// One audit.
    Audit(Audit),
    /// The net total without fees.
    ExcludingFees,
}

/// A discount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discount {
    /// The name of the line.
    pub id: String,
    /// The name shown.
    pub label: Words,
    /// What it is given for.
    pub when: DiscountFor,
    /// How much.
    pub reduction: Reduction,
    /// Off what.
    pub target: Target,
    /// The most it can take off.
    pub cap: Option<Cents>,
    /// The net total it cannot go below.
    pub floor: Option<Cents>,
    /// The contract dates it is valid for.
    pub valid: (Option<NaiveDate>, Option<NaiveDate>),
}

/// How several discounts go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Stacking {
    /// Only the one that takes the most off.
    #[default]
    BestOf,
    /// All, each off the full price.
    Cumulative,
    /// All, each off what the ones before left.
    Ordered,
}

/// Why a seller charges no VAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoVat {
    /// Franchise en base: CGI art. 293 B.
    Article293B,
    /// The buyer declares it: reverse charge.
    ReverseCharge,
}

/// VAT of a price list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vat {
    /// The rate.
    pub rate: BasisPoints,
    /// Rates by location of the audits.
    pub by_location: Vec<(Location, BasisPoints)>,
    /// Why there is none.
    pub none_because: Option<NoVat>,
}

impl Tariff {
    /// Whether the list is in force for a contract signed on `date`.
    #[must_use]
    pub fn in_force(&self, date: NaiveDate) -> bool {
        self.valid_from <= date && self.valid_to.is_none_or(|to| date <= to)
    }

    /// The last day that a quote made on `date` holds.
    #[must_use]
    pub fn quote_valid_until(&self, date: NaiveDate) -> NaiveDate {
        add_days(date, i64::from(self.quote_validity_days))
    }

    /// The list in force for a contract signed on `date`: the latest to have started.
    #[must_use]
    pub fn choose(tariffs: &[Self], date: NaiveDate) -> Option<&Self> {
        tariffs
            .iter()
            .filter(|tariff| tariff.in_force(date))
            .max_by_key(|tariff| tariff.valid_from)
    }

    /// Travel for audits held at `location`.
    #[must_use]
    pub fn travel_to(&self, location: Location) -> Travel {
        of_location(&self.travel_zones, location).unwrap_or(self.travel)
    }

    /// What the rates are raised by for audits held at `location`.
    #[must_use]
    pub fn uplift(&self, location: Location) -> BasisPoints {
        of_location(&self.zone_uplifts, location).unwrap_or_default()
    }

    /// The VAT rate for audits held at `location`.
    #[must_use]
    pub fn vat_rate(&self, location: Location) -> BasisPoints {
        match self.vat.none_because {
            Some(_) => BasisPoints::new(0),
            None => of_location(&self.vat.by_location, location).unwrap_or(self.vat.rate),
        }
    }
}

fn of_location<T: Copy>(rows: &[(Location, T)], location: Location) -> Option<T> {
    rows.iter()
        .find(|(zone, _)| *zone == location)
        .map(|(_, value)| *value)
}

/// The fictional price lists of `data/tariffs/`, by id: `T1` to `T8`. `T1` is what the site shows
/// until a certifier's settings replace it.
pub const FIXTURES: [(&str, &str); 8] = [
    ("T1", include_str!("../../data/tariffs/T1.json")),
    ("T2", include_str!("../../data/tariffs/T2.json")),
    ("T3", include_str!("../../data/tariffs/T3.json")),
    ("T4", include_str!("../../data/tariffs/T4.json")),
    ("T5", include_str!("../../data/tariffs/T5.json")),
    ("T6", include_str!("../../data/tariffs/T6.json")),
    ("T7", include_str!("../../data/tariffs/T7.json")),
    ("T8", include_str!("../../data/tariffs/T8.json")),
];

/// The text of the built-in illustrative price list.
pub const ILLUSTRATIVE: &str = include_str!(concat!(env!("OUT_DIR"), "/illustrative.json"));
