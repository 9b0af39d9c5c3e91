//! The trace of an assessment as JSON: every value with its steps, rules and sources.

use super::Json;
use crate::Assessment;
use crate::assess::RULES_VERSION;
use crate::date::format_iso;
use crate::duration::Audit;
use crate::explain::{Basis, Effect, Step, Trace, What};
use crate::indicators::{Condition, ConfirmReason, NoReason, Verdict, YesReason};
use crate::profile::{Categories, Category};
use crate::sources;
use crate::tariff::Tariff;

/// Writes the trace as one JSON object, without a line break.
#[must_use]
pub fn trace(assessment: &Assessment, tariff: &Tariff) -> String {
    let mut json = Json::with_capacity(8 * 1024);
    json.object(|json| {
        json.key("rules_version").string(RULES_VERSION);
        json.key("framework").object(|json| {
            json.key("id").string(assessment.framework.id);
            basis(json, assessment.framework.basis);
        });
        json.key("days").object(|json| {
            for audit in Audit::ALL {
                if let Some(duration) = assessment.durations.of(audit) {
                    steps(json.key(audit.id()), &duration.trace);
                }
            }
        });
        json.key("net_cents").array(|json| {
            for line in &assessment.quote.lines {
                json.item().object(|json| {
                    json.key("line").string(line.item.id(tariff));
                    step(
                        json,
                        &Step {
                            what: line.what,
                            effect: Effect::Amount(line.amount),
                            basis: line.basis,
                        },
                    );
                });
            }
        });
        steps(json.key("vat_cents"), &assessment.quote.vat_trace(tariff));
        json.key("indicators").array(|json| {
            for indicator in assessment.indicators.all() {
                json.item().object(|json| {
                    json.key("number").raw(indicator.number);
                    json.key("applies").string(indicator.verdict.id());
                    json.key("reason").string(reason(indicator.verdict));
                    if let Some(through) = through(indicator.verdict) {
                        json.key("categories").array(|json| codes(json, through));
                    }
                    basis(json, indicator.basis);
                });
            }
        });
        if let Some(cycle) = &assessment.cycle {
            json.key("cycle").array(|json| {
                for milestone in [
                    cycle.expiry,
                    cycle.surveillance_from,
                    cycle.surveillance_to,
                    cycle.renewal_contact,
                    cycle.renewal_latest,
                    cycle.renewed_from,
                ] {
                    json.item().object(|json| {
                        json.key("date").string(&format_iso(milestone.date));
                        basis(json, milestone.basis);
                    });
                }
            });
        }
        json.key("missing").array(|json| {
            for requirement in &assessment.missing {
                json.item().object(|json| {
                    json.key("id").string(requirement.id());
                    basis(json, requirement.basis());
                });
            }
        });
        json.key("sources").array(|json| {
            for source in sources::all() {
                json.item().object(|json| {
                    json.key("id").string(source.id);
                    json.key("citation").string(source.citation);
                    json.key("url").string(source.url);
                    json.key("checked_on")
                        .string(&format_iso(source.checked_on));
                });
            }
        });
    });
    json.finish()
}

fn steps(json: &mut Json, trace: &Trace) {
    json.array(|json| {
        for taken in trace.steps() {
            json.item().object(|json| step(json, taken));
        }
    });
}

fn step(json: &mut Json, step: &Step) {
    what(json, step.what);
    match step.effect {
        Effect::Days(range) => {
            json.key("low").raw(range.low);
            json.key("high").raw(range.high);
        }
        Effect::Amount(amount) => json.key("cents").raw(amount.get()),
    }
    basis(json, step.basis);
}

fn basis(json: &mut Json, basis: Basis) {
    json.key("rule").string(basis.rule.0);
    json.key("source").string(basis.source.id());
    json.key("confidence").string(basis.confidence.letter());
}

/// What was counted, by its name, with its inputs beside.
fn what(json: &mut Json, what: What) {
    let name = match what {
        What::Base(_) => "base",
        What::Category(_) => "category",
        What::SampledSites { .. } => "sampled-sites",
        What::NewSites(_) => "new-sites",
        What::NewEntrant => "new-entrant",
        What::SameAsInitial => "same-as-initial",
        What::Combined => "combined",
        What::Time(_) => "time",
        What::FlatPrice(_) => "flat-price",
        What::Times(_) => "times",
        What::Rate { .. } => "rate",
    };
    json.key("what").string(name);
    match what {
        What::Base(band) | What::FlatPrice(band) => json.key("band").string(band.id()),
        What::Category(category) => json.key("category").string(category.code()),
        What::SampledSites { sampled, of } => {
            json.key("sampled").raw(sampled);
            json.key("of").raw(of);
        }
        What::NewSites(count) | What::Times(count) => json.key("count").raw(count),
        What::Time(days) => json.key("days").raw(days),
        What::Rate { rate, of } => {
            json.key("rate_bp").raw(rate.get());
            json.key("of_cents").raw(of.get());
        }
        What::NewEntrant | What::SameAsInitial | What::Combined => {}
    }
}

/// The reason of a verdict, by its name.
fn reason(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Yes(YesReason::Everyone) => "everyone",
        Verdict::Yes(YesReason::Categories(_)) => "categories",
        Verdict::Yes(YesReason::Condition(condition))
        | Verdict::No(NoReason::Condition(condition)) => match condition {
            Condition::Certifying => "certifying",
            Condition::LongCourses => "long-courses",
            Condition::WorkStudy => "work-study",
            Condition::WorkplacePeriods => "workplace-periods",
            Condition::Subcontracting => "subcontracting",
        },
        Verdict::No(NoReason::OtherCategories(_)) => "other-categories",
        Verdict::No(NoReason::Subcontractor) => "subcontractor",
        Verdict::Confirm(ConfirmReason::RsOnly) => "rs-only",
        Verdict::Confirm(ConfirmReason::Afest) => "afest",
        Verdict::Confirm(ConfirmReason::ContractMissions) => "contract-missions",
    }
}

/// The categories that a reason names.
const fn through(verdict: Verdict) -> Option<Categories> {
    match verdict {
        Verdict::Yes(YesReason::Categories(set)) | Verdict::No(NoReason::OtherCategories(set)) => {
            Some(set)
        }
        _ => None,
    }
}

fn codes(json: &mut Json, set: Categories) {
    for code in set.iter().map(Category::code) {
        json.item().string(code);
    }
}
