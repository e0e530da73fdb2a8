//! The sentences of `texts/`: every one that can be shown exists, none is without use.

use std::collections::{BTreeMap, BTreeSet};

use model::rules::{Change, Kind, Question, QuestionKind, Rules};

use crate::draft::{Draft, Typed};
use crate::editor::Texts;
use crate::fault::Faults;
use crate::nearest::nearest;
use crate::tree::Spot;

/// What the page puts in.
const PLACEHOLDERS: [&str; 2] = ["date", "value"];

/// What is said of a criterion that is not `later`.
const OUTCOMES: [&str; 4] = ["met", "not_met", "open", "find_out"];

/// The keys that rules need, and those they may have besides.
#[derive(Debug, Default)]
pub struct Wanted {
    /// Each with the keys of which one must exist; the first is the usual one.
    pub needed: BTreeMap<String, Vec<String>>,
    /// All that may exist.
    pub allowed: BTreeSet<String>,
    /// Those in which placeholders may stand.
    pub filled: BTreeSet<String>,
}

impl Wanted {
    fn need(&mut self, key: String) {
        self.allowed.insert(key.clone());
        self.needed.insert(key.clone(), vec![key]);
    }

    fn allow(&mut self, key: String) {
        self.allowed.insert(key);
    }

    /// What the rules need.
    pub fn of(rules: &Rules) -> Self {
        let mut wanted = Self::default();
        for group in &rules.groups {
            wanted.need(format!("group.{}.title", group.id));
            wanted.allow(format!("group.{}.intro", group.id));
        }
        if let Some(group) = rules.groups.iter().find(|group| group.sensitive) {
            wanted.need(format!("group.{}.intro", group.id));
        }
        for question in &rules.questions {
            wanted.question(question);
        }
        for rule in &rules.rules {
            let id = &rule.id;
            wanted.need(format!("topic.{}.title", rule.topic));
            wanted.need(format!("rule.{id}.title"));
            wanted.need(format!("rule.{id}.plain"));
            for event in &rule.history {
                wanted.need(format!("rule.{id}.history.{}", event.on.as_str()));
            }
        }
        for role in &rules.roles {
            wanted.allow(format!("role.{}.start_note", role.id));
            wanted.filled.insert(format!("role.{}.start_note", role.id));
            for criterion in &role.criteria {
                let usual = format!("rule.{}", criterion.id);
                let own = format!("rule.{}@{}", criterion.id, role.id);
                if criterion.otherwise == Kind::Later {
                    wanted.either(&own, &usual, "later");
                } else {
                    OUTCOMES.into_iter().for_each(|what| wanted.either(&own, &usual, what));
                    for base in [&usual, &own] {
                        wanted.allow(format!("{base}.change"));
                        wanted.filled.insert(format!("{base}.change"));
                    }
                }
            }
        }
        wanted
    }

    fn either(&mut self, own: &str, usual: &str, what: &str) {
        let keys = [usual, own].map(|base| format!("{base}.{what}"));
        self.allowed.extend(keys.iter().cloned());
        self.filled.extend(keys.iter().cloned());
        self.needed.insert(keys[1].clone(), keys.to_vec());
    }

    fn question(&mut self, question: &Question) {
        let base = format!("question.{}", question.id);
        for what in ["title", "why", "subject"] {
            self.need(format!("{base}.{what}"));
        }
        self.allow(format!("{base}.hint"));
        if question.change == Change::Act {
            self.need(format!("{base}.change"));
        }
        let fixed: &[&str] = match question.kind {
            QuestionKind::Bool => &["true", "false"],
            QuestionKind::Many => &["none"],
            QuestionKind::Periods => &["still", "none"],
            _ => &[],
        };
        let options = question.options.iter().map(String::as_str).chain(fixed.iter().copied());
        for option in options {
            self.need(format!("{base}.choice.{option}"));
            self.allow(format!("{base}.choice.{option}.hint"));
        }
    }
}

