//! Kinds of names: which types define them and which refer to them.

use std::collections::BTreeSet;

use crate::part::Part;
use crate::shape::{Seen, Text};

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A person.
    Person,
    /// A role.
    Role,
    /// A route.
    Route,
    /// A source.
    Source,
    /// A figure.
    Figure,
    /// A series of figures.
    Series,
    /// A timeline.
    Timeline,
    /// A borough.
    Area,
    /// A command unit.
    Unit,
    /// A term of the glossary.
    Term,
    /// A published rule.
    Rule,
    /// A question.
    Question,
    /// A family of roles.
    Family,
    /// A kind of work.
    Work,
    /// What somebody came from.
    CameFrom,
    /// A theme of stories.
    Theme,
    /// A topic that passages speak of.
    Topic,
    /// A rank.
    Rank,
    /// A specialism.
    Specialism,
}

/// Whether a text gives a name or uses one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Here the thing gets its name.
    Defines(Kind),
    /// Here the thing is referred to.
    Refers(Kind),
}

impl Kind {
    /// What an editor calls it.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Role => "role",
            Self::Route => "route",
            Self::Source => "source",
            Self::Figure => "figure",
            Self::Series => "series",
            Self::Timeline => "timeline",
            Self::Area => "area",
            Self::Unit => "unit",
            Self::Term => "term",
            Self::Rule => "rule",
            Self::Question => "question",
            Self::Family => "family of roles",
            Self::Work => "kind of work",
            Self::CameFrom => "origin (came_from)",
            Self::Theme => "theme",
            Self::Topic => "topic",
            Self::Rank => "rank",
            Self::Specialism => "specialism",
        }
    }

    /// The part in which it is defined.
    pub fn home(self) -> Part {
        match self {
            Self::Person => Part::Person,
            Self::Role | Self::Route => Part::Role,
            Self::Source => Part::Sources,
            Self::Figure | Self::Series | Self::Timeline => Part::Figures,
            Self::Area | Self::Unit => Part::Areas,
            Self::Term => Part::Glossary,
            Self::Rule | Self::Question => Part::Rules,
            Self::Family | Self::Work | Self::CameFrom | Self::Theme | Self::Topic => Part::About,
            Self::Rank | Self::Specialism => Part::Career,
        }
    }

    /// Kinds that share one stock of names, because addresses or fragments do.
    pub fn stock(self) -> Self {
        match self {
            Self::Route => Self::Role,
            Self::Series | Self::Timeline => Self::Figure,
            Self::Topic => Self::Theme,
            other => other,
        }
    }
}

/// The ids of the sources that anything refers to.
pub fn used_sources<'d>(seen: &Seen<'d>) -> BTreeSet<&'d str> {
    let refers = |text: &&Text<'_>| named(text) == Some(Use::Refers(Kind::Source));
    seen.texts.iter().filter(refers).map(|text| text.text).collect()
}

/// What a text names, if it is a name of anything.
pub fn named(text: &Text<'_>) -> Option<Use> {
    let key = (text.owner, text.key);
    if text.is_map_key {
        return match key {
            ("Statement", "weights") => Some(Use::Refers(Kind::Role)),
            ("Scenario", "answers") => Some(Use::Refers(Kind::Question)),
            _ => None,
        };
    }
    let defined = match key {
        ("Person", "id") => Kind::Person,
        ("Role", "id") => Kind::Role,
        ("Route", "id") => Kind::Route,
        ("Source", "id") => Kind::Source,
        ("Figure", "id") => Kind::Figure,
        ("Series", "id") => Kind::Series,
        ("Timeline", "id") => Kind::Timeline,
        ("Area", "id") => Kind::Area,
        ("CommandUnit", "id") => Kind::Unit,
        ("Term", "id") => Kind::Term,
        ("Rule", "id") => Kind::Rule,
        ("Question", "id") => Kind::Question,
        ("Rank", "id") => Kind::Rank,
        ("Specialism", "id") => Kind::Specialism,
        // Tags are told apart by their list; see `tag_list`.
        ("Tag", "id") => return tag_list(text).map(Use::Defines),
        // A withdrawn id refers to nobody any more; `check::people` looks at it.
        ("Withdrawn", "ids") => return None,
        _ => return referred(text).map(Use::Refers),
    };
    Some(Use::Defines(defined))
}

fn referred(text: &Text<'_>) -> Option<Kind> {
    Some(match (text.kind, text.owner, text.key) {
        ("PersonId", ..) => Kind::Person,
        ("RoleId", ..) => Kind::Role,
        ("RouteId", ..) => Kind::Route,
        ("SourceId", ..) => Kind::Source,
        ("FigureId", ..) => Kind::Figure,
        ("AreaId", ..) => Kind::Area,
        ("UnitId", ..) => Kind::Unit,
        ("TermId", ..) => Kind::Term,
        ("RuleId", ..) => Kind::Rule,
        ("QuestionId", ..) => Kind::Question,
        ("TagId", "Person", "work") => Kind::Work,
        ("TagId", "Person", "came_from") => Kind::CameFrom,
        ("TagId", "Passage" | "Telling", "theme") => Kind::Theme,
        ("TagId", "Topic", "topic") | ("TagId", "Synonym", "topics") => Kind::Topic,
        ("TagId", "Role", "family") => Kind::Family,
        ("TagId", "Station", "rank") => Kind::Rank,
        ("TagId", "Station", "specialism") | ("TagId", "Synonym", "specialisms") => {
            Kind::Specialism
        }
        _ => return None,
    })
}

/// The list of `pack.json` that a tag stands in.
fn tag_list(text: &Text<'_>) -> Option<Kind> {
    let lists = [
        ("families", Kind::Family),
        ("work", Kind::Work),
        ("came_from", Kind::CameFrom),
        ("themes", Kind::Theme),
        ("topics", Kind::Topic),
    ];
    let root = text.spot.document.spot();
    let stands_in = |list: &str| {
        let items = root.node.get(list).map(|node| node.items()).unwrap_or_default();
        items.iter().any(|tag| tag.get("id").is_some_and(|id| std::ptr::eq(id, text.spot.node)))
    };
    lists.into_iter().find(|(list, _)| stands_in(list)).map(|(_, kind)| kind)
}
