//! What suits me: statements, and how much each speaks for or against a role.

use serde::{Deserialize, Serialize};

use crate::compact::compact;
use crate::id::{RoleId, SourceId};
use crate::map::Map;

/// `fit.json`. The weights are editorial and open to argument.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// In the order they are asked.
    pub statements: Vec<Statement>,
}

/// One statement a visitor agrees with or not, from -2 to +2.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// `f1` to `f14`.
    pub id: String,
    /// In the first person of the visitor: "I would sooner be out and about than at a desk".
    pub text: String,
    /// Why it separates roles.
    pub why: String,
    /// What the reasoning rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceId>,
    /// Role to weight, -2 to +2; a role left out counts 0.
    pub weights: Map<RoleId, i8>,
}

// How the compiled pack is read: the fields in the order above.
compact!(Fit { statements });
compact!(Statement { id, text, why, sources, weights });
