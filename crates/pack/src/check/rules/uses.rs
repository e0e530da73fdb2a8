//! What expressions use, also through conditions and facts.

use std::collections::{BTreeMap, BTreeSet};

use model::rules::Rules;

/// What expressions use, by name.
#[derive(Clone, Debug, Default)]
pub struct Uses {
    /// Questions.
    pub questions: BTreeSet<String>,
    /// Facts.
    pub facts: BTreeSet<String>,
    /// Conditions.
    pub conditions: BTreeSet<String>,
    /// Parameters.
    pub parameters: BTreeSet<String>,
}

/// What each named condition uses itself.
pub type Named = BTreeMap<String, Uses>;

impl Uses {
    /// Adds what others use.
    pub fn extend(&mut self, other: Self) {
        self.questions.extend(other.questions);
        self.facts.extend(other.facts);
        self.conditions.extend(other.conditions);
        self.parameters.extend(other.parameters);
    }

    /// Adds what conditions and facts use in turn.
    pub fn follow(mut self, rules: &Rules, named: &Named) -> Self {
        let mut open: Vec<&str> = named
            .keys()
            .map(String::as_str)
            .filter(|name| self.conditions.contains(*name))
            .collect();
        let mut done: BTreeSet<&str> = open.iter().copied().collect();
        while let Some(name) = open.pop() {
            let Some((_, inner)) = named.get_key_value(name) else { continue };
            open.extend(
                inner.conditions.iter().map(String::as_str).filter(|name| done.insert(name)),
            );
            self.questions.extend(inner.questions.iter().cloned());
            self.facts.extend(inner.facts.iter().cloned());
            self.conditions.extend(inner.conditions.iter().cloned());
            self.parameters.extend(inner.parameters.iter().cloned());
        }
        for name in &self.facts {
            let Some(fact) = rules.facts.get(name) else { continue };
            let spans = [&fact.completed_years, &fact.completed_months, &fact.days];
            for span in spans.into_iter().flatten() {
                self.questions.extend(span.to.iter().chain([&span.from]).map(ToString::to_string));
            }
            for covered in fact.days_covered.iter().chain(&fact.days_missing) {
                let all = covered.count.iter().chain([&covered.of]);
                self.questions.extend(all.map(ToString::to_string));
            }
            self.questions.extend(fact.count.iter().map(ToString::to_string));
        }
        self
    }
}
