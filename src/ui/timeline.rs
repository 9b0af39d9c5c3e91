//! Days on a line, a stretch of it as a band.
//!
//! Drawn twice, lying for a wide page and standing for a phone; the style shows one of them. The list beside
//! it is its twin for those who do not see it.

use super::element::{El, el};
use super::svg::{Shape, drawing, label, line, rect};
use crate::text::{Words, by_day};
use chrono::NaiveDate;

/// A day of the line.
pub struct Mark {
    class: &'static str,
    /// The day.
    pub date: NaiveDate,
    name: String,
}

impl Mark {
    /// A day with its name; `class` is `tick`, `tick-today` or `tick-end`.
    pub fn new(class: &'static str, date: NaiveDate, name: String) -> Self {
        Self { class, date, name }
    }
}

/// A stretch of the line, with its name.
pub struct Band {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Its name.
    pub name: &'static str,
}

/// What is drawn.
pub struct Line {
    from: NaiveDate,
    to: NaiveDate,
    band: Option<Band>,
    /// In the order of time.
    marks: Vec<Mark>,
}

/// The line, both ways.
pub fn timeline(words: Words, drawn: &Line) -> El {
    el("div")
        .class("timeline")
        .child(
            el("div")
                .class("timeline-wide")
                .child(lying(words, drawn).view()),
        )
        .child(
            el("div")
                .class("timeline-tall")
                .child(standing(words, drawn).view()),
        )
}

impl Line {
    /// A line from one day to another.
    pub fn new(from: NaiveDate, to: NaiveDate, band: Option<Band>, marks: Vec<Mark>) -> Self {
        let marks = by_day(marks, |mark| mark.date);
        Self {
            from,
            to,
            band,
            marks,
        }
    }

    /// Where a day stands on a line of `length` units.
    fn place(&self, date: NaiveDate, length: i32) -> i32 {
        let whole = (self.to - self.from).num_days().max(1);
        let part = (date - self.from).num_days();
        i32::try_from(part * i64::from(length) / whole).unwrap_or(0)
    }
}

fn lying(words: Words, drawn: &Line) -> Shape {
    const WIDTH: i32 = 1000;
    const AXIS: i32 = 96;
    let at = |date| drawn.place(date, WIDTH);
    let mut shape = drawing(WIDTH, 190).with(rect("axis", 0, AXIS - 2, WIDTH, 4));
    if let Some(band) = &drawn.band {
        let (from, to) = (at(band.from), at(band.to));
        let middle = (i32::midpoint(from, to), AXIS + 5);
        shape = shape
            .with(rect("window", from, AXIS - 14, to - from, 28))
            .with(label("window-name", middle, "middle", band.name.to_owned()));
    }
    // Names take turns above and below the line, so that neighbours do not meet.
    for (index, mark) in drawn.marks.iter().enumerate() {
        let x = at(mark.date);
        let above = index % 2 == 0;
        let (tip, name, date) = if above {
            (AXIS - 38, AXIS - 62, AXIS - 44)
        } else {
            (AXIS + 38, AXIS + 54, AXIS + 72)
        };
        let anchor = match x {
            ..=90 => "start",
            910.. => "end",
            _ => "middle",
        };
        shape = shape
            .with(line(mark.class, (x, AXIS), (x, tip)))
            .with(label("mark-name", (x, name), anchor, mark.name.clone()))
            .with(label("mark-date", (x, date), anchor, words.date(mark.date)));
    }
    shape
}

fn standing(words: Words, drawn: &Line) -> Shape {
    const HEIGHT: i32 = 560;
    const AXIS: i32 = 20;
    /// The room that a name and its date take.
    const ROOM: i32 = 44;
    let at = |date| 10 + drawn.place(date, HEIGHT - 40);
    let mut shape = drawing(320, HEIGHT).with(rect("axis", AXIS - 2, 0, 4, HEIGHT));
    let mut names: Vec<(NaiveDate, &'static str, String, String)> = drawn
        .marks
        .iter()
        .map(|mark| {
            (
                mark.date,
                mark.class,
                mark.name.clone(),
                words.date(mark.date),
            )
        })
        .collect();
    if let Some(band) = &drawn.band {
        let (from, to) = (at(band.from), at(band.to));
        shape = shape.with(rect("window", AXIS - 12, from, 24, to - from));
        // Two rows: both dates on one would not fit a phone.
        let start = [band.name, " ⟶"].concat();
        names.push((band.from, "tick", start, words.date(band.from)));
        names.push((
            band.to,
            "tick",
            ["⟶ ", band.name].concat(),
            words.date(band.to),
        ));
    }
    let names = by_day(names, |(date, ..)| *date);
    let mut free = 14;
    for (date, class, name, when) in names {
        let y = at(date);
        // A name that would meet the one above moves down, and its line leads to the day.
        let row = (y + 5).max(free);
        free = row + ROOM;
        shape = shape
            .with(line(class, (AXIS, y), (AXIS + 26, row - 5)))
            .with(label(
                "mark-name",
                (AXIS + 32, row),
                "start",
                name.to_owned(),
            ))
            .with(label("mark-date", (AXIS + 32, row + 18), "start", when));
    }
    shape
}
