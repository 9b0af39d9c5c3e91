//! What a cycle costs: lines, discounts, VAT, instalments, and what is shown beside the total.

use crate::days::HalfDays;
use crate::duration::{Audit, Durations};
use crate::explain::{Basis, Confidence, RuleId, Trace, What};
use crate::money::{BasisPoints, Cents};
use crate::profile::{Profile, Status, TurnoverBand};
use crate::sources::{Source, documents};
use crate::tariff::{
    Circumstance, Discount, DiscountFor, FlatPrices, Offer, Per, Price, Priced, Pricing, Rate,
    Reduction, STANDARD_VAT, Stacking, Target, Tariff, TimeRates, Travel,
};
use chrono::{Datelike, NaiveDate, Weekday};

/// How the provider comes to the certifier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Entry {
    /// For a first certificate: the cycle opens with the initial audit.
    #[default]
    First,
    /// For the next cycle: it opens with the renewal audit.
    Renewal,
    /// With a certificate held elsewhere: the cycle goes on.
    TransferIn,
}

/// What is asked for on top of the profile.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wishes {
    /// How the provider comes.
    pub entry: Entry,
    /// Services to add, by id.
    pub services: Vec<String>,
    /// Audits held in a foreign language.
    pub foreign_language: bool,
    /// A partner's code.
    pub partner_code: Option<String>,
}

/// What a line is for; the numbers point into the lists of the tariff.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// The time of an audit.
    Audit(Audit),
    /// The flat price of the cycle.
    Flat,
    /// Flat supplement for categories beyond the first.
    ExtraCategories,
    /// Flat supplement for a new entrant.
    NewEntrant,
    /// Flat supplement for sites.
    ExtraSites,
    /// A fee of the tariff.
    Fee(usize),
    /// Travel to the audits on site.
    Travel,
    /// A supplement or a rebate of the tariff.
    Supplement(usize),
    /// The price of the surveillance, revised for the year in between.
    Revision,
    /// A service asked for.
    Service(usize),
    /// A discount of the tariff.
    Discount(usize),
}

impl Item {
    /// The name of the line in the contract: that of the tariff's own line where there is one.
    #[must_use]
    pub fn id(self, tariff: &Tariff) -> &str {
        match self {
            Self::Audit(audit) => audit.id(),
            Self::Flat => "flat",
            Self::ExtraCategories => "extra-categories",
            Self::NewEntrant => "new-entrant",
            Self::ExtraSites => "extra-sites",
            Self::Travel => "travel",
            Self::Revision => "revision",
            Self::Fee(index) => tariff.fees.get(index).map_or("", |line| &line.id),
            Self::Supplement(index) => tariff.supplements.get(index).map_or("", |line| &line.id),
            Self::Service(index) => tariff.services.get(index).map_or("", |line| &line.id),
            Self::Discount(index) => tariff.discounts.get(index).map_or("", |line| &line.id),
        }
    }
}

/// One line of a quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Line {
    /// What it is for.
    pub item: Item,
    /// How the amount was counted.
    pub what: What,
    /// Excl. VAT; negative for a discount.
    pub amount: Cents,
    /// The VAT rate of the line.
    pub vat: BasisPoints,
    /// The rule of the tariff and its source.
    pub basis: Basis,
}

/// The VAT of all the lines at one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct VatLine {
    /// The rate.
    pub rate: BasisPoints,
    /// The total excl. VAT it applies to.
    pub of: Cents,
    /// The VAT, rounded half up.
    pub amount: Cents,
}

/// Totals of a quote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Totals {
    /// Excl. VAT.
    pub net: Cents,
    /// VAT.
    pub vat: Cents,
    /// Incl. VAT: the real budget of a body that does not recover VAT.
    pub gross: Cents,
}

/// What stands between the total and a price for everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unpriced {
    /// The tariff prices this audit on quotation.
    Audit(Audit),
    /// Travel is charged at cost.
    Travel,
    /// A service asked for that the tariff does not price.
    Service(usize),
}

