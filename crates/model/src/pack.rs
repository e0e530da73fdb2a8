//! A pack: everything a visitor reads about one force, in one language.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::area::Areas;
use crate::career::Career;
use crate::claim::Claim;
use crate::compact::compact;
use crate::date::Date;
use crate::figure::Figures;
use crate::fit::Fit;
use crate::glossary::Term;
use crate::id::{PersonId, RoleId, RuleId, SourceId, TagId};
use crate::map::Map;
use crate::person::{Passage, Person};
use crate::role::Role;
use crate::rules::{Rule, Rules};
use crate::source::Source;
use crate::synonym::Synonyms;
use crate::topic::{Telling, Topics};

/// The form of the compiled pack this build reads.
pub const FORMAT: &str = "rx-pack/1";

/// The shape of the types it is written for: a hash of the sources that define them.
///
/// Order alone tells the fields of a compiled pack apart, so a pack of another
/// shape must be refused. This changes with every change of a type by itself.
pub const SHAPE: u32 = shape(&[
    include_bytes!("area.rs"),
    include_bytes!("career.rs"),
    include_bytes!("claim.rs"),
    include_bytes!("date.rs"),
    include_bytes!("figure.rs"),
    include_bytes!("fit.rs"),
    include_bytes!("glossary.rs"),
    include_bytes!("pack.rs"),
    include_bytes!("person.rs"),
    include_bytes!("role.rs"),
    include_bytes!("rules.rs"),
    include_bytes!("source.rs"),
    include_bytes!("synonym.rs"),
    include_bytes!("topic.rs"),
]);

/// FNV-1a over all bytes.
const fn shape(sources: &[&[u8]]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut i = 0;
    while i < sources.len() {
        let mut j = 0;
        while j < sources[i].len() {
            hash = (hash ^ sources[i][j] as u32).wrapping_mul(0x0100_0193);
            j += 1;
        }
        i += 1;
    }
    hash
}

/// What the browser gets: a pack compiled for one language, with the interface labels of that language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pack {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`SHAPE`].
    pub shape: u32,
    /// Whether the parts that a first visit does not need are in it ([`Rest`]).
    pub is_whole: bool,
    /// BCP 47 tag of the language of texts and labels.
    pub language: String,
    /// Who, when, and the pack's own lists.
    pub about: Rc<About>,
    /// In the order of lists: full entries first, then by name.
    pub people: Vec<Rc<Person>>,
    /// Stories by person: what editors write into each person.
    pub stories: Rc<Map<PersonId, Vec<Passage>>>,
    /// In the order of lists.
    pub roles: Vec<Rc<Role>>,
    /// Ranks, specialisms and moves.
    pub career: Rc<Career>,
    /// The rules of the quiz.
    pub rules: Rc<Rules>,
    /// Questions, rules and reasons in words, by path: `question.dob.title`.
    pub texts: Rc<Map<String, String>>,
    /// Dated numbers.
    pub figures: Rc<Figures>,
    /// Boroughs and units.
    pub areas: Rc<Areas>,
    /// Words of the trade, by term.
    pub glossary: Vec<Rc<Term>>,
    /// What suits me.
    pub fit: Rc<Fit>,
    /// Everyday words for search.
    pub synonyms: Rc<Synonyms>,
    /// Passages that speak of one thing.
    pub topics: Rc<Topics>,
    /// How the rules were checked, on the day of reading.
    pub proof: Vec<ProofLine>,
    /// Every source used, by id.
    pub sources: Rc<Map<SourceId, Rc<Source>>>,
    /// Interface labels of this language, by key.
    pub labels: Rc<Map<String, String>>,
}

