//! Words of the trade, explained where they stand.
//!
//! A fold under a text lists the terms it uses, with their meaning and a link to
//! the glossary. It needs no script and works for touch, keyboard and print.

use model::glossary::Term;
use yew::prelude::*;

use crate::components::link;
use crate::context::View;
use crate::markup::html;
use crate::platform::letters;
use crate::route::Route;

/// So many terms are named before the fold is opened; more would be a paragraph of their own.
const NAMED: usize = 8;

/// The terms that a text uses, explained; nothing if it uses none.
pub fn terms(view: &View, text: &str) -> Html {
    terms_but(view, text, &[])
}

/// The same without the terms of these names, which the page itself explains.
pub fn terms_but(view: &View, text: &str, told: &[&str]) -> Html {
    let labels = view.labels();
    let terms = view.pack().glossary.iter().filter(|term| !told.contains(&term.term.as_str()));
    let used: Vec<_> = terms.filter(|term| uses(text, term)).collect();
    if used.is_empty() {
        return html! {};
    }
    let summary = if used.len() > NAMED {
        labels.count("terms-count", used.len())
    } else {
        let names: Vec<&str> = used.iter().map(|term| term.term.as_str()).collect();
        labels.fill("terms-explained", &[("terms", &names.join(", "))])
    };
    html! {
        <details class="rx-terms">
            <summary class="rx-terms__summary">{ summary }</summary>
            <dl class="rx-terms__list">
                { for used.iter().map(|term| html! {
                    <div class="rx-terms__term">
                        <dt>{ term_name(term) }</dt>
                        <dd>{ &term.text }</dd>
                    </div>
                }) }
            </dl>
            { link(view, Route::Glossary, "", labels.text("terms-all").into()) }
        </details>
    }
}

/// A term with what it stands for.
pub fn term_name(term: &Term) -> String {
    match &term.long {
        Some(long) => format!("{} ({long})", term.term),
        None => term.term.clone(),
    }
}

/// Whether a text holds a term as a whole word. Short forms are matched as written, words in any case.
pub fn uses(text: &str, term: &Term) -> bool {
    let lower = letters::lower(text);
    std::iter::once(&term.term).chain(&term.also).any(|name| {
        let is_short_form = name.len() > 1 && letters::upper(name) == **name;
        if is_short_form { has_word(text, name) } else { has_word(&lower, &letters::lower(name)) }
    })
}

fn has_word(text: &str, word: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(letters::is_part_of_word);
    text.match_indices(word).any(|(start, found)| {
        !is_part(text[..start].chars().next_back())
            && !is_part(text[start + found.len()..].chars().next())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_explained() {
        let term = |name: &str| Term {
            id: "t".into(),
            term: name.into(),
            long: None,
            text: String::new(),
            also: vec![],
            sources: vec![],
        };
        assert!(uses("Patrols in one BCU.", &term("BCU")));
        assert!(!uses("BCUs", &term("BCU")));
        assert!(uses("After probation, ...", &term("Probation")));
        assert!(!uses("A wide band of people", &term("BAND")));
    }
}
