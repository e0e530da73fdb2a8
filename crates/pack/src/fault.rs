//! Faults: what is wrong with a pack, where, and what would be right.
//!
//! Nothing stops at the first fault. Whoever finds one says so and goes on, so
//! that an editor sees all of them at once.

use std::fmt;

use crate::tree::Spot;

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The pack cannot be compiled.
    Error,
    /// The pack can be compiled; somebody should look.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One thing that is wrong. Sorted by file and place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fault {
    /// The file, with the folder as it was given.
    pub file: String,
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// How bad it is.
    pub severity: Severity,
    /// What was found and what is allowed.
    pub message: String,
    /// Where in the JSON: `roles[2].criteria[0].cite`. Empty for the file itself.
    pub path: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, severity, message, .. } = self;
        write!(f, "{file}:{line}:{column}: {severity}: {message}")
    }
}

/// Collects faults.
#[derive(Debug, Default)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Adds an error at a place.
    pub fn error(&mut self, spot: Spot<'_>, message: impl Into<String>) {
        self.0.push(spot.fault(Severity::Error, message.into()));
    }

    /// Adds a warning at a place.
    pub fn warning(&mut self, spot: Spot<'_>, message: impl Into<String>) {
        self.0.push(spot.fault(Severity::Warning, message.into()));
    }

    /// Adds an error about a file as a whole, at a line and column.
    pub fn file_error(
        &mut self,
        file: &str,
        (line, column): (u32, u32),
        message: impl Into<String>,
    ) {
        self.0.push(Fault {
            file: file.to_owned(),
            line,
            column,
            severity: Severity::Error,
            message: message.into(),
            path: String::new(),
        });
    }

    /// How many there are so far.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none so far.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, as they were found.
    pub fn into_found(self) -> Vec<Fault> {
        self.0
    }

    /// All of them, sorted by file and place, each once.
    pub fn into_sorted(mut self) -> Vec<Fault> {
        self.0.sort();
        self.0.dedup();
        self.0
    }
}
