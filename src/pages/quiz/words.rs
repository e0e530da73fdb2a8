//! Verdicts, criteria and answers in words: never a promise, never a machine's no
//! where people decide.

use eligibility::{
    Answer, CriterionResult, CriterionState, Headline, PartialDate, Period, RoleVerdict,
};
use model::id::QuestionId;
use model::rules::{Literal, QuestionKind};

use super::judge::Judge;
use super::state::{QuizState, Unknown};
use crate::components::VerdictMark;
use crate::labels::{Labels, fill};
use crate::platform::letters;

/// The mark and words of a verdict; nothing decided is "cannot tell yet".
pub fn headline(decided: Option<Headline>, labels: &Labels) -> (VerdictMark, String) {
    let (mark, key) = match decided {
        Some(Headline::Eligible) => (VerdictMark::Met, "headline-eligible"),
        Some(Headline::People) => (VerdictMark::People, "headline-people"),
        Some(Headline::NotYet) => (VerdictMark::NotYet, "headline-not-yet"),
        Some(Headline::NotEligible) => (VerdictMark::No, "headline-not-eligible"),
        None => (VerdictMark::Open, "headline-open"),
    };
    (mark, labels.text(key))
}

/// The verdict on a role in one line: the headline's main reason.
pub fn main_reason(verdict: &RoleVerdict, labels: &Labels) -> String {
    match (verdict.decided(), verdict.from) {
        (Some(Headline::NotYet), Some(from)) => {
            let key = match from.exact() {
                None => "reason-not-before",
                Some(_) if from.headline == Headline::People => "reason-from-then-people",
                Some(_) => "reason-from",
            };
            labels.fill(key, &[("date", &labels.date(from.earliest))])
        }
        (Some(Headline::Eligible), _) => labels.text("reason-eligible"),
        (Some(_), _) => {
            let reasons = verdict.reasons();
            reasons
                .first()
                .map_or_else(String::new, |reason| criterion_title(verdict, reason, labels))
        }
        (None, _) => still_open(verdict, labels),
    }
}

/// The first thing to know about a role that is not decided, and how many more there are.
fn still_open(verdict: &RoleVerdict, labels: &Labels) -> String {
    let mut needed: Vec<&QuestionId> = Vec::new();
    for question in verdict.open().flat_map(|criterion| &criterion.depends_on) {
        if !needed.contains(&question) {
            needed.push(question);
        }
    }
    let Some((question, others)) = needed.split_first() else {
        // No answer would help: the text of a rule is overdue.
        return verdict.open().next().map_or_else(String::new, |criterion| {
            let rule = criterion_title(verdict, criterion, labels);
            labels.fill("reason-review", &[("rule", &rule)])
        });
    };
    let subject = lower_first(&question_text(labels, question, "subject"));
    let mut text = labels.fill("reason-open", &[("subject", &subject)]);
    if !others.is_empty() {
        text.push(' ');
        text.push_str(&labels.count("reason-open-more", others.len()));
    }
    text
}

fn criterion_title(verdict: &RoleVerdict, result: &CriterionResult, labels: &Labels) -> String {
    rule_text(labels, &verdict.role, result.rule.as_str(), "title")
}

/// What a criterion means for the visitor: met, not met, or not known.
pub fn criterion(verdict: &RoleVerdict, result: &CriterionResult, labels: &Labels) -> String {
    let part = match result.state {
        CriterionState::Met => "met",
        CriterionState::Fails => "not_met",
        CriterionState::Open => "open",
        CriterionState::Expired | CriterionState::NoValue => {
            return labels.text("criterion-review");
        }
    };
    filled(&rule_text(labels, &verdict.role, result.rule.as_str(), part), result, labels)
}

/// A text of a rule with its day and its number.
fn filled(text: &str, result: &CriterionResult, labels: &Labels) -> String {
    // A date given as a month or a year makes the day an interval, of which this is the end.
    let is_exact = result.facts.iter().all(|fact| fact.least == fact.greatest);
    let date = match result.first_met {
        None => labels.text("day-unknown"),
        Some(day) if is_exact => labels.date(day),
        Some(day) => labels.fill("day-latest", &[("date", &labels.date(day))]),
    };
    let value = result.used.first().map_or_else(String::new, |used| literal(&used.value, labels));
    fill(text, &[("date", &date), ("value", &value)])
}