/// Checks the texts of every language.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    if draft.is_whole(crate::part::Part::Texts) && !draft.folder.files.contains_key("texts/en.json")
    {
        faults.file_error(&draft.folder.name, (1, 1), "the file texts/en.json is missing");
    }
    let wanted = draft.rules.as_ref().map(|rules| Wanted::of(&rules.value));
    for (language, Typed { value: texts, spot }) in &draft.texts {
        if !is_language(language) {
            let message =
                format!("\"{language}\" is no language; name the file like en.json or cy.json");
            faults.error(*spot, message);
        }
        if let Some(wanted) = &wanted {
            let meant = unused(texts, wanted, *spot, faults);
            missing(texts, wanted, &meant, *spot, faults);
            placeholders(texts, wanted, *spot, faults);
        }
    }
}

fn is_language(name: &str) -> bool {
    let mut parts = name.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| {
            (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        })
}

fn missing(
    texts: &Texts,
    wanted: &Wanted,
    meant: &BTreeSet<&str>,
    spot: Spot<'_>,
    faults: &mut Faults,
) {
    let mut said = BTreeSet::new();
    for keys in wanted.needed.values() {
        let is_there = |key: &String| texts.contains_key(key) || meant.contains(key.as_str());
        if keys.iter().any(is_there) || !said.insert(&keys[0]) {
            continue;
        }
        let or = keys.get(1).map(|key| format!(" (or \"{key}\")")).unwrap_or_default();
        let message = format!("the text \"{}\"{or} is missing", keys[0]);
        faults.error(beside(texts, &keys[0], spot), message);
    }
}

/// Where a missing text would stand: at the one that shares most of its key.
fn beside<'d>(texts: &Texts, key: &str, spot: Spot<'d>) -> Spot<'d> {
    let shared = |other: &str| key.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let nearest = texts.keys().max_by_key(|other| shared(other));
    match nearest.filter(|other| shared(other) >= "rule.x".len()) {
        Some(other) => spot.at_key(other),
        None => spot,
    }
}

/// Tells texts that nothing uses; gives the missing ones they were meant to be.
fn unused<'w>(
    texts: &Texts,
    wanted: &'w Wanted,
    spot: Spot<'_>,
    faults: &mut Faults,
) -> BTreeSet<&'w str> {
    let mut meant = BTreeSet::new();
    for key in texts.keys().filter(|key| !wanted.allowed.contains(*key)) {
        let lacking = wanted.needed.values().flatten().filter(|key| !texts.contains_key(*key));
        let missing = nearest(key, lacking.map(String::as_str));
        meant.extend(missing);
        let near = missing.or_else(|| nearest(key, wanted.allowed.iter().map(String::as_str)));
        let hint = near.map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default();
        faults.error(spot.at_key(key), format!("nothing uses the text \"{key}\"{hint}"));
    }
    meant
}

fn placeholders(texts: &Texts, wanted: &Wanted, spot: Spot<'_>, faults: &mut Faults) {
    for (key, text) in texts.iter().filter(|(key, _)| wanted.allowed.contains(*key)) {
        let at = spot.key(key);
        let allowed = if wanted.filled.contains(key) { PLACEHOLDERS.as_slice() } else { &[] };
        for name in names(text) {
            match name {
                Some(name) if allowed.contains(&name) => {}
                Some(name) if allowed.is_empty() => {
                    faults.error(
                        at,
                        format!("the placeholder {{{name}}} is not filled in this text"),
                    );
                }
                Some(name) => {
                    let hint = crate::nearest::hint(name, allowed.iter().copied());
                    faults.error(at, format!("unknown placeholder {{{name}}}{hint}"));
                }
                None => faults.error(at, "a { or } without its other half"),
            }
        }
    }
}

/// The names in braces of a text; nothing for a brace that stands alone.
pub fn names(text: &str) -> Vec<Option<&str>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        let inner = rest.get(at + 1..).unwrap_or_default();
        let end = inner.find(['{', '}']).filter(|end| inner[*end..].starts_with('}'));
        match end.filter(|_| rest[at..].starts_with('{')) {
            Some(end) => {
                found.push(Some(&inner[..end]));
                rest = inner.get(end + 1..).unwrap_or_default();
            }
            None => {
                found.push(None);
                rest = inner;
            }
        }
    }
    found
}
