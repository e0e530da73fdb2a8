//! The way through the quiz: which answers still count, in the order they were asked.
//!
//! It is replayed from the answers each time, so that an early answer can be
//! changed without clearing the later ones by hand. A question that was
//! answered but would no longer be asked keeps its answer, listed apart.

use model::id::QuestionId;

use crate::answer::Answers;
use crate::quiz::{Quiz, Scope};
use crate::reading::Reading;

/// The answered questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path {
    /// Those that count, in the order they are asked: for Back and for checking the answers.
    pub asked: Vec<AnsweredQuestion>,
    /// Those that no longer matter, in author order.
    pub superfluous: Vec<QuestionId>,
}

/// A question on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredQuestion {
    /// The question.
    pub question: QuestionId,
    /// Its group.
    pub group: String,
}

impl Quiz {
    /// The answered questions in the order they are asked, and those that no longer matter.
    pub fn path(&self, answers: &Answers, scope: &Scope) -> Path {
        let rules = &*self.rules;
        let given = self.read(answers);
        let mut replayed = given.clone();
        replayed.of.fill(Reading::Open);
        replayed.refinable.fill(false);
        let mut path = Path::default();
        let mut on_path = vec![false; rules.questions.len()];
        loop {
            let moment = self.moment(&replayed, self.today.days());
            let Some(choice) = self.choose(&replayed, &moment, scope) else { break };
            let q = choice.question;
            // What was not answered is skipped over, so that later answers are still found.
            replayed.of[q] = match &given.of[q] {
                Reading::Open => Reading::Unknown,
                answered => answered.clone(),
            };
            on_path[q] = true;
            if given.of[q].is_answered() {
                path.asked.push(AnsweredQuestion {
                    question: rules.questions[q].id.clone(),
                    group: rules.groups[rules.questions[q].group].id.clone(),
                });
            }
        }
        let superfluous = (0..rules.questions.len())
            .filter(|q| given.of[*q].is_answered() && !on_path[*q])
            .map(|q| rules.questions[q].id.clone());
        path.superfluous = superfluous.collect();
        path
    }
}
