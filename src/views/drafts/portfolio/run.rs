//! A portfolio being computed, a few rows at a time.

use crate::browser::address;
use crate::export::File;
use crate::portfolio::MAX_ROWS;
use crate::portfolio::client::{Client, Header, NoHeader, Wrong};
use crate::portfolio::results::Results;
use crate::portfolio::table::{self, Row};
use crate::state::{State, plain_link};
use crate::text::Words;
use calliope_rules::Assessment;
use calliope_rules::profile::Profile;
use std::ops::Range;

/// What has been computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The rows that could be read.
    pub clients: Vec<Client>,
    /// The lines that were refused, and why.
    pub refused: Vec<(u64, String)>,
    /// Both, as a file.
    pub file: File,
}

/// A portfolio being computed.
pub struct Computing {
    state: State,
    words: Words,
    header: Header,
    rows: Vec<Row>,
    results: Results,
    clients: Vec<Client>,
    refused: Vec<(u64, String)>,
}

impl Computing {
    /// Reads a file.
    ///
    /// # Errors
    ///
    /// What is wrong with it as a whole, in words.
    pub fn of(state: State, words: Words, text: &str) -> Result<Self, String> {
        let texts = words.portfolio();
        let mut rows = table::rows(text).into_iter();
        let first = rows.next().ok_or_else(|| texts.empty.to_owned())?;
        let header = Header::read(&first).map_err(|why| match why {
            NoHeader::Missing(read) => texts.no_header(&read),
            NoHeader::Repeated(column) => texts.repeated_column(column),
        })?;
        let rows: Vec<Row> = rows.collect();
        if rows.len() > MAX_ROWS {
            return Err(texts.too_many(&words.integer(MAX_ROWS as u64)));
        }
        Ok(Self {
            state,
            words,
            header,
            rows,
            results: Results::new(words),
            clients: Vec::new(),
            refused: Vec::new(),
        })
    }

    /// How many rows there are.
    #[must_use]
    pub fn total(&self) -> usize {
        self.rows.len()
    }

    /// Computes some rows.
    pub fn compute(&mut self, part: Range<usize>) {
        for place in part {
            match self.read(&self.rows[place]) {
                Ok((client, assessment)) => {
                    let link = [address::without_fragment(), plain_link(&client.answers)].concat();
                    let line = self.rows[place].line;
                    self.results.good(line, &client, &assessment, &link);
                    self.clients.push(client);
                }
                Err(why) => {
                    let row = &self.rows[place];
                    self.results.bad(row.line, self.header.name(row), &why);
                    self.refused.push((row.line, why));
                }
            }
        }
    }

    fn read(&self, row: &Row) -> Result<(Client, Assessment), String> {
        let explained = |wrong| explain(self.words, &wrong);
        let client = self.header.client(row).map_err(explained)?;
        let profile = Profile::new(client.answers.clone()).ok();
        let (settings, today) = (self.state.settings, self.state.today);
        let day = client.answers.contract_date.unwrap_or(today);
        let terms = settings.terms(settings.tariff("", day));
        let assessment =
            profile.and_then(|profile| calliope_rules::assess(&profile, terms, today).ok());
        let contradiction = || self.words.portfolio().contradiction.to_owned();
        Ok((client, assessment.ok_or_else(contradiction)?))
    }

    /// Ends after the first `to` rows, and says how it went.
    #[must_use]
    pub fn finish(self, to: usize) -> (Done, String) {
        let texts = self.words.portfolio();
        let (refused, clients) = (self.refused.len(), self.clients.len());
        let mut said = if to < self.total() {
            texts.stopped(&to.to_string(), &self.total().to_string())
        } else {
            texts.finished(&refused.to_string(), &clients.to_string())
        };
        if !self.header.unknown.is_empty() {
            let aside = texts.unknown_column(&self.header.unknown.join(", "));
            said = [&said, " ", &aside].concat();
        }
        let done = Done {
            clients: self.clients,
            refused: self.refused,
            file: self.results.finish(),
        };
        (done, said)
    }
}

fn explain(words: Words, wrong: &Wrong) -> String {
    let texts = words.portfolio();
    match wrong {
        Wrong::Empty(column) => texts.missing_value(column),
        Wrong::Value { column, value } => texts.bad_value(column, value),
        Wrong::Contradiction => texts.contradiction.to_owned(),
    }
}
