//! What suits me: statements, and how much each speaks for or against a role.

use serde::{Deserialize, Serialize};

use crate::compact::compact;
use crate::id::{RoleId, SourceId};
use crate::map::Map;

/// `fit.json`. The weights are editorial and open to argument.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// In the order they are asked.
    pub statements: Vec<Statement>,
}

/// One statement a visitor agrees with or not, from -2 to +2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// `f1` to `f14`.
    pub id: String,
    /// In the first person of the visitor: "I would sooner be out and about than at a desk".
    pub text: String,
    /// Why it separates roles.
    pub why: String,
    /// What the reasoning rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// More a condition than a taste: asked apart, and said beside each role it speaks against.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_condition: bool,
    /// Role to weight, -2 to +2; a role left out counts 0.
    pub weights: Map<RoleId, i8>,
}

// How the compiled pack is read: the fields in the order above.
compact!(Fit { statements });
compact!(Statement { id, text, why, sources, is_condition, weights });

impl Fit {
    /// The roles that a statement weighs for or against, in the order of their ids. The others
    /// are not ranked.
    pub fn roles(&self) -> Vec<&RoleId> {
        let mut roles = Vec::new();
        for statement in &self.statements {
            for (role, weight) in &statement.weights {
                if *weight != 0 && !roles.contains(&role) {
                    roles.push(role);
                }
            }
        }
        roles.sort_unstable();
        roles
    }

    /// How far answers point to a role: hundredths of a point, from -10 000 to 10 000.
    ///
    /// `answers` stand in the order of the statements, -2 to 2; what is skipped or missing counts
    /// 0. The sum of weight times answer, over the most that it could be: roles with many weights
    /// gain nothing by it. It is about liking alone, and no chance of anything.
    pub fn score(&self, role: &RoleId, answers: &[i8]) -> i32 {
        let (mut sum, mut most) = (0, 0);
        for (index, statement) in self.statements.iter().enumerate() {
            let weight = statement.weight(role);
            sum += weight * answer(answers, index);
            most += 2 * weight.abs();
        }
        if most == 0 { 0 } else { sum * 10_000 / most }
    }

    /// Roles by their scores, best first; those that share a place are within [`TIE`] of the
    /// first among them. Nothing while every statement is skipped.
    pub fn ranking<'r>(&self, roles: &[&'r RoleId], answers: &[i8]) -> Vec<Vec<&'r RoleId>> {
        let mut places = Vec::new();
        if answers.iter().all(|answer| *answer == 0) {
            return places;
        }
        let mut left: Vec<(i32, &'r RoleId)> =
            roles.iter().map(|role| (self.score(role, answers), *role)).collect();
        while let Some(best) = left.iter().map(|(score, _)| *score).max() {
            // Within a place the order of `roles` stays: nothing tells them apart.
            let mut place = Vec::new();
            left.retain(|(score, role)| {
                let is_behind = *score < best - TIE;
                if !is_behind {
                    place.push(*role);
                }
                is_behind
            });
            places.push(place);
        }
        places
    }

    /// The statements that speak most for a role, or most against it, at most three, the
    /// strongest first: by their place in the list.
    pub fn reasons(&self, role: &RoleId, answers: &[i8], speaks: Speaks) -> Vec<usize> {
        let mut reasons = Vec::new();
        // A product of weight and answer is at most 4, and 3 cannot come out.
        for strength in [4, 2, 1] {
            let wanted = if speaks == Speaks::For { strength } else { -strength };
            for (index, statement) in self.statements.iter().enumerate() {
                let product = statement.weight(role) * answer(answers, index);
                if product == wanted && reasons.len() < 3 {
                    reasons.push(index);
                }
            }
        }
        reasons
    }
}

impl Statement {
    /// How much it speaks for a role (above 0) or against it.
    pub fn weight(&self, role: &RoleId) -> i32 {
        self.weights.get(role).map_or(0, |weight| i32::from(*weight))
    }
}

/// Scores no further apart than this are shown as tied: five points.
pub const TIE: i32 = 500;

/// Which way a statement points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speaks {
    /// Towards the role.
    For,
    /// Away from it.
    Against,
}

fn answer(answers: &[i8], index: usize) -> i32 {
    answers.get(index).map_or(0, |answer| i32::from(*answer))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Statements from rows of weights for the roles `a`, `b`, `c`.
    fn fit(rows: &[[i8; 3]]) -> Fit {
        let statement = |row: &[i8; 3]| Statement {
            id: "f".into(),
            text: String::new(),
            why: String::new(),
            sources: vec![],
            is_condition: false,
            weights: ["a", "b", "c"].into_iter().map(RoleId::from).zip(*row).collect(),
        };
        Fit { statements: rows.iter().map(statement).collect() }
    }

    fn check(rows: &[[i8; 3]], answers: &[i8], expected: &str) {
        let fit = fit(rows);
        let roles = fit.roles();
        let places = fit.ranking(&roles, answers);
        let words = |place: &Vec<&RoleId>| {
            let roles: Vec<&str> = place.iter().map(|role| role.as_str()).collect();
            roles.join("=")
        };
        let found: Vec<String> = places.iter().map(words).collect();
        assert_eq!(found.join(" > "), expected, "{answers:?}");
    }

    #[test]
    fn roles_are_ranked_by_what_was_said() {
        let rows = [[2, -2, 1], [0, 2, 1]];
        check(&rows, &[2, 0], "a > c > b");
        check(&rows, &[-2, 2], "b > c > a");
        check(&rows, &[-2], "b > c > a");
    }

    #[test]
    fn nothing_said_ranks_nothing() {
        check(&[[2, -2, 1]], &[0], "");
        check(&[[2, -2, 1]], &[], "");
    }

    #[test]
    fn a_role_that_nothing_weighs_for_is_not_ranked() {
        check(&[[2, 0, 1]], &[2], "a=c");
    }

    #[test]
    fn five_points_apart_is_a_tie_and_more_is_none() {
        let mut rows = vec![[2, 2, 0]; 10];
        check(&rows, &[2; 10], "a=b");
        // Nine of ten statements agree: 100 points against 90.
        rows[0] = [2, 0, 0];
        rows.push([0, 2, 0]);
        check(&rows, &[2; 10], "a > b");
        // 95 against 100.
        let mut rows = vec![[2, 2, 0]; 20];
        rows[0] = [2, 0, 0];
        rows.push([0, 2, 0]);
        check(&rows, &[2; 20], "a=b");
    }

    #[test]
    fn a_score_reaches_from_one_end_to_the_other() {
        let fit = fit(&[[2, -1, 0], [-1, 2, 0]]);
        let a = RoleId::from("a");
        assert_eq!(fit.score(&a, &[2, -2]), 10_000);
        assert_eq!(fit.score(&a, &[-2, 2]), -10_000);
        assert_eq!(fit.score(&"c".into(), &[2, 2]), 0);
    }

    #[test]
    fn the_three_strongest_reasons_come_in_the_order_of_their_strength() {
        let fit = fit(&[[1, 0, 0], [-2, 0, 0], [2, 0, 0], [1, 0, 0], [2, 0, 0], [2, 0, 0]]);
        let a = RoleId::from("a");
        let answers = [1, 2, 1, 2, 2, -1];
        assert_eq!(fit.reasons(&a, &answers, Speaks::For), [4, 2, 3]);
        assert_eq!(fit.reasons(&a, &answers, Speaks::Against), [1, 5]);
    }
}