/// The amounts of one cycle: initial (or renewal) and surveillance audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// The lines; they add up to the net total.
    pub lines: Vec<Line>,
    /// VAT by rate.
    pub vat_lines: Vec<VatLine>,
    /// The totals, on the high bound of estimated durations.
    pub totals: Totals,
    /// The totals on the low bound; the same where every duration is established.
    pub low: Totals,
    estimate: bool,
    /// What is not priced, and therefore not in the totals.
    pub unpriced: Vec<Unpriced>,
    /// The payments, for each number of instalments that the tariff allows.
    pub instalments: Vec<Vec<Cents>>,
}

impl Unpriced {
    /// The name in the contract.
    #[must_use]
    pub fn id(self, tariff: &Tariff) -> &str {
        match self {
            Self::Audit(audit) => audit.id(),
            Self::Travel => "travel",
            Self::Service(index) => Item::Service(index).id(tariff),
        }
    }
}

impl Quote {
    /// Whether every audit has a price: without one there is no total to show.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        !self
            .unpriced
            .iter()
            .any(|item| matches!(item, Unpriced::Audit(_)))
    }

    /// Whether the totals rest on a duration that is not established, even where its bounds meet.
    #[must_use]
    pub const fn is_estimate(&self) -> bool {
        self.estimate
    }

    /// The total incl. VAT for each year that a certificate of `months` is valid, rounded half up.
    #[must_use]
    pub fn gross_per_year(&self, months: u32) -> Cents {
        let months = i64::from(months.max(1));
        Cents::new((self.totals.gross.get() * 24 + months) / (2 * months))
    }

    /// The lines as steps: they add up to the net total.
    #[must_use]
    pub fn net_trace(&self) -> Trace {
        let mut trace = Trace::new();
        for line in &self.lines {
            trace.amount(line.what, line.amount, line.basis);
        }
        trace
    }

    /// The VAT of each rate as steps: they add up to the VAT.
    #[must_use]
    pub fn vat_trace(&self, tariff: &Tariff) -> Trace {
        let mut trace = Trace::new();
        for line in &self.vat_lines {
            trace.amount(
                What::Rate {
                    rate: line.rate,
                    of: line.of,
                },
                line.amount,
                vat_basis(tariff, line.rate),
            );
        }
        trace
    }
}

/// Prices the cycle of a profile.
#[must_use]
pub fn quote(
    profile: &Profile,
    durations: &Durations,
    tariff: &Tariff,
    wishes: &Wishes,
    dates: Dates,
) -> Quote {
    let pricer = Pricer {
        profile,
        durations,
        tariff,
        wishes,
        dates,
    };
    let (lines, unpriced) = pricer.lines(Bound::High);
    let (vat_lines, totals) = totals(&lines);
    let by_time = matches!(tariff.pricing, Pricing::Time(_));
    let rests_on_time = |audit| {
        durations
            .of(audit)
            .is_some_and(|duration| !duration.trace.is_established())
    };
    let estimate = by_time && pricer.audits().any(rests_on_time);
    let low = if estimate {
        self::totals(&pricer.lines(Bound::Low).0).1
    } else {
        totals
    };
    let instalments = tariff
        .instalment_counts
        .iter()
        .map(|count| {
            let fee = if *count > 1 {
                tariff.instalment_fee
            } else {
                Cents::ZERO
            };
            (totals.gross + fee).split(*count)
        })
        .collect();
    Quote {
        lines,
        vat_lines,
        totals,
        low,
        estimate,
        unpriced,
        instalments,
    }
}

/// The dates that prices depend on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dates {
    /// The contract's.
    pub contract: NaiveDate,
    /// The initial audit's.
    pub audit: NaiveDate,
}

/// What a service or a contingent item costs a profile; none when it is not priced or depends on what happens.
#[must_use]
pub fn offer_price(
    offer: &Offer,
    tariff: &Tariff,
    profile: &Profile,
    priced: Priced,
) -> Option<Cents> {
    match offer.price {
        Price::Fixed(amount) => Some(amount),
        Price::Time(time) => match &tariff.pricing {
            Pricing::Time(rates) => rates
                .of(priced)
                .map(|rate| bill(rate.raised(tariff.uplift(profile.location)), time)),
            Pricing::Flat(_) => None,
        },
        Price::PerHour(_) | Price::Share(_) | Price::NotPriced => None,
    }
}

