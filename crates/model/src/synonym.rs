//! Everyday words that people search for, and what they mean here.

use serde::{Deserialize, Serialize};

use crate::compact::{compact, compact_words};
use crate::id::{PersonId, RoleId, RuleId, TagId, TermId};

/// `synonyms.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// In any order.
    pub synonyms: Vec<Synonym>,
}

/// Words that somebody may type who does not know ours, and what search then finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Synonym {
    /// "dog handler", "police dogs". Small letters; slips of spelling need no entry.
    pub words: Vec<String>,
    /// Roles they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleId>,
    /// Specialisms they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub specialisms: Vec<TagId>,
    /// People they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<PersonId>,
    /// Rules they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<RuleId>,
    /// Words of the glossary they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<TermId>,
    /// Topics they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<TagId>,
    /// Pages they mean.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pages: Vec<Page>,
}

/// A page that every pack has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Page {
    /// People.
    Officers,
    /// Roles, ranks and specialisms.
    Roles,
    /// Roles side by side.
    Compare,
    /// How people move through the service.
    Ways,
    /// Boroughs and command units.
    Areas,
    /// What people say, theme by theme.
    Themes,
    /// What suits me.
    Fit,
    /// The eligibility quiz.
    Quiz,
    /// The visitor's plan.
    Plan,
    /// For those who help somebody decide.
    Supporters,
    /// Dated numbers.
    Figures,
    /// Published rules.
    Rules,
    /// Words of the trade.
    Glossary,
    /// What was read.
    Sources,
    /// About the site: privacy, accessibility, who runs it.
    About,
}

// How the compiled pack is read: the fields in the order above.
compact!(Synonyms { synonyms });
compact!(Synonym { words, roles, specialisms, people, rules, terms, topics, pages });
compact_words!(Page {
    "officers" => Officers,
    "roles" => Roles,
    "compare" => Compare,
    "ways" => Ways,
    "areas" => Areas,
    "themes" => Themes,
    "fit" => Fit,
    "quiz" => Quiz,
    "plan" => Plan,
    "supporters" => Supporters,
    "figures" => Figures,
    "rules" => Rules,
    "glossary" => Glossary,
    "sources" => Sources,
    "about" => About,
});
