//! Statements of what suits somebody: few, each once, each weighing something; and what comes
//! of them as a whole.
//!
//! A ranking that can never put a role first, or puts one first whatever is said, would be
//! worse than none. So the answers of many made-up visitors are ranked, always the same ones.

use std::collections::BTreeSet;

use model::fit::Fit;
use model::id::RoleId;

use crate::draft::{Draft, Typed};
use crate::fault::Faults;

/// How many made-up visitors are ranked.
const VISITORS: usize = 20_000;

/// Checks the statements of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: fit, spot }) = &draft.fit else { return };
    let statements = spot.key("statements");
    let before = faults.len();
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
    if faults.len() > before {
        return;
    }
    for standing in standings(fit) {
        let Standing { role, leads, firsts } = standing;
        if !leads {
            let message = format!(
                "the role \"{role}\" can never come first: no answers put it before all others; \
                 give it a weight that the roles like it do not have"
            );
            faults.error(statements, message);
        }
        let allowed = VISITORS * allowed_percent(fit.roles().len()) / 100;
        if firsts > allowed {
            let message = format!(
                "the role \"{role}\" comes first for {firsts} of {VISITORS} random sets of answers; \
                 allowed: {allowed}. Give it more weights, or the others stronger ones"
            );
            faults.error(statements, message);
        }
    }
}

/// Of how many visitors in a hundred one role may come first: a quarter, or twice its even
/// share where there are fewer than eight roles.
fn allowed_percent(roles: usize) -> usize {
    (200 / roles.max(1)).max(25)
}

/// How often a role comes first.
#[derive(Debug)]
pub struct Standing {
    /// The role.
    pub role: RoleId,
    /// Whether some answers put it before every other.
    pub leads: bool,
    /// For how many made-up visitors it comes first, alone or with others.
    pub firsts: usize,
}

/// How often each role comes first.
pub fn standings(fit: &Fit) -> Vec<Standing> {
    let roles = fit.roles();
    let of = |role: &&RoleId| Standing { role: (*role).clone(), leads: false, firsts: 0 };
    let mut standings: Vec<Standing> = roles.iter().map(of).collect();
    // The answers that agree with a role's own weights are the likeliest to put it first.
    for role in &roles {
        let weights = fit.statements.iter().map(|statement| statement.weight(role));
        let own: Vec<i8> = weights.map(|weight| weight.signum() as i8 * 2).collect();
        rank(fit, &roles, &own, &mut standings, 0);
        let weights = fit.statements.iter().map(|statement| statement.weight(role));
        let own: Vec<i8> = weights.map(|weight| weight as i8).collect();
        rank(fit, &roles, &own, &mut standings, 0);
    }
    let mut seed = 0x5eed_u64;
    for _ in 0..VISITORS {
        let answers: Vec<i8> = fit.statements.iter().map(|_| random_answer(&mut seed)).collect();
        rank(fit, &roles, &answers, &mut standings, 1);
    }
    standings
}

/// Notes who comes first for one set of answers.
fn rank(fit: &Fit, roles: &[&RoleId], answers: &[i8], standings: &mut [Standing], counts: usize) {
    let scores: Vec<i32> = roles.iter().map(|role| fit.score(role, answers)).collect();
    let best = scores.iter().max().copied().unwrap_or_default();
    let is_alone = scores.iter().filter(|score| **score == best).count() == 1;
    for (standing, score) in standings.iter_mut().zip(scores) {
        if score == best {
            standing.firsts += counts;
            standing.leads |= is_alone;
        }
    }
}

/// An answer from -2 to 2, by SplitMix64: the same ones with every check.
fn random_answer(seed: &mut u64) -> i8 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = *seed;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    ((mixed ^ (mixed >> 31)) % 5) as i8 - 2
}

#[cfg(test)]
mod tests {
    use model::fit::Statement;

    use super::*;

    /// How often the role `r0`, which one statement weighs for, comes first beside nine others.
    fn firsts_of_the_first() -> usize {
        let statement = |index: usize| Statement {
            id: format!("f{index}"),
            text: String::new(),
            why: String::new(),
            sources: vec![],
            is_condition: false,
            weights: (0..10)
                .map(|role: usize| {
                    let weight = match role {
                        0 => i8::from(index == 0),
                        _ => {
                            if (index * role + index / 3).is_multiple_of(3) {
                                -2
                            } else {
                                1
                            }
                        }
                    };
                    (RoleId::new(format!("r{role}")), weight)
                })
                .collect(),
        };
        let fit = Fit { statements: (0..14).map(statement).collect() };
        let standings = standings(&fit);
        assert_eq!(standings.len(), 10);
        standings[0].firsts
    }

    #[test]
    fn a_role_that_hangs_on_one_statement_comes_first_too_often() {
        assert!(firsts_of_the_first() > VISITORS * allowed_percent(10) / 100);
    }

    #[test]
    fn few_roles_may_come_first_more_often() {
        assert_eq!([1, 2, 4, 8, 10].map(allowed_percent), [200, 100, 50, 25, 25]);
    }
}
