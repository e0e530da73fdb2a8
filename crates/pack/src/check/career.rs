//! Moves and terms: each once, and none to where it began.

use std::collections::BTreeMap;

use crate::draft::{Draft, Typed};
use crate::fault::Faults;

/// Checks the moves and the glossary of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    moves(draft, faults);
    terms(draft, faults);
}

fn moves(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: career, spot }) = &draft.career else { return };
    let mut first = BTreeMap::new();
    for (index, step) in career.moves.iter().enumerate() {
        let at = spot.key("moves").index(index);
        if step.from == step.to {
            faults.error(at.key("to"), "a move to where it began");
        }
        if let Some(other) = first.insert((&step.from, &step.to), at) {
            faults.error(at, format!("the same move stands at {}", other.shown()));
        }
    }
}

fn terms(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: glossary, spot }) = &draft.glossary else { return };
    let mut first = BTreeMap::new();
    for (index, term) in glossary.terms.iter().enumerate() {
        let at = spot.key("terms").index(index);
        let also = term.also.iter().enumerate();
        let also = also.map(|(index, other)| (other, at.key("also").index(index)));
        for (spelling, here) in also.chain([(&term.term, at.key("term"))]) {
            let other = first.insert(spelling.to_lowercase(), (&term.id, here));
            if let Some((id, there)) = other {
                let message = format!(
                    "\"{spelling}\" is a spelling of \"{id}\" already, at {}",
                    there.shown()
                );
                faults.error(here, message);
            }
        }
    }
}