/// The parts of a pack that a first visit, up to the quiz, does not need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rest {
    /// Always [`FORMAT`].
    pub format: String,
    /// Always [`SHAPE`].
    pub shape: u32,
    /// Stories by person.
    pub stories: Rc<Map<PersonId, Vec<Passage>>>,
    /// Ranks, specialisms and moves.
    pub career: Rc<Career>,
    /// Dated numbers.
    pub figures: Rc<Figures>,
    /// What suits me.
    pub fit: Rc<Fit>,
    /// Everyday words for search.
    pub synonyms: Rc<Synonyms>,
    /// Passages that speak of one thing.
    pub topics: Rc<Topics>,
    /// Words of the trade.
    pub glossary: Vec<Rc<Term>>,
    /// How the rules were checked.
    pub proof: Vec<ProofLine>,
    /// Interface labels that only pages say which show some of this ([`is_later_label`]).
    pub labels: Map<String, String>,
}

/// Whether only pages say a label that a first visit, up to the quiz, does not reach: what its
/// name begins with is the name of such a page.
pub fn is_later_label(key: &str) -> bool {
    let page = key.split(['-', '.']).next().unwrap_or_default();
    LATER_PAGES.contains(&page)
}

const LATER_PAGES: [&str; 16] = [
    "about",
    "areas",
    "compare",
    "description",
    "figures",
    "fit",
    "glossary",
    "plan",
    "proof",
    "rule",
    "rules",
    "search",
    "sources",
    "supporters",
    "themes",
    "ways",
];

/// A line of the report on how the rules were checked: what was counted, and what came out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofLine {
    /// The end of an interface label's key: `roles` of `proof-roles`.
    pub label: String,
    /// A number, or for what is odd and meant: why.
    pub value: String,
}

impl Pack {
    /// Takes out what a first visit does not need.
    pub fn split(mut self) -> (Self, Rest) {
        let labels = |is_later: bool| {
            let own = self.labels.iter().filter(|(key, _)| is_later_label(key) == is_later);
            own.map(|(key, text)| (key.clone(), text.clone())).collect()
        };
        let (first, later) = (labels(false), labels(true));
        self.labels = Rc::new(first);
        let rest = Rest {
            format: FORMAT.to_owned(),
            shape: SHAPE,
            stories: std::mem::take(&mut self.stories),
            career: std::mem::take(&mut self.career),
            figures: std::mem::take(&mut self.figures),
            fit: std::mem::take(&mut self.fit),
            synonyms: std::mem::take(&mut self.synonyms),
            topics: std::mem::take(&mut self.topics),
            glossary: std::mem::take(&mut self.glossary),
            proof: std::mem::take(&mut self.proof),
            labels: later,
        };
        self.is_whole = false;
        (self, rest)
    }

    /// Puts back what [`Pack::split`] took out.
    pub fn join(mut self, rest: Rest) -> Self {
        self.stories = rest.stories;
        self.career = rest.career;
        self.figures = rest.figures;
        self.fit = rest.fit;
        self.synonyms = rest.synonyms;
        self.topics = rest.topics;
        self.glossary = rest.glossary;
        self.proof = rest.proof;
        let labels = Rc::make_mut(&mut self.labels);
        rest.labels.into_iter().for_each(|(key, text)| labels.insert(key, text));
        self.is_whole = true;
        self
    }

    /// A person's story, theme by theme; nothing for a short entry.
    pub fn story(&self, person: &PersonId) -> &[Passage] {
        self.stories.get(person).map_or(&[], Vec::as_slice)
    }

    /// The passages that speak of a topic, as the editors chose them.
    pub fn tellings(&self, topic: &TagId) -> &[Telling] {
        let topic = self.topics.topics.iter().find(|other| other.topic == *topic);
        topic.map_or(&[], |topic| &topic.passages)
    }

    /// The role with this id.
    pub fn role(&self, id: &RoleId) -> Option<&Rc<Role>> {
        self.roles.iter().find(|role| role.id == *id)
    }

    /// The role that a judged role of the rules belongs to: itself, or the one it is a route of.
    pub fn role_of_judged(&self, judged: &str) -> Option<&Rc<Role>> {
        let is_it = |role: &&Rc<Role>| {
            role.id.as_str() == judged
                || role.routes.iter().any(|route| route.id.as_str() == judged)
        };
        self.roles.iter().find(is_it)
    }

