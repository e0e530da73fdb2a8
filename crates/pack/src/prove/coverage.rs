//! Criteria that no scenario makes fail, each with answers that would.

use eligibility::Quiz;
use eligibility::verify::suggest_scenarios;
use model::rules::{Kind, Rules};

use super::golden::Failing;
use crate::answers;
use crate::draft::{Draft, Typed};
use crate::fault::Faults;

/// Warns of every criterion that no scenario makes fail.
pub fn check(
    draft: &Draft<'_>,
    rules: &Typed<'_, Rules>,
    quiz: &Quiz,
    failing: &Failing,
    faults: &mut Faults,
) {
    if draft.scenarios.is_none() {
        let message = "there is no scenarios.json, so nothing is known to come out as it must";
        faults.warning(rules.spot, message);
        return;
    }
    let mut untried = Vec::new();
    for (r, role) in rules.value.roles.iter().enumerate() {
        for (c, criterion) in role.criteria.iter().enumerate() {
            let is_judged = criterion.otherwise != Kind::Later
                && criterion.valid.contains(quiz.today())
                && role.valid.contains(quiz.today());
            if is_judged && !failing.contains(&(role.id.clone(), criterion.id.to_string())) {
                untried.push((r, c, role, criterion));
            }
        }
    }
    if untried.is_empty() {
        return;
    }
    let suggested = suggest_scenarios(quiz);
    for (r, c, role, criterion) in untried {
        let at = rules.spot.key("roles").index(r).key("criteria").index(c).key("id");
        let mut message = format!(
            "role \"{}\", criterion \"{}\": no scenario makes it fail",
            role.id, criterion.id
        );
        let pair = suggested.iter().find(|pair| pair.role == role.id && pair.rule == criterion.id);
        if let Some(pair) = pair {
            let (fails, headline) = &pair.fails;
            let answer = |answers: &eligibility::Answers| {
                let answer = answers.get(&pair.question);
                let one = answer.map(|answer| [(pair.question.clone(), answer.clone())]);
                answers::to_json(&one.into_iter().flatten().collect())
            };
            message += &format!(
                "; write one, for example on {}: \"answers\": {} gives {headline}, and with {} it is met",
                quiz.today(),
                answers::to_json(fails),
                answer(&pair.met.0)
            );
        }
        faults.warning(at, message);
    }
}
