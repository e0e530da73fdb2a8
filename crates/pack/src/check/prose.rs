//! Texts: none is empty, too long to read, or holds what may not stand in it.

use crate::draft::Draft;
use crate::fault::Faults;
use crate::shape::Text;
use crate::wording::{self, Wording};

use super::phrases::{shown, violations};

/// Above this a sentence is hard to read.
const MAX_WORDS: usize = 30;

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
    for (message, found) in violations(wording, text.text) {
        let found = found.trim();
        let found = if found.is_empty() || found.chars().any(char::is_control) {
            String::new()
        } else {
            format!(" ({found})")
        };
        faults.error(text.spot, format!("found {message}{found}"));
    }
    if wording.is_ours() {
        long_sentences(text, faults);
    }
    if text.owner != "Texts" && text.text.contains(['{', '}']) {
        faults.error(text.spot, "found a brace; nothing is filled in here");
    }
}

/// The answers in `texts/` may speak for the visitor, the rest speaks of things.
fn wording_of(text: &Text<'_>) -> Wording {
    let wording = wording::of(text);
    if text.owner != "Texts" || text.is_map_key {
        return wording;
    }
    // What is the first person in English is another word elsewhere.
    let is_english = text.spot.document.name.ends_with("en.json");
    let is_choice = text_key(text).is_some_and(|key| key.contains(".choice."));
    if is_english && !is_choice { wording } else { Wording::Visitor }
}

fn text_key<'d>(text: &Text<'d>) -> Option<&'d str> {
    let members = text.spot.document.root.members();
    let member = members.iter().find(|member| std::ptr::eq(&member.node, text.spot.node));
    member.map(|member| member.key.as_str())
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
    fn a_sentence_ends_where_a_reader_would_end_it() {
        let found: Vec<&str> = sentences("One is 3.5 long. Two? Three").map(str::trim).collect();
        assert_eq!(found, ["One is 3.5 long.", "Two?", "Three"]);
    }
}
