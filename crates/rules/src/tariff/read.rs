//! A price list read from settings, and the checks that make it stand.

use super::{
    Circumstance, Discount, DiscountFor, Fee, FlatPrices, NoVat, Offer, Per, Price, Priced,
    Pricing, Publication, Rate, Reduction, Stacking, Supplement, Target, Tariff, TimeRates, Travel,
    Vat, Words,
};
use crate::days::HalfDays;
use crate::duration::Audit;
use crate::money::{BasisPoints, Cents};
use crate::profile::{Location, TurnoverBand};
use crate::read::{Object, Place, Read, Value, Wrong, optional};
use chrono::NaiveDate;

/// The greatest amount of a price list: a million euros.
const MAX_CENTS: i64 = 100_000_000;
/// The longest list of lines.
const MAX_LINES: usize = 50;
/// The longest text, in bytes.
const MAX_TEXT: usize = 500;
/// The longest name, in bytes.
const MAX_NAME: usize = 40;
/// The standard rate of VAT in mainland France (CGI art. 278).
pub(crate) const STANDARD_VAT: BasisPoints = BasisPoints::new(2_000);

const KEYS: &[&str] = &[
    "id",
    "label",
    "published",
    "valid_from",
    "valid_to",
    "disclaimer",
    "rates",
    "flat",
    "minimum_half_days",
    "step_half_days",
    "fees",
    "travel",
    "travel_zones",
    "zone_uplifts_bp",
    "supplements",
    "services",
    "contingent",
    "discounts",
    "stacking",
    "vat",
    "instalments",
    "quote_validity_days",
    "yearly_revision_bp",
];

/// Reads the document of one price list.
///
/// # Errors
///
/// The path of the first wrong field, and what is wrong with it.
pub fn read(document: &Value) -> Read<Tariff> {
    tariff(&Place::root(document))
}

/// Reads the price list that stands at a place of a longer document.
pub(crate) fn tariff(place: &Place<'_>) -> Read<Tariff> {
    let object = place.object(KEYS)?;
    let valid_from = object.required("valid_from")?.date()?;
    let valid_to = optional(&object, "valid_to", date)?;
    if valid_to.is_some_and(|to| to <= valid_from) {
        return Err(object.refuse("valid_to", Wrong::EndsBeforeStart));
    }
    let discounts = lines(&object, "discounts", discount, |line| &line.id)?;
    let stacking = optional(&object, "stacking", stacking)?;
    if discounts.len() > 1 && stacking.is_none() {
        return Err(object.refuse("stacking", Wrong::StackingNotDeclared));
    }
    let (instalment_counts, instalment_fee) =
        optional(&object, "instalments", instalments)?.unwrap_or_else(|| (vec![1], Cents::ZERO));
    Ok(Tariff {
        id: object.required("id")?.string(MAX_NAME)?,
        label: words(&object.required("label")?)?,
        published: optional(&object, "published", publication)?,
        valid_from,
        valid_to,
        disclaimer: optional(&object, "disclaimer", words)?,
        pricing: pricing(&object)?,
        minimum: HalfDays::new(
            optional(&object, "minimum_half_days", |place| place.count(0, 20))?.unwrap_or(0),
        ),
        step: HalfDays::new(
            optional(&object, "step_half_days", |place| place.count(1, 20))?.unwrap_or(1),
        ),
        fees: lines(&object, "fees", fee, |line| &line.id)?,
        travel: optional(&object, "travel", travel)?.unwrap_or(Travel::Included),
        travel_zones: by_location(&object, "travel_zones", travel)?,
        zone_uplifts: by_location(&object, "zone_uplifts_bp", rate_bp)?,
        supplements: lines(&object, "supplements", supplement, |line| &line.id)?,
        services: lines(&object, "services", offer, |line| &line.id)?,
        contingent: lines(&object, "contingent", offer, |line| &line.id)?,
        discounts,
        stacking: stacking.unwrap_or_default(),
        vat: optional(&object, "vat", vat)?.unwrap_or_else(|| Vat {
            rate: STANDARD_VAT,
            by_location: Vec::new(),
            none_because: None,
        }),
        instalment_counts,
        instalment_fee,
        quote_validity_days: optional(&object, "quote_validity_days", |place| place.count(1, 730))?
            .unwrap_or(30),
        yearly_revision: optional(&object, "yearly_revision_bp", rate_bp)?.unwrap_or_default(),
    })
}