/// Which bound of an estimated duration is priced.
#[derive(Clone, Copy)]
enum Bound {
    Low,
    High,
}

struct Pricer<'a> {
    profile: &'a Profile,
    durations: &'a Durations,
    tariff: &'a Tariff,
    wishes: &'a Wishes,
    dates: Dates,
}

impl Pricer<'_> {
    /// The audit that opens the cycle.
    const fn opening(&self) -> Audit {
        match self.wishes.entry {
            Entry::First | Entry::TransferIn => Audit::Initial,
            Entry::Renewal => Audit::Renewal,
        }
    }

    /// The audits of the cycle that are billed.
    fn audits(&self) -> impl Iterator<Item = Audit> {
        // A transferred certificate keeps its cycle: only the surveillance is left to come.
        let opening = (self.wishes.entry != Entry::TransferIn).then(|| self.opening());
        opening.into_iter().chain([Audit::Surveillance])
    }

    fn lines(&self, bound: Bound) -> (Vec<Line>, Vec<Unpriced>) {
        let mut lines = Vec::with_capacity(8);
        let mut unpriced = Vec::new();
        match &self.tariff.pricing {
            Pricing::Time(rates) => self.time(rates, bound, &mut lines, &mut unpriced),
            Pricing::Flat(prices) => self.flat(prices, &mut lines),
        }
        self.revision(&mut lines);
        self.fees(&mut lines);
        self.travel(&mut lines, &mut unpriced);
        self.supplements(&mut lines);
        self.services(&mut lines, &mut unpriced);
        self.discounts(&mut lines);
        (lines, unpriced)
    }

    fn line(&self, item: Item, what: What, amount: Cents, rule: &'static str) -> Line {
        let vat = self.tariff.vat_rate(self.profile.location);
        Line {
            item,
            what,
            amount,
            vat,
            basis: basis(self.tariff, rule),
        }
    }

    /// Whole days at the day rate, a remaining half-day at the half-day rate.
    fn time(
        &self,
        rates: &TimeRates,
        bound: Bound,
        lines: &mut Vec<Line>,
        unpriced: &mut Vec<Unpriced>,
    ) {
        for audit in self.audits() {
            let Some(duration) = self.durations.of(audit) else {
                continue;
            };
            let Some(rate) = rates.of(Priced::Audit(audit)) else {
                unpriced.push(Unpriced::Audit(audit));
                continue;
            };
            let range = duration.range();
            let time = self.billed(match bound {
                Bound::Low => range.low,
                Bound::High => range.high,
            });
            let amount = bill(rate.raised(self.tariff.uplift(self.profile.location)), time);
            lines.push(self.line(Item::Audit(audit), What::Time(time), amount, "tariff.rate"));
        }
    }

    /// The time billed: at least the minimum, rounded up to the step.
    fn billed(&self, time: HalfDays) -> HalfDays {
        let step = self.tariff.step.get().max(1);
        HalfDays::new(time.max(self.tariff.minimum).get().next_multiple_of(step))
    }

    fn flat(&self, prices: &FlatPrices, lines: &mut Vec<Line>) {
        let band = TurnoverBand::of(self.profile.turnover, self.dates.audit);
        lines.push(self.line(
            Item::Flat,
            What::FlatPrice(band),
            prices.of(band),
            "tariff.flat",
        ));
        let mut add = |item, count: u32, each: Cents, rule| {
            if count > 0 && each != Cents::ZERO {
                lines.push(self.line(item, What::Times(count), each * count, rule));
            }
        };
        let categories = self.profile.categories.len() - 1;
        add(
            Item::ExtraCategories,
            categories,
            prices.per_extra_category,
            "tariff.flat.category",
        );
        let new_entrant = u32::from(!self.profile.new_entrant.is_empty());
        add(
            Item::NewEntrant,
            new_entrant,
            prices.new_entrant,
            "tariff.flat.new_entrant",
        );
        add(
            Item::ExtraSites,
            self.profile.extra_sites,
            prices.per_extra_site,
            "tariff.flat.site",
        );
    }

    /// The surveillance comes in the second year: its price is revised once.
    fn revision(&self, lines: &mut Vec<Line>) {
        let rate = self.tariff.yearly_revision;
        let surveillance = lines
            .iter()
            .find(|line| line.item == Item::Audit(Audit::Surveillance));
        if let (1.., Some(line)) = (rate.get(), surveillance) {
            let of = line.amount;
            lines.push(self.line(
                Item::Revision,
                What::Rate { rate, of },
                of.share(rate),
                "tariff.revision",
            ));
        }
    }

    fn fees(&self, lines: &mut Vec<Line>) {
        /// Years of validity of a certificate.
        const YEARS: u32 = 3;
        for (index, fee) in self.tariff.fees.iter().enumerate() {
            let count = match fee.per {
                Per::Cycle => 1,
                Per::Audit => u32::try_from(self.audits().count()).unwrap_or(u32::MAX),
                Per::Year => YEARS,
            };
            let mut line = self.line(
                Item::Fee(index),
                What::Times(count),
                fee.amount * count,
                "tariff.fee",
            );
            line.vat = match (self.tariff.vat.none_because, fee.vat) {
                (None, Some(rate)) => rate,
                _ => line.vat,
            };
            lines.push(line);
        }
    }

    fn travel(&self, lines: &mut Vec<Line>, unpriced: &mut Vec<Unpriced>) {
        let on_site =
            u32::try_from(self.audits().filter(|audit| audit.on_site()).count()).unwrap_or(0);
        match self.tariff.travel_to(self.profile.location) {
            _ if on_site == 0 => {}
            Travel::Included => {}
            Travel::Flat(amount) => {
                lines.push(self.line(
                    Item::Travel,
                    What::Times(on_site),
                    amount * on_site,
                    "tariff.travel",
                ));
            }
            Travel::AtCost => unpriced.push(Unpriced::Travel),
        }
    }

    fn supplements(&self, lines: &mut Vec<Line>) {
        let lead = self
            .dates
            .audit
            .signed_duration_since(self.dates.contract)
            .num_days();
        for (index, supplement) in self.tariff.supplements.iter().enumerate() {
            let applies = match supplement.when {
                Circumstance::WeekEnd => {
                    matches!(self.dates.audit.weekday(), Weekday::Sat | Weekday::Sun)
                }
                Circumstance::ForeignLanguage => self.wishes.foreign_language,
                Circumstance::LeadTimeUnder(days) => lead < i64::from(days),
                Circumstance::LeadTimeAtLeast(days) => lead >= i64::from(days),
            };
            if applies {
                // A rebate never makes the seller pay.
                let amount = supplement.amount.max(-net(lines));
                lines.push(self.line(
                    Item::Supplement(index),
                    What::Times(1),
                    amount,
                    "tariff.supplement",
                ));
            }
        }
    }

    fn services(&self, lines: &mut Vec<Line>, unpriced: &mut Vec<Unpriced>) {
        for (index, service) in self.tariff.services.iter().enumerate() {
            if !self.wishes.services.contains(&service.id) {
                continue;
            }
            match offer_price(service, self.tariff, self.profile, Priced::White) {
                Some(amount) => {
                    lines.push(self.line(
                        Item::Service(index),
                        What::Times(1),
                        amount,
                        "tariff.service",
                    ));
                }
                None => unpriced.push(Unpriced::Service(index)),
            }
        }
    }

    fn discounts(&self, lines: &mut Vec<Line>) {
        let full = lines.clone();
        let given = self
            .tariff
            .discounts
            .iter()
            .enumerate()
            .filter(|(_, discount)| self.entitled(discount));
        match self.tariff.stacking {
            Stacking::BestOf => {
                let best = given
                    .map(|(index, discount)| self.reduced(index, discount, &full))
                    .rev()
                    .max_by_key(|line| -line.amount);
                lines.extend(best);
            }
            Stacking::Cumulative => {
                for (index, discount) in given {
                    let mut line = self.reduced(index, discount, &full);
                    line.amount = line.amount.max(-net(lines));
                    lines.push(line);
                }
            }
            Stacking::Ordered => {
                for (index, discount) in given {
                    lines.push(self.reduced(index, discount, lines));
                }
            }
        }
        lines.retain(|line| !matches!(line.item, Item::Discount(_)) || line.amount != Cents::ZERO);
    }

    fn entitled(&self, discount: &Discount) -> bool {
        let (from, to) = discount.valid;
        let valid = from.is_none_or(|from| from <= self.dates.contract)
            && to.is_none_or(|to| self.dates.contract <= to);
        valid
            && match &discount.when {
                DiscountFor::Independent => self.profile.status == Status::Independent,
                DiscountFor::Subcontractor => self.profile.status == Status::Subcontractor,
                DiscountFor::PartnerCode(code) => self.wishes.partner_code.as_ref() == Some(code),
                DiscountFor::SeveralCategories => self.profile.categories.len() > 1,
                DiscountFor::Renewal => self.wishes.entry == Entry::Renewal,
                DiscountFor::TransferIn => self.wishes.entry == Entry::TransferIn,
            }
    }

    /// The line of a discount taken off `lines`.
    fn reduced(&self, index: usize, discount: &Discount, lines: &[Line]) -> Line {
        let of: Cents = lines
            .iter()
            .filter(|line| match discount.target {
                Target::Cycle => true,
                Target::ExcludingFees => !matches!(line.item, Item::Fee(_)),
                Target::Audit(audit) => line.item == Item::Audit(audit),
            })
            .map(|line| line.amount)
            .sum();
        let (what, off) = match discount.reduction {
            Reduction::Share(rate) => (What::Rate { rate, of }, of.share(rate)),
            Reduction::Amount(amount) => (What::Times(1), amount.min(of)),
        };
        let left = net(lines) - discount.floor.unwrap_or(Cents::ZERO);
        let off = off
            .min(discount.cap.unwrap_or(off))
            .min(left)
            .max(Cents::ZERO);
        self.line(Item::Discount(index), what, -off, "tariff.discount")
    }
}

