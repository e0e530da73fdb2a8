//! The rules of the eligibility quiz as data: the format `rx-rules/1`.
//!
//! What is asked, what follows from the answers, and what must hold for each
//! role. Logic only: every sentence stands in `texts/<lang>.json`.

use serde::{Deserialize, Serialize};

use crate::compact::{Compact, Faults, Value, compact, compact_words};
use crate::date::{Date, Published};
use crate::id::{QuestionId, RuleId, SourceId};
use crate::map::Map;

/// The format this build reads.
pub const FORMAT: &str = "rx-rules/1";

/// `rules.json`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Always [`FORMAT`].
    pub format: String,
    /// Raised with every change: `2026-11-21.1`.
    pub version: String,
    /// IANA name of the zone in which days are counted.
    pub territory: String,
    /// When an anniversary of 29 February falls in a common year.
    #[serde(default)]
    pub leap: Leap,
    /// What the rule for 29 February rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leap_cite: Vec<SourceId>,
    /// Groups of questions in the order they are asked.
    pub groups: Vec<Group>,
    /// Named values that changed over time.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub parameters: Map<String, Vec<ParameterVersion>>,
    /// What is asked, in author order.
    pub questions: Vec<Question>,
    /// Numbers derived from answers and the day.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Fact>,
    /// What cannot be otherwise: `if` one thing, `then` another.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<Constraint>,
    /// Named expressions, for `ref`. May refer to each other, without cycles.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub conditions: Map<String, Expression>,
    /// Roles and routes that are judged.
    pub roles: Vec<JudgedRole>,
    /// Every published rule that has a page, whether or not a criterion tests it today.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Rule>,
}

/// When an anniversary of 29 February falls in a common year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Leap {
    /// On 1 March.
    #[default]
    Mar1,
    /// On 28 February.
    Feb28,
}

/// A group of questions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// As in questions.
    pub id: String,
    /// Asks for what the law protects: the privacy notice stands before the first such group.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sensitive: bool,
}

/// A value and from when it holds, until the next one's `from`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ParameterVersion {
    /// First day of validity.
    pub from: Date,
    /// First day on which it no longer holds, where it ended without a successor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// The value.
    pub value: Literal,
    /// What it rests on.
    pub cite: Vec<SourceId>,
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its name; the texts are at `question.<id>.…`.
    pub id: QuestionId,
    /// What kind of answer it takes.
    #[serde(rename = "type")]
    pub kind: QuestionKind,
    /// Choices of `one` and `many`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// Least value: a day for `date` and `periods`, a number for `int`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Literal>,
    /// Greatest value; a date may also not lie after today unless `future` is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Literal>,
    /// A day to come is a sensible answer.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub future: bool,
    /// Most entries of `periods`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_items: Option<u32>,
    /// How exact a date is wanted. A month or a year alone is always taken.
    #[serde(default)]
    pub precision: Precision,
    /// The group it stands in.
    pub group: String,
    /// Asked only where this can still hold. Where it does not, the question does not apply,
    /// and an answer given earlier is ignored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask_if: Option<Expression>,
    /// How a person could change the answer.
    #[serde(default)]
    pub change: Change,
    /// For `one` with `change: act`: the options that somebody can come to, in the order in which
    /// they come; nobody goes back. Left out: every one. Who has a degree cannot be without one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub becomes: Vec<String>,
    /// How hard the question is to answer and the answer to change, from 1.
    #[serde(default = "one")]
    pub effort: u32,
    /// Asked before every other that is relevant.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub first: bool,
    /// Never asked before these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<QuestionId>,
    /// "Does not apply" is an answer. No comparison with it holds, and a list that does not apply is empty.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
}

fn one() -> u32 {
    1
}

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// Yes or no.
    Bool,
    /// One of the options.
    One,
    /// Any of the options; "none of these" is an answer.
    Many,
    /// A whole number.
    Int,
    /// A day, a month or a year.
    Date,
    /// Spans of time, the last of which may still go on.
    Periods,
}

/// How exact a date is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// To the day.
    #[default]
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

