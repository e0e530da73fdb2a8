//! The engine at work: the rules on today's day, for the roles that are of interest.

use std::cell::RefCell;
use std::rc::Rc;

use eligibility::{Assessment, Limits, NextStep, Prospect, Quiz, ReviewPolicy, Ruleset, Scope};
use model::id::{QuestionId, RoleId};
use model::role::Door;
use model::rules::{Expression, Question, Rules};
use model::{Date, Pack};

use super::state::{QuizState, Screen};
use crate::context::View;

/// The rules on today's day.
#[derive(Clone)]
pub struct Judge {
    /// Everything that is said.
    pub pack: Rc<Pack>,
    quiz: Rc<Quiz>,
}

impl PartialEq for Judge {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.quiz, &other.quiz)
    }
}

thread_local! {
    // Reading the rules takes longer than using them, and three pages use them.
    static LATEST: RefCell<Option<(Rc<Rules>, Rc<Quiz>)>> = const { RefCell::new(None) };
}

impl Judge {
    /// The rules on today's day; nothing before the day is known, or if the rules cannot be read.
    pub fn of(view: &View) -> Option<Self> {
        Self::new(view.pack(), view.today?)
    }

    /// The rules of a pack on a day; nothing if they cannot be read.
    pub fn new(pack: &Rc<Pack>, today: Date) -> Option<Self> {
        let pack = pack.clone();
        LATEST.with_borrow_mut(|latest| {
            // The rules come with the first part of a pack and stay: the day alone makes others.
            if let Some((rules, quiz)) = &*latest
                && Rc::ptr_eq(rules, &pack.rules)
                && quiz.today() == today
            {
                return Some(Self { pack, quiz: quiz.clone() });
            }
            let rules = Ruleset::new(&pack.rules).ok()?;
            let review = ReviewPolicy { review_by: Some(pack.about.review_by) };
            let quiz = Rc::new(Quiz::new(Rc::new(rules), today, review));
            *latest = Some((pack.rules.clone(), quiz.clone()));
            Some(Self { pack, quiz })
        })
    }

    /// The day the rules are applied on.
    pub fn today(&self) -> Date {
        self.quiz.today()
    }

    /// How every role in question stands.
    pub fn assess(&self, state: &QuizState) -> Assessment {
        self.quiz.evaluate(&state.answers, &scope(&self.pack, state.chosen.as_deref()))
    }

    /// How every role stands, whatever is of interest.
    pub fn assess_all(&self, state: &QuizState) -> Assessment {
        self.quiz.evaluate(&state.answers, &Scope::all())
    }

    /// How every role in question stood before the last change.
    pub fn assess_before(&self, state: &QuizState) -> Option<Assessment> {
        let scope = scope(&self.pack, state.chosen.as_deref());
        state.before.as_ref().map(|answers| self.quiz.evaluate(answers, &scope))
    }

    /// What is asked next.
    pub fn next(&self, state: &QuizState) -> NextStep {
        let scope = scope(&self.pack, state.chosen.as_deref());
        let scope = if state.is_thorough { scope.thorough() } else { scope };
        self.quiz.next_question(&state.answers, &scope)
    }

    /// How many questions are left that could decide no role but still a criterion.
    pub fn left_for_detail(&self, state: &QuizState) -> usize {
        let scope = scope(&self.pack, state.chosen.as_deref()).thorough();
        self.quiz.at_most_left(&state.answers, &scope)
    }

    /// The answered questions in the order they are asked, and those that no longer matter.
    pub fn path(&self, state: &QuizState) -> eligibility::Path {
        let scope = scope(&self.pack, state.chosen.as_deref());
        let scope = if state.is_thorough { scope.thorough() } else { scope };
        self.quiz.path(&state.answers, &scope)
    }

    /// The screen that follows: the next question, what to know before it, or the answers to check.
    pub fn next_screen(&self, state: &QuizState) -> Screen {
        match self.next(state) {
            NextStep::Done => Screen::Check,
            NextStep::Ask { question, group, .. } => {
                let is_sensitive =
                    self.pack.rules.groups.iter().any(|g| g.id == group && g.sensitive);
                if is_sensitive && !state.was_told {
                    Screen::Before(group)
                } else {
                    Screen::Question(question)
                }
            }
        }
    }

