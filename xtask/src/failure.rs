//! How a command ends when it does not end well: words, and an exit code.

use std::fmt;
use std::path::Path;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// The thing that was checked is wrong: exit code 1.
    Wrong(String),
    /// The call is wrong, or the machine lacks something: exit code 2.
    Call(String),
}

impl Failure {
    /// 1 if the thing checked is wrong, 2 if the call is.
    pub fn exit_code(&self) -> u8 {
        match self {
            Self::Wrong(_) => 1,
            Self::Call(_) => 2,
        }
    }

    /// A file that cannot be read or written.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::Call(format!("{}: {error}", path.display()))
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Wrong(why) | Self::Call(why) => f.write_str(why),
        }
    }
}
