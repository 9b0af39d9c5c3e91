//! The settings file of a certifier: `site.json`, read whole or refused whole.

use crate::days::HalfDays;
use crate::duration::{ConfirmedDurations, Part};
use crate::profile::{Category, TurnoverBand};
use crate::read::{Faults, Place, Read, Value, Wrong, optional};
use crate::tariff::{self, Tariff, Words};
use chrono::NaiveDate;

/// The version of the file this release reads.
pub const SCHEMA: i64 = 1;
/// The longest text, in bytes.
const MAX_TEXT: usize = 500;
/// The most price lists.
const MAX_TARIFFS: usize = 20;

/// What a certifier sets.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Who sells.
    pub seller: Option<Seller>,
    /// Where to ask for the official proposal.
    pub contact: Option<Contact>,
    /// How the site looks.
    pub theme: Theme,
    /// The price lists; the one in force is chosen by the contract date.
    pub tariffs: Vec<Tariff>,
    /// Cells of the surveillance grid, confirmed or corrected.
    pub durations: Option<Confirmation>,
}

/// Who sells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seller {
    /// The certifier's name.
    pub name: String,
    /// The number of its accreditation.
    pub accreditation: Option<String>,
    /// Its legal notice.
    pub legal_url: Option<String>,
    /// Its privacy notice.
    pub privacy_url: Option<String>,
}

/// Where to ask for the official proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// What the button says.
    pub label: Option<Words>,
    /// A page; `{link}` becomes the profile's link, URL-encoded.
    pub url: Option<String>,
    /// An address.
    pub email: Option<String>,
}

/// How the site looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// The accent colour, `#rrggbb`.
    pub accent: Option<String>,
    /// A file beside `index.html`.
    pub logo: Option<String>,
}

/// Durations that the certifier has read in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confirmation {
    /// Where they were read.
    pub source: String,
    /// When.
    pub checked_on: NaiveDate,
    /// The cells.
    pub cells: ConfirmedDurations,
}

impl Settings {
    /// The price list in force for a contract signed on `date`.
    #[must_use]
    pub fn tariff(&self, date: NaiveDate) -> Option<&Tariff> {
        Tariff::choose(&self.tariffs, date)
    }
}

/// Reads a settings file.
///
/// # Errors
///
/// The path of the first wrong field, and what is wrong with it.
pub fn read(document: &Value) -> Read<Settings> {
    Faults::watch(document, settings)
}

fn settings(root: &Place<'_>) -> Settings {
    let object = root.object(&[
        "schema",
        "seller",
        "contact",
        "theme",
        "tariffs",
        "durations",
    ]);
    object.required("schema").integer(SCHEMA, SCHEMA);
    Settings {
        seller: optional(&object, "seller", seller),
        contact: optional(&object, "contact", contact),
        theme: optional(&object, "theme", theme).unwrap_or_default(),
        tariffs: optional(&object, "tariffs", tariffs).unwrap_or_default(),
        durations: optional(&object, "durations", durations),
    }
}

fn text(place: &Place<'_>) -> String {
    place.string(MAX_TEXT)
}

fn seller(place: &Place<'_>) -> Seller {
    let object = place.object(&["name", "accreditation", "legal_url", "privacy_url"]);
    Seller {
        name: object.required("name").string(MAX_TEXT),
        accreditation: optional(&object, "accreditation", text),
        legal_url: optional(&object, "legal_url", url),
        privacy_url: optional(&object, "privacy_url", url),
    }
}

fn contact(place: &Place<'_>) -> Contact {
    let object = place.object(&["label", "url", "email"]);
    let contact = Contact {
        label: optional(&object, "label", tariff::words),
        url: optional(&object, "url", url),
        email: optional(&object, "email", email),
    };
    if contact.url.is_none() && contact.email.is_none() {
        object.refuse("url", Wrong::Missing);
    }
    contact
}

/// An address of the web: nothing that could run in the page.
fn url(place: &Place<'_>) -> String {
    place.string_such_that(MAX_TEXT, "url", |text| {
        text.starts_with("https://")
            && !text.contains(|character: char| {
                character.is_whitespace() || character.is_control() || character == '"'
            })
    })
}

fn email(place: &Place<'_>) -> String {
    place.string_such_that(MAX_TEXT, "email", |text| {
        let allowed = |byte: u8| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'+' | b'-' | b'_' | b'@')
        };
        text.bytes().all(allowed)
            && text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && host.contains('.') && !host.contains('@')
            })
    })
}

fn theme(place: &Place<'_>) -> Theme {
    let object = place.object(&["accent", "logo"]);
    Theme {
        accent: optional(&object, "accent", colour),
        logo: optional(&object, "logo", logo),
    }
}

fn colour(place: &Place<'_>) -> String {
    place.string_such_that(MAX_TEXT, "colour", |text| {
        text.strip_prefix('#')
            .is_some_and(|hex| hex.len() == 6 && hex.bytes().all(|byte| byte.is_ascii_hexdigit()))
    })
}

/// A file of the site itself: no other host, no way up.
fn logo(place: &Place<'_>) -> String {
    place.string_such_that(MAX_TEXT, "file", |text| {
        let plain =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-' | b'/');
        let pairs = text.as_bytes().windows(2);
        text.bytes().all(plain)
            && !text.starts_with('/')
            && pairs.into_iter().all(|pair| pair != b".." && pair != b"//")
    })
}

fn tariffs(place: &Place<'_>) -> Vec<Tariff> {
    let mut read: Vec<Tariff> = Vec::new();
    for place in place.list(MAX_TARIFFS).places() {
        let tariff = tariff::tariff(&place);
        if read.iter().any(|other| other.id == tariff.id) {
            place.refuse(Wrong::Repeated(tariff.id.clone()));
        }
        read.push(tariff);
    }
    read
}

fn durations(place: &Place<'_>) -> Confirmation {
    let object = place.object(&["surveillance"]);
    let surveillance = object.required("surveillance");
    let object = surveillance.object(&["source", "checked_on", "grid"]);
    let mut cells = ConfirmedDurations::NONE;
    let grid = object.required("grid");
    let grid = grid.object(&TurnoverBand::ALL.map(TurnoverBand::id));
    for band in TurnoverBand::ALL {
        let Some(row) = grid.optional(band.id()) else {
            continue;
        };
        let row = row.object(&PARTS);
        for (key, part) in PARTS.iter().zip(Part::ALL) {
            if let Some(cell) = row.optional(key) {
                cells.confirm(band, part, half_days(&cell));
            }
        }
    }
    Confirmation {
        source: object.required("source").string(MAX_TEXT),
        checked_on: object.required("checked_on").date(),
        cells,
    }
}

/// The components of the grid, in the order of [`Part::ALL`].
const PARTS: [&str; 5] = [
    "base",
    Category::Af.code(),
    Category::Bc.code(),
    Category::Vae.code(),
    Category::Cfa.code(),
];

/// Days as a text such as `"1.5"`.
fn half_days(place: &Place<'_>) -> HalfDays {
    const MAX: u32 = 20;
    let text = place.string(MAX_TEXT);
    (0..=MAX)
        .map(HalfDays::new)
        .find(|days| days.to_string() == text)
        .unwrap_or_else(|| {
            place.refuse(Wrong::Expected("days"));
            HalfDays::new(0)
        })
}
