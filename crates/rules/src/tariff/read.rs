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
use crate::read::{Faults, Object, Place, Read, Value, Wrong, optional};
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
    Faults::watch(document, tariff)
}

/// Reads the price list that stands at a place of a longer document.
pub(crate) fn tariff(place: &Place<'_>) -> Tariff {
    let object = place.object(KEYS);
    let valid_from = object.required("valid_from").date();
    let valid_to = optional(&object, "valid_to", date);
    if valid_to.is_some_and(|to| to <= valid_from) {
        object.refuse("valid_to", Wrong::EndsBeforeStart);
    }
    let discounts = lines(&object, "discounts", discount, |line| &line.id);
    let stacking = optional(&object, "stacking", stacking);
    if discounts.len() > 1 && stacking.is_none() {
        object.refuse("stacking", Wrong::StackingNotDeclared);
    }
    let (instalment_counts, instalment_fee) =
        optional(&object, "instalments", instalments).unwrap_or_else(|| (vec![1], Cents::ZERO));
    Tariff {
        id: name(&object.required("id")),
        label: words(&object.required("label")),
        published: optional(&object, "published", publication),
        valid_from,
        valid_to,
        disclaimer: optional(&object, "disclaimer", words),
        pricing: pricing(&object),
        minimum: HalfDays::new(
            optional(&object, "minimum_half_days", |place| place.count(0, 20)).unwrap_or(0),
        ),
        step: HalfDays::new(
            optional(&object, "step_half_days", |place| place.count(1, 20)).unwrap_or(1),
        ),
        fees: lines(&object, "fees", fee, |line| &line.id),
        travel: optional(&object, "travel", travel).unwrap_or(Travel::Included),
        travel_zones: by_location(&object, "travel_zones", travel),
        zone_uplifts: by_location(&object, "zone_uplifts_bp", rate_bp),
        supplements: lines(&object, "supplements", supplement, |line| &line.id),
        services: lines(&object, "services", offer, |line| &line.id),
        contingent: lines(&object, "contingent", offer, |line| &line.id),
        discounts,
        stacking: stacking.unwrap_or_default(),
        vat: optional(&object, "vat", vat).unwrap_or_else(|| Vat {
            rate: STANDARD_VAT,
            by_location: Vec::new(),
            none_because: None,
        }),
        instalment_counts,
        instalment_fee,
        quote_validity_days: optional(&object, "quote_validity_days", |place| place.count(1, 730))
            .unwrap_or(30),
        yearly_revision: optional(&object, "yearly_revision_bp", rate_bp).unwrap_or_default(),
    }
}

/// The one of two that is given; both or none is refused, and `otherwise` stands in for none.
fn either<T>(
    object: &Object<'_>,
    keys: &'static [&'static str],
    given: [Option<T>; 2],
    otherwise: T,
) -> T {
    match given {
        [Some(one), None] | [None, Some(one)] => one,
        [given, _] => {
            object.refuse(keys[0], Wrong::ExactlyOne(keys));
            given.unwrap_or(otherwise)
        }
    }
}

pub(crate) fn words(place: &Place<'_>) -> Words {
    let object = place.object(&["fr", "en"]);
    Words {
        fr: object.required("fr").string(MAX_TEXT),
        en: object.required("en").string(MAX_TEXT),
    }
}

fn publication(place: &Place<'_>) -> Publication {
    let object = place.object(&["certifier", "url", "read_on"]);
    Publication {
        certifier: object.required("certifier").string(MAX_TEXT),
        url: object.required("url").string(MAX_TEXT),
        read_on: object.required("read_on").date(),
    }
}

/// A name that links carry in lists: nothing that separates there.
fn name(place: &Place<'_>) -> String {
    place.string_such_that(MAX_NAME, "name", |text| {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
        text.bytes().all(plain)
    })
}

fn date(place: &Place<'_>) -> NaiveDate {
    place.date()
}

fn cents(place: &Place<'_>) -> Cents {
    Cents::new(place.integer(0, MAX_CENTS))
}

fn rate_bp(place: &Place<'_>) -> BasisPoints {
    BasisPoints::new(place.count(0, 10_000))
}

fn stacking(place: &Place<'_>) -> Stacking {
    place.word(
        &["best_of", "cumulative", "ordered"],
        &[Stacking::BestOf, Stacking::Cumulative, Stacking::Ordered],
    )
}

fn pricing(object: &Object<'_>) -> Pricing {
    let rates = optional(object, "rates", |place| Pricing::Time(time_rates(place)));
    let flat = optional(object, "flat", |place| Pricing::Flat(flat_prices(place)));
    let none = Pricing::Time(TimeRates([None; 7]));
    either(object, &["rates", "flat"], [rates, flat], none)
}

fn time_rates(place: &Place<'_>) -> TimeRates {
    let object = place.object(&Priced::ALL.map(Priced::id));
    let mut rates = [None; 7];
    for (slot, priced) in rates.iter_mut().zip(Priced::ALL) {
        *slot = rate(&object.required(priced.id()));
    }
    TimeRates(rates)
}

