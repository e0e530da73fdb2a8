//! Statements of what suits somebody: few, each once, each weighing something.

use std::collections::BTreeSet;

use crate::draft::{Draft, Typed};
use crate::fault::Faults;

/// Checks the statements of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: fit, spot }) = &draft.fit else { return };
    let statements = spot.key("statements");
    if fit.statements.len() > 14 {
        let message = format!("{} statements; at most 14 are asked", fit.statements.len());
        faults.error(statements, message);
    }
    let mut ids = BTreeSet::new();
    for (index, statement) in fit.statements.iter().enumerate() {
        let at = statements.index(index);
        if !ids.insert(&statement.id) {
            let message = format!("the statement \"{}\" stands twice", statement.id);
            faults.error(at.key("id"), message);
        }
        if statement.weights.values().all(|weight| *weight == 0) {
            faults.error(
                at.at_key("weights"),
                "a statement that weighs for no role and against none",
            );
        }
        for (role, weight) in &statement.weights {
            if !(-2..=2).contains(weight) {
                let message = format!("found {weight}, allowed: -2 to 2");
                faults.error(at.key("weights").key(role.as_str()), message);
            }
        }
    }
}
