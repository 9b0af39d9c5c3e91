//! Turns `locales/fr.toml` and `locales/en.toml` into typed texts.
//!
//! A key missing in one language, an extra one or a different placeholder fails the build.
//! French typography is applied here, so that translators type ordinary spaces and apostrophes.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};
use toml::{Table, Value};

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build.rs");
    let result = read("fr")
        .and_then(|fr| Ok((fr, read("en")?)))
        .and_then(|(fr, en)| generate(&fr, &en));
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let written = result.and_then(|text| {
        fs::write(Path::new(&out).join("texts.rs"), text).map_err(|error| error.to_string())
    });
    if let Err(error) = written {
        eprintln!("error: {error}");
        process::exit(1);
    }
}

fn read(lang: &str) -> Result<Table, String> {
    let path = format!("locales/{lang}.toml");
    let text = fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    text.parse::<Table>()
        .map_err(|error| format!("{path}: {error}"))
}

/// A text as translators write it.
enum Text<'a> {
    Plain(&'a str),
    Plural { one: &'a str, other: &'a str },
}

impl<'a> Text<'a> {
    fn of(value: &'a Value, at: &str) -> Result<Self, String> {
        match value {
            Value::String(text) => Ok(Self::Plain(text)),
            Value::Table(table) => match (table.get("one"), table.get("other"), table.len()) {
                (Some(Value::String(one)), Some(Value::String(other)), 2) => {
                    Ok(Self::Plural { one, other })
                }
                _ => Err(format!("{at}: a plural has exactly `one` and `other`")),
            },
            _ => Err(format!("{at}: a text or a plural is expected")),
        }
    }

    fn placeholders(&self) -> Result<BTreeSet<&'a str>, String> {
        match self {
            Self::Plain(text) => placeholders(text),
            Self::Plural { one, other } => {
                let (one, other) = (placeholders(one)?, placeholders(other)?);
                Ok(one.union(&other).copied().collect())
            }
        }
    }

    fn is_plural(&self) -> bool {
        matches!(self, Self::Plural { .. })
    }
}

/// The names between braces.
fn placeholders(text: &str) -> Result<BTreeSet<&str>, String> {
    let mut names = BTreeSet::new();
    for part in text.split('{').skip(1) {
        let (name, _) = part
            .split_once('}')
            .ok_or_else(|| format!("a brace is not closed in `{text}`"))?;
        names.insert(name);
    }
    Ok(names)
}

/// Sections become structs, texts become fields; those with placeholders get a method that fills them.
fn generate(fr: &Table, en: &Table) -> Result<String, String> {
    same_keys("", fr, en)?;
    let mut structs = String::new();
    let mut fields = String::new();
    let (mut french, mut english) = (String::new(), String::new());
    for (section, value) in fr {
        let at = |error: String| format!("locales, [{section}]: {error}");
        let (Value::Table(fr), Some(Value::Table(en))) = (value, en.get(section)) else {
            return Err(at("a section is expected".to_owned()));
        };
        let name = struct_name(section);
        let _ = writeln!(fields, "/// `[{section}]`\npub {section}: {name},");
        let _ = writeln!(
            structs,
            "/// `[{section}]`\n#[derive(Debug)]\npub struct {name} {{"
        );
        let _ = write!(french, "{section}: {name} {{");
        let _ = write!(english, "{section}: {name} {{");
        let mut methods = String::new();
        for (key, value) in fr {
            let place = format!("locales, {section}.{key}");
            let fr = Text::of(value, &place)?;
            let en = Text::of(&en[key], &place)?;
            let names = fr.placeholders()?;
            if fr.is_plural() != en.is_plural() {
                return Err(format!("{place}: plural in one language only"));
            }
            let others = en.placeholders()?;
            if names != others {
                return Err(format!(
                    "{place}: placeholders {names:?} in French, {others:?} in English"
                ));
            }
            let open = names.is_empty() && !fr.is_plural();
            let _ = writeln!(
                structs,
                "{} {key}: {},",
                if open { "pub" } else { "" },
                kind(&fr)
            );
            let _ = write!(french, "{key}: {}, ", literal(&fr, french_typography));
            let _ = write!(english, "{key}: {}, ", literal(&en, english_typography));
            if !open {
                methods.push_str(&method(section, key, &fr, &names));
            }
        }
        structs.push_str("}\n");
        if !methods.is_empty() {
            let _ = writeln!(structs, "impl {name} {{\n{methods}}}");
        }
        french.push_str("},\n");
        english.push_str("},\n");
    }
    Ok(format!(
        "{structs}\n/// Every text of the site in one language.\n#[derive(Debug)]\npub struct Texts {{\n{fields}}}\n\
         static FR: Texts = Texts {{\n{french}}};\nstatic EN: Texts = Texts {{\n{english}}};\n"
    ))
}