/// A further text of a criterion's rule (`find_out`, `change`, `later`), if it has one.
pub fn criterion_part(
    verdict: &RoleVerdict,
    result: &CriterionResult,
    part: &str,
    labels: &Labels,
) -> Option<String> {
    let text = rule_text(labels, &verdict.role, result.rule.as_str(), part);
    (!text.is_empty()).then(|| filled(&text, result, labels))
}

/// A text of a rule: the role's own where there is one, else the rule's.
pub fn rule_text(labels: &Labels, role: &str, rule: &str, part: &str) -> String {
    let own = labels.pack_text(&format!("rule.{rule}@{role}.{part}"));
    own.or_else(|| labels.pack_text(&format!("rule.{rule}.{part}"))).unwrap_or_default().to_owned()
}

/// A text of a question.
pub fn question_text(labels: &Labels, question: &QuestionId, part: &str) -> String {
    labels.pack_text(&format!("question.{question}.{part}")).unwrap_or_default().to_owned()
}

/// An answer as the visitor gave it.
pub fn answer(judge: &Judge, state: &QuizState, question: &QuestionId, labels: &Labels) -> String {
    let choice = |option: &str| question_text(labels, question, &format!("choice.{option}"));
    match state.answers.get(question) {
        None => labels.text("answer-none"),
        Some(Answer::DontKnow | Answer::NotApplicable) => match state.unknown.get(question) {
            Some(Unknown::RatherNotSay) => labels.text("rather-not-say"),
            _ => labels.text("not-sure"),
        },
        Some(Answer::Bool(value)) => choice(if *value { "true" } else { "false" }),
        Some(Answer::One(option)) => choice(option),
        Some(Answer::Many(options)) if options.is_empty() => choice("none"),
        Some(Answer::Many(options)) => {
            // In the order of the question, whatever order they were chosen in.
            let all = judge
                .question(question)
                .map(|question| question.options.as_slice())
                .unwrap_or_default();
            let chosen = all.iter().filter(|option| options.contains(*option));
            chosen.map(|option| choice(option)).collect::<Vec<_>>().join("; ")
        }
        Some(Answer::Int(value)) => labels.number(*value as f64),
        Some(Answer::Date(date)) => partial_date(*date, labels),
        Some(Answer::Periods(periods)) if periods.is_empty() => choice("none"),
        Some(Answer::Periods(periods)) => {
            let mut text =
                periods.iter().map(|one| period(*one, labels)).collect::<Vec<_>>().join("; ");
            if let Some(question) = judge.question(question) {
                text.push_str(". ");
                text.push_str(&super::periods_field::summary(judge, question, periods, labels));
            }
            text
        }
    }
}

fn period(period: Period, labels: &Labels) -> String {
    let from = partial_date(period.from, labels);
    match period.to {
        Some(to) => labels.fill("period", &[("from", &from), ("to", &partial_date(to, labels))]),
        None => labels.fill("period-open", &[("from", &from)]),
    }
}

/// A day, month or year in words.
pub fn partial_date(date: PartialDate, labels: &Labels) -> String {
    match date.parts() {
        (_, _, Some(_)) => labels.date(date.first()),
        (year, Some(month), None) => labels.month_of_year(year, month),
        (year, None, _) => year.to_string(),
    }
}

/// Whether a kind of question is answered by choosing.
pub fn is_choice(kind: QuestionKind) -> bool {
    matches!(kind, QuestionKind::Bool | QuestionKind::One | QuestionKind::Many)
}

/// A value of a rule in words.
pub fn literal(value: &Literal, labels: &Labels) -> String {
    match value {
        Literal::Bool(value) => value.to_string(),
        Literal::Int(value) => labels.number(*value as f64),
        Literal::Date(date) => labels.date(*date),
        Literal::Option(option) => option.clone(),
    }
}

/// For the middle of a sentence.
pub fn lower_first(text: &str) -> String {
    let first = text.chars().next().map_or(0, char::len_utf8);
    let second = text[first..].chars().next().map_or(0, char::len_utf8);
    let (first, rest) = text.split_at(first);
    // A word in capitals (a short form) stays as it is.
    if letters::lower(&rest[..second]) != rest[..second] {
        return text.to_owned();
    }
    letters::lower(first) + rest
}
