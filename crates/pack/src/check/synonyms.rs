//! Synonyms: each word once, and each leads somewhere. Whether its targets exist is for `names`.

use std::collections::BTreeSet;

use crate::draft::{Draft, Typed};
use crate::fault::Faults;

/// Checks the everyday words of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: synonyms, spot }) = &draft.synonyms else { return };
    let mut seen = BTreeSet::new();
    for (index, synonym) in synonyms.synonyms.iter().enumerate() {
        let at = spot.key("synonyms").index(index);
        let targets = synonym.roles.len()
            + synonym.specialisms.len()
            + synonym.people.len()
            + synonym.rules.len()
            + synonym.terms.len()
            + synonym.topics.len()
            + synonym.pages.len();
        if targets == 0 {
            let message = "words that mean nothing; name a role, specialism, person, rule, term, topic or page";
            faults.error(at, message);
        }
        if synonym.words.is_empty() {
            faults.error(at.at_key("words"), "a synonym without words");
        }
        for (place, word) in synonym.words.iter().enumerate() {
            let here = at.key("words").index(place);
            if !seen.insert(word.to_lowercase()) {
                let message = format!("\"{word}\" stands twice; let one entry name all it means");
                faults.error(here, message);
            }
            if *word != word.to_lowercase() || word.trim().len() < 2 {
                let message =
                    format!("\"{word}\" is written wrong: small letters, at least two of them");
                faults.error(here, message);
            }
        }
    }
}
