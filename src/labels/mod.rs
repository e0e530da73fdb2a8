//! What the interface itself says, per language.
//!
//! Labels travel with the compiled pack, so a further language costs the Wasm
//! nothing. English stands in `en.json`; the pseudo-languages are made from it
//! when a pack is compiled. A key that is missing shows as itself, and a test
//! reads the sources and sees to it that none is.

mod amount;

use std::rc::Rc;

use model::date::PublishedOn;
use model::{Date, Pack};

/// A language the interface can be shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    /// BCP 47 tag, as in `<html lang>`.
    pub tag: &'static str,
    /// The part of the address; empty for the default language.
    pub path: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// `ltr` or `rtl`.
    pub direction: &'static str,
    /// Made by a machine to test layouts; never offered in public.
    pub pseudo: bool,
}

/// The language of addresses without a language.
pub const DEFAULT_LANGUAGE: &str = "en";

/// Every language a build may hold.
pub const LANGUAGES: &[Language] = &[
    Language { tag: "en", path: "", name: "English", direction: "ltr", pseudo: false },
    Language {
        tag: "en-XA", path: "en-xa", name: "[Åççéñţš]", direction: "ltr", pseudo: true
    },
    Language { tag: "ar-XB", path: "ar-xb", name: "[RTL]", direction: "rtl", pseudo: true },
];

/// The language with this tag.
pub fn language(tag: &str) -> Option<&'static Language> {
    LANGUAGES.iter().find(|language| language.tag == tag)
}

/// The English labels, as an editor writes them.
#[cfg(not(target_arch = "wasm32"))]
pub const ENGLISH: &str = include_str!("en.json");

/// The labels of a pack, with its dates and numbers in words.
#[derive(Clone)]
pub struct Labels(Rc<Pack>);

impl PartialEq for Labels {
    fn eq(&self, other: &Self) -> bool {
        // A pack never changes; a further part makes another one.
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Labels {
    /// The labels that came with `pack`.
    pub fn new(pack: Rc<Pack>) -> Self {
        Self(pack)
    }

    /// A label. A missing key shows as itself.
    pub fn text(&self, key: &str) -> String {
        self.0.labels.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    /// A label with its placeholders (`{name}`) filled.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        fill(&self.text(key), values)
    }

    /// A label in the plural form that `count` asks for: `key.one` or `key.other`, with `{count}` filled.
    pub fn count(&self, key: &str, count: usize) -> String {
        let form = if count == 1 { "one" } else { "other" };
        self.fill(&format!("{key}.{form}"), &[("count", &self.number(count as f64))])
    }

    /// A number with the thousands set apart and at most one decimal.
    pub fn number(&self, value: f64) -> String {
        let tenths = (value * 10.0).round() as i64;
        let (whole, decimal) = (tenths / 10, (tenths % 10).abs());
        let digits = whole.abs().to_string();
        let mut text = String::from(if tenths < 0 { "-" } else { "" });
        for (i, digit) in digits.chars().enumerate() {
            if i > 0 && (digits.len() - i) % 3 == 0 {
                text.push_str(&self.text("number-thousands"));
            }
            text.push(digit);
        }
        if decimal != 0 {
            text.push_str(&self.text("number-decimal"));
            text.push_str(&decimal.to_string());
        }
        text
    }

    /// A day in words: "4 July 2026".
    pub fn date(&self, date: Date) -> String {
        let (year, month, day) = date.civil();
        let values =
            [("day", day.to_string()), ("month", self.month(month)), ("year", year.to_string())];
        self.fill("date-day", &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }

    /// The name of a month, from 1.
    pub fn month(&self, month: u32) -> String {
        self.text(&format!("month-{month}"))
    }

    /// A month in words: "July 2026".
    pub fn month_of_year(&self, year: i32, month: u32) -> String {
        self.fill("date-month", &[("month", &self.month(month)), ("year", &year.to_string())])
    }

    /// When something was published, in words: "about 2021 to 2022", "undated".
    pub fn published(&self, published: &model::date::Published) -> String {
        let when = |year: i32, month: Option<u32>| match month {
            Some(month) => self.month_of_year(year, month),
            None => year.to_string(),
        };
        match published.on() {
            None => published.as_str().to_owned(),
            Some(PublishedOn::Day(day)) => self.date(day),
            Some(PublishedOn::Month(year, month)) => self.month_of_year(year, month),
            Some(PublishedOn::Year(year)) => year.to_string(),
            Some(PublishedOn::About(year, None)) => {
                self.fill("date-about", &[("year", &year.to_string())])
            }
            Some(PublishedOn::About(first, Some(last))) => self.fill(
                "date-about-range",
                &[("first", &first.to_string()), ("last", &last.to_string())],
            ),
            Some(PublishedOn::After(year, month)) => {
                self.fill("date-after", &[("when", &when(year, month))])
            }
            Some(PublishedOn::Before(year, month)) => {
                self.fill("date-before", &[("when", &when(year, month))])
            }
            Some(PublishedOn::Undated) => self.text("date-undated"),
        }
    }

    /// A text of the pack by its path (`question.dob.title`), if it has one.
    pub fn pack_text(&self, path: &str) -> Option<&str> {
        self.0.texts.get(path).map(String::as_str)
    }
}

/// Fills the placeholders (`{name}`) of a text.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut text = text.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}
