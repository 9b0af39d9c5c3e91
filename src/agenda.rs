//! What happens when, in words: the events of a cycle, for the view, the calendar file and the paper.

use crate::text::{Words, by_day};
use calliope_rules::Assessment;
use calliope_rules::cycle::{Milestone, Plan, Start, next_bpf, plan};
use calliope_rules::duration::Audit;
use calliope_rules::explain::{Basis, What};
use calliope_rules::money::Cents;
use calliope_rules::profile::Answers;
use calliope_rules::quote::Item;
use chrono::NaiveDate;

/// An event of the cycle.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its name for programs; one event of each in an agenda.
    pub id: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; the first one for an event of one day.
    pub to: NaiveDate,
    /// What happens.
    pub name: &'static str,
    /// When, in words.
    pub when: String,
    /// What more there is to know; may be empty.
    pub detail: String,
    /// Rule, source and confidence; none for a date the visitor gave.
    pub basis: Option<Basis>,
    /// Whether it counts from a date that is only supposed.
    pub supposed: bool,
    /// How many days before the first one a reminder rings.
    pub reminders: &'static [u16],
}

/// The date that the answers know furthest along.
#[must_use]
pub fn start(answers: &Answers, today: NaiveDate) -> Start {
    match (
        answers.decision_date,
        answers.audit_date,
        answers.contract_date,
    ) {
        (Some(decision), _, _) => Start::Decision(decision),
        (None, Some(audit), _) => Start::Audit(audit),
        (None, None, contract) => Start::Contract(contract.unwrap_or(today)),
    }
}

/// The plan that follows from the answers.
#[must_use]
pub fn of(answers: &Answers, today: NaiveDate) -> Plan {
    plan(start(answers, today))
}

/// The events of the plan that follows from the answers, in the order of time.
#[must_use]
pub fn events(
    words: Words,
    answers: &Answers,
    assessment: &Assessment,
    today: NaiveDate,
) -> Vec<Event> {
    let (texts, moments) = (words.calendar(), words.moments());
    let start = start(answers, today);
    let plan = plan(start);
    let mut events = Vec::new();
    let given = |id, date, name, detail| Event {
        id,
        from: date,
        to: date,
        name,
        when: moments.on(&words.date(date)),
        detail,
        basis: None,
        supposed: false,
        reminders: &[],
    };
    match start {
        Start::Contract(date) => {
            let supposed = answers.contract_date.is_none();
            let name = if supposed {
                texts.contract_supposed
            } else {
                texts.contract
            };
            events.push(given("contract", date, name, String::new()));
        }
        Start::Audit(date) => {
            let detail = audit(words, assessment, Audit::Initial);
            events.push(Event {
                reminders: &[30, 7],
                ..given("audit", date, moments.audit, detail)
            });
        }
        Start::Decision(date) => {
            events.push(given("decision", date, texts.decision, String::new()));
        }
    }
    let usual = |id, milestone: Milestone, name| Event {
        id,
        from: milestone.date,
        to: milestone.date,
        name,
        when: texts.about(&words.date(milestone.date)),
        detail: texts.typical.to_owned(),
        basis: Some(milestone.basis),
        supposed: false,
        reminders: &[],
    };
    let due = |id, milestone: Milestone, name, detail, reminders| Event {
        id,
        from: milestone.date,
        to: milestone.date,
        name,
        when: moments.until(&words.date(milestone.date)),
        detail,
        basis: Some(milestone.basis),
        supposed: false,
        reminders,
    };
    if let (Some(from), Some(to)) = (plan.audit_from, plan.audit_to) {
        events.push(Event {
            to: to.date,
            when: moments.from_to(&words.date(from.date), &words.date(to.date)),
            detail: audit(words, assessment, Audit::Initial),
            reminders: &[7],
            ..usual("audit-usual", from, moments.audit_window)
        });
    }
    if let Some(offered) = plan.audit_offered_by {
        events.push(due(
            "audit-offered",
            offered,
            texts.audit_offered,
            String::new(),
            &[],
        ));
    }
    if let Some(report) = plan.report {
        let detail = words.rule("cycle.report", today);
        events.push(due("report", report, texts.report, detail, &[]));
    }
    if plan.decision_is_typical {
        events.push(Event {
            when: texts.about(&words.date(plan.decision)),
            detail: texts.typical.to_owned(),
            ..given(
                "decision-usual",
                plan.decision,
                texts.decision_typical,
                String::new(),
            )
        });
    }
    // The report follows an audit that is not fixed; the offer, a contract that may not be signed.
    if let Start::Contract(_) = start {
        let signed = answers.contract_date.is_some();
        for event in &mut events {
            match event.id {
                "report" => suppose(words, event),
                "audit-offered" if !signed => suppose(words, event),
                "audit-usual" => event.reminders = &[],
                _ => {}
            }
        }
    }
    let known = events.len();
    let cycle = plan.cycle;
    let (window_from, window_to) = (cycle.surveillance_from, cycle.surveillance_to);
    events.push(Event {
        to: window_to.date,
        when: moments.from_to(&words.date(window_from.date), &words.date(window_to.date)),
        ..due(
            "surveillance",
            window_from,
            moments.surveillance,
            audit(words, assessment, Audit::Surveillance),
            &[60, 14],
        )
    });
    events.push(Event {
        when: moments.on(&words.date(cycle.renewal_contact.date)),
        ..due(
            "renewal-contact",
            cycle.renewal_contact,
            texts.renewal_contact,
            words.rule("cycle.renewal-contact", today),
            &[14],
        )
    });
    events.push(due(
        "renewal",
        cycle.renewal_latest,
        moments.renewal_latest,
        [
            audit(words, assessment, Audit::Renewal),
            words.rule("cycle.renewal-latest", today),
        ]
        .join(". "),
        &[60, 30],
    ));
    events.push(Event {
        when: moments.on(&words.date(cycle.expiry.date)),
        ..due(
            "expiry",
            cycle.expiry,
            moments.expiry,
            String::new(),
            &[90, 30],
        )
    });
    events.push(Event {
        when: moments.on(&words.date(cycle.renewed_from.date)),
        ..due(
            "renewed",
            cycle.renewed_from,
            texts.renewed,
            String::new(),
            &[],
        )
    });
    if plan.decision_is_typical {
        for event in &mut events[known..] {
            suppose(words, event);
        }
    }
    let bpf = words.rule("cycle.bpf", today);
    events.push(due("bpf", next_bpf(today), texts.bpf, bpf, &[30]));
    by_day(events, |event| event.from)
}