/// How a person could change an answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// Not at all: birth, history, health.
    #[default]
    Never,
    /// By waiting: only forward.
    Wait,
    /// By doing something.
    Act,
}

/// A number derived from answers and the day. Exactly one of the fields is set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// Completed years between two dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_years: Option<Span>,
    /// Completed months between two dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_months: Option<Span>,
    /// Days between two dates.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Span>,
    /// Days covered by periods within a window that ends today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_covered: Option<Coverage>,
    /// Days of a window that ends today which periods do not cover: none where it is unbroken.
    /// A window of years has not always as many days, so that "all of them" is said this way.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days_missing: Option<Coverage>,
    /// How many options of a `many` question are chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<QuestionId>,
}

/// From one date to another; without `to`, to the day the rules look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// A `date` question.
    pub from: QuestionId,
    /// A `date` question; left out: the day the rules look at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<QuestionId>,
}

/// Days covered by periods within a window that ends on the day the rules look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Coverage {
    /// A `periods` question.
    pub of: QuestionId,
    /// How far back.
    pub window: Window,
    /// Further `periods` questions that count as well: service abroad.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub count: Vec<QuestionId>,
}

/// A length of time that ends today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Window {
    /// In years.
    pub years: u32,
}

/// `if` this holds, `then` that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Constraint {
    /// The premise.
    #[serde(rename = "if")]
    pub premise: Expression,
    /// What follows.
    pub then: Expression,
}

/// A condition. Either one of `all`, `any`, `not`, `ref`, or one comparison of
/// a question (`q`) or a fact (`fact`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Expression {
    /// All of these hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all: Option<Vec<Expression>>,
    /// At least one of these holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub any: Option<Vec<Expression>>,
    /// This does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not: Option<Box<Expression>>,
    /// A named condition.
    #[serde(default, rename = "ref", skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    /// A question to compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub q: Option<QuestionId>,
    /// A fact to compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<String>,
    /// Equal to this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is: Option<Literal>,
    /// Equal to one of these.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_of: Option<Vec<Literal>>,
    /// A `many` question whose answer contains this option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub has: Option<String>,
    /// This or more; for dates this or later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_least: Option<Operand>,
    /// This or less; for dates this or earlier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Operand>,
    /// From the first to the second, both included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<(Operand, Operand)>,
}

/// What a comparison compares with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Operand {
    /// The value itself.
    Literal(Literal),
    /// A parameter, with the value it has on the day the rules look at.
    Parameter(Parameter),
}

/// A parameter by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// Its name.
    pub param: String,
}

/// A value written in the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Literal {
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// A day.
    Date(Date),
    /// An option.
    Option(String),
}

/// A role or route that is judged: its id is a route's where the role has routes, else the role's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct JudgedRole {
    /// A route's or role's id.
    pub id: String,
    /// The role a route belongs to, for display only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
    /// Outside this the role does not exist.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
    /// Which day the rules look at.
    #[serde(default)]
    pub on: LookAt,
    /// For `on: start`: days from application to start, as a parameter's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<String>,
    /// What must hold.
    pub criteria: Vec<Criterion>,
}

/// Which day a role's rules look at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum LookAt {
    /// The day of applying.
    #[default]
    Application,
    /// The first day of work.
    Start,
}

/// From a day up to, not including, another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Validity {
    /// First day; left out: always so far.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// First day no longer; left out: until further notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

impl Validity {
    /// Whether nothing bounds it.
    pub fn is_always(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether `day` lies in it.
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day < to)
    }
}

/// One thing that must hold for a role, and what follows if it does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// The rule it applies. Versions of one criterion share it; their validities must not overlap.
    pub id: RuleId,
    /// What must hold. Left out for `later`: nothing is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub must: Option<Expression>,
    /// What follows if it does not hold.
    #[serde(rename = "else")]
    pub otherwise: Kind,
    /// What it rests on, best first. Never empty.
    pub cite: Vec<SourceId>,
    /// How sure we are of it.
    pub confidence: Confidence,
    /// When it was published.
    pub published: Published,
    /// The rule's own life; outside it the criterion does not exist.
    #[serde(default, skip_serializing_if = "Validity::is_always")]
    pub valid: Validity,
    /// From when it must be read again; left out: the pack's. Past it the criterion is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
}

