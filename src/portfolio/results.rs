//! What follows for each client, as CSV.

use super::client::Client;
use crate::export::{File, Table};
use crate::text::Words;
use calliope_rules::days::HalfDays;
use calliope_rules::money::Cents;
use calliope_rules::profile::link::Lang;
use calliope_rules::{Assessment, date::format_iso};

/// How many columns a row has; the last one says what is wrong with it.
const COLUMNS: usize = 17;

/// The results being written.
pub struct Results {
    words: Words,
    table: Table,
}

impl Results {
    /// A file with its header.
    #[must_use]
    pub fn new(words: Words) -> Self {
        let (texts, result) = (words.portfolio(), words.result());
        let table = Table::new(&[
            texts.line,
            words.drafts().name,
            words.drafts().tags,
            result.initial,
            &texts.lowest(result.surveillance),
            result.surveillance,
            result.renewal,
            texts.estimate,
            result.net,
            result.vat_word,
            &texts.lowest(result.gross),
            result.gross,
            words.indicators().title,
            result.framework,
            words.form().audit_date,
            texts.link,
            texts.error,
        ]);
        Self { words, table }
    }

    /// A row that was computed.
    pub fn good(&mut self, line: u64, client: &Client, assessment: &Assessment, link: &str) {
        let words = self.words;
        let durations = &assessment.durations;
        let quote = &assessment.quote;
        let yes_no = if durations.surveillance.trace.is_established() {
            words.page().no
        } else {
            words.page().yes
        };
        let days = |days: HalfDays| words.days_number(days);
        let amount = |amount: Cents| {
            if quote.is_complete() {
                plain(words, amount)
            } else {
                words.result().on_quotation.to_owned()
            }
        };
        self.table.row(&[
            &line.to_string(),
            &client.name,
            &client.tags,
            &days(durations.initial.days()),
            &days(durations.surveillance.range().low),
            &days(durations.surveillance.days()),
            &days(durations.renewal.days()),
            yes_no,
            &amount(quote.totals.net),
            &amount(quote.totals.vat),
            &amount(quote.low.gross),
            &amount(quote.totals.gross),
            &assessment.indicators.applicable().count().to_string(),
            words.framework(assessment.framework.id),
            &format_iso(assessment.audit_date),
            link,
            "",
        ]);
    }

    /// A row that was refused, and why.
    pub fn bad(&mut self, line: u64, name: &str, why: &str) {
        let mut cells = [""; COLUMNS];
        let line = line.to_string();
        (cells[0], cells[1], cells[COLUMNS - 1]) = (&line, name, why);
        self.table.row(&cells);
    }

    /// The file.
    #[must_use]
    pub fn finish(self) -> File {
        File {
            name: "calliope-resultats.csv".to_owned(),
            kind: "text/csv;charset=utf-8",
            text: self.table.finish(),
        }
    }
}

/// `1725,00`: an amount that a spreadsheet reads as a number.
fn plain(words: Words, amount: Cents) -> String {
    let mark = match words.lang() {
        Lang::Fr => ",",
        Lang::En => ".",
    };
    let cents = amount.get();
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    [sign, &whole.to_string(), mark, &format!("{rest:0>2}")].concat()
}
