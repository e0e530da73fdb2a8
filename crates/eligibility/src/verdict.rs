//! What the engine says about the roles.

use std::fmt;

use model::Date;
use model::id::{QuestionId, RuleId, SourceId};
use model::rules::{Kind, Literal};

/// What the rules say about a role, from best to worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Headline {
    /// Every criterion is met.
    Eligible,
    /// People decide.
    People,
    /// Not now, but it can become so.
    NotYet,
    /// A published rule refuses.
    NotEligible,
}

impl Headline {
    /// All of them, best first.
    pub const ALL: [Self; 4] = [Self::Eligible, Self::People, Self::NotYet, Self::NotEligible];

    /// Its name in content and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Eligible => "eligible",
            Self::People => "people",
            Self::NotYet => "not_yet",
            Self::NotEligible => "not_eligible",
        }
    }

    /// The headline if a criterion of this kind fails. Nothing for `later`, which never counts.
    pub fn of(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Bar => Some(Self::NotEligible),
            Kind::NotYet => Some(Self::NotYet),
            Kind::People => Some(Self::People),
            Kind::Later => None,
        }
    }
}

impl fmt::Display for Headline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The headlines that can still come out. Never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Headlines(u8);

impl Headlines {
    /// From a bit set of values of a diagram. Nothing known leaves everything open.
    pub(crate) fn from_values(values: u8) -> Self {
        let values = values & 0b1111;
        Self(if values == 0 { 0b1111 } else { values })
    }

    /// What can come out if criteria of this kind may also fail.
    pub(crate) fn or_worse(self, kind: Kind) -> Self {
        let Some(failed) = Headline::of(kind) else { return self };
        let worse = self.iter().fold(0, |set, headline| set | 1 << headline.max(failed) as u8);
        Self(self.0 | worse)
    }

    /// Whether a headline can come out.
    pub fn contains(self, headline: Headline) -> bool {
        self.0 >> headline as u8 & 1 == 1
    }

    /// All of them, best first.
    pub fn iter(self) -> impl Iterator<Item = Headline> {
        Headline::ALL.into_iter().filter(move |headline| self.contains(*headline))
    }

    /// The best that can come out.
    pub fn best(self) -> Headline {
        self.iter().next().unwrap_or(Headline::Eligible)
    }

    /// The worst that can come out.
    pub fn worst(self) -> Headline {
        self.iter().last().unwrap_or(Headline::NotEligible)
    }

    /// The headline, if only one can come out.
    pub fn decided(self) -> Option<Headline> {
        self.0.is_power_of_two().then(|| self.best())
    }

    /// Whether everything in here is in `other` as well.
    pub fn is_within(self, other: Self) -> bool {
        self.0 & !other.0 == 0
    }
}

/// What the answers say about all roles in question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// The roles that can be applied for today, in author order.
    pub roles: Vec<RoleVerdict>,
    /// Roles that do not exist today.
    pub closed: Vec<ClosedRole>,
    /// Indexes of constraints that the answers break. They are then ignored.
    pub broken: Vec<usize>,
    /// Answers that do not fit their question. They count as not given.
    pub ignored: Vec<QuestionId>,
}

impl Assessment {
    /// The verdict on a role.
    pub fn role(&self, id: &str) -> Option<&RoleVerdict> {
        self.roles.iter().find(|verdict| verdict.role == id)
    }
}

/// A role that does not exist today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedRole {
    /// Its id.
    pub role: String,
    /// From when it exists, if that is announced.
    pub opens: Option<Date>,
}

/// What the answers say about a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleVerdict {
    /// The role's or route's id.
    pub role: String,
    /// The role a route belongs to.
    pub parent: Option<String>,
    /// The day the rules look at: of applying, or of starting.
    pub day: Date,
    /// The headlines that can still come out.
    pub headlines: Headlines,
    /// The best that can still come out.
    pub best: Headline,
    /// The worst that can still come out.
    pub worst: Headline,
    /// What must hold, in author order, without what is checked later.
    pub criteria: Vec<CriterionResult>,
    /// What is checked after applying: shown, never part of the verdict.
    pub later: Vec<CriterionResult>,
    /// Where the best is worse than `people`: from when time alone makes it `people` or
    /// better, if the rules stay as they are. Nothing: something must change.
    pub from: Option<EligibleFrom>,
    /// The first day on which what holds now, or from then on, no longer does.
    pub until: Option<Until>,
}

impl RoleVerdict {
    /// The headline, once it is decided.
    pub fn decided(&self) -> Option<Headline> {
        self.headlines.decided()
    }

    /// The criteria that fail, worst first.
    pub fn reasons(&self) -> Vec<&CriterionResult> {
        let of = |kind: Kind| {
            let fails =
                move |c: &&CriterionResult| c.kind == kind && c.state == CriterionState::Fails;
            self.criteria.iter().filter(fails)
        };
        [Kind::Bar, Kind::NotYet, Kind::People].into_iter().flat_map(of).collect()
    }

    /// The criteria that are not decided, those that must be read again included.
    pub fn open(&self) -> impl Iterator<Item = &CriterionResult> {
        let is_open =
            |c: &&CriterionResult| !matches!(c.state, CriterionState::Met | CriterionState::Fails);
        self.criteria.iter().filter(is_open)
    }
}

/// From when time alone makes a role `people` or better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EligibleFrom {
    /// Not before this day.
    pub earliest: Date,
    /// From this day for certain; nothing while that depends on open questions.
    pub latest: Option<Date>,
    /// The best headline on the earliest day.
    pub headline: Headline,
}

impl EligibleFrom {
    /// The day, where it is certain.
    pub fn exact(self) -> Option<Date> {
        self.latest.filter(|latest| *latest == self.earliest)
    }
}

/// When a verdict of `people` or better ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Until {
    /// The first day on which it may be worse.
    pub day: Date,
    /// The worst that can then be; nothing if the role no longer exists.
    pub headline: Option<Headline>,
}

/// How a criterion stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CriterionState {
    /// It holds, whatever else is answered.
    Met,
    /// It does not hold, whatever else is answered.
    Fails,
    /// It depends on what is not answered yet (or, without questions, on nothing we ask).
    Open,
    /// Its sources must be read again; no answer can decide it.
    Expired,
    /// A value that it needs is not known for this day; no answer can decide it.
    NoValue,
}

/// What the answers say about one criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionResult {
    /// The rule it applies.
    pub rule: RuleId,
    /// What follows if it fails.
    pub kind: Kind,
    /// How it stands.
    pub state: CriterionState,
    /// If it is met or fails: a smallest set of answers that makes it so, whatever the others.
    pub because: Vec<QuestionId>,
    /// If it is open: the questions it still depends on.
    pub depends_on: Vec<QuestionId>,
    /// The values it was compared with.
    pub used: Vec<UsedParameter>,
    /// The derived numbers it reads, as far as they are known.
    pub facts: Vec<FactValue>,
    /// If it fails: the first day on which it is met by waiting alone.
    pub first_met: Option<Date>,
}

/// A parameter with the value it has on the day looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsedParameter {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Literal,
    /// The first day of this version.
    pub from: Date,
    /// The first day on which it no longer holds, if that is announced.
    pub to: Option<Date>,
    /// What it rests on.
    pub cite: Vec<SourceId>,
}

/// A derived number as far as it is known: an age, days covered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactValue {
    /// The fact's name.
    pub name: String,
    /// At least this.
    pub least: i64,
    /// At most this.
    pub greatest: i64,
}
