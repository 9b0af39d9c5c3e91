//! The contract: an assessment as one line of JSON, and its trace.

mod json;
mod trace;

pub use json::Json;
pub use trace::trace;

use crate::Assessment;
use crate::assess::RULES_VERSION;
use crate::date::format_iso;
use crate::days::HalfDays;
use crate::indicators::Indicator;
use crate::tariff::Tariff;

/// Writes the assessment as one JSON object, without a line break.
#[must_use]
pub fn assessment(assessment: &Assessment, tariff: &Tariff) -> String {
    let mut json = Json::with_capacity(1536);
    json.object(|json| {
        json.key("framework").string(assessment.framework.id);
        json.key("band").string(assessment.band.id());
        json.key("days").object(|json| days(json, assessment));
        json.key("days_range").object(|json| {
            let range = assessment.durations.surveillance.range();
            json.key("surveillance").array(|json| {
                json.item().raw(range.low);
                json.item().raw(range.high);
            });
        });
        json.key("sampled_sites").object(|json| {
            json.key("initial")
                .raw(assessment.durations.initial.sampled_sites);
            json.key("surveillance")
                .raw(assessment.durations.surveillance.sampled_sites);
            json.key("renewal")
                .raw(assessment.durations.renewal.sampled_sites);
        });
        json.key("indicators")
            .object(|json| indicators(json, assessment));
        json.key("quote")
            .object(|json| quote(json, assessment, tariff));
        match &assessment.cycle {
            None => json.key("cycle").null(),
            Some(cycle) => json.key("cycle").object(|json| {
                json.key("expiry").string(&format_iso(cycle.expiry.date));
                json.key("surveillance_from")
                    .string(&format_iso(cycle.surveillance_from.date));
                json.key("surveillance_to")
                    .string(&format_iso(cycle.surveillance_to.date));
                json.key("renewal_latest")
                    .string(&format_iso(cycle.renewal_latest.date));
            }),
        }
        json.key("eligibility").object(|json| {
            json.key("ready").raw(assessment.missing.is_empty());
            json.key("missing").array(|json| {
                for requirement in &assessment.missing {
                    json.item().string(requirement.id());
                }
            });
        });
        json.key("provisional").array(|json| {
            for provisional in &assessment.provisional {
                json.item().string(provisional.id());
            }
        });
        json.key("rules_version").string(RULES_VERSION);
    });
    json.finish()
}

fn days(json: &mut Json, assessment: &Assessment) {
    let durations = &assessment.durations;
    let extension = durations
        .extension
        .as_ref()
        .map(crate::duration::Duration::days);
    for (key, days) in [
        ("initial", Some(durations.initial.days())),
        ("surveillance", Some(durations.surveillance.days())),
        ("renewal", Some(durations.renewal.days())),
        ("extension", extension),
    ] {
        optional_days(json.key(key), days);
    }
}

fn optional_days(json: &mut Json, days: Option<HalfDays>) {
    match days {
        Some(days) => json.raw(days),
        None => json.null(),
    }
}

fn indicators(json: &mut Json, assessment: &Assessment) {
    fn numbers<'a>(json: &mut Json, indicators: impl Iterator<Item = &'a Indicator>) {
        json.array(|json| {
            for indicator in indicators {
                json.item().raw(indicator.number);
            }
        });
    }
    let judged = &assessment.indicators;
    numbers(json.key("applicable"), judged.applicable());
    numbers(json.key("to_confirm"), judged.to_confirm());
    numbers(json.key("new_entrant"), judged.new_entrant());
    numbers(json.key("major_only"), judged.major_only());
    numbers(
        json.key("surveillance_minimum"),
        judged.surveillance_minimum(),
    );
}

fn quote(json: &mut Json, assessment: &Assessment, tariff: &Tariff) {
    let quote = &assessment.quote;
    json.key("tariff").string(&tariff.id);
    // An audit on quotation leaves no total: "not priced" is not 0.
    let priced = quote.is_complete();
    for (key, amount) in [
        ("net_cents", quote.totals.net),
        ("vat_cents", quote.totals.vat),
        ("gross_cents", quote.totals.gross),
    ] {
        if priced {
            json.key(key).raw(amount.get())
        } else {
            json.key(key).null()
        }
    }
    json.key("lines").array(|json| {
        for line in &quote.lines {
            json.item().object(|json| {
                json.key("line").string(line.item.id(tariff));
                json.key("rule").string(line.basis.rule.0);
                json.key("source").string(line.basis.source.id());
                json.key("cents").raw(line.amount.get());
                json.key("vat_bp").raw(line.vat.get());
            });
        }
    });
    json.key("instalments").object(|json| {
        for payments in quote.instalments.iter().filter(|_| priced) {
            json.key(&payments.len().to_string()).array(|json| {
                for payment in payments {
                    json.item().raw(payment.get());
                }
            });
        }
    });
    json.key("not_priced").array(|json| {
        for item in &quote.unpriced {
            json.item().string(item.id(tariff));
        }
    });
}
