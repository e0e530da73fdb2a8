//! Questions: their limits, their options, and which of them wait for others.

use model::rules::{self, Change, Literal, QuestionKind};

use super::place::Place;
use super::{LOOKS, Reader};
use crate::error::Fault;
use crate::ordered::sort_distinct;
use crate::ruleset::{Group, Question};

impl<'r> Reader<'r> {
    pub(super) fn questions(&mut self, groups: &[Group]) {
        let rules = self.rules;
        for (i, question) in rules.questions.iter().enumerate() {
            let questions = Place::root("questions");
            let place = &questions.item(i);
            if LOOKS && rules.questions[..i].iter().any(|other| other.id == question.id) {
                let name = question.id.as_str().to_owned();
                self.fault(&place.at("id"), || Fault::Twice { what: "question", name });
            }
            let group = groups.iter().position(|group| group.id == question.group);
            if group.is_none() {
                let names = groups.iter().map(|group| group.id.as_str());
                self.unknown(&place.at("group"), "group", &question.group, names);
            }
            if LOOKS {
                self.options(place, question);
            }
            let becomes = self.becomes(place, question);
            let min = self.limit(&place.at("min"), question.kind, question.min.as_ref());
            let max = self.limit(&place.at("max"), question.kind, question.max.as_ref());
            if LOOKS
                && let (Some(min), Some(max)) = (min, max)
                && min > max
            {
                self.fault(&place.at("max"), || Fault::Backwards);
            }
            if LOOKS && question.effort == 0 {
                let expected = "an effort of 1 or more";
                self.fault(&place.at("effort"), || Fault::WrongValue { expected });
            }
            self.questions.push(Question {
                id: question.id.clone(),
                kind: question.kind,
                options: question.options.clone(),
                min,
                max,
                future: question.future,
                max_items: question.max_items.map(|items| items as usize),
                precision: question.precision,
                group: group.unwrap_or_default(),
                ask_if: None,
                change: question.change,
                becomes,
                effort: question.effort.max(1),
                first: question.first,
                waits_for: Vec::new(),
                optional: question.optional,
                variables: Vec::new(),
            });
        }
    }

    fn options(&mut self, place: &Place<'_>, question: &rules::Question) {
        let place = &place.at("options");
        let has_options = matches!(question.kind, QuestionKind::One | QuestionKind::Many);
        if has_options && question.options.is_empty() {
            self.fault(place, || Fault::Empty { what: "the list of options" });
            return;
        }
        if !has_options && !question.options.is_empty() {
            self.fault(place, || Fault::WrongValue { expected: "no options for this type" });
            return;
        }
        for (i, option) in question.options.iter().enumerate() {
            if question.options[..i].contains(option) {
                let name = option.clone();
                self.fault(&place.item(i), || Fault::Twice { what: "option", name });
            }
        }
    }

    /// The options somebody can come to, in that order.
    fn becomes(&mut self, place: &Place<'_>, question: &rules::Question) -> Vec<usize> {
        let place = &place.at("becomes");
        let may = question.kind == QuestionKind::One && question.change == Change::Act;
        if LOOKS && !may && !question.becomes.is_empty() {
            let expected = "nothing, but for a question of type one with change act";
            self.fault(place, || Fault::WrongValue { expected });
        }
        let mut becomes = Vec::new();
        for (i, option) in question.becomes.iter().enumerate() {
            match question.options.iter().position(|other| other == option) {
                Some(index) => becomes.push(index),
                None => {
                    let names = question.options.iter().map(String::as_str);
                    self.unknown(&place.item(i), "option", option, names);
                }
            }
        }
        becomes
    }

    fn limit(
        &mut self,
        place: &Place<'_>,
        kind: QuestionKind,
        limit: Option<&Literal>,
    ) -> Option<i64> {
        match (kind, limit?) {
            (QuestionKind::Int, Literal::Int(value)) => Some(*value),
            (QuestionKind::Date | QuestionKind::Periods, Literal::Date(date)) => {
                Some(i64::from(date.days()))
            }
            (QuestionKind::Int, _) => {
                self.fault(place, || Fault::WrongValue { expected: "a whole number" });
                None
            }
            (QuestionKind::Date | QuestionKind::Periods, _) => {
                self.fault(place, || Fault::WrongValue { expected: "a day like 2026-11-21" });
                None
            }
            _ => {
                self.fault(place, || Fault::WrongValue { expected: "no limit for this type" });
                None
            }
        }
    }

    /// Finds a question by name.
    pub(super) fn question(&mut self, place: &Place<'_>, name: &str) -> Option<usize> {
        let mut questions = self.rules.questions.iter();
        let found = questions.position(|question| question.id.as_str() == name);
        if found.is_none() {
            let rules = self.rules;
            let names = rules.questions.iter().map(|question| question.id.as_str());
            self.unknown(place, "question", name, names);
        }
        found
    }

    /// Finds a question by name that must be of a kind.
    pub(super) fn question_of_kind(
        &mut self,
        place: &Place<'_>,
        name: &str,
        kind: QuestionKind,
    ) -> Option<usize> {
        let found = self.question(place, name)?;
        if self.questions[found].kind != kind {
            let expected = match kind {
                QuestionKind::Many => "of type many",
                QuestionKind::Date => "of type date",
                QuestionKind::Periods => "of type periods",
                QuestionKind::Bool | QuestionKind::One | QuestionKind::Int => "of another type",
            };
            self.fault(place, || Fault::WrongKind { question: name.to_owned(), expected });
            return None;
        }
        Some(found)
    }

    /// Reads `ask_if` and `after`, and refuses circles among them.
    pub(super) fn asking(&mut self) {
        let rules = self.rules;
        let questions = Place::root("questions");
        for (i, question) in rules.questions.iter().enumerate() {
            let here = questions.item(i);
            let mut waits_for = Vec::new();
            for (k, other) in question.after.iter().enumerate() {
                let after = here.at("after");
                waits_for.extend(self.question(&after.item(k), other.as_str()));
            }
            if let Some(ask_if) = &question.ask_if {
                let read = self.expression(ask_if, &here.at("ask_if"));
                self.questions[i].ask_if = read;
                waits_for.extend(read.into_iter().flat_map(|read| self.questions_of(read)));
            }
            sort_distinct(&mut waits_for);
            self.questions[i].waits_for = waits_for;
        }
        self.refuse_circles();
    }

    /// Takes away questions that wait for nothing, until none is left or a circle is.
    fn refuse_circles(&mut self) {
        let mut waiting: Vec<usize> = (0..self.questions.len()).collect();
        loop {
            let before = waiting.len();
            let still = waiting.clone();
            waiting.retain(|q| self.questions[*q].waits_for.iter().any(|w| still.contains(w)));
            if waiting.is_empty() {
                return;
            }
            if waiting.len() == before {
                let mut q = waiting[0];
                let mut names = Vec::new();
                if LOOKS {
                    let mut circle = Vec::new();
                    while !circle.contains(&q) {
                        circle.push(q);
                        let next = self.questions[q].waits_for.iter().find(|w| still.contains(w));
                        q = next.copied().unwrap_or(q);
                    }
                    circle.push(q);
                    names.extend(circle.iter().map(|q| self.questions[*q].id.to_string()));
                }
                self.fault(&Place::root("questions").item(q), || Fault::Circle { names });
                return;
            }
        }
    }
}
