//! Visitors nobody thought of: answers drawn by a seed, and what the engine makes of them.

use std::collections::BTreeMap;
use std::rc::Rc;

use eligibility::{Answer, Answers, Quiz, ReviewPolicy, Ruleset, Scope};
use model::rules::{Question, QuestionKind};

use crate::browser::TODAY;
use crate::must;
use crate::product::pack;

/// Numbers that look random and are the same every time.
pub struct Random(u64);

impl Random {
    /// Begins at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as usize % end.max(1)
    }

    /// One of several.
    pub fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// An answer to every question, by a seed, as journeys write them.
pub fn answers(seed: u64) -> BTreeMap<String, String> {
    let mut random = Random::new(seed);
    let pack = pack();
    let questions = &pack.rules.questions;
    questions
        .iter()
        .map(|question| (question.id.to_string(), answer(question, &mut random)))
        .collect()
}

fn answer(question: &Question, random: &mut Random) -> String {
    match random.below(10) {
        0 => return "?".to_owned(),
        1 => return "-".to_owned(),
        _ => {}
    }
    match question.kind {
        QuestionKind::Bool => (*random.of(&["yes", "no"])).to_owned(),
        QuestionKind::Date => {
            let year = if question.id.as_str() == "dob" { 1960 } else { 2016 } + random.below(10);
            format!("{year}-{:02}-{:02}", 1 + random.below(12), 1 + random.below(28))
        }
        QuestionKind::Many | QuestionKind::Periods if random.below(2) == 0 => "none".to_owned(),
        QuestionKind::Periods => {
            let year = 2016 + random.below(6);
            let end = format!("{}-{:02}", year + random.below(4), 1 + random.below(12));
            format!("{}..{end},{}..", year - 1, year + 4)
        }
        _ => random.of(&question.options).clone(),
    }
}

/// What the engine says about those answers that were asked for.
pub fn verdicts(given: &BTreeMap<String, String>, asked: &[String]) -> BTreeMap<String, String> {
    let pack = pack();
    let rules = Ruleset::new(&pack.rules)
        .unwrap_or_else(|faults| panic!("{} faults in the rules", faults.len()));
    let today = must(TODAY.parse().map_err(|_| "no date"), TODAY);
    let review = ReviewPolicy { review_by: Some(pack.about.review_by) };
    let quiz = Quiz::new(Rc::new(rules), today, review);
    let mut answers = Answers::new();
    for id in asked {
        let question = pack.rules.questions.iter().find(|question| question.id.as_str() == id);
        let question = question.unwrap_or_else(|| panic!("no question {id}"));
        answers.set(question.id.clone(), read(question, &given[id]));
    }
    let result = quiz.evaluate(&answers, &Scope::all());
    let headline =
        |role: &eligibility::RoleVerdict| role.decided().map_or("open", |headline| headline.name());
    result.roles.iter().map(|role| (role.role.clone(), headline(role).to_owned())).collect()
}

fn read(question: &Question, text: &str) -> Answer {
    match (text, question.kind) {
        ("?" | "-", _) => Answer::DontKnow,
        (_, QuestionKind::Bool) => Answer::Bool(text == "yes"),
        (_, QuestionKind::Date) => Answer::Date(must(text.parse().map_err(|_| "no date"), text)),
        (_, QuestionKind::Periods) => crate::periods::read(text),
        ("none", QuestionKind::Many) => Answer::Many(Default::default()),
        (_, QuestionKind::Many) => Answer::Many(text.split(',').map(str::to_owned).collect()),
        _ => Answer::One(text.to_owned()),
    }
}