/// `"on_quotation"`, or a day with a half-day of its own or as a share of the day.
fn rate(place: &Place<'_>) -> Option<Rate> {
    if place.is_text() {
        return place.word(&["on_quotation"], &[None]);
    }
    let object = place.object(&["day_cents", "half_day_cents", "half_day_bp"]);
    let day = cents(&object.required("day_cents"));
    let own = optional(&object, "half_day_cents", cents);
    let share = optional(&object, "half_day_bp", rate_bp).map(|share| day.share(share));
    let half_day = either(
        &object,
        &["half_day_cents", "half_day_bp"],
        [own, share],
        day,
    );
    if half_day > day {
        object.refuse("half_day_cents", Wrong::HalfDayAboveDay);
    }
    Some(Rate { day, half_day })
}

fn flat_prices(place: &Place<'_>) -> FlatPrices {
    let object = place.object(&[
        "bands",
        "per_extra_category_cents",
        "new_entrant_cents",
        "per_extra_site_cents",
    ]);
    let listed = object.required("bands");
    let listed = listed.object(&TurnoverBand::ALL.map(TurnoverBand::id));
    let mut bands = [Cents::ZERO; 3];
    for (slot, band) in bands.iter_mut().zip(TurnoverBand::ALL) {
        *slot = cents(&listed.required(band.id()));
    }
    FlatPrices {
        bands,
        per_extra_category: cents(&object.required("per_extra_category_cents")),
        new_entrant: cents(&object.required("new_entrant_cents")),
        per_extra_site: cents(&object.required("per_extra_site_cents")),
    }
}

/// A list of named lines, no name twice.
fn lines<T>(
    object: &Object<'_>,
    key: &str,
    line: fn(&Place<'_>) -> T,
    id: fn(&T) -> &String,
) -> Vec<T> {
    let mut read: Vec<T> = Vec::new();
    let Some(place) = object.optional(key) else {
        return read;
    };
    for place in place.list(MAX_LINES).places() {
        let next = line(&place);
        if read.iter().any(|earlier| id(earlier) == id(&next)) {
            place.refuse(Wrong::Repeated(id(&next).clone()));
        }
        read.push(next);
    }
    read
}

fn by_location<T>(
    object: &Object<'_>,
    key: &str,
    value: fn(&Place<'_>) -> T,
) -> Vec<(Location, T)> {
    let mut read = Vec::new();
    let Some(place) = object.optional(key) else {
        return read;
    };
    let zones = place.object(&Location::ALL.map(Location::id));
    for location in Location::ALL {
        if let Some(value) = optional(&zones, location.id(), value) {
            read.push((location, value));
        }
    }
    read
}

fn fee(place: &Place<'_>) -> Fee {
    let object = place.object(&["id", "label", "per", "cents", "vat_bp"]);
    Fee {
        id: name(&object.required("id")),
        label: words(&object.required("label")),
        per: object.required("per").word(
            &["cycle", "audit", "year"],
            &[Per::Cycle, Per::Audit, Per::Year],
        ),
        amount: cents(&object.required("cents")),
        vat: optional(&object, "vat_bp", rate_bp),
    }
}

/// `"included"`, `"at_cost"`, or `{"per_on_site_audit_cents": 12000}`.
fn travel(place: &Place<'_>) -> Travel {
    if place.is_text() {
        return place.word(
            &["included", "at_cost"],
            &[Travel::Included, Travel::AtCost],
        );
    }
    let object = place.object(&["per_on_site_audit_cents"]);
    Travel::Flat(cents(&object.required("per_on_site_audit_cents")))
}

fn supplement(place: &Place<'_>) -> Supplement {
    let object = place.object(&["id", "label", "when", "cents", "rebate_cents"]);
    let added = optional(&object, "cents", cents);
    let taken = optional(&object, "rebate_cents", cents).map(|amount| -amount);
    Supplement {
        id: name(&object.required("id")),
        label: words(&object.required("label")),
        when: circumstance(&object.required("when")),
        amount: either(
            &object,
            &["cents", "rebate_cents"],
            [added, taken],
            Cents::ZERO,
        ),
    }
}

/// `"week_end"`, `"foreign_language"`, `{"lead_time_under_days": 14}` or `{"lead_time_at_least_days": 14}`.
fn circumstance(place: &Place<'_>) -> Circumstance {
    if place.is_text() {
        return place.word(
            &["week_end", "foreign_language"],
            &[Circumstance::WeekEnd, Circumstance::ForeignLanguage],
        );
    }
    const KEYS: &[&str] = &["lead_time_under_days", "lead_time_at_least_days"];
    let object = place.object(KEYS);
    let days = |place: &Place<'_>| place.count(1, 730);
    let under = optional(&object, KEYS[0], days).map(Circumstance::LeadTimeUnder);
    let at_least = optional(&object, KEYS[1], days).map(Circumstance::LeadTimeAtLeast);
    either(&object, KEYS, [under, at_least], Circumstance::WeekEnd)
}

fn offer(place: &Place<'_>) -> Offer {
    let object = place.object(&["id", "label", "price", "notice_days"]);
    Offer {
        id: name(&object.required("id")),
        label: words(&object.required("label")),
        price: price(&object.required("price")),
        notice_days: optional(&object, "notice_days", |place| place.count(0, 365)),
    }
}

/// `"not_priced"`, or an object with exactly one kind of price.
fn price(place: &Place<'_>) -> Price {
    if place.is_text() {
        return place.word(&["not_priced"], &[Price::NotPriced]);
    }
    const KEYS: &[&str] = &["cents", "cents_per_hour", "half_days", "share_bp"];
    let object = place.object(KEYS);
    let mut given = KEYS
        .iter()
        .filter_map(|key| object.optional(key).map(|place| (*key, place)));
    match (given.next(), given.next()) {
        (Some(("cents", place)), None) => Price::Fixed(cents(&place)),
        (Some(("cents_per_hour", place)), None) => Price::PerHour(cents(&place)),
        (Some(("half_days", place)), None) => Price::Time(HalfDays::new(place.count(1, 20))),
        (Some((_, place)), None) => Price::Share(rate_bp(&place)),
        _ => {
            place.refuse(Wrong::ExactlyOne(KEYS));
            Price::NotPriced
        }
    }
}

fn discount(place: &Place<'_>) -> Discount {
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
    ]);
    let code = optional(&object, "partner_code", |place| {
        DiscountFor::PartnerCode(place.string(MAX_NAME))
    });
    let condition = optional(&object, "when", condition);
    let share = optional(&object, "bp", |place| Reduction::Share(rate_bp(place)));
    let amount = optional(&object, "cents", |place| Reduction::Amount(cents(place)));
    let valid = (
        optional(&object, "valid_from", date),
        optional(&object, "valid_to", date),
    );
    if let (Some(from), Some(to)) = valid
        && to <= from
    {
        object.refuse("valid_to", Wrong::EndsBeforeStart);
    }
    Discount {
        id: name(&object.required("id")),
        label: words(&object.required("label")),
        when: either(
            &object,
            &["when", "partner_code"],
            [condition, code],
            DiscountFor::Renewal,
        ),
        reduction: either(
            &object,
            &["bp", "cents"],
            [share, amount],
            Reduction::Amount(Cents::ZERO),
        ),
        target: optional(&object, "target", target).unwrap_or(Target::Cycle),
        cap: optional(&object, "cap_cents", cents),
        floor: optional(&object, "floor_cents", cents),
        valid,
    }
}

