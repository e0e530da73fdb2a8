//! Whether the rules make sense as a whole, and lead where the scenarios say.
//!
//! What `eligibility::verify` finds is told with its place and a remedy,
//! unless `scenarios.json` says that it is meant, and why. Then every scenario
//! is judged. Only for a pack without other errors: names must be right before
//! sense can be.

mod coverage;
mod finding;
mod golden;

use std::rc::Rc;

use eligibility::verify::extent;
use eligibility::{Quiz, ReviewPolicy, Ruleset};
use model::Date;
use model::pack::ProofLine;
use model::rules::Kind;

use crate::draft::{Draft, Typed};
use crate::editor::Scenarios;
use crate::fault::{Fault, Faults};

pub use golden::{Golden, golden, in_words};

/// Proves a pack's rules. Faults come in the order in which they are worth mending.
///
/// With the report on it, unless the engine cannot read the rules.
pub fn prove(draft: &Draft<'_>) -> (Vec<ProofLine>, Vec<Fault>) {
    let mut faults = Faults::default();
    let lines = lines(draft, &mut faults).unwrap_or_default();
    (lines, faults.into_found())
}

fn lines(draft: &Draft<'_>, faults: &mut Faults) -> Option<Vec<ProofLine>> {
    let about = &draft.about.as_ref()?.value;
    let rules = draft.rules.as_ref()?;
    let ruleset = match Ruleset::new(&rules.value) {
        Ok(ruleset) => Rc::new(ruleset),
        Err(errors) => {
            for error in errors {
                faults.error(rules.spot.follow(&error.path), error.fault.to_string());
            }
            return None;
        }
    };
    let quizzes = Quizzes { ruleset, review: ReviewPolicy { review_by: Some(about.review_by) } };
    let quiz = quizzes.on(about.read_on);
    let found = finding::check(draft, rules, &quiz, faults);
    let (passed, failing) = match &draft.scenarios {
        Some(scenarios) => golden::check(scenarios, rules, &quizzes, faults),
        None => Default::default(),
    };
    // What cannot fail need not be tried.
    if found == 0 {
        coverage::check(draft, rules, &quiz, &failing, faults);
    }

    let extent = extent(&quiz);
    let criteria = rules.value.roles.iter().flat_map(|role| &role.criteria);
    let criteria = criteria.filter(|criterion| criterion.otherwise != Kind::Later);
    let line = |label: &str, value: String| ProofLine { label: label.to_owned(), value };
    let mut lines = vec![
        line("roles", rules.value.roles.len().to_string()),
        line("criteria", criteria.count().to_string()),
        line("combinations", rounded(extent.combinations)),
        line("nodes", extent.nodes.to_string()),
        line("findings", found.to_string()),
        line("people", passed.to_string()),
    ];
    let meant = draft.scenarios.iter().flat_map(|scenarios| &scenarios.value.meant);
    lines.extend(meant.map(|meant| line("meant", meant.because.clone())));
    Some(lines)
}

/// The same rules on any day.
struct Quizzes {
    ruleset: Rc<Ruleset>,
    review: ReviewPolicy,
}

impl Quizzes {
    fn on(&self, day: Date) -> Quiz {
        Quiz::new(Rc::clone(&self.ruleset), day, self.review)
    }
}

/// What is meant, by the names of its findings.
fn meant<'s>(scenarios: &'s Typed<'_, Scenarios>) -> impl Iterator<Item = (usize, usize, &'s str)> {
    scenarios.value.meant.iter().enumerate().flat_map(|(i, meant)| {
        meant.findings.iter().enumerate().map(move |(k, name)| (i, k, name.as_str()))
    })
}

/// A large number to two figures, in groups of three: `5,800,000`.
fn rounded(number: f64) -> String {
    let tail = (number.max(1.0).log10().floor() - 1.0).max(0.0);
    let digits = format!("{:.0}", (number / 10_f64.powf(tail)).round() * 10_f64.powf(tail));
    let groups = digits.as_bytes().rchunks(3).rev();
    groups.map(String::from_utf8_lossy).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_number_is_rounded_to_two_figures() {
        let check = |number: f64, wanted: &str| assert_eq!(rounded(number), wanted);
        check(1.0, "1");
        check(96.0, "96");
        check(1_234.0, "1,200");
        check(3.25e13, "33,000,000,000,000");
    }
}
