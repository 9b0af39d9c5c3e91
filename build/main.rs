//! Turns `locales/` into typed texts.
//!
//! A file, section or key missing in one language, an extra one or a different placeholder fails the build.

mod rows;
mod section;
mod text;
mod typography;

use std::path::Path;
use std::{env, fs, process};
use toml::{Table, Value};

fn main() {
    println!("cargo::rerun-if-changed=locales");
    println!("cargo::rerun-if-changed=build");
    let out = env::var_os("OUT_DIR").unwrap_or_default();
    let written = compile().and_then(|text| {
        fs::write(Path::new(&out).join("texts.rs"), text).map_err(|error| error.to_string())
    });
    if let Err(error) = written {
        eprintln!("error: {error}");
        process::exit(1);
    }
}

fn compile() -> Result<String, String> {
    let (fr, en) = (read("fr")?, read("en")?);
    same_keys("", &fr, &en)?;
    let mut text = languages()?;
    for (name, fr) in &fr {
        let part = match (name.as_str(), fr, &en[name]) {
            ("rule" | "mistake" | "wrong", Value::Table(fr), Value::Table(en)) => {
                rows::sentences(name, fr, en)
            }
            ("indicator", Value::Array(fr), Value::Array(en)) => rows::indicators(fr, en),
            (section, Value::Table(fr), Value::Table(en)) => section::compile(section, fr, en),
            _ => Err(format!("locales: [{name}] is not a section")),
        };
        text.push_str(&part?);
    }
    Ok(text)
}

/// Whether this build speaks a language.
fn speaks(lang: &str) -> bool {
    env::var_os(format!("CARGO_FEATURE_{}", lang.to_uppercase())).is_some()
}

/// The texts in the languages of this build, as the elements of a list.
fn spoken(fr: &str, en: &str) -> String {
    let texts = [("fr", fr), ("en", en)];
    let spoken = texts.iter().filter(|(lang, _)| speaks(lang));
    spoken.map(|(_, text)| format!("{text}, ")).collect()
}

/// What a build knows of its languages.
fn languages() -> Result<String, String> {
    let count = ["fr", "en"].iter().filter(|lang| speaks(lang)).count();
    let place = match count {
        0 => return Err("a build speaks `fr`, `en` or both".to_owned()),
        1 => "0",
        _ => "lang as usize",
    };
    Ok(format!(
        "/// The languages of this build.\npub const SPOKEN: [Lang; {count}] = [{}];\n\
         /// Where the texts of a language stand.\n#[allow(unused_variables, reason = \"a build may speak one\")]\n\
         const fn place(lang: Lang) -> usize {{ {place} }}\n",
        spoken("Lang::Fr", "Lang::En")
    ))
}

/// Every section of the files of a language; a section is in one file only.
fn read(lang: &str) -> Result<Table, String> {
    let folder = format!("locales/{lang}");
    let mut sections = Table::new();
    let files = fs::read_dir(&folder).map_err(|error| format!("{folder}: {error}"))?;
    for file in files {
        let path = file.map_err(|error| format!("{folder}: {error}"))?.path();
        let at = |error: String| format!("{}: {error}", path.display());
        let text = fs::read_to_string(&path).map_err(|error| at(error.to_string()))?;
        let table: Table = text
            .parse()
            .map_err(|error: toml::de::Error| at(error.to_string()))?;
        for (section, value) in table {
            if sections.insert(section.clone(), value).is_some() {
                return Err(at(format!("[{section}] is in another file too")));
            }
        }
    }
    Ok(sections)
}

fn same_keys(at: &str, fr: &Table, en: &Table) -> Result<(), String> {
    let missing =
        |from: &Table, to: &Table| from.keys().find(|key| !to.contains_key(*key)).cloned();
    if let Some(key) = missing(fr, en) {
        return Err(format!("locales/en: `{at}{key}` is missing"));
    }
    if let Some(key) = missing(en, fr) {
        return Err(format!(
            "locales/en: `{at}{key}` does not exist in locales/fr"
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