/// Whole days at the day rate, a remaining half-day at the half-day rate.
fn bill(rate: Rate, time: HalfDays) -> Cents {
    let half = if time.has_half() {
        rate.half_day
    } else {
        Cents::ZERO
    };
    rate.day * time.whole_days() + half
}

/// What an audit costs a day and a half-day for a profile, raised for its location; none when it is not
/// priced by time.
#[must_use]
pub fn rate(profile: &Profile, tariff: &Tariff, audit: Audit) -> Option<Rate> {
    let Pricing::Time(rates) = &tariff.pricing else {
        return None;
    };
    let rate = rates.of(Priced::Audit(audit))?;
    Some(rate.raised(tariff.uplift(profile.location)))
}

/// The standard rate is that of the law; any other is the seller's own affair.
fn vat_basis(tariff: &Tariff, rate: BasisPoints) -> Basis {
    let own = basis(tariff, "tariff.vat");
    if rate == STANDARD_VAT {
        Basis {
            source: Source::Document(&documents::VAT),
            ..own
        }
    } else {
        own
    }
}

fn net(lines: &[Line]) -> Cents {
    lines.iter().map(|line| line.amount).sum()
}

/// VAT on the total of each rate, and the totals.
fn totals(lines: &[Line]) -> (Vec<VatLine>, Totals) {
    let mut vat_lines: Vec<VatLine> = Vec::with_capacity(1);
    for line in lines {
        match vat_lines.iter_mut().find(|vat| vat.rate == line.vat) {
            Some(vat) => vat.of += line.amount,
            None => vat_lines.push(VatLine {
                rate: line.vat,
                of: line.amount,
                amount: Cents::ZERO,
            }),
        }
    }
    for vat in &mut vat_lines {
        vat.amount = vat.of.share(vat.rate);
    }
    let net = net(lines);
    let vat = vat_lines.iter().map(|line| line.amount).sum();
    (
        vat_lines,
        Totals {
            net,
            vat,
            gross: net + vat,
        },
    )
}

/// What a line of a tariff rests on: the seller, or the fiction of an illustrative list.
fn basis(tariff: &Tariff, rule: &'static str) -> Basis {
    let source = match tariff.published {
        Some(_) => Source::Seller,
        None => Source::Document(&documents::ILLUSTRATIVE_TARIFF),
    };
    Basis {
        rule: RuleId(rule),
        source,
        confidence: Confidence::A,
    }
}