/// The one of two that is given; both or none is refused.
fn either<T>(object: &Object<'_>, keys: &'static [&'static str], given: [Option<T>; 2]) -> Read<T> {
    match given {
        [Some(one), None] | [None, Some(one)] => Ok(one),
        _ => Err(object.refuse(keys[0], Wrong::ExactlyOne(keys))),
    }
}

pub(crate) fn words(place: &Place<'_>) -> Read<Words> {
    let object = place.object(&["fr", "en"])?;
    Ok(Words {
        fr: object.required("fr")?.string(MAX_TEXT)?,
        en: object.required("en")?.string(MAX_TEXT)?,
    })
}

fn publication(place: &Place<'_>) -> Read<Publication> {
    let object = place.object(&["certifier", "url", "read_on"])?;
    Ok(Publication {
        certifier: object.required("certifier")?.string(MAX_TEXT)?,
        url: object.required("url")?.string(MAX_TEXT)?,
        read_on: object.required("read_on")?.date()?,
    })
}

fn date(place: &Place<'_>) -> Read<NaiveDate> {
    place.date()
}

fn cents(place: &Place<'_>) -> Read<Cents> {
    place.integer(0, MAX_CENTS).map(Cents::new)
}

fn rate_bp(place: &Place<'_>) -> Read<BasisPoints> {
    place.count(0, 10_000).map(BasisPoints::new)
}

fn stacking(place: &Place<'_>) -> Read<Stacking> {
    let policies = [Stacking::BestOf, Stacking::Cumulative, Stacking::Ordered];
    place
        .word(&["best_of", "cumulative", "ordered"])
        .map(|index| policies[index])
}

fn pricing(object: &Object<'_>) -> Read<Pricing> {
    let rates = optional(object, "rates", |place| {
        time_rates(place).map(Pricing::Time)
    })?;
    let flat = optional(object, "flat", |place| {
        flat_prices(place).map(Pricing::Flat)
    })?;
    either(object, &["rates", "flat"], [rates, flat])
}

fn time_rates(place: &Place<'_>) -> Read<TimeRates> {
    let object = place.object(&Priced::ALL.map(Priced::id))?;
    let mut rates = [None; 7];
    for (slot, priced) in rates.iter_mut().zip(Priced::ALL) {
        *slot = rate(&object.required(priced.id())?)?;
    }
    Ok(TimeRates(rates))
}

/// `"on_quotation"`, or a day with a half-day of its own or as a share of the day.
fn rate(place: &Place<'_>) -> Read<Option<Rate>> {
    if place.is_text() {
        return place.word(&["on_quotation"]).map(|_| None);
    }
    let object = place.object(&["day_cents", "half_day_cents", "half_day_bp"])?;
    let day = cents(&object.required("day_cents")?)?;
    let own = optional(&object, "half_day_cents", cents)?;
    let share = optional(&object, "half_day_bp", rate_bp)?.map(|share| day.share(share));
    let half_day = either(&object, &["half_day_cents", "half_day_bp"], [own, share])?;
    if half_day > day {
        return Err(object.refuse("half_day_cents", Wrong::HalfDayAboveDay));
    }
    Ok(Some(Rate { day, half_day }))
}

fn flat_prices(place: &Place<'_>) -> Read<FlatPrices> {
    let object = place.object(&[
        "bands",
        "per_extra_category_cents",
        "new_entrant_cents",
        "per_extra_site_cents",
    ])?;
    let listed = object.required("bands")?;
    let listed = listed.object(&TurnoverBand::ALL.map(TurnoverBand::id))?;
    let mut bands = [Cents::ZERO; 3];
    for (slot, band) in bands.iter_mut().zip(TurnoverBand::ALL) {
        *slot = cents(&listed.required(band.id())?)?;
    }
    Ok(FlatPrices {
        bands,
        per_extra_category: cents(&object.required("per_extra_category_cents")?)?,
        new_entrant: cents(&object.required("new_entrant_cents")?)?,
        per_extra_site: cents(&object.required("per_extra_site_cents")?)?,
    })
}

/// A list of named lines, no name twice.
fn lines<T>(
    object: &Object<'_>,
    key: &str,
    line: fn(&Place<'_>) -> Read<T>,
    id: fn(&T) -> &String,
) -> Read<Vec<T>> {
    let mut read: Vec<T> = Vec::new();
    let Some(place) = object.optional(key) else {
        return Ok(read);
    };
    for place in place.list(MAX_LINES)?.places() {
        let next = line(&place)?;
        if read.iter().any(|earlier| id(earlier) == id(&next)) {
            return Err(place.refuse(Wrong::Repeated(id(&next).clone())));
        }
        read.push(next);
    }
    Ok(read)
}

fn by_location<T>(
    object: &Object<'_>,
    key: &str,
    value: fn(&Place<'_>) -> Read<T>,
) -> Read<Vec<(Location, T)>> {
    let mut read = Vec::new();
    let Some(place) = object.optional(key) else {
        return Ok(read);
    };
    let zones = place.object(&Location::ALL.map(Location::id))?;
    for location in Location::ALL {
        if let Some(value) = optional(&zones, location.id(), value)? {
            read.push((location, value));
        }
    }
    Ok(read)
}

fn fee(place: &Place<'_>) -> Read<Fee> {
    let object = place.object(&["id", "label", "per", "cents", "vat_bp"])?;
    Ok(Fee {
        id: object.required("id")?.string(MAX_NAME)?,
        label: words(&object.required("label")?)?,
        per: [Per::Cycle, Per::Audit, Per::Year]
            [object.required("per")?.word(&["cycle", "audit", "year"])?],
        amount: cents(&object.required("cents")?)?,
        vat: optional(&object, "vat_bp", rate_bp)?,
    })
}

/// `"included"`, `"at_cost"`, or `{"per_on_site_audit_cents": 12000}`.
fn travel(place: &Place<'_>) -> Read<Travel> {
    if place.is_text() {
        let index = place.word(&["included", "at_cost"])?;
        return Ok([Travel::Included, Travel::AtCost][index]);
    }
    let object = place.object(&["per_on_site_audit_cents"])?;
    cents(&object.required("per_on_site_audit_cents")?).map(Travel::Flat)
}

fn supplement(place: &Place<'_>) -> Read<Supplement> {
    let object = place.object(&["id", "label", "when", "cents", "rebate_cents"])?;
    let added = optional(&object, "cents", cents)?;
    let taken = optional(&object, "rebate_cents", cents)?.map(|amount| -amount);
    Ok(Supplement {
        id: object.required("id")?.string(MAX_NAME)?,
        label: words(&object.required("label")?)?,
        when: circumstance(&object.required("when")?)?,
        amount: either(&object, &["cents", "rebate_cents"], [added, taken])?,
    })
}

/// `"week_end"`, `"foreign_language"`, `{"lead_time_under_days": 14}` or `{"lead_time_at_least_days": 14}`.
fn circumstance(place: &Place<'_>) -> Read<Circumstance> {
    if place.is_text() {
        let index = place.word(&["week_end", "foreign_language"])?;
        return Ok([Circumstance::WeekEnd, Circumstance::ForeignLanguage][index]);
    }
    const KEYS: &[&str] = &["lead_time_under_days", "lead_time_at_least_days"];
    let object = place.object(KEYS)?;
    let days = |place: &Place<'_>| place.count(1, 730);
    let under = optional(&object, KEYS[0], days)?.map(Circumstance::LeadTimeUnder);
    let at_least = optional(&object, KEYS[1], days)?.map(Circumstance::LeadTimeAtLeast);
    either(&object, KEYS, [under, at_least])
}

fn offer(place: &Place<'_>) -> Read<Offer> {
    let object = place.object(&["id", "label", "price", "notice_days"])?;
    Ok(Offer {
        id: object.required("id")?.string(MAX_NAME)?,
        label: words(&object.required("label")?)?,
        price: price(&object.required("price")?)?,
        notice_days: optional(&object, "notice_days", |place| place.count(0, 365))?,
    })
}

/// `"not_priced"`, or an object with exactly one kind of price.
fn price(place: &Place<'_>) -> Read<Price> {
    if place.is_text() {
        return place.word(&["not_priced"]).map(|_| Price::NotPriced);
    }
    const KEYS: &[&str] = &["cents", "cents_per_hour", "half_days", "share_bp"];
    let object = place.object(KEYS)?;
    let mut given = KEYS
        .iter()
        .filter_map(|key| object.optional(key).map(|place| (*key, place)));
    match (given.next(), given.next()) {
        (Some(("cents", place)), None) => cents(&place).map(Price::Fixed),
        (Some(("cents_per_hour", place)), None) => cents(&place).map(Price::PerHour),
        (Some(("half_days", place)), None) => place
            .count(1, 20)
            .map(|count| Price::Time(HalfDays::new(count))),
        (Some((_, place)), None) => rate_bp(&place).map(Price::Share),
        _ => Err(place.refuse(Wrong::ExactlyOne(KEYS))),
    }
}

fn discount(place: &Place<'_>) -> Read<Discount> {
    let object = place.object(&[
        "id",
        "label",
        "when",
        "partner_code",
        "bp",
        "cents",
        "target",
        "cap_cents",
        "floor_cents",
        "valid_from",
        "valid_to",
    ])?;
    let code = optional(&object, "partner_code", |place| {
        place.string(MAX_NAME).map(DiscountFor::PartnerCode)
    })?;
    let condition = optional(&object, "when", condition)?;
    let share = optional(&object, "bp", |place| rate_bp(place).map(Reduction::Share))?;
    let amount = optional(&object, "cents", |place| {
        cents(place).map(Reduction::Amount)
    })?;
    let valid = (
        optional(&object, "valid_from", date)?,
        optional(&object, "valid_to", date)?,
    );
    if let (Some(from), Some(to)) = valid
        && to <= from
    {
        return Err(object.refuse("valid_to", Wrong::EndsBeforeStart));
    }
    Ok(Discount {
        id: object.required("id")?.string(MAX_NAME)?,
        label: words(&object.required("label")?)?,
        when: either(&object, &["when", "partner_code"], [condition, code])?,
        reduction: either(&object, &["bp", "cents"], [share, amount])?,
        target: optional(&object, "target", target)?.unwrap_or(Target::Cycle),
        cap: optional(&object, "cap_cents", cents)?,
        floor: optional(&object, "floor_cents", cents)?,
        valid,
    })
}

fn condition(place: &Place<'_>) -> Read<DiscountFor> {
    let index = place.word(&[
        "independent",
        "subcontractor",
        "several_categories",
        "renewal",
        "transfer_in",
    ])?;
    Ok(match index {
        0 => DiscountFor::Independent,
        1 => DiscountFor::Subcontractor,
        2 => DiscountFor::SeveralCategories,
        3 => DiscountFor::Renewal,
        _ => DiscountFor::TransferIn,
    })
}

fn target(place: &Place<'_>) -> Read<Target> {
    let targets = [
        Target::Cycle,
        Target::ExcludingFees,
        Target::Audit(Audit::Initial),
        Target::Audit(Audit::Surveillance),
        Target::Audit(Audit::Renewal),
    ];
    place
        .word(&[
            "cycle",
            "excluding_fees",
            "initial",
            "surveillance",
            "renewal",
        ])
        .map(|index| targets[index])
}

fn vat(place: &Place<'_>) -> Read<Vat> {
    let object = place.object(&["bp", "by_location_bp", "none_because"])?;
    let none_because = optional(&object, "none_because", |place| {
        place
            .word(&["art_293_b", "reverse_charge"])
            .map(|index| [NoVat::Article293B, NoVat::ReverseCharge][index])
    })?;
    let rate = optional(&object, "bp", rate_bp)?;
    let by_location = by_location(&object, "by_location_bp", rate_bp)?;
    if none_because.is_some() && (rate.is_some() || !by_location.is_empty()) {
        return Err(object.refuse("none_because", Wrong::VatAndNone));
    }
    Ok(Vat {
        rate: rate.unwrap_or(STANDARD_VAT),
        by_location,
        none_because,
    })
}

fn instalments(place: &Place<'_>) -> Read<(Vec<u8>, Cents)> {
    let object = place.object(&["counts", "fee_cents"])?;
    let mut counts = Vec::new();
    for place in object.required("counts")?.list(12)?.places() {
        let count = u8::try_from(place.count(1, 36)?).unwrap_or(36);
        if counts.contains(&count) {
            return Err(place.refuse(Wrong::Repeated(count.to_string())));
        }
        counts.push(count);
    }
    if counts.is_empty() {
        return Err(object.refuse("counts", Wrong::Missing));
    }
    Ok((
        counts,
        optional(&object, "fee_cents", cents)?.unwrap_or(Cents::ZERO),
    ))
}
