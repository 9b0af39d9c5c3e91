//! A section becomes a struct, its texts become fields; those with placeholders get a method that fills them.

use crate::text::{Text, kind, literal};
use crate::typography::{english, french};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use toml::Table;

/// The struct of a section, its value in both languages, and how `Words` reaches it.
///
/// Each section is a static of its own: a page that never reads it does not carry it.
pub fn compile(section: &str, fr: &Table, en: &Table) -> Result<String, String> {
    let name = struct_name(section);
    let mut fields = String::new();
    let (mut in_french, mut in_english) = (String::new(), String::new());
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
            fields,
            "{} {key}: {},",
            if open { "pub" } else { "" },
            kind(&fr)
        );
        let _ = write!(in_french, "{key}: {}, ", literal(&fr, french));
        let _ = write!(in_english, "{key}: {}, ", literal(&en, english));
        if !open {
            methods.push_str(&method(section, key, &fr, &names));
        }
    }
    let mut text =
        format!("/// `[{section}]`\n#[derive(Debug)]\npub struct {name} {{\n{fields}}}\n");
    if !methods.is_empty() {
        let _ = writeln!(text, "impl {name} {{\n{methods}}}");
    }
    let constant = section.to_uppercase();
    let _ = write!(
        text,
        "static {constant}: [{name}; SPOKEN.len()] = [{}];\n\
         impl Words {{\n/// `[{section}]`\n#[must_use]\npub const fn {section}(self) -> &'static {name} {{ &{constant}[place(self.0)] }}\n}}\n",
        crate::spoken(
            &format!("{name} {{ {in_french} }}"),
            &format!("{name} {{ {in_english} }}")
        )
    );
    Ok(text)
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