/// What follows if a criterion does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A published rule refuses.
    Bar,
    /// Not now; it can become so.
    NotYet,
    /// People decide; a machine never refuses it.
    People,
    /// Checked after applying; never part of a verdict.
    Later,
}

/// How sure we are of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Confidence {
    /// Official text, read directly, no sign that it changed.
    H,
    /// Official but undated or old, or a copy that looks faithful.
    M,
    /// A forum, a scraped page, another force only, or superseded: history only.
    L,
}

/// A published rule with a page of its own. Words at `rule.<id>.…`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// As in criteria and in the address.
    pub id: RuleId,
    /// The heading it stands under on the list of rules; words at `topic.<topic>.title`.
    pub topic: String,
    /// How it stands today, as far as we could see.
    pub standing: Standing,
    /// What it rests on, best first.
    pub sources: Vec<SourceId>,
    /// When the newest of it was published.
    pub published: Published,
    /// From when it must be read again; left out: the pack's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review_by: Option<Date>,
    /// How it came to be, earliest first. Words at `rule.<id>.history.<on>`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<RuleEvent>,
}

/// How a rule stands today, as far as we could see.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The newest text has it.
    Published,
    /// It was lifted or replaced.
    Lifted,
    /// Texts disagree, or none is new enough.
    Unclear,
    /// We have not seen a published rule.
    NotSeen,
}

/// A step in the history of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RuleEvent {
    /// When.
    pub on: Published,
    /// What it rests on. Never empty.
    pub sources: Vec<SourceId>,
}

// How the compiled pack is read: the fields in the order above.
compact!(Rules {
    format,
    version,
    territory,
    leap,
    leap_cite,
    groups,
    parameters,
    questions,
    facts,
    constraints,
    conditions,
    roles,
    rules
});
compact!(Group { id, sensitive });
compact!(ParameterVersion { from, to, value, cite });
compact!(Question {
    id,
    kind,
    options,
    min,
    max,
    future,
    max_items,
    precision,
    group,
    ask_if,
    change,
    becomes,
    effort,
    first,
    after,
    optional
});
compact!(Fact { completed_years, completed_months, days, days_covered, days_missing, count });
compact!(Span { from, to });
compact!(Coverage { of, window, count });
compact!(Window { years });
compact!(Constraint { premise, then });
compact!(Expression {
    all,
    any,
    not,
    reference,
    q,
    fact,
    is,
    one_of,
    has,
    at_least,
    at_most,
    between
});
compact!(Parameter { param });
compact!(JudgedRole { id, parent, valid, on, lead_days, criteria });
compact!(Validity { from, to });
compact!(Criterion { id, must, otherwise, cite, confidence, published, valid, review_by });
compact!(Rule { id, topic, standing, sources, published, review_by, history });
compact!(RuleEvent { on, sources });
compact_words!(Leap { "mar1" => Mar1, "feb28" => Feb28 });
compact_words!(QuestionKind { "bool" => Bool, "one" => One, "many" => Many, "int" => Int, "date" => Date, "periods" => Periods });
compact_words!(Precision { "day" => Day, "month" => Month, "year" => Year });
compact_words!(Change { "never" => Never, "wait" => Wait, "act" => Act });
compact_words!(LookAt { "application" => Application, "start" => Start });
compact_words!(Kind { "bar" => Bar, "not_yet" => NotYet, "people" => People, "later" => Later });
compact_words!(Confidence { "H" => H, "M" => M, "L" => L });
compact_words!(Standing { "published" => Published, "lifted" => Lifted, "unclear" => Unclear, "not-seen" => NotSeen });

impl Compact for Operand {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        match value {
            Value::List(_) => Self::Parameter(Parameter::read(value, faults)),
            value => Self::Literal(Literal::read(value, faults)),
        }
    }
}

impl Compact for Literal {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        match value {
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(..) => Self::Int(i64::read(value, faults)),
            value => {
                let text = String::read(value, faults);
                text.parse().map_or(Self::Option(text), Self::Date)
            }
        }
    }
}
