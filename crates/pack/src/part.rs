//! The files of a pack: which there are, what stands in each, which must exist.

/// What a file of a pack holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `pack.json`
    About,
    /// `people/<id>.json`
    Person,
    /// `roles/<id>.json`
    Role,
    /// `career.json`
    Career,
    /// `rules.json`
    Rules,
    /// `figures.json`
    Figures,
    /// `areas.json`
    Areas,
    /// `glossary.json`
    Glossary,
    /// `fit.json`
    Fit,
    /// `synonyms.json`
    Synonyms,
    /// `topics.json`
    Topics,
    /// `sources.json`
    Sources,
    /// `withdrawn.json`
    Withdrawn,
    /// `scenarios.json`, the only file a pack may do without.
    Scenarios,
    /// `texts/<language>.json`
    Texts,
}

/// The parts that are one file each, with its name.
pub const SINGLE: [(Part, &str); 12] = [
    (Part::About, "pack.json"),
    (Part::Career, "career.json"),
    (Part::Rules, "rules.json"),
    (Part::Figures, "figures.json"),
    (Part::Areas, "areas.json"),
    (Part::Glossary, "glossary.json"),
    (Part::Fit, "fit.json"),
    (Part::Synonyms, "synonyms.json"),
    (Part::Topics, "topics.json"),
    (Part::Sources, "sources.json"),
    (Part::Withdrawn, "withdrawn.json"),
    (Part::Scenarios, "scenarios.json"),
];

/// The parts that are a folder of files each, with its name.
pub const FOLDERS: [(Part, &str); 3] =
    [(Part::Person, "people"), (Part::Role, "roles"), (Part::Texts, "texts")];

impl Part {
    /// Every part.
    pub fn all() -> impl Iterator<Item = Self> {
        SINGLE.into_iter().chain(FOLDERS).map(|(part, _)| part)
    }

    /// The part that a file belongs to by its path in the pack, or nothing if no such file is known.
    pub fn of(path: &str) -> Option<Self> {
        if let Some((part, _)) = SINGLE.into_iter().find(|(_, name)| *name == path) {
            return Some(part);
        }
        let (folder, name) = path.split_once('/')?;
        let is_file = name.len() > ".json".len() && name.ends_with(".json") && !name.contains('/');
        let part = FOLDERS.into_iter().find(|(_, name)| *name == folder)?.0;
        is_file.then_some(part)
    }

    /// The name of its schema in `content/schema/`.
    pub fn schema_file(self) -> &'static str {
        match self {
            Self::Person => "person.json",
            Self::Role => "role.json",
            Self::Texts => "texts.json",
            _ => SINGLE.into_iter().find(|(part, _)| *part == self).map_or("", |(_, name)| name),
        }
    }
}

/// The last part of a path without its ending: the id a file is named by.
pub fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.strip_suffix(".json").unwrap_or(name)
}
