//! Every check, one subject a file. None stops at the first fault.

mod about;
mod areas;
mod career;
mod dates;
mod figures;
mod fit;
mod names;
mod people;
mod phrases;
mod prose;
mod roles;
mod rules;
mod scenarios;
mod sources;
mod synonyms;
mod texts;
mod themes;

use crate::draft::Draft;
use crate::fault::Faults;

/// Runs all checks.
pub fn all(draft: &Draft<'_>, faults: &mut Faults) {
    about::check(draft, faults);
    names::check(draft, faults);
    sources::check(draft, faults);
    dates::check(draft, faults);
    prose::check(draft, faults);
    people::check(draft, faults);
    roles::check(draft, faults);
    areas::check(draft, faults);
    career::check(draft, faults);
    figures::check(draft, faults);
    fit::check(draft, faults);
    synonyms::check(draft, faults);
    themes::check(draft, faults);
    rules::check(draft, faults);
    texts::check(draft, faults);
    scenarios::check(draft, faults);
}