fn condition(place: &Place<'_>) -> DiscountFor {
    const WORDS: &[&str] = &[
        "independent",
        "subcontractor",
        "several_categories",
        "renewal",
        "transfer_in",
    ];
    match place.word(WORDS, WORDS) {
        "independent" => DiscountFor::Independent,
        "subcontractor" => DiscountFor::Subcontractor,
        "several_categories" => DiscountFor::SeveralCategories,
        "renewal" => DiscountFor::Renewal,
        _ => DiscountFor::TransferIn,
    }
}

fn target(place: &Place<'_>) -> Target {
    place.word(
        &[
            "cycle",
            "excluding_fees",
            "initial",
            "surveillance",
            "renewal",
        ],
        &[
            Target::Cycle,
            Target::ExcludingFees,
            Target::Audit(Audit::Initial),
            Target::Audit(Audit::Surveillance),
            Target::Audit(Audit::Renewal),
        ],
    )
}

fn vat(place: &Place<'_>) -> Vat {
    let object = place.object(&["bp", "by_location_bp", "none_because"]);
    let none_because = optional(&object, "none_because", |place| {
        place.word(
            &["art_293_b", "reverse_charge"],
            &[NoVat::Article293B, NoVat::ReverseCharge],
        )
    });
    let rate = optional(&object, "bp", rate_bp);
    let by_location = by_location(&object, "by_location_bp", rate_bp);
    if none_because.is_some() && (rate.is_some() || !by_location.is_empty()) {
        object.refuse("none_because", Wrong::VatAndNone);
    }
    Vat {
        rate: rate.unwrap_or(STANDARD_VAT),
        by_location,
        none_because,
    }
}

fn instalments(place: &Place<'_>) -> (Vec<u8>, Cents) {
    let object = place.object(&["counts", "fee_cents"]);
    let mut counts = Vec::new();
    for place in object.required("counts").list(12).places() {
        let count = u8::try_from(place.count(1, 36)).unwrap_or(36);
        if counts.contains(&count) {
            place.refuse(Wrong::Repeated(count.to_string()));
        }
        counts.push(count);
    }
    if counts.is_empty() {
        object.refuse("counts", Wrong::Missing);
    }
    (
        counts,
        optional(&object, "fee_cents", cents).unwrap_or(Cents::ZERO),
    )
}
