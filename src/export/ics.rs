//! A calendar file (RFC 5545): whole days with reminders.

use super::File;
use crate::agenda::Event;
use crate::text::Words;
use calliope_rules::date::{add_days, format_iso};
use chrono::NaiveDate;
use std::hash::{DefaultHasher, Hasher};

/// The longest line, in bytes; a longer one goes on in the next, after a space.
const LINE: usize = 75;

/// The events as a calendar; `link` leads back to the page they were made on, made `today`.
#[must_use]
pub fn calendar_file(words: Words, events: &[Event], link: &str, today: NaiveDate) -> File {
    let mut calendar = Calendar(String::new());
    calendar.line("BEGIN", "VCALENDAR");
    calendar.line("VERSION", "2.0");
    calendar.line("PRODID", "-//Calliope//Calendar//FR");
    calendar.line("CALSCALE", "GREGORIAN");
    let mut hasher = DefaultHasher::new();
    hasher.write(link.as_bytes());
    let client = format_hash(hasher.finish());
    for event in events {
        let mut name = words.calendar().ics_name(event.name);
        if event.supposed {
            name = words.calendar().supposed_name(&name);
        }
        calendar.line("BEGIN", "VEVENT");
        calendar.line(
            "UID",
            &[
                event.id,
                "-",
                &compact(event.from),
                "-",
                &client,
                "@calliope",
            ]
            .concat(),
        );
        calendar.line("DTSTAMP", &[&compact(today), "T000000Z"].concat());
        calendar.line("DTSTART;VALUE=DATE", &compact(event.from));
        // The end is the first day that is no longer part of it.
        calendar.line("DTEND;VALUE=DATE", &compact(add_days(event.to, 1)));
        calendar.line("SUMMARY", &escape(&name));
        let source = event
            .basis
            .map_or_else(String::new, |basis| words.citation(basis));
        let supposed = if event.supposed {
            words.calendar().supposed
        } else {
            ""
        };
        let said = [event.when.as_str(), supposed, &event.detail, &source, link];
        let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
        calendar.line("DESCRIPTION", &escape(&said.join("\n")));
        calendar.line("TRANSP", "TRANSPARENT");
        for days in event.reminders {
            calendar.line("BEGIN", "VALARM");
            calendar.line("ACTION", "DISPLAY");
            calendar.line("DESCRIPTION", &escape(&name));
            calendar.line("TRIGGER", &["-P", &days.to_string(), "D"].concat());
            calendar.line("END", "VALARM");
        }
        calendar.line("END", "VEVENT");
    }
    calendar.line("END", "VCALENDAR");
    File {
        name: ["calliope-calendrier-", &format_iso(today), ".ics"].concat(),
        kind: "text/calendar;charset=utf-8",
        text: calendar.0,
    }
}

/// What tells the calendar of one profile from that of another, in letters.
fn format_hash(hash: u64) -> String {
    hash.to_be_bytes()
        .iter()
        .flat_map(|byte| [byte >> 4, byte & 15])
        .map(|nibble| char::from(b'a' + nibble))
        .collect()
}

struct Calendar(String);

impl Calendar {
    fn line(&mut self, name: &str, value: &str) {
        let mut room = LINE;
        for character in [name, ":", value].concat().chars() {
            let size = character.len_utf8();
            if size > room {
                self.0.push_str("\r\n ");
                room = LINE - 1;
            }
            self.0.push(character);
            room -= size;
        }
        self.0.push_str("\r\n");
    }
}

/// `2026-12-01` as `20261201`.
fn compact(date: NaiveDate) -> String {
    format_iso(date).replace('-', "")
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' => escaped.push_str("\\n"),
            // No other control character may stand in a calendar.
            other if other.is_control() => escaped.push(' '),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut calendar = Calendar(String::new());
        calendar.line("SUMMARY", &"é".repeat(100));
        for line in calendar.0.split("\r\n") {
            assert!(line.len() <= LINE, "{line}");
        }
        assert_eq!(
            calendar.0.replace("\r\n ", "").trim_end(),
            format!("SUMMARY:{}", "é".repeat(100))
        );
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escape("a, b; c\\d\ne"), "a\\, b\\; c\\\\d\\ne");
    }
}
