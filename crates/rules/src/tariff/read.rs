//! A price list read from settings, and the checks that make it stand.

use super::{
    Circumstance, Discount, DiscountFor, Fee, FlatPrices, NoVat, Offer, Per, Price, Priced, Pricing, Publication,
    Rate, Reduction, Stacking, Supplement, Target, Tariff, TimeRates, Travel, Vat, Words,
};
use crate::days::HalfDays;
use crate::duration::Audit;
use crate::money::{BasisPoints, Cents};
use crate::profile::{Location, TurnoverBand};
use crate::read::{Node, Object, Place, Refused, Wrong};

/// The greatest amount of a price list: a million euros.
const MAX_CENTS: i64 = 100_000_000;
/// The longest list of lines.
const MAX_LINES: usize = 50;
/// The longest text, in bytes.
const MAX_TEXT: usize = 500;

/// Reads one price list standing at `path` in its document.
///
/// # Errors
///
/// The path of the first wrong field, and what is wrong with it.
pub fn read<N: Node>(node: &N, path: &str) -> Result<Tariff, Refused> {
    let mut object = Object::open(node, path.to_owned())?;
    let id = object.required("id")?.string(40)?;
    let label = words(object.required("label")?)?;
    let published = object.optional("published").map(publication).transpose()?;
    let valid_from = object.required("valid_from")?.date()?;
    let end_path = object.path("valid_to");
    let valid_to = object.optional("valid_to").map(Place::date).transpose()?;
    if valid_to.is_some_and(|to| to <= valid_from) {
        return Err(Refused::at(end_path, Wrong::EndsBeforeStart));
    }
    let disclaimer = object.optional("disclaimer").map(words).transpose()?;

    let rates = object.optional("rates");
    let flat = object.optional("flat");
    let pricing = match (rates, flat) {
        (Some(place), None) => Pricing::Time(time_rates(place)?),
        (None, Some(place)) => Pricing::Flat(flat_prices(place)?),
        _ => return Err(Refused::at(object.path("rates"), Wrong::ExactlyOne(&["rates", "flat"]))),
    };
    let minimum = half_days(object.optional("minimum_half_days"), 0)?;
    let step = half_days(object.optional("step_half_days"), 1)?;

    let fees = lines(&mut object, "fees", fee, |fee| &fee.id)?;
    let travel = object.optional("travel").map(travel).transpose()?.unwrap_or(Travel::Included);
    let travel_zones = by_location(&mut object, "travel_zones", self::travel)?;
    let zone_uplifts = by_location(&mut object, "zone_uplifts_bp", rate_bp)?;
    let supplements = lines(&mut object, "supplements", supplement, |line| &line.id)?;
    let services = lines(&mut object, "services", offer, |line| &line.id)?;
    let contingent = lines(&mut object, "contingent", offer, |line| &line.id)?;
    let discounts = lines(&mut object, "discounts", discount, |line| &line.id)?;
    let stacking = object
        .optional("stacking")
        .map(|place| {
            place.word(&["best_of", "cumulative", "ordered"], &[Stacking::BestOf, Stacking::Cumulative, Stacking::Ordered])
        })
        .transpose()?;
    if discounts.len() > 1 && stacking.is_none() {
        return Err(Refused::at(object.path("stacking"), Wrong::StackingNotDeclared));
    }
    let vat = object.optional("vat").map(vat).transpose()?.unwrap_or(Vat {
        rate: STANDARD_VAT,
        by_location: Vec::new(),
        none_because: None,
    });
    let (instalment_counts, instalment_fee) = match object.optional("instalments") {
        Some(place) => instalments(place)?,
        None => (vec![1], Cents::ZERO),
    };
    let quote_validity_days = object.optional("quote_validity_days").map_or(Ok(30), |place| place.count(1, 730))?;
    let yearly_revision = object.optional("yearly_revision_bp").map_or(Ok(BasisPoints::new(0)), rate_bp)?;
    object.close()?;
    Ok(Tariff {
        id,
        label,
        published,
        valid_from,
        valid_to,
        disclaimer,
        pricing,
        minimum,
        step,
        fees,
        travel,
        travel_zones,
        zone_uplifts,
        supplements,
        services,
        contingent,
        discounts,
        stacking: stacking.unwrap_or_default(),
        vat,
        instalment_counts,
        instalment_fee,
        quote_validity_days,
        yearly_revision,
    })
}