/// An event that counts from a date nobody knows yet is not due: it says so, and rings no reminder.
fn suppose(words: Words, event: &mut Event) {
    event.supposed = true;
    event.reminders = &[];
    if event.from == event.to {
        event.when = words.calendar().about(&words.date(event.from));
    }
}

/// `1 jour, sur place, 1 150 € HT`; an estimate says so; no amount where the tariff does not price the audit by itself.
fn audit(words: Words, assessment: &Assessment, audit: Audit) -> String {
    let Some(duration) = assessment.durations.of(audit) else {
        return String::new();
    };
    let days = words.range(duration.range());
    let place = words.place(audit);
    let priced: Vec<Cents> = assessment
        .quote
        .lines
        .iter()
        .filter(|line| line.item == Item::Audit(audit) && matches!(line.what, What::Time(_)))
        .map(|line| line.amount)
        .collect();
    let said = if priced.is_empty() {
        words.calendar().audit_detail(&days, place)
    } else {
        let amount = words.money_short(priced.into_iter().sum());
        let said = words.calendar().audit_amount(&amount, &days, place);
        let discounted = assessment
            .quote
            .lines
            .iter()
            .any(|line| matches!(line.item, Item::Discount(_)));
        if discounted {
            words.calendar().before_discount(&said)
        } else {
            said
        }
    };
    if duration.trace.is_established() {
        said
    } else {
        words.calendar().audit_estimate(&said)
    }
}

/// How far an event is: `dans 12 jours`, `aujourd'hui`, `passé`.
#[must_use]
pub fn distance(words: Words, event: &Event, today: NaiveDate) -> String {
    let texts = words.calendar();
    if event.to < today {
        return texts.past.to_owned();
    }
    if event.from < today {
        return texts.under_way.to_owned();
    }
    match u64::try_from((event.from - today).num_days()) {
        Ok(days) if days > 0 => texts.days_left(words.form_of(days), &words.integer(days)),
        _ => texts.today_left.to_owned(),
    }
}