    /// The published rule with this id.
    pub fn rule(&self, id: &RuleId) -> Option<&Rule> {
        self.rules.rules.iter().find(|rule| rule.id == *id)
    }

    /// The person with this last part of an address.
    pub fn person_by_slug(&self, slug: &str) -> Option<&Rc<Person>> {
        self.people.iter().find(|person| person.slug == slug)
    }

    /// The people of a role, in the order of lists.
    pub fn people_of<'a>(&'a self, role: &'a RoleId) -> impl Iterator<Item = &'a Rc<Person>> {
        self.people.iter().filter(move |person| person.roles.contains(role))
    }

    /// The name of one of the pack's own lists' entries; the id where there is none.
    pub fn tag_name<'a>(list: &'a [Tag], id: &'a TagId) -> &'a str {
        list.iter().find(|tag| tag.id == *id).map_or(id.as_str(), |tag| tag.name.as_str())
    }
}

/// `pack.json`: who the force is, when its pages were read, and the lists that people and roles choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct About {
    /// The pack's folder name: `met`.
    pub id: String,
    /// Raised with every change: `2026-11-21.1`.
    pub version: String,
    /// The force.
    pub force: Force,
    /// The day on which all sources were read, unless one says otherwise.
    pub read_on: Date,
    /// The day from which nothing here may be taken as current, unless it says otherwise: a year later.
    pub review_by: Date,
    /// IANA name of the zone in which days are counted: `Europe/London`.
    pub territory: String,
    /// Families of roles, in order.
    pub families: Vec<Tag>,
    /// Kinds of work, in order.
    pub work: Vec<Tag>,
    /// What people came from, in order.
    pub came_from: Vec<Tag>,
    /// Themes of stories, in the order they are told.
    pub themes: Vec<Tag>,
    /// Topics that passages of stories speak of, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Tag>,
    /// Ways to ask a person, best first.
    pub contacts: Vec<Contact>,
    /// What the whole pack must admit: "we read saved copies".
    pub limits: Vec<Claim>,
}

impl About {
    /// The theme or topic with this id: both are pages of what people say.
    pub fn theme(&self, id: &str) -> Option<&Tag> {
        self.themes.iter().chain(&self.topics).find(|tag| tag.id.as_str() == id)
    }
}

/// The force a pack is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Force {
    /// "Metropolitan Police Service".
    pub name: String,
    /// "the Met", for the middle of a sentence.
    pub short: String,
    /// "London".
    pub city: String,
    /// The force's own careers page.
    pub careers_url: String,
}

/// One of a list that the pack declares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tag {
    /// As used in people and roles.
    pub id: TagId,
    /// As shown.
    pub name: String,
    /// A sentence about it, where it needs one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A way to ask a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// Who or what: "The Met's recruitment team".
    pub name: String,
    /// How and when.
    pub how: Claim,
    /// Where to go on, if there is an address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The roles it is for; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleId>,
}

// How the compiled pack is read: the fields in the order above.
compact!(Pack {
    format,
    shape,
    is_whole,
    language,
    about,
    people,
    stories,
    roles,
    career,
    rules,
    texts,
    figures,
    areas,
    glossary,
    fit,
    synonyms,
    topics,
    proof,
    sources,
    labels
});
compact!(Rest {
    format,
    shape,
    stories,
    career,
    figures,
    fit,
    synonyms,
    topics,
    glossary,
    proof,
    labels
});
compact!(ProofLine { label, value });
compact!(About {
    id,
    version,
    force,
    read_on,
    review_by,
    territory,
    families,
    work,
    came_from,
    themes,
    topics,
    contacts,
    limits
});
compact!(Force { name, short, city, careers_url });
compact!(Tag { id, name, text });
compact!(Contact { name, how, url, roles });