/// The standard rate of VAT in mainland France (CGI art. 278).
pub(crate) const STANDARD_VAT: BasisPoints = BasisPoints::new(2_000);

fn words<N: Node>(place: Place<N>) -> Result<Words, Refused> {
    let mut object = place.object()?;
    let words =
        Words { fr: object.required("fr")?.string(MAX_TEXT)?, en: object.required("en")?.string(MAX_TEXT)? };
    object.close()?;
    Ok(words)
}

fn publication<N: Node>(place: Place<N>) -> Result<Publication, Refused> {
    let mut object = place.object()?;
    let publication = Publication {
        certifier: object.required("certifier")?.string(MAX_TEXT)?,
        url: object.required("url")?.string(MAX_TEXT)?,
        read_on: object.required("read_on")?.date()?,
    };
    object.close()?;
    Ok(publication)
}

fn cents<N: Node>(place: Place<N>) -> Result<Cents, Refused> {
    place.integer(0, MAX_CENTS).map(Cents::new)
}

fn rate_bp<N: Node>(place: Place<N>) -> Result<BasisPoints, Refused> {
    place.count(0, 10_000).map(BasisPoints::new)
}

fn half_days<N: Node>(place: Option<Place<N>>, default: u32) -> Result<HalfDays, Refused> {
    place.map_or(Ok(default), |place| place.count(default, 20)).map(HalfDays::new)
}

fn time_rates<N: Node>(place: Place<N>) -> Result<TimeRates, Refused> {
    let mut object = place.object()?;
    let mut rates = [None; 7];
    for (slot, priced) in rates.iter_mut().zip(Priced::ALL) {
        *slot = rate(object.required(priced.id())?)?;
    }
    object.close()?;
    Ok(TimeRates(rates))
}

/// `"on_quotation"`, or a day with a half-day of its own or as a share of the day.
fn rate<N: Node>(place: Place<N>) -> Result<Option<Rate>, Refused> {
    if place.node.string().is_some() {
        return place.word(&["on_quotation"], &[None]);
    }
    let mut object = place.object()?;
    let day = cents(object.required("day_cents")?)?;
    let own = object.optional("half_day_cents").map(cents).transpose()?;
    let share = object.optional("half_day_bp").map(rate_bp).transpose()?;
    let half_day = match (own, share) {
        (Some(amount), None) => amount,
        (None, Some(share)) => day.share(share),
        _ => {
            let wrong = Wrong::ExactlyOne(&["half_day_cents", "half_day_bp"]);
            return Err(Refused::at(object.path("half_day_cents"), wrong));
        }
    };
    if half_day > day {
        return Err(Refused::at(object.path("half_day_cents"), Wrong::HalfDayAboveDay));
    }
    object.close()?;
    Ok(Some(Rate { day, half_day }))
}

fn flat_prices<N: Node>(place: Place<N>) -> Result<FlatPrices, Refused> {
    let mut object = place.object()?;
    let mut bands = [Cents::ZERO; 3];
    let mut listed = object.required("bands")?.object()?;
    for (slot, band) in bands.iter_mut().zip(TurnoverBand::ALL) {
        *slot = cents(listed.required(band.id())?)?;
    }
    listed.close()?;
    let prices = FlatPrices {
        bands,
        per_extra_category: cents(object.required("per_extra_category_cents")?)?,
        new_entrant: cents(object.required("new_entrant_cents")?)?,
        per_extra_site: cents(object.required("per_extra_site_cents")?)?,
    };
    object.close()?;
    Ok(prices)
}

/// A list of named lines, no name twice.
fn lines<N: Node, T>(
    object: &mut Object<N>,
    key: &str,
    line: impl Fn(Object<N>) -> Result<T, Refused>,
    id: impl Fn(&T) -> &String,
) -> Result<Vec<T>, Refused> {
    let Some(place) = object.optional(key) else { return Ok(Vec::new()) };
    let mut read: Vec<T> = Vec::new();
    for place in place.list(MAX_LINES)? {
        let path = place.path.clone();
        let next = line(place.object()?)?;
        if read.iter().any(|earlier| id(earlier) == id(&next)) {
            return Err(Refused::at([&path, ".id"].concat(), Wrong::Repeated(id(&next).clone())));
        }
        read.push(next);
    }
    Ok(read)
}

