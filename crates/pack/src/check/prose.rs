//! Texts: whose words they are and what may not stand in them.
//!
//! The table [`RULES`] is the whole policy. It errs on the side of a fault: a
//! sentence can always be written another way.

use std::sync::LazyLock;

use regex::Regex;

use crate::draft::Draft;
use crate::fault::Faults;
use crate::shape::Text;
use crate::wording::{self, Wording};

/// Above this a sentence is hard to read.
const MAX_WORDS: usize = 30;

/// Something that may not stand in a text.
struct Rule {
    /// What it looks like.
    pattern: &'static str,
    /// What it is, and what to do about it.
    message: &'static str,
    /// In which texts.
    applies: fn(Wording) -> bool,
    /// It may stand after "not", "never", "nothing" or "no".
    unless_denied: bool,
}

const fn rule(applies: fn(Wording) -> bool, pattern: &'static str, message: &'static str) -> Rule {
    Rule { pattern, message, applies, unless_denied: false }
}

fn shown(wording: Wording) -> bool {
    !matches!(wording, Wording::Key | Wording::Address)
}

fn ours(wording: Wording) -> bool {
    wording.is_ours()
}

fn about_people(wording: Wording) -> bool {
    wording == Wording::Story
}

fn third_person(wording: Wording) -> bool {
    wording.is_ours() && wording != Wording::Visitor
}

fn without_money(wording: Wording) -> bool {
    wording.is_ours() && wording != Wording::Note
}

const RULES: &[Rule] = &[
    rule(
        ours,
        "[\u{201c}\u{201d}\u{201e}\u{201f}\u{ab}\u{bb}\u{2039}\u{203a}\"]",
        "quotation marks; nobody is quoted, tell it in our own words",
    ),
    rule(
        ours,
        r"(?:^|[\s(\[/-])[\u{2018}'][A-Za-z][^'\u{2018}\u{2019}]*['\u{2019}](?:$|[^A-Za-z])",
        "quotation marks; nobody is quoted, tell it in our own words",
    ),
    rule(ours, "\u{2018}", "quotation marks; nobody is quoted, tell it in our own words"),
    rule(
        third_person,
        r"\bI(?:[\u{2019}'](?:m|ve|d|ll))?\b(?:\s+[a-z]|[,.;]|$)|\b(?:[Mm]y|[Mm]e|[Mm]yself)\b",
        "the first person; write \"they\", the name, or \"you\"",
    ),
    rule(
        about_people,
        r"\b(?:[Ww]e|[Uu]s|[Oo]ur|[Oo]urs|[Oo]urselves)\b",
        "the first person; a story is told in the third person",
    ),
    rule(
        about_people,
        r"(?i)\b(?:age|aged|ages|at the age of)\s+(?:of\s+)?(?:\d|[a-z]+teen\b|eleven|twelve|twenty|thirty|forty|fifty|sixty)|\byears?[- ]olds?\b|\bturn(?:s|ed|ing)\s+(?:1[4-9]|[2-6]\d)\b|\bin (?:his|her|their|the) (?:early |mid-?|late )?(?:teens|twenties|thirties|forties|fifties|sixties|\d0s)\b|\bwhen (?:he|she|they) (?:was|were) (?:just |only )?(?:\d|[a-z]+teen\b|twenty)",
        "an age; ages of people are left out",
    ),
    rule(
        shown,
        r"(?:\+44|\(?\b0)[\d)]?(?:[\s().-]?\d){8,11}\b|\b0\d{3,4}[\s-]\d{3}[\s-]?\d{3,4}\b",
        "a telephone number; none is shown that the research does not have",
    ),
    rule(shown, r"[\w.+-]+@[\w-]+\.[A-Za-z]", "an e-mail address; link to a page instead"),
    rule(
        without_money,
        r"[£$€]|\bGBP\b|(?i:\b(?:pounds?|pence|quid)\b)|\b\d+(?:\.\d+)?[kK]\b",
        "money; an amount is a pay entry of its role, or a figure",
    ),
    rule(
        shown,
        r"</?[A-Za-z!]|&(?:[A-Za-z]+|#\d+);",
        "HTML; texts are plain",
    ),
    rule(
        ours,
        r"\*\*|__|`|\[[^\]]*\]\(|^#{1,6}\s|^\s*[-*•]\s|\*\w[^*]*\w\*",
        "Markdown; texts are plain",
    ),
    rule(ours, r"\bhttps?:|\bwww\.", "an address inside a text; it belongs in a source or a url"),
    rule(ours, "!", "an exclamation mark; say it plainly"),
    Rule {
        pattern: r"(?i)\byou(?:[\u{2019}']re| are) eligible\b",
        message: "a verdict that nobody can give; say which published rules are met",
        applies: ours,
        unless_denied: true,
    },
    rule(ours, r"(?i)\bexciting opportunit", "advertising; say what one does"),
    Rule {
        pattern: r"(?i)\bguarantee[ds]?\b",
        message: "a promise; say what is published",
        applies: ours,
        unless_denied: true,
    },
    rule(
        shown,
        "[\u{0}-\u{1f}\u{7f}\u{200b}\u{200e}\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}\u{feff}]",
        "a character that cannot be seen (a line break, tab or mark); take it out",
    ),
    rule(shown, r"^\s|\s$|  ", "a space too many"),
];

