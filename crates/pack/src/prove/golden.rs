//! Scenarios: made-up applicants, judged, and compared with what must come out.

use std::collections::{BTreeMap, BTreeSet};

use eligibility::{Answers, CriterionState, Quiz, RoleVerdict, Scope, check_answer};
use model::Date;
use model::rules::Rules;
use serde_json::Value;

use super::Quizzes;
use crate::answers;
use crate::draft::Typed;
use crate::editor::{Expectation, Headline, Scenario, Scenarios};
use crate::fault::Faults;
use crate::tree::Spot;

/// A scenario with all its answers, those of the one it is like included.
#[derive(Clone, Debug)]
pub struct Golden<'s> {
    /// As it is written.
    pub scenario: &'s Scenario,
    /// Its answers by question.
    pub answers: BTreeMap<&'s str, &'s Value>,
}

/// The scenarios, each with all its answers.
pub fn golden(scenarios: &Scenarios) -> Vec<Golden<'_>> {
    let mut all: Vec<Golden<'_>> = Vec::new();
    for scenario in &scenarios.scenarios {
        let like = scenario.like.as_ref();
        let like = like.and_then(|like| all.iter().find(|other| other.scenario.name == *like));
        let mut answers = like.map(|like| like.answers.clone()).unwrap_or_default();
        answers.extend(scenario.answers.iter().map(|(id, answer)| (id.as_str(), answer)));
        all.push(Golden { scenario, answers });
    }
    all
}

impl Golden<'_> {
    /// The answers that fit the questions of these rules.
    pub fn answers_to(&self, rules: &Rules) -> Answers {
        let fitting = rules.questions.iter().filter_map(|question| {
            let answer = answers::read_one(question, self.answers.get(question.id.as_str())?)?;
            Some((question.id.clone(), answer))
        });
        fitting.collect()
    }
}

/// Role and rule of every criterion that some scenario makes fail.
pub type Failing = BTreeSet<(String, String)>;

/// Judges every scenario. Gives how many came out as they must, and what they make fail.
pub fn check(
    scenarios: &Typed<'_, Scenarios>,
    rules: &Typed<'_, Rules>,
    quizzes: &Quizzes,
    faults: &mut Faults,
) -> (usize, Failing) {
    let mut quiz_on: BTreeMap<Date, Quiz> = BTreeMap::new();
    let (mut passed, mut failing) = (0, Failing::new());
    for (index, golden) in golden(&scenarios.value).iter().enumerate() {
        let at = scenarios.spot.key("scenarios").index(index);
        let on = golden.scenario.on;
        let quiz = quiz_on.entry(on).or_insert_with(|| quizzes.on(on));
        let before = faults.len();
        judge(golden, &rules.value, quiz, at, &mut failing, faults);
        passed += usize::from(faults.len() == before);
    }
    (passed, failing)
}

fn judge(
    golden: &Golden<'_>,
    rules: &Rules,
    quiz: &Quiz,
    at: Spot<'_>,
    failing: &mut Failing,
    faults: &mut Faults,
) {
    let Golden { scenario, .. } = golden;
    let answers = golden.answers_to(rules);
    for (question, answer) in answers.iter() {
        if let Err(error) = check_answer(quiz.rules(), question, answer, scenario.on) {
            let at = at.key("answers").key(question.as_str());
            faults.error(at, format!("the answer to \"{question}\" {error}"));
        }
    }
    let assessment = quiz.evaluate(&answers, &Scope::all());
    for broken in &assessment.broken {
        let message = format!("the answers break constraints[{broken}] of rules.json");
        faults.error(at.at_key("answers"), message);
    }
    for verdict in &assessment.roles {
        let fails = verdict.criteria.iter().filter(|one| one.state == CriterionState::Fails);
        failing.extend(fails.map(|one| (verdict.role.clone(), one.rule.to_string())));
    }
    for (index, expected) in scenario.expect.iter().enumerate() {
        for (place, role) in expected.roles.iter().enumerate() {
            let at = at.key("expect").index(index).key("roles").index(place);
            match assessment.role(role) {
                None => faults.error(at, format!("the role \"{role}\" does not exist on this day")),
                Some(verdict) if !comes_out(expected, verdict) => {
                    let message = format!(
                        "\"{}\": {role} comes out as {}, expected: {}. If the rules are right, change what is expected",
                        scenario.name,
                        in_words(verdict),
                        expected_in_words(expected, verdict)
                    );
                    faults.error(at, message);
                }
                Some(_) => {}
            }
        }
    }
}

fn comes_out(expected: &Expectation, verdict: &RoleVerdict) -> bool {
    let is = |wanted: Option<Headline>, found: eligibility::Headline| {
        wanted.is_none_or(|wanted| wanted == Headline::from(Some(found)))
    };
    expected.headline == verdict.decided().into()
        && is(expected.best, verdict.best)
        && is(expected.worst, verdict.worst)
        && expected.from == from(verdict)
        && (expected.until.is_none() || expected.until == until(verdict))
        && reasons(verdict).into_iter().eq(wanted_reasons(expected))
}

fn from(verdict: &RoleVerdict) -> Option<Date> {
    verdict.from.and_then(|from| from.exact())
}

fn until(verdict: &RoleVerdict) -> Option<Date> {
    verdict.until.map(|until| until.day)
}

fn reasons(verdict: &RoleVerdict) -> BTreeSet<&str> {
    verdict.reasons().iter().map(|reason| reason.rule.as_str()).collect()
}

fn wanted_reasons(expected: &Expectation) -> BTreeSet<&str> {
    expected.reasons.iter().map(|rule| rule.as_str()).collect()
}

/// `not_yet (age-apply), from 2026-11-22`.
pub fn in_words(verdict: &RoleVerdict) -> String {
    let mut words = Headline::from(verdict.decided()).name().to_owned();
    if verdict.decided().is_none() {
        words += &format!(" (at best {}, at worst {})", verdict.best, verdict.worst);
    }
    words + &more(reasons(verdict), from(verdict), None)
}

fn expected_in_words(expected: &Expectation, verdict: &RoleVerdict) -> String {
    let mut words = expected.headline.name().to_owned();
    let limits = [("at best", expected.best), ("at worst", expected.worst)];
    for (which, limit) in limits {
        words += &limit.map(|limit| format!(" {which} {}", limit.name())).unwrap_or_default();
    }
    let until = expected.until.map(|wanted| {
        let found = until(verdict).map_or("never".to_owned(), |day| day.to_string());
        format!(" until {wanted}, not {found}")
    });
    words + &more(wanted_reasons(expected), expected.from, until)
}

fn more(reasons: BTreeSet<&str>, from: Option<Date>, until: Option<String>) -> String {
    let mut words = String::new();
    if !reasons.is_empty() {
        words += &format!(" ({})", reasons.into_iter().collect::<Vec<_>>().join(", "));
    }
    words += &from.map(|day| format!(" from {day}")).unwrap_or_default();
    words + &until.unwrap_or_default()
}
