//! What may not stand in a text: quotation, the first person, ages, money, promises, markup.
//!
//! The table [`RULES`] is the whole policy. It errs on the side of a fault: a
//! sentence can always be written another way.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use crate::wording::Wording;

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

/// Whether a visitor can see it.
pub fn shown(wording: Wording) -> bool {
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
    rule(
        ours,
        "\u{2018}|(?:^|[\\s(])\u{2019}[A-Za-z][^\u{2019}]*\u{2019}(?:$|[^A-Za-z])",
        "quotation marks; nobody is quoted, tell it in our own words",
    ),
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
        about_people,
        r"(?i)\b(?:joined|started|began|enrolled|applied)\b[^.;]*\bat (?:just |only )?(?:1[4-9]|[2-6]\d)(?:[^\d:]|$)",
        "an age; ages of people are left out",
    ),
    rule(
        about_people,
        r"(?i)\b(?:mother|father|mum|dad|wife|husband|sons?|daughters?|brothers?|sisters?|girlfriend|boyfriend|fianc[\u{e9}e]e?|uncle|aunt|cousins?|grand(?:mother|father|parents?|son|daughter))\b",
        "a detail of a family; say \"family\" or \"family and friends\"",
    ),
    rule(
        shown,
        r"(?:\+44|\(?\b0)[\d)]?(?:[\s().-]{0,2}\d){8,11}\b|\b0\d{3,4}[\s-]\d{3}[\s-]?\d{3,4}\b",
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
        r"</?[A-Za-z!]|&(?:amp|lt|gt|quot|apos|nbsp|pound|[mn]dash|hellip|[lr][sd]quo|#x?[0-9A-Fa-f]+);",
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

/// All patterns at once, to pass quickly over the texts in which none is found.
static ANY: LazyLock<Option<RegexSet>> =
    LazyLock::new(|| RegexSet::new(RULES.iter().map(|rule| rule.pattern)).ok());

/// What may not stand in a text and does: each message once, with the words.
pub fn violations(wording: Wording, text: &str) -> Vec<(&'static str, &str)> {
    let mut found: Vec<(&'static str, &str)> = Vec::new();
    if ANY.as_ref().is_some_and(|any| !any.is_match(text)) {
        return found;
    }
    for (pattern, rule) in PATTERNS.iter().filter(|(_, rule)| (rule.applies)(wording)) {
        let hit = pattern.find_iter(text).find(|hit| {
            let before = text.get(..hit.start()).unwrap_or_default();
            let after = text.get(hit.end()..).unwrap_or_default();
            !(rule.unless_denied && (is_denied(before) || denies(after)))
        });
        let is_new = found.iter().all(|(message, _)| *message != rule.message);
        found.extend(hit.filter(|_| is_new).map(|hit| (rule.message, hit.as_str())));
    }
    found
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found in a text, as the message without its remedy.
    fn found(wording: Wording, text: &str) -> Vec<&'static str> {
        let kinds = violations(wording, text).into_iter();
        kinds.map(|(message, _)| message.split(';').next().unwrap_or_default()).collect()
    }

    #[test]
    fn every_pattern_can_be_read() {
        assert_eq!(PATTERNS.len(), RULES.len());
        assert!(ANY.is_some());
    }

    #[test]
    fn plain_sentences_pass() {
        for text in [
            "The officers’ work was other people’s trouble, and it’s still the force's.",
            "In the ’90s the team had 24-hour shifts and 18 years of service.",
            "People of all ages call 101 or 999, on 01/02/2020 as on 2020-11-13.",
            "Sport was 9/10 of the week; the rest was R&D; both were dull.",
            "It started at 16:00 with 25 stations and 14 pages.",
            "After a degree in law (2:1) they turned to policing.",
            "The form guarantees no job, and nobody is guaranteed a place.",
            "US forces played for the borough.",
            "A* grades, items 1-3, and 3 < 4.",
        ] {
            assert_eq!(found(Wording::Story, text), [""; 0], "{text}");
        }
        let visitor = "I would sooner be out than at my desk";
        assert_eq!(found(Wording::Visitor, visitor), [""; 0]);
        assert_eq!(found(Wording::Prose, "We have not seen a published rule."), [""; 0]);
        assert_eq!(found(Wording::Prose, "From 17, aged 18 at the start."), [""; 0]);
        assert_eq!(found(Wording::Note, "The budget was £400,000."), [""; 0]);
        assert_eq!(found(Wording::Name, "Why I “love” my job!"), [""; 0]);
    }

    #[test]
    fn what_may_not_stand_in_a_story_is_found() {
        let check = |text: &str, what: &str| {
            let found = found(Wording::Story, text);
            assert!(found.iter().any(|message| message.contains(what)), "{text}: {found:?}");
        };
        for text in [
            "said “no”",
            "said \"no\"",
            "a 'big' step",
            "a ‘big’ step",
            "a ’big’ step",
            "«no»",
            "„no“",
        ] {
            check(text, "quotation marks");
        }
        for text in [
            "I am here",
            "and I, too",
            "so do I",
            "I’ve been",
            "My shift",
            "gave me",
            "We go",
            "told us",
            "our team",
        ] {
            check(text, "the first person");
        }
        for text in [
            "aged 24",
            "Aged twenty",
            "at the age of 31",
            "a 24-year-old",
            "24 years old",
            "turned 30",
            "in her thirties",
            "in his early 20s",
            "when she was 19",
            "joined at 19",
            "joined the force at just 22, after school",
        ] {
            check(text, "an age");
        }
        for text in ["mother of two", "His wife", "a brother in the force"] {
            check(text, "a detail of a family");
        }
        for text in [
            "020 7946 0000",
            "(020) 79460000",
            "07700 900123",
            "+44 20 7946 0000",
            "0300 123 1212",
            "01632-960001",
        ] {
            check(text, "a telephone number");
        }
        for text in ["£5", "30,000 pounds", "30k", "€3"] {
            check(text, "money");
        }
        check("write to a.b@example.org", "an e-mail address");
        for text in ["<i>x</i>", "a &amp; b", "a<br/>b", "&#39;"] {
            check(text, "HTML");
        }
        for text in ["**x**", "_ __x__", "`x`", "[x](y)", "# x", "- x", "an *odd* word"] {
            check(text, "Markdown");
        }
        check("You are eligible", "a verdict");
        check("you’re eligible", "a verdict");
        check("a job is guaranteed", "a promise");
        check("Join!", "an exclamation mark");
        check("zero\u{200b}width", "cannot be seen");
        check(" x", "a space too many");
    }
}
