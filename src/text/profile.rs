//! A profile in one line.

use super::Words;
use calliope_rules::money::Cents;
use calliope_rules::profile::{Answers, Categories, Category, Location, Status, Turnover};
use chrono::NaiveDate;

impl Words {
    /// `AF, CFA · chiffre d'affaires 100 000 € · 2 sites de plus · audit le 1er décembre 2026`.
    #[must_use]
    pub fn profile(self, answers: &Answers, today: NaiveDate) -> String {
        let texts = self.profile_words();
        let mut parts = vec![
            self.codes(answers.categories),
            texts.turnover(&self.euros_of(answers.turnover)),
        ];
        if answers.extra_sites > 0 {
            let count = u64::from(answers.extra_sites);
            parts.push(texts.sites(self.form_of(count), &self.integer(count)));
        }
        if !answers.new_entrant.is_empty() {
            parts.push(texts.new_entrant(&self.codes(answers.new_entrant)));
        }
        parts.push(texts.audit(&self.date(answers.audit_date.unwrap_or(today))));
        parts.join(" · ")
    }

    fn euros_of(self, turnover: Turnover) -> String {
        let euros = i64::try_from(turnover.euros()).unwrap_or(i64::MAX / 100);
        self.money_short(Cents::new(euros * 100))
    }

    /// `AF, CFA`.
    #[must_use]
    pub fn codes(self, set: Categories) -> String {
        set.iter()
            .map(Category::code)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// The name of a category.
    #[must_use]
    pub const fn category(self, category: Category) -> &'static str {
        let texts = self.form();
        match category {
            Category::Af => texts.af,
            Category::Bc => texts.bc,
            Category::Vae => texts.vae,
            Category::Cfa => texts.cfa,
        }
    }

    /// Every answer with its question, in the order of the form.
    #[must_use]
    pub fn answers(self, answers: &Answers, today: NaiveDate) -> Vec<(&'static str, String)> {
        let (form, dates, texts) = (self.form(), self.calendar(), self.dossier());
        let yes_no = |yes: bool| if yes { self.page().yes } else { self.page().no }.to_owned();
        let money = |turnover| self.euros_of(turnover);
        let day = |date: Option<NaiveDate>| {
            date.map_or_else(|| texts.not_said.to_owned(), |date| self.date(date))
        };
        let list = |set: Categories| {
            if set.is_empty() {
                texts.none.to_owned()
            } else {
                self.codes(set)
            }
        };
        let status = match answers.status {
            Status::Company => form.company,
            Status::Independent => form.independent,
            Status::Subcontractor => form.subcontractor,
        };
        let location = match answers.location {
            Location::Metropole => form.metropole,
            Location::Corse => form.corse,
            Location::Drom => form.drom,
            Location::Abroad => form.abroad,
        };
        let mut said = vec![
            (form.categories, list(answers.categories)),
            (form.turnover, money(answers.turnover)),
            (form.new_entrant, list(answers.new_entrant)),
            (form.sites, answers.extra_sites.to_string()),
            (form.status, status.to_owned()),
            (
                form.audit_date,
                self.date(answers.audit_date.unwrap_or(today)),
            ),
            (dates.contract_date, day(answers.contract_date)),
            (dates.decision_date, day(answers.decision_date)),
            (form.location, location.to_owned()),
        ];
        if let Some(later) = answers.surveillance_turnover {
            said.push((form.surveillance_turnover_amount, money(later)));
        }
        if !answers.extension.categories.is_empty() || answers.extension.sites > 0 {
            let extension = self.eligibility();
            said.push((
                extension.extend_categories,
                list(answers.extension.categories),
            ));
            said.push((extension.extend_sites, answers.extension.sites.to_string()));
        }
        for (question, yes) in [
            (form.rncp, answers.rncp),
            (form.rs, answers.rs),
            (form.work_study, answers.work_study),
            (form.workplace_periods, answers.workplace_periods),
            (form.afest, answers.afest),
            (form.only_short_courses, answers.only_short_courses),
            (form.subcontracts, answers.subcontracts),
            (form.only_as_subcontractor, answers.only_as_subcontractor),
            (form.vat_exempt, answers.vat_exempt),
        ] {
            said.push((question, yes_no(yes)));
        }
        said
    }
}