fn same_keys(at: &str, fr: &Table, en: &Table) -> Result<(), String> {
    let missing =
        |from: &Table, to: &Table| from.keys().find(|key| !to.contains_key(*key)).cloned();
    if let Some(key) = missing(fr, en) {
        return Err(format!("locales/en.toml: `{at}{key}` is missing"));
    }
    if let Some(key) = missing(en, fr) {
        return Err(format!(
            "locales/en.toml: `{at}{key}` does not exist in fr.toml"
        ));
    }
    for (key, value) in fr {
        if let (true, Value::Table(fr), Some(Value::Table(en))) =
            (at.is_empty(), value, en.get(key))
        {
            same_keys(&format!("{key}."), fr, en)?;
        }
    }
    Ok(())
}

fn kind(text: &Text<'_>) -> &'static str {
    if text.is_plural() {
        "Plural"
    } else {
        "&'static str"
    }
}

fn literal(text: &Text<'_>, typography: fn(&str) -> String) -> String {
    match text {
        Text::Plain(text) => format!("{:?}", typography(text)),
        Text::Plural { one, other } => {
            format!(
                "Plural {{ one: {:?}, other: {:?} }}",
                typography(one),
                typography(other)
            )
        }
    }
}

/// The method that picks the plural and fills the placeholders, which it takes in alphabetical order.
fn method(section: &str, key: &str, text: &Text<'_>, names: &BTreeSet<&str>) -> String {
    let count = if text.is_plural() { ", form: Form" } else { "" };
    let template = if text.is_plural() {
        format!("self.{key}.pick(form)")
    } else {
        format!("self.{key}")
    };
    let parameters: String = names.iter().map(|name| format!(", {name}: &str")).collect();
    let values: String = names
        .iter()
        .map(|name| format!("({name:?}, {name}), "))
        .collect();
    let doc = format!("/// `{section}.{key}`\n#[must_use]\n");
    format!(
        "{doc}pub fn {key}(&self{count}{parameters}) -> String {{ fill({template}, &[{values}]) }}\n"
    )
}

/// The struct of a section: `[quote]` becomes `QuoteTexts`.
fn struct_name(section: &str) -> String {
    section
        .split('_')
        .map(|word| {
            let mut letters = word.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect()
            })
        })
        .chain(["Texts".to_owned()])
        .collect()
}

fn english_typography(text: &str) -> String {
    text.replace('\'', "’").replace("{n} ", "{n}\u{a0}")
}

/// No-break space before `: ; ? ! % €`, inside « » and between a number and what it counts.
fn french_typography(text: &str) -> String {
    let mut result = english_typography(text)
        .replace("n° ", "n°\u{a0}")
        .replace("art. ", "art.\u{a0}");
    for mark in [":", "%", "€", "»"] {
        result = result.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    }
    for mark in [";", "?", "!"] {
        result = result.replace(&format!(" {mark}"), &format!("\u{202f}{mark}"));
    }
    result.replace("« ", "«\u{a0}")
}
