//! What can be wrong with rules, said so that an editor can mend it.

use std::fmt;

/// A fault in the rules, with its place in `rules.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadRulesError {
    /// Path in the JSON document: `roles[3].criteria[2].must.all[0].q`.
    pub path: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// What is wrong with a place in the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The format is not one this build reads.
    Format {
        /// What stands there.
        found: String,
    },
    /// A name that is declared nowhere.
    Unknown {
        /// What kind of thing was looked for: "question", "condition", ...
        what: &'static str,
        /// What stands there.
        name: String,
        /// The most similar name that is declared.
        similar: Option<String>,
    },
    /// Two things with one name.
    Twice {
        /// What kind of thing.
        what: &'static str,
        /// Its name.
        name: String,
    },
    /// Names that refer to each other in a circle.
    Circle {
        /// The names, in order.
        names: Vec<String>,
    },
    /// A condition that is not exactly one thing.
    NotOneForm,
    /// `all` or `any` of nothing, a question without options, or the like.
    Empty {
        /// What is empty.
        what: &'static str,
    },
    /// A comparison that this question or fact does not have.
    WrongComparison {
        /// What is compared.
        subject: String,
        /// How it can be compared.
        allowed: &'static str,
    },
    /// A value of the wrong kind.
    WrongValue {
        /// What would fit.
        expected: &'static str,
    },
    /// A question of the wrong kind.
    WrongKind {
        /// Its name.
        question: String,
        /// What would fit.
        expected: &'static str,
    },
    /// A range whose end comes before its start.
    Backwards,
    /// Two versions that hold on the same day.
    Overlap {
        /// Of what.
        name: String,
    },
    /// Something that must be there is not.
    Missing {
        /// What.
        what: &'static str,
    },
    /// Something; this build does not tell what (feature `faults`).
    NotTold,
    /// More distinctions than the engine keeps apart for one question.
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many at most.
        limit: usize,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format { found } => {
                write!(f, "format \"{found}\"; this build reads \"{}\"", model::rules::FORMAT)
            }
            Self::Unknown { what, name, similar } => {
                write!(f, "unknown {what} \"{name}\"")?;
                match similar {
                    Some(similar) => write!(f, "; did you mean \"{similar}\"?"),
                    None => Ok(()),
                }
            }
            Self::Twice { what, name } => write!(f, "{what} \"{name}\" is declared twice"),
            Self::Circle { names } => {
                write!(f, "these refer to each other in a circle: {}", names.join(" -> "))
            }
            Self::NotOneForm => f.write_str(
                "a condition is exactly one of: all, any, not, ref, or q (or fact) with one comparison",
            ),
            Self::Empty { what } => write!(f, "{what} must not be empty"),
            Self::WrongComparison { subject, allowed } => {
                write!(f, "\"{subject}\" can be compared with {allowed} only")
            }
            Self::WrongValue { expected } => write!(f, "expected {expected}"),
            Self::WrongKind { question, expected } => {
                write!(f, "question \"{question}\" must be {expected} here")
            }
            Self::Backwards => f.write_str("the end comes before the start"),
            Self::Overlap { name } => {
                write!(f, "two versions of \"{name}\" hold on the same day")
            }
            Self::NotTold => f.write_str("the rules have a fault"),
            Self::Missing { what } => write!(f, "{what} is missing"),
            Self::TooMany { what, limit } => write!(f, "more than {limit} {what}"),
        }
    }
}

impl fmt::Display for ReadRulesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.fault)
    }
}

impl std::error::Error for ReadRulesError {}

/// The most similar of `names`, if any is close enough to be meant.
#[cfg(feature = "faults")]
pub(crate) fn similar<'n>(name: &str, names: impl Iterator<Item = &'n str>) -> Option<String> {
    let limit = 1 + name.chars().count() / 4;
    let near = names.map(|other| (distance(name, other), other)).min();
    near.filter(|(distance, _)| *distance <= limit).map(|(_, other)| other.to_owned())
}

/// How many letters must be changed, added or left out.
#[cfg(feature = "faults")]
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, b) in other.iter().enumerate() {
            let changed = diagonal + usize::from(a != *b);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[other.len()]
}

#[cfg(all(test, feature = "faults"))]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_is_recognised_and_a_strange_one_is_not() {
        let names = || ["height", "weight", "age"].into_iter();
        assert_eq!(similar("heigth", names()).as_deref(), Some("height"));
        assert_eq!(similar("nationality", names()), None);
    }
}