fn by_location<N: Node, T>(
    object: &mut Object<N>,
    key: &str,
    value: impl Fn(Place<N>) -> Result<T, Refused>,
) -> Result<Vec<(Location, T)>, Refused> {
    let Some(place) = object.optional(key) else { return Ok(Vec::new()) };
    let mut zones = place.object()?;
    let mut read = Vec::new();
    for location in Location::ALL {
        if let Some(place) = zones.optional(location.id()) {
            read.push((location, value(place)?));
        }
    }
    zones.close()?;
    Ok(read)
}

fn fee<N: Node>(mut object: Object<N>) -> Result<Fee, Refused> {
    let fee = Fee {
        id: object.required("id")?.string(40)?,
        label: words(object.required("label")?)?,
        per: object.required("per")?.word(&["cycle", "audit", "year"], &[Per::Cycle, Per::Audit, Per::Year])?,
        amount: cents(object.required("cents")?)?,
        vat: object.optional("vat_bp").map(rate_bp).transpose()?,
    };
    object.close()?;
    Ok(fee)
}

/// `"included"`, `"at_cost"`, or `{"per_on_site_audit_cents": 12000}`.
fn travel<N: Node>(place: Place<N>) -> Result<Travel, Refused> {
    if place.node.string().is_some() {
        return place.word(&["included", "at_cost"], &[Travel::Included, Travel::AtCost]);
    }
    let mut object = place.object()?;
    let amount = cents(object.required("per_on_site_audit_cents")?)?;
    object.close()?;
    Ok(Travel::Flat(amount))
}

fn supplement<N: Node>(mut object: Object<N>) -> Result<Supplement, Refused> {
    let id = object.required("id")?.string(40)?;
    let label = words(object.required("label")?)?;
    let mut when = object.required("when")?.object()?;
    let under = when.optional("lead_time_under_days").map(|place| place.count(1, 730)).transpose()?;
    let at_least = when.optional("lead_time_at_least_days").map(|place| place.count(1, 730)).transpose()?;
    let kind = when.optional("is");
    let circumstance = match (under, at_least, kind) {
        (Some(days), None, None) => Circumstance::LeadTimeUnder(days),
        (None, Some(days), None) => Circumstance::LeadTimeAtLeast(days),
        (None, None, Some(place)) => place.word(
            &["week_end", "foreign_language"],
            &[Circumstance::WeekEnd, Circumstance::ForeignLanguage],
        )?,
        _ => {
            let wrong = Wrong::ExactlyOne(&["lead_time_under_days", "lead_time_at_least_days", "is"]);
            return Err(Refused::at(object.path("when"), wrong));
        }
    };
    when.close()?;
    let added = object.optional("cents").map(cents).transpose()?;
    let taken = object.optional("rebate_cents").map(cents).transpose()?;
    let amount = match (added, taken) {
        (Some(amount), None) => amount,
        (None, Some(amount)) => -amount,
        _ => return Err(Refused::at(object.path("cents"), Wrong::ExactlyOne(&["cents", "rebate_cents"]))),
    };
    object.close()?;
    Ok(Supplement { id, label, when: circumstance, amount })
}

fn offer<N: Node>(mut object: Object<N>) -> Result<Offer, Refused> {
    let id = object.required("id")?.string(40)?;
    let label = words(object.required("label")?)?;
    let path = object.path("price");
    let place = object.required("price")?;
    let price = if place.node.string().is_some() {
        place.word(&["not_priced"], &[Price::NotPriced])?
    } else {
        let mut price = place.object()?;
        let given = [
            price.optional("cents").map(cents).transpose()?.map(Price::Fixed),
            price.optional("cents_per_hour").map(cents).transpose()?.map(Price::PerHour),
            price.optional("half_days").map(|place| place.count(1, 20)).transpose()?.map(|count| Price::Time(HalfDays::new(count))),
            price.optional("share_bp").map(rate_bp).transpose()?.map(Price::Share),
        ];
        price.close()?;
        let mut given = given.into_iter().flatten();
        match (given.next(), given.next()) {
            (Some(price), None) => price,
            _ => {
                let wrong = Wrong::ExactlyOne(&["cents", "cents_per_hour", "half_days", "share_bp"]);
                return Err(Refused::at(path, wrong));
            }
        }
    };
    let notice_days = object.optional("notice_days").map(|place| place.count(0, 365)).transpose()?;
    object.close()?;
    Ok(Offer { id, label, price, notice_days })
}