    /// Up to three ways from a verdict to a better one, the cheapest first.
    pub fn prospects(&self, state: &QuizState, role: &str) -> Vec<Prospect> {
        self.quiz.prospects(&state.answers, role)
    }

    /// How many years back a rule counts the days of a `periods` question; 0 where none does.
    pub fn window(&self, question: &QuestionId) -> u32 {
        let facts = self.pack.rules.facts.values();
        let windows = facts.flat_map(|fact| fact.days_covered.iter().chain(&fact.days_missing));
        let own = windows.filter(|one| one.of == *question || one.count.contains(question));
        own.map(|one| one.window.years).max().unwrap_or_default()
    }

    /// The answered questions that the constraint with this index compares.
    pub fn compared(&self, state: &QuizState, constraint: usize) -> Vec<QuestionId> {
        let rules = &self.pack.rules;
        let mut open: Vec<&Expression> = Vec::new();
        if let Some(constraint) = rules.constraints.get(constraint) {
            open.extend([&constraint.premise, &constraint.then]);
        }
        let mut found: Vec<QuestionId> = Vec::new();
        // Conditions do not refer to each other in circles, so this ends.
        while let Some(expression) = open.pop() {
            open.extend(expression.all.iter().chain(&expression.any).flatten());
            open.extend(expression.not.as_deref());
            open.extend(expression.reference.as_ref().and_then(|name| rules.conditions.get(name)));
            found.extend(expression.q.clone());
            if let Some(fact) = expression.fact.as_ref().and_then(|name| rules.facts.get(name)) {
                let spans = [&fact.completed_years, &fact.completed_months, &fact.days];
                for span in spans.into_iter().flatten() {
                    found.push(span.from.clone());
                    found.extend(span.to.clone());
                }
                for covered in fact.days_covered.iter().chain(&fact.days_missing) {
                    found.push(covered.of.clone());
                    found.extend(covered.count.iter().cloned());
                }
                found.extend(fact.count.clone());
            }
        }
        let questions = rules.questions.iter().map(|question| question.id.clone());
        questions.filter(|id| found.contains(id) && state.answers.get(id).is_some()).collect()
    }

    /// What days a date question allows.
    pub fn limits(&self, question: &QuestionId) -> Option<Limits> {
        self.quiz.rules().limits(question, self.today())
    }

    /// The question with this id.
    pub fn question(&self, id: &QuestionId) -> Option<&Question> {
        self.pack.rules.questions.iter().find(|question| question.id == *id)
    }
}

/// The judged roles that belong to the chosen ones; all where none is chosen.
fn scope(pack: &Pack, chosen: Option<&[RoleId]>) -> Scope {
    match chosen {
        None => Scope::all(),
        Some(chosen) => Scope::of(
            pack.rules
                .roles
                .iter()
                .filter(|judged| {
                    pack.role_of_judged(&judged.id).is_some_and(|role| chosen.contains(&role.id))
                })
                .map(|judged| judged.id.clone()),
        ),
    }
}

/// What a judged role is called: the role, and the route where it has several.
pub fn judged_name(pack: &Pack, judged: &str) -> String {
    let Some(role) = pack.role_of_judged(judged) else { return judged.to_owned() };
    match role.routes.iter().find(|route| route.id.as_str() == judged) {
        Some(route) if route.name == route.short => format!("{}: {}", role.name, route.name),
        Some(route) => format!("{}: {} ({})", role.name, route.name, route.short),
        None => role.name.clone(),
    }
}

/// Whether a judged role is a way in for people who served before.
pub fn is_for_people_who_served(pack: &Pack, judged: &str) -> bool {
    let routes = pack.roles.iter().flat_map(|role| &role.routes);
    routes.filter(|route| route.id.as_str() == judged).any(|route| route.door == Door::Served)
}
