//! What the quiz remembers while the app runs: the answers, and the screens on the way. And
//! beside them what the visitor likes (`pages/fit`) and wants on paper, kept and cleared in the same way.
//!
//! Answers live here and nowhere else: not in an address, a title or a storage.
//! Verdicts, reasons and the next question are computed from them each time.

use std::rc::Rc;

use eligibility::{Answer, Answers};
use model::Map;
use model::id::{QuestionId, RoleId};
use yew::prelude::*;

use crate::platform::hand_over::Outcome;

/// What is on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What this is, what it asks, and the start button.
    Intro,
    /// Which roles are of interest; can be skipped.
    Interest,
    /// What to know before a group of personal questions.
    Before(String),
    /// One question.
    Question(QuestionId),
    /// All answers so far, each with a way to change it.
    Check,
    /// Where the visitor stands.
    Result,
}

/// The two labels of one and the same unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// "I’m not sure."
    NotSure,
    /// "I’d rather not say."
    RatherNotSay,
}

/// What the visitor chose about taking the plan or the result away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// The answers stand on it too.
    pub has_answers: bool,
    /// In large letters.
    pub is_large: bool,
    /// A link or code brings the list along.
    pub brings_list: bool,
    /// The code is shown.
    pub has_qr: bool,
    /// What became of the last link.
    pub outcome: Option<Outcome>,
}

/// What the quiz remembers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuizState {
    /// Everything that was answered.
    pub answers: Answers,
    /// What was said to the statements about liking, in their order, -2 to 2; 0 where skipped.
    pub liking: Vec<i8>,
    /// How an unknown was put, for showing it again.
    pub unknown: Map<QuestionId, Unknown>,
    /// The roles that are judged; nothing for all.
    pub chosen: Option<Vec<RoleId>>,
    /// The screens so far; the place in the history is an index into it. Never empty.
    pub trail: Vec<Screen>,
    /// The answers before the last change, to say what it changed.
    pub before: Option<Answers>,
    /// What to know before personal questions was shown.
    pub was_told: bool,
    /// The visitor wants to answer also what decides no role any more.
    pub is_thorough: bool,
    /// What the visitor chose about taking things away.
    pub paper: Paper,
    /// Everything was cleared, and the page is to start afresh.
    pub is_cleared: bool,
}

impl Default for QuizState {
    fn default() -> Self {
        Self {
            answers: Answers::new(),
            liking: Vec::new(),
            unknown: Map::default(),
            chosen: None,
            trail: vec![Screen::Intro],
            before: None,
            was_told: false,
            is_thorough: false,
            paper: Paper::default(),
            is_cleared: false,
        }
    }
}

impl QuizState {
    /// Whether there is nothing to lose.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.liking.is_empty()
    }

    /// The screen at a place in the history; the introduction where there is none any more.
    pub fn screen(&self, step: u32) -> &Screen {
        self.trail.get(step as usize).unwrap_or(&Screen::Intro)
    }

    /// The last place in the history.
    pub fn last_step(&self) -> u32 {
        // A trail of more than four thousand million screens does not fit into memory.
        u32::try_from(self.trail.len().saturating_sub(1)).unwrap_or_default()
    }
}

/// What the visitor did.
pub enum QuizAction {
    /// Answered a question.
    Answer(QuestionId, Answer, Option<Unknown>),
    /// Cannot give a date more exactly.
    Settle(QuestionId),
    /// Chose the roles that are judged; nothing for all.
    Choose(Option<Vec<RoleId>>),
    /// Went on from the screen at this place in the history to another.
    Advance(u32, Screen),
    /// Wants to answer also what decides no role any more.
    AnswerTheRest,
    /// Said how far a statement, by its place, is like them.
    Like(usize, i8),
    /// Cleared what was said to the statements.
    ForgetLiking,
    /// Chose something about taking the plan or the result away.
    Take(Paper),
    /// Cleared everything.
    Clear,
}

impl Reducible for QuizState {
    type Action = QuizAction;

    fn reduce(self: Rc<Self>, action: QuizAction) -> Rc<Self> {
        let mut state = (*self).clone();
        match action {
            QuizAction::Answer(question, answer, unknown) => {
                state.before = Some(state.answers.clone());
                match unknown {
                    Some(unknown) => state.unknown.insert(question.clone(), unknown),
                    None => state.unknown.remove(&question),
                }
                state.answers.set(question, answer);
            }
            QuizAction::Settle(question) => {
                state.before = Some(state.answers.clone());
                state.answers.settle(&question);
            }
            QuizAction::Choose(roles) => state.chosen = roles,
            QuizAction::Advance(step, screen) => {
                if matches!(screen, Screen::Before(_)) {
                    state.was_told = true;
                }
                state.trail.truncate(step as usize + 1);
                state.trail.push(screen);
            }
            QuizAction::AnswerTheRest => state.is_thorough = true,
            QuizAction::Like(index, answer) => {
                if state.liking.len() <= index {
                    state.liking.resize(index + 1, 0);
                }
                state.liking[index] = answer;
            }
            QuizAction::ForgetLiking => state.liking.clear(),
            QuizAction::Take(paper) => state.paper = paper,
            QuizAction::Clear => state = Self { is_cleared: true, ..Self::default() },
        }
        Rc::new(state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(actions: Vec<QuizAction>) -> Rc<QuizState> {
        actions.into_iter().fold(Rc::new(QuizState::default()), QuizState::reduce)
    }

    #[test]
    fn going_on_after_going_back_forgets_the_screens_ahead_and_keeps_the_answers() {
        let question = |id: &str| Screen::Question(id.into());
        let state = after(vec![
            QuizAction::Advance(0, question("a")),
            QuizAction::Answer("a".into(), Answer::Bool(true), None),
            QuizAction::Advance(1, question("b")),
            QuizAction::Answer("b".into(), Answer::Bool(true), None),
            QuizAction::Advance(1, question("c")),
        ]);
        assert_eq!(state.trail, [Screen::Intro, question("a"), question("c")]);
        assert_eq!(state.answers.len(), 2);
        assert_eq!(state.screen(7), &Screen::Intro);
    }

    #[test]
    fn clearing_leaves_nothing() {
        let state = after(vec![
            QuizAction::Answer("a".into(), Answer::DontKnow, Some(Unknown::RatherNotSay)),
            QuizAction::Like(3, 2),
            QuizAction::Clear,
        ]);
        assert!(state.is_empty() && state.unknown.is_empty() && state.before.is_none());
    }
}