fn discount<N: Node>(mut object: Object<N>) -> Result<Discount, Refused> {
    let id = object.required("id")?.string(40)?;
    let label = words(object.required("label")?)?;
    let code = object.optional("partner_code").map(|place| place.string(40)).transpose()?;
    let condition = object.optional("when");
    let when = match (code, condition) {
        (Some(code), None) => DiscountFor::PartnerCode(code),
        (None, Some(place)) => {
            const WORDS: &[&str] = &["independent", "subcontractor", "several_categories", "renewal", "transfer_in"];
            let index = place.word(WORDS, &[0, 1, 2, 3, 4])?;
            match index {
                0 => DiscountFor::Independent,
                1 => DiscountFor::Subcontractor,
                2 => DiscountFor::SeveralCategories,
                3 => DiscountFor::Renewal,
                _ => DiscountFor::TransferIn,
            }
        }
        _ => return Err(Refused::at(object.path("when"), Wrong::ExactlyOne(&["when", "partner_code"]))),
    };
    let share = object.optional("bp").map(rate_bp).transpose()?;
    let amount = object.optional("cents").map(cents).transpose()?;
    let reduction = match (share, amount) {
        (Some(share), None) => Reduction::Share(share),
        (None, Some(amount)) => Reduction::Amount(amount),
        _ => return Err(Refused::at(object.path("bp"), Wrong::ExactlyOne(&["bp", "cents"]))),
    };
    let target = object
        .optional("target")
        .map(|place| {
            place.word(
                &["cycle", "excluding_fees", "initial", "surveillance", "renewal"],
                &[
                    Target::Cycle,
                    Target::ExcludingFees,
                    Target::Audit(Audit::Initial),
                    Target::Audit(Audit::Surveillance),
                    Target::Audit(Audit::Renewal),
                ],
            )
        })
        .transpose()?
        .unwrap_or(Target::Cycle);
    let cap = object.optional("cap_cents").map(cents).transpose()?;
    let floor = object.optional("floor_cents").map(cents).transpose()?;
    let from = object.optional("valid_from").map(Place::date).transpose()?;
    let end_path = object.path("valid_to");
    let to = object.optional("valid_to").map(Place::date).transpose()?;
    if let (Some(from), Some(to)) = (from, to) && to <= from {
        return Err(Refused::at(end_path, Wrong::EndsBeforeStart));
    }
    object.close()?;
    Ok(Discount { id, label, when, reduction, target, cap, floor, valid: (from, to) })
}

fn vat<N: Node>(place: Place<N>) -> Result<Vat, Refused> {
    let mut object = place.object()?;
    let none_because = object
        .optional("none_because")
        .map(|place| place.word(&["art_293_b", "reverse_charge"], &[NoVat::Article293B, NoVat::ReverseCharge]))
        .transpose()?;
    let rate = object.optional("bp").map(rate_bp).transpose()?;
    let by_location = by_location(&mut object, "by_location_bp", rate_bp)?;
    if none_because.is_some() && (rate.is_some() || !by_location.is_empty()) {
        return Err(Refused::at(object.path("none_because"), Wrong::VatAndNone));
    }
    object.close()?;
    Ok(Vat { rate: rate.unwrap_or(STANDARD_VAT), by_location, none_because })
}

fn instalments<N: Node>(place: Place<N>) -> Result<(Vec<u8>, Cents), Refused> {
    let mut object = place.object()?;
    let mut counts = Vec::new();
    for place in object.required("counts")?.list(12)? {
        let path = place.path.clone();
        let count = u8::try_from(place.count(1, 36)?).unwrap_or(36);
        if counts.contains(&count) {
            return Err(Refused::at(path, Wrong::Repeated(count.to_string())));
        }
        counts.push(count);
    }
    if counts.is_empty() {
        return Err(Refused::at(object.path("counts"), Wrong::Missing));
    }
    let fee = object.optional("fee_cents").map_or(Ok(Cents::ZERO), cents)?;
    object.close()?;
    Ok((counts, fee))
}
