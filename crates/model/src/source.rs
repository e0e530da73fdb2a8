//! Where a statement comes from.

use serde::{Deserialize, Serialize};

use crate::compact::{compact, compact_words};
use crate::date::{Date, Published};
use crate::id::SourceId;

/// A page or document that was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its name in the pack.
    pub id: SourceId,
    /// Its title in our words where the headline is not known for certain.
    pub title: String,
    /// Who published it: outlet or body.
    pub publisher: String,
    /// Its address, `http` or `https`. The original outlet's where the copy read was a mirror's, if known.
    pub url: String,
    /// When it was published, as exactly as is known.
    pub published: Published,
    /// When we read it, if not on the pack's own day of reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub read_on: Option<Date>,
    /// Who speaks.
    pub kind: SourceKind,
    /// How much of it was read.
    #[serde(default)]
    pub read: Extent,
    /// What a reader should know about it: a mirror, a cut-off text, a later version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Who speaks in a source: decides how firmly we repeat it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// The force's own page or document.
    Force,
    /// The force's words, copied by a job board, the press or an agency.
    ForceCopy,
    /// Law, the Home Office, the College of Policing, the national joining-the-police site, City Hall.
    National,
    /// Another force: shows practice, is not a rule of this one.
    OtherForce,
    /// Newspapers, universities, partners.
    Press,
    /// Forums, wikis, commercial guides: never decides anything.
    Weak,
}

/// How much of a source was read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// Only its beginning could be read.
    #[default]
    Beginning,
    /// All of it.
    Whole,
}

// How the compiled pack is read: the fields in the order above.
compact!(Source { id, title, publisher, url, published, read_on, kind, read, note });
compact_words!(SourceKind { "force" => Force, "force-copy" => ForceCopy, "national" => National, "other-force" => OtherForce, "press" => Press, "weak" => Weak });
compact_words!(Extent { "beginning" => Beginning, "whole" => Whole });
