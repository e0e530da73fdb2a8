//! Words of the trade from A to Z, each with where its meaning comes from.

use std::rc::Rc;

use model::Pack;
use model::glossary::Term;
use yew::prelude::*;

use crate::components::terms::term_name;
use crate::components::{Jump, PageHeading, letter_list, looks_wrong, page_heading, source_line};
use crate::context::View;
use crate::labels::Labels;
use crate::markup::html;
use crate::platform::letters;

/// The glossary.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let initials = by_initial(pack);
    let jump = |(initial, _): &(Initial, Vec<&Rc<Term>>)| Jump {
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
            { looks_wrong(view, "glossary", "") }
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
        let first = term.term.chars().find(|c| letters::is_part_of_word(*c));
        let letter = first.filter(|c| !c.is_ascii_digit());
        let letter = letter.map(|c| letters::upper(c.encode_utf8(&mut [0; 4])));
        letter.and_then(|upper| upper.chars().next()).map_or(Self::Number, Self::Letter)
    }

    /// The fragment of its heading.
    fn id(self) -> String {
        match self {
            Self::Number => "letter-0-9".into(),
            Self::Letter(letter) => {
                format!("letter-{}", letters::lower(letter.encode_utf8(&mut [0; 4])))
            }
        }
    }

    fn name(self, labels: &Labels) -> String {
        match self {
            Self::Number => labels.text("glossary-numbers"),
            Self::Letter(letter) => letter.to_string(),
        }
    }
}

/// The terms by what they begin with; each group in the pack's order, which is that of the alphabet.
fn by_initial(pack: &Pack) -> Vec<(Initial, Vec<&Rc<Term>>)> {
    let mut initials: Vec<(Initial, Vec<&Rc<Term>>)> = Vec::new();
    for term in &pack.glossary {
        let initial = Initial::of(term);
        match initials.iter_mut().find(|(other, _)| *other == initial) {
            Some((_, terms)) => terms.push(term),
            None => initials.push((initial, vec![term])),
        }
    }
    initials.sort_by_key(|(initial, _)| *initial);
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
