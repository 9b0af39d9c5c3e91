//! The quote in words: audits, bands, durations, lines.

use super::{Form, Words};
use calliope_rules::days::DayRange;
use calliope_rules::duration::{Audit, Duration};
use calliope_rules::explain::What;
use calliope_rules::profile::TurnoverBand;
use calliope_rules::quote::{Item, Line, Quote};
use calliope_rules::tariff::Tariff;

impl Words {
    /// The name of an audit.
    #[must_use]
    pub const fn audit(self, audit: Audit) -> &'static str {
        let texts = &self.result();
        match audit {
            Audit::Initial => texts.initial,
            Audit::Surveillance => texts.surveillance,
            Audit::Renewal => texts.renewal,
            Audit::Extension => texts.extension,
        }
    }

    /// The words of a turnover band.
    #[must_use]
    pub const fn band(self, band: TurnoverBand) -> &'static str {
        let texts = &self.bands();
        match band {
            TurnoverBand::Under150k => texts.under_150k,
            TurnoverBand::From150k => texts.from_150k,
            TurnoverBand::From750k => texts.from_750k,
        }
    }

    /// A duration with its range, the unit said once: `1,5 jour` or `1 à 1,5 jour`.
    #[must_use]
    pub fn range(self, range: DayRange) -> String {
        let high = self.days(range.high);
        if range.low == range.high {
            high
        } else {
            self.units().to(&high, &self.days_number(range.low))
        }
    }

    /// The name of a line of the quote.
    #[must_use]
    pub fn line(self, tariff: &Tariff, line: &Line) -> String {
        let texts = self.explain();
        let named = |label: &calliope_rules::tariff::Words| {
            let label = self.of(label).to_owned();
            match line.what {
                What::Times(count) if count > 1 => texts.times(&label, &count.to_string()),
                _ => label,
            }
        };
        let counted = |form: fn(Words, Form, &str) -> String| match line.what {
            What::Times(count) => form(self, self.form_of(count.into()), &count.to_string()),
            _ => String::new(),
        };
        match (line.item, line.what) {
            (Item::Audit(audit), What::Time(time)) => {
                texts.time(self.audit(audit), &self.days(time))
            }
            (Item::Audit(audit), _) => self.audit(audit).to_owned(),
            (Item::Flat, What::FlatPrice(band)) => texts.flat(self.band(band)),
            (Item::Flat, _) => String::new(),
            (Item::ExtraCategories, _) => {
                counted(|words: Self, form, n| words.explain().extra_categories(form, n))
            }
            (Item::ExtraSites, _) => {
                counted(|words: Self, form, n| words.explain().extra_sites(form, n))
            }
            (Item::Travel, _) => counted(|words: Self, form, n| words.explain().travel(form, n)),
            (Item::NewEntrant, _) => texts.new_entrant.to_owned(),
            (Item::Revision, What::Rate { rate, .. }) => texts.revision(&self.rate(rate)),
            (Item::Revision, _) => String::new(),
            (Item::Fee(index), _) => tariff
                .fees
                .get(index)
                .map_or_else(String::new, |fee| named(&fee.label)),
            (Item::Supplement(index), _) => tariff
                .supplements
                .get(index)
                .map_or_else(String::new, |supplement| named(&supplement.label)),
            (Item::Service(index), _) => tariff
                .services
                .get(index)
                .map_or_else(String::new, |service| named(&service.label)),
            (Item::Discount(index), what) => {
                let label = tariff
                    .discounts
                    .get(index)
                    .map_or_else(String::new, |discount| named(&discount.label));
                match what {
                    What::Rate { rate, of } => [
                        &label,
                        ", ",
                        &texts.rate_of(&self.money_short(of), &self.rate(rate)),
                    ]
                    .concat(),
                    _ => label,
                }
            }
        }
    }

    /// Where an audit is held by default.
    #[must_use]
    pub const fn place(self, audit: Audit) -> &'static str {
        if audit.on_site() {
            self.result().on_site
        } else {
            self.result().remote
        }
    }

    /// What is said of a duration that is not established; empty for one that is.
    #[must_use]
    pub fn estimate_of(self, duration: &Duration) -> String {
        if duration.trace.is_established() {
            return String::new();
        }
        let range = duration.range();
        let (low, high) = (self.days_number(range.low), self.days(range.high));
        if range.low == range.high {
            self.result().estimate(&high)
        } else {
            self.result().estimate_range(&high, &low)
        }
    }

    /// What is said of a total that rests on an estimate; empty for one that does not.
    #[must_use]
    pub fn estimate_of_total(self, quote: &Quote) -> String {
        // A total that lacks a part is no maximum.
        if !quote.is_estimate() || !quote.is_complete() {
            return String::new();
        }
        let (low, high) = (
            self.money_short(quote.low.gross),
            self.money_short(quote.totals.gross),
        );
        if low == high {
            self.result().estimate_at_most(&high)
        } else {
            self.result().estimate_amount(&high, &low)
        }
    }
}