static PATTERNS: LazyLock<Vec<(Regex, &'static Rule)>> = LazyLock::new(|| {
    let compiled = RULES.iter().map(|rule| Some((Regex::new(rule.pattern).ok()?, rule)));
    compiled.flatten().collect()
});

/// Checks every text that a visitor may read.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    for text in &draft.seen.texts {
        check_text(text, faults);
    }
}

fn check_text(text: &Text<'_>, faults: &mut Faults) {
    let wording = wording_of(text);
    if !shown(wording) {
        return;
    }
    if text.text.trim().is_empty() {
        faults.error(text.spot, format!("an empty text at \"{}\"", text.key));
        return;
    }
    let mut said = std::collections::BTreeSet::new();
    for (pattern, rule) in PATTERNS.iter().filter(|(_, rule)| (rule.applies)(wording)) {
        let found = pattern.find_iter(text.text).find(|found| {
            let before = text.text.get(..found.start()).unwrap_or_default();
            let after = text.text.get(found.end()..).unwrap_or_default();
            !(rule.unless_denied && (is_denied(before) || denies(after)))
        });
        if let Some(found) = found.filter(|_| said.insert(rule.message)) {
            let shown = found.as_str().trim();
            let shown = if shown.chars().any(char::is_control) || shown.is_empty() {
                String::new()
            } else {
                format!(" ({shown})")
            };
            faults.error(text.spot, format!("found {}{shown}", rule.message));
        }
    }
    if wording.is_ours() {
        long_sentences(text, faults);
    }
}

/// The answers in `texts/` may speak for the visitor, the rest speaks of things.
fn wording_of(text: &Text<'_>) -> Wording {
    let wording = wording::of(text);
    let key = text.owner == "Texts" && !text.is_map_key;
    if key && text_key(text).is_some_and(|key| key.contains(".choice.")) {
        return Wording::Visitor;
    }
    wording
}

fn text_key<'d>(text: &Text<'d>) -> Option<&'d str> {
    let members = text.spot.document.root.members();
    let member = members.iter().find(|member| std::ptr::eq(&member.node, text.spot.node));
    member.map(|member| member.key.as_str())
}

/// Whether one of the last words before denies what follows.
fn is_denied(before: &str) -> bool {
    let sentence = before.rsplit(['.', '?', ';']).next().unwrap_or_default();
    sentence.split_whitespace().rev().take(6).any(is_denial)
}

/// Whether the next word denies what stands before: "guarantees no job".
fn denies(after: &str) -> bool {
    after.split_whitespace().next().is_some_and(is_denial)
}

fn is_denial(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let words = ["not", "never", "no", "nothing", "nobody", "cannot", "without"];
    words.contains(&word.as_str()) || word.ends_with("n't") || word.ends_with("n’t")
}

fn long_sentences(text: &Text<'_>, faults: &mut Faults) {
    for sentence in sentences(text.text) {
        let words = sentence.split_whitespace().count();
        if words > MAX_WORDS {
            let start: Vec<&str> = sentence.split_whitespace().take(4).collect();
            let message = format!(
                "a sentence of {words} words ({} ...); {MAX_WORDS} are enough",
                start.join(" ")
            );
            faults.warning(text.spot, message);
        }
    }
}

/// A text cut after full stops, question marks and semicolons that end something.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.trim().is_empty() {
            return None;
        }
        let end = rest
            .char_indices()
            .find(|(at, c)| {
                let next = rest.get(at + c.len_utf8()..).unwrap_or_default();
                matches!(c, '.' | '?' | '!' | ';' | ':')
                    && (next.is_empty() || next.starts_with(char::is_whitespace))
            })
            .map_or(rest.len(), |(at, c)| at + c.len_utf8());
        let (sentence, after) = rest.split_at(end);
        rest = after;
        Some(sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pattern_can_be_read() {
        assert_eq!(PATTERNS.len(), RULES.len());
    }

    #[test]
    fn a_sentence_ends_where_a_reader_would_end_it() {
        let found: Vec<&str> = sentences("One is 3.5 long. Two? Three").map(str::trim).collect();
        assert_eq!(found, ["One is 3.5 long.", "Two?", "Three"]);
    }
}
