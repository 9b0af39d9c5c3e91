//! JSON lines in, JSON lines out: one profile a line, one assessment a line, in order.
//!
//! `cargo run --release -q -p calliope-rules --example assess [-- --tariff T1 --today 2026-11-22] < profiles.jsonl`

mod support;

use calliope_rules::read::Value;
use calliope_rules::tariff::{self, FIXTURES, Tariff};
use calliope_rules::wire::{self, Json};
use calliope_rules::{Terms, assess, date};
use chrono::NaiveDate;
use std::io::{self, BufRead, Read, Write};
use std::process::ExitCode;
use support::{Failure, today, words};

/// The longest line read; a longer one is an error on its line.
const MAX_LINE: u64 = 64 * 1024;

fn main() -> ExitCode {
    let (tariff, today) = match arguments(std::env::args().skip(1)) {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!(
                "{message}\nusage: assess [--tariff T1…T8] [--today 2026-11-22] < profiles.jsonl"
            );
            return ExitCode::from(2);
        }
    };
    match run(&tariff, today) {
        Ok(()) => ExitCode::SUCCESS,
        // The reader of our output has had enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("assess: {error}");
            ExitCode::FAILURE
        }
    }
}

fn arguments(mut given: impl Iterator<Item = String>) -> Result<(Tariff, NaiveDate), String> {
    let mut id = "T1".to_owned();
    let mut day = None;
    while let Some(flag) = given.next() {
        let value = given
            .next()
            .ok_or_else(|| format!("{flag} needs a value"))?;
        match flag.as_str() {
            "--tariff" => id = value,
            "--today" => {
                day = Some(
                    date::parse_iso(&value)
                        .ok_or_else(|| format!("{value} is not a date such as 2026-11-22"))?,
                );
            }
            _ => return Err(format!("{flag} is not known")),
        }
    }
    let text = FIXTURES
        .iter()
        .find(|(name, _)| *name == id)
        .ok_or_else(|| format!("no tariff {id}"))?
        .1;
    let document: serde_json::Value =
        serde_json::from_str(text).map_err(|error| format!("{id}: {error}"))?;
    let tariff =
        tariff::read(&Value::from(&document)).map_err(|refused| format!("{id}: {refused:?}"))?;
    Ok((tariff, day.unwrap_or_else(today)))
}

fn run(tariff: &Tariff, today: NaiveDate) -> io::Result<()> {
    let terms = Terms::of(tariff);
    let mut input = io::stdin().lock();
    let mut output = io::BufWriter::new(io::stdout().lock());
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.by_ref().take(MAX_LINE).read_until(b'\n', &mut line)?;
        if read == 0 {
            return output.flush();
        }
        let whole = line.ends_with(b"\n") || (read as u64) < MAX_LINE;
        if !whole {
            skip_line(&mut input)?;
        }
        let answer = if whole {
            respond(&line, terms, today)
        } else {
            Err(Failure::too_long(MAX_LINE))
        };
        let text = answer.unwrap_or_else(|failure| refuse(&failure));
        output.write_all(text.as_bytes())?;
        output.write_all(b"\n")?;
    }
}

fn skip_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let available = input.fill_buf()?;
        if available.is_empty() {
            return Ok(());
        }
        let end = available.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(available.len(), |end| end + 1);
        input.consume(length);
        if end.is_some() {
            return Ok(());
        }
    }
}

fn respond(line: &[u8], terms: Terms<'_>, today: NaiveDate) -> Result<String, Failure> {
    let profile = support::profile(line)?;
    let assessment = assess(&profile, terms, today).map_err(|invalid| words(&invalid))?;
    Ok(wire::assessment(&assessment, terms.tariff))
}

fn refuse(failure: &Failure) -> String {
    let mut json = Json::default();
    json.object(|json| {
        json.key("error").object(|json| {
            json.key("field").string(&failure.field);
            json.key("message").string(&failure.message);
        });
    });
    json.finish()
}
