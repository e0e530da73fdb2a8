//! Dated numbers: history, never news.

use serde::{Deserialize, Serialize};

use crate::compact::{compact, compact_words};
use crate::date::{Date, Published};
use crate::id::{FigureId, SourceId};

/// `figures.json`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// Every number, each once.
    pub figures: Vec<Figure>,
    /// Numbers that belong on one chart.
    pub series: Vec<Series>,
    /// Things that were announced and changed: the residency rule, the 40% ambition.
    #[serde(default)]
    pub timelines: Vec<Timeline>,
}

/// A dated number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Its name in the pack.
    pub id: FigureId,
    /// The number itself; a share is in percent.
    pub value: f64,
    /// What it is counted in.
    pub unit: Unit,
    /// How exact it is.
    pub precision: Precision,
    /// What it counts, without the number: "officers from Black, Asian and Minority Ethnic groups".
    pub what: String,
    /// The day, month or year it describes.
    pub as_of: Published,
    /// Fact or ambition.
    #[serde(default)]
    pub kind: FigureKind,
    /// Never empty.
    pub sources: Vec<SourceId>,
    /// When it was published.
    pub published: Published,
    /// Who is counted, what to beware of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// From when it must be read again, if not a year after the pack's reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
}

/// What a number is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// A head count.
    People,
    /// Of a hundred.
    Percent,
    /// Money.
    Pounds,
    /// Time.
    Years,
}

/// How exact a number is, in the source's own sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// As counted.
    Exact,
    /// "About".
    About,
    /// "Over", "more than": a floor.
    Over,
    /// "Nearly", "almost": a ceiling.
    Nearly,
    /// Our arithmetic from two published numbers.
    Computed,
}

/// Fact or ambition.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// What was.
    #[default]
    Fact,
    /// What was aimed at.
    Aim,
}

/// Numbers that belong on one chart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Its name in the pack and the fragment of its heading.
    pub id: FigureId,
    /// The heading: what the chart shows.
    pub title: String,
    /// One or two sentences: what one sees, and with what care to read it.
    pub summary: String,
    /// How it is drawn.
    pub chart: Chart,
    /// Figures in order; all of one unit.
    pub points: Vec<FigureId>,
    /// A figure to compare with, drawn as a line: the city's population.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compare: Option<FigureId>,
}

/// How a series is drawn. Both start at zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Chart {
    /// Points over time, unjoined, because sources differ in who they count.
    Points,
    /// Bars side by side.
    Bars,
    /// Only the table.
    Table,
}

/// Something announced that changed over time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Timeline {
    /// Its name in the pack and the fragment of its heading.
    pub id: FigureId,
    /// The heading.
    pub title: String,
    /// Earliest first.
    pub events: Vec<Event>,
}

/// One dated event, told as history.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// When it happened.
    pub on: Published,
    /// What happened, in the past tense.
    pub text: String,
    /// Never empty.
    pub sources: Vec<SourceId>,
}

// How the compiled pack is read: the fields in the order above.
compact!(Figures { figures, series, timelines });
compact!(Figure {
    id,
    value,
    unit,
    precision,
    what,
    as_of,
    kind,
    sources,
    published,
    note,
    review_by
});
compact!(Series { id, title, summary, chart, points, compare });
compact!(Timeline { id, title, events });
compact!(Event { on, text, sources });
compact_words!(Unit { "people" => People, "percent" => Percent, "pounds" => Pounds, "years" => Years });
compact_words!(Precision { "exact" => Exact, "about" => About, "over" => Over, "nearly" => Nearly, "computed" => Computed });
compact_words!(FigureKind { "fact" => Fact, "aim" => Aim });
compact_words!(Chart { "points" => Points, "bars" => Bars, "table" => Table });
