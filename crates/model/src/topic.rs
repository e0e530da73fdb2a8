//! Topics: passages of stories that speak of one thing, whatever theme they stand under.

use serde::{Deserialize, Serialize};

use crate::compact::compact;
use crate::id::{PersonId, TagId};

/// `topics.json`: which passages speak of which of the pack's `topics`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topics {
    /// In the order of the pack's list `topics`.
    pub topics: Vec<Topic>,
}

/// The passages that speak of one thing. Chosen by an editor, only where the text itself says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// From the pack's list `topics`.
    pub topic: TagId,
    /// In the order they are shown.
    pub passages: Vec<Telling>,
}

/// A passage: a person's, under a theme of their story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Telling {
    /// Whose story it is.
    pub person: PersonId,
    /// The theme that it stands under there.
    pub theme: TagId,
}

// How the compiled pack is read: the fields in the order above.
compact!(Topics { topics });
compact!(Topic { topic, passages });
compact!(Telling { person, theme });
