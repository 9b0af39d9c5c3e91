//! A row as a client's answers, or what is wrong with it.

use super::table::Row;
use crate::drafts::draft;
use crate::text::fold;
use crate::ui::amount;
use calliope_rules::date;
use calliope_rules::profile::link::{self, Ignored};
use calliope_rules::profile::{Answers, Profile};

/// The column of the client's name.
pub const NAME: &str = "nom";
/// The column of the tags.
pub const TAGS: &str = "etiquettes";
/// The columns without which there is no quote, besides the name.
const NEEDED: [&str; 2] = ["cat", "ca"];

/// What the first row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The key of each column; none for one that is left aside.
    columns: Vec<Option<&'static str>>,
    /// The names of the columns left aside.
    pub unknown: Vec<String>,
}

/// A first row that does not say what is needed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoHeader {
    /// A column that is needed is not named; what was read.
    Missing(String),
    /// A column is there twice.
    Repeated(&'static str),
}

/// A client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The client's name.
    pub name: String,
    /// Words to find it by.
    pub tags: String,
    /// What the row says.
    pub answers: Answers,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A column that is needed is empty.
    Empty(&'static str),
    /// A value does not fit its column.
    Value {
        /// The column.
        column: String,
        /// The value as written.
        value: String,
    },
    /// The answers contradict each other.
    Contradiction,
}

/// The columns that may be named, in the order of the template.
pub fn columns() -> impl Iterator<Item = &'static str> {
    [NAME, TAGS].into_iter().chain(link::answer_keys())
}

impl Header {
    /// Reads the first row.
    ///
    /// # Errors
    ///
    /// When a column that is needed is missing, or one is there twice.
    pub fn read(row: &Row) -> Result<Self, NoHeader> {
        let mut header = Self {
            columns: Vec::new(),
            unknown: Vec::new(),
        };
        for cell in &row.cells {
            let name = fold(cell);
            let column = columns().find(|column| *column == name);
            if let Some(column) = column.filter(|_| header.columns.contains(&column)) {
                return Err(NoHeader::Repeated(column));
            }
            if column.is_none() && !cell.is_empty() {
                header.unknown.push(cell.clone());
            }
            header.columns.push(column);
        }
        let named = |column: &&str| header.columns.contains(&Some(*column));
        if [NAME].iter().chain(&NEEDED).all(named) {
            Ok(header)
        } else {
            Err(NoHeader::Missing(row.cells.join(", ")))
        }
    }

    /// The name that a row gives, even where it cannot be read.
    #[must_use]
    pub fn name<'a>(&self, row: &'a Row) -> &'a str {
        self.cell(row, NAME)
    }

    fn cell<'a>(&self, row: &'a Row, wanted: &str) -> &'a str {
        let place = self
            .columns
            .iter()
            .position(|column| *column == Some(wanted));
        place
            .and_then(|place| row.cells.get(place))
            .map_or("", String::as_str)
    }

    /// Reads a row under this header.
    ///
    /// # Errors
    ///
    /// The first thing that is wrong with it.
    pub fn client(&self, row: &Row) -> Result<Client, Wrong> {
        let cell = |wanted: &str| self.cell(row, wanted);
        let name = draft::name(cell(NAME));
        if name.is_empty() {
            return Err(Wrong::Empty(NAME));
        }
        if let Some(empty) = NEEDED.into_iter().find(|column| cell(column).is_empty()) {
            return Err(Wrong::Empty(empty));
        }
        let mut pairs = Vec::new();
        for key in link::answer_keys() {
            let written = cell(key);
            if written.is_empty() {
                continue;
            }
            let value = value(key, written).ok_or_else(|| Wrong::Value {
                column: key.to_owned(),
                value: written.to_owned(),
            })?;
            if !value.is_empty() {
                pairs.push((key.to_owned(), value));
            }
        }
        let (link, ignored) = link::take(pairs, &Answers::default(), &[]);
        if let Some(Ignored::BadValue { key, .. }) = ignored.into_iter().next() {
            let value = cell(&key).to_owned();
            return Err(Wrong::Value { column: key, value });
        }
        if Profile::new(link.answers.clone()).is_err() {
            return Err(Wrong::Contradiction);
        }
        Ok(Client {
            name,
            tags: cell(TAGS).to_owned(),
            answers: link.answers,
        })
    }
}

/// What people write in a cell, as a link says it; empty for an answer that is not given, none for nonsense.
fn value(key: &str, written: &str) -> Option<String> {
    Some(match key {
        "cat" | "ne" | "ext" => {
            let mut known: Vec<String> = Vec::new();
            for code in written.split(|c: char| !c.is_ascii_alphanumeric()) {
                let code = code.to_ascii_uppercase();
                if !code.is_empty() && !known.contains(&code) {
                    known.push(code);
                }
            }
            known.join(".")
        }
        "ca" | "ca2" => amount::parse(written).ok()?.euros().to_string(),
        "sites" | "extsites" => written.chars().filter(|c| !c.is_whitespace()).collect(),
        "audit" | "contrat" | "decision" => date(written)?,
        "statut" | "lieu" => fold(written),
        _ => match fold(written).as_str() {
            "1" | "oui" | "yes" | "x" | "vrai" | "true" => "1".to_owned(),
            "0" | "non" | "no" | "faux" | "false" => String::new(),
            _ => return None,
        },
    })
}

/// `2026-12-01`, or `01/12/2026` as French spreadsheets write it.
fn date(written: &str) -> Option<String> {
    if date::parse_iso(written).is_some() {
        return Some(written.to_owned());
    }
    let parts: Vec<&str> = written.split(['/', '.', '-']).collect();
    let [day, month, year] = parts[..] else {
        return None;
    };
    let two = |part: &str| format!("{part:0>2}");
    let iso = [year, &two(month), &two(day)].join("-");
    date::parse_iso(&iso).map(|_| iso)
}

#[cfg(test)]
mod tests {
    use super::super::table::rows;
    use super::*;
    use crate::state::plain_link;

    /// `cells → link`, or what is wrong.
    #[test]
    fn rows_are_read_as_people_write_them() {
        let cases = include_str!("clients.csv");
        let table = rows(cases);
        let header = Header::read(&table[0]).unwrap();
        assert_eq!(header.unknown, ["expected"]);
        for row in &table[1..] {
            let expected = row.cells.last().unwrap();
            let read = match header.client(row) {
                Ok(client) => plain_link(&client.answers).replace("#/devis?v=1&", ""),
                Err(Wrong::Empty(column)) => format!("empty {column}"),
                Err(Wrong::Value { column, value }) => format!("{column}: {value}"),
                Err(Wrong::Contradiction) => "contradiction".to_owned(),
            };
            assert_eq!(&read, expected, "line {}", row.line);
        }
    }

    #[test]
    fn a_header_names_what_is_needed_once() {
        let header = |text: &str| Header::read(&rows(text)[0]);
        assert!(header("Nom;CAT;Ca").is_ok());
        assert_eq!(
            header("nom;cat"),
            Err(NoHeader::Missing("nom, cat".to_owned()))
        );
        assert_eq!(header("nom;cat;ca;cat"), Err(NoHeader::Repeated("cat")));
    }
}
