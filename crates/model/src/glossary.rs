//! Words of the trade, explained.

use serde::{Deserialize, Serialize};

use crate::compact::compact;
use crate::id::{SourceId, TermId};

/// A word of the trade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// The fragment of its entry: `bcu`.
    pub id: TermId,
    /// As it is written: "BCU".
    pub term: String,
    /// What the letters stand for, where it is short for something.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub long: Option<String>,
    /// One or two plain sentences.
    pub text: String,
    /// Other ways to write it, for search and for finding it in texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// Never empty: a term without a source is not shipped.
    pub sources: Vec<SourceId>,
}

// How the compiled pack is read: the fields in the order above.
compact!(Term { id, term, long, text, also, sources });
