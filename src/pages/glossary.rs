//! Words of the trade from A to Z, each with where its meaning comes from.

use std::collections::BTreeMap;
use std::rc::Rc;

use model::Pack;
use model::glossary::Term;
use yew::prelude::*;

use crate::components::terms::term_name;
use crate::components::{Jump, PageHeading, letter_list, page_heading, source_line};
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;

/// The glossary.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let initials = by_initial(pack);
    let jump = |(initial, _): (&Initial, _)| Jump {
        id: initial.id().into(),
        text: initial.name(labels).into(),
    };
    let jumps: Vec<Jump> = initials.iter().map(jump).collect();
    html! {
        <div key="glossary" class="rx-glossary rx-column">
            { page_heading(PageHeading {
                text: labels.text("glossary-heading"),
                lead: Some(labels.count("glossary-lead", pack.glossary.len())),
                ..PageHeading::default()
            }) }
            { letter_list(view, &labels.text("glossary-letters"), &jumps) }
            { for initials.iter().map(|(initial, terms)| html! {
                <section class="rx-glossary__letter" key={initial.id()} aria-labelledby={initial.id()}>
                    <h2 id={initial.id()}>{ initial.name(labels) }</h2>
                    <dl class="rx-glossary__terms">{ for terms.iter().map(|term| entry(view, term)) }</dl>
                </section>
            }) }
        </div>
    }
}

/// What a term begins with: numbers stand together before the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Initial {
    /// A digit, or a sign.
    Number,
    /// A letter, in upper case.
    Letter(char),
}

impl Initial {
    fn of(term: &Term) -> Self {
        let first = term.term.chars().find(|c| c.is_alphanumeric());
        let letter = first.filter(|c| c.is_alphabetic()).and_then(|c| c.to_uppercase().next());
        letter.map_or(Self::Number, Self::Letter)
    }

    /// The fragment of its heading.
    fn id(self) -> String {
        match self {
            Self::Number => "letter-0-9".into(),
            Self::Letter(letter) => format!("letter-{}", letter.to_lowercase()),
        }
    }

    fn name(self, labels: &Labels) -> String {
        match self {
            Self::Number => labels.text("glossary-numbers"),
            Self::Letter(letter) => letter.to_string(),
        }
    }
}

/// The terms by what they begin with, each group by term.
fn by_initial(pack: &Pack) -> BTreeMap<Initial, Vec<&Rc<Term>>> {
    let mut initials: BTreeMap<Initial, Vec<&Rc<Term>>> = BTreeMap::new();
    for term in &pack.glossary {
        initials.entry(Initial::of(term)).or_default().push(term);
    }
    for terms in initials.values_mut() {
        terms.sort_by_key(|term| term.term.to_lowercase());
    }
    initials
}

fn entry(view: &View, term: &Term) -> Html {
    html! {
        <div class="rx-glossary__term" key={term.id.as_str()} id={format!("term-{}", term.id)}>
            <dt>{ term_name(term) }</dt>
            <dd>{ &term.text }{ " " }{ source_line(view, &term.sources, None, false) }</dd>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_stand_under_their_first_letter_and_numbers_together_before_it() {
        let initial = |name: &str| {
            Initial::of(&Term {
                id: "t".into(),
                term: name.into(),
                long: None,
                text: String::new(),
                also: vec![],
                sources: vec![],
            })
        };
        assert_eq!(initial("101"), Initial::Number);
        assert_eq!(initial("[bcu]"), Initial::Letter('B'));
        assert_eq!(initial("Éire"), Initial::Letter('É'));
        assert_eq!(initial(""), Initial::Number);
        assert!(Initial::Number < Initial::Letter('A'));
    }
}
