//! What the visitor's own answers leave of a role, for pages that suggest roles.

use eligibility::Headline;
use model::id::RoleId;

use super::judge::Judge;
use super::state::QuizState;
use crate::context::View;

/// What the visitor's own answers leave of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Nothing said so far speaks against applying; or it is not judged at all.
    Open,
    /// Not now, but it can become so.
    Later,
    /// A published rule refuses, on every way into it.
    RuledOut,
}

/// What the visitor's own answers leave of each role. Only what is decided counts, and the best of
/// a role's ways in.
pub fn reach(view: &View, quiz: &QuizState) -> Vec<(RoleId, Reach)> {
    let pack = view.pack();
    // Nothing answered decides nothing, and the rules need not be read.
    let judge = if quiz.answers.is_empty() { None } else { Judge::of(view) };
    let assessment = judge.map(|judge| judge.assess_all(quiz));
    let of_role = |id: &RoleId| {
        let mut best = None;
        for verdict in assessment.iter().flat_map(|assessment| &assessment.roles) {
            if pack.role_of_judged(&verdict.role).is_some_and(|role| role.id == *id) {
                let reach = match verdict.decided() {
                    Some(Headline::NotEligible) => Reach::RuledOut,
                    Some(Headline::NotYet) => Reach::Later,
                    _ => Reach::Open,
                };
                best = Some(better(best.unwrap_or(reach), reach));
            }
        }
        best.unwrap_or(Reach::Open)
    };
    pack.roles.iter().map(|role| (role.id.clone(), of_role(&role.id))).collect()
}

fn better(one: Reach, other: Reach) -> Reach {
    match (one, other) {
        (Reach::Open, _) | (_, Reach::Open) => Reach::Open,
        (Reach::Later, _) | (_, Reach::Later) => Reach::Later,
        _ => Reach::RuledOut,
    }
}
