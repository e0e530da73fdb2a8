//! A pack as far as it could be read: trees, what the walk saw, typed parts.
//!
//! A part is typed only if its shape is right. The other checks go by what the
//! walk saw, so one fault in a file does not hide the others.

use std::collections::BTreeMap;

use model::area::Areas;
use model::career::Career;
use model::figure::Figures;
use model::fit::Fit;
use model::pack::About;
use model::person::Person;
use model::role::Role;
use model::rules::Rules;
use model::synonym::Synonyms;
use model::topic::Topics;
use serde::de::DeserializeOwned;

use crate::editor::{Glossary, Scenarios, Sources, Texts, Withdrawn};
use crate::fault::Faults;
use crate::folder::Folder;
use crate::part::{FOLDERS, Part, SINGLE, stem};
use crate::read::{MAX_PACK, read};
use crate::schema;
use crate::shape::{self, Seen};
use crate::tree::{Document, Spot};

/// The files of a pack that are JSON, by their path in the pack.
pub type Documents = BTreeMap<String, Document>;

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Typed<'d, T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub spot: Spot<'d>,
}

/// A pack as far as it could be read.
#[derive(Debug)]
pub struct Draft<'d> {
    /// The files as they are.
    pub folder: &'d Folder,
    /// The files that are JSON.
    pub documents: &'d Documents,
    /// What the walk saw, in all files.
    pub seen: Seen<'d>,
    /// `pack.json`
    pub about: Option<Typed<'d, About>>,
    /// `people/`
    pub people: Vec<Typed<'d, Person>>,
    /// `roles/`
    pub roles: Vec<Typed<'d, Role>>,
    /// `career.json`
    pub career: Option<Typed<'d, Career>>,
    /// `rules.json`
    pub rules: Option<Typed<'d, Rules>>,
    /// `figures.json`
    pub figures: Option<Typed<'d, Figures>>,
    /// `areas.json`
    pub areas: Option<Typed<'d, Areas>>,
    /// `glossary.json`
    pub glossary: Option<Typed<'d, Glossary>>,
    /// `fit.json`
    pub fit: Option<Typed<'d, Fit>>,
    /// `synonyms.json`
    pub synonyms: Option<Typed<'d, Synonyms>>,
    /// `topics.json`
    pub topics: Option<Typed<'d, Topics>>,
    /// `sources.json`
    pub sources: Option<Typed<'d, Sources>>,
    /// `withdrawn.json`
    pub withdrawn: Option<Typed<'d, Withdrawn>>,
    /// `scenarios.json`
    pub scenarios: Option<Typed<'d, Scenarios>>,
    /// `texts/`, by language.
    pub texts: BTreeMap<String, Typed<'d, Texts>>,
}

/// Reads every file; tells which are missing, unknown or no JSON.
pub fn documents(folder: &Folder, faults: &mut Faults) -> Documents {
    let whole = |message: String, faults: &mut Faults| {
        faults.file_error(&folder.name, (1, 1), message);
    };
    let size: usize = folder.files.values().map(Vec::len).sum();
    if size > MAX_PACK {
        whole(format!("the pack has {size} bytes; at most {MAX_PACK} are allowed"), faults);
        return Documents::new();
    }
    for (part, name) in SINGLE {
        if part != Part::Scenarios && !folder.files.contains_key(name) {
            whole(format!("the file {name} is missing"), faults);
        }
    }
    for (part, name) in FOLDERS {
        if !folder.files.keys().any(|path| Part::of(path) == Some(part)) {
            whole(format!("the folder {name} has no .json file"), faults);
        }
    }
    let mut documents = Documents::new();
    for (path, bytes) in &folder.files {
        let shown = folder.shown(path);
        if Part::of(path).is_none() {
            let single = SINGLE.into_iter().map(|(_, name)| name);
            let missing = single.filter(|name| !folder.files.contains_key(*name));
            let hint = match crate::nearest::nearest(path, missing) {
                Some(name) => format!("; did you mean \"{name}\"?"),
                None => "; a pack holds only .json files that are known".to_owned(),
            };
            faults.file_error(&shown, (1, 1), format!("unknown file \"{path}\"{hint}"));
            continue;
        }
        if let Some(document) = read(&shown, bytes, faults) {
            documents.insert(path.clone(), document);
        }
    }
    documents
}

impl<'d> Draft<'d> {
    /// Walks every document and types those whose shape is right.
    pub fn new(folder: &'d Folder, documents: &'d Documents, faults: &mut Faults) -> Self {
        let mut draft = Self {
            folder,
            documents,
            seen: Seen::default(),
            about: None,
            people: Vec::new(),
            roles: Vec::new(),
            career: None,
            rules: None,
            figures: None,
            areas: None,
            glossary: None,
            fit: None,
            synonyms: None,
            topics: None,
            sources: None,
            withdrawn: None,
            scenarios: None,
            texts: BTreeMap::new(),
        };
        for (path, document) in documents {
            let Some(part) = Part::of(path) else { continue };
            let before = faults.len();
            shape::walk(schema::of(part), document.spot(), &mut draft.seen, faults);
            let fits = faults.len() == before;
            draft.keep(part, path, document, fits, faults);
        }
        draft
    }

    fn keep(
        &mut self,
        part: Part,
        path: &str,
        document: &'d Document,
        fits: bool,
        faults: &mut Faults,
    ) {
        if !fits {
            return;
        }
        match part {
            Part::About => self.about = typed(document, faults),
            Part::Person => self.people.extend(typed(document, faults)),
            Part::Role => self.roles.extend(typed(document, faults)),
            Part::Career => self.career = typed(document, faults),
            Part::Rules => self.rules = typed(document, faults),
            Part::Figures => self.figures = typed(document, faults),
            Part::Areas => self.areas = typed(document, faults),
            Part::Glossary => self.glossary = typed(document, faults),
            Part::Fit => self.fit = typed(document, faults),
            Part::Synonyms => self.synonyms = typed(document, faults),
            Part::Topics => self.topics = typed(document, faults),
            Part::Sources => self.sources = typed(document, faults),
            Part::Withdrawn => self.withdrawn = typed(document, faults),
            Part::Scenarios => self.scenarios = typed(document, faults),
            Part::Texts => {
                let texts = typed(document, faults);
                self.texts.extend(texts.map(|texts| (stem(path).to_owned(), texts)));
            }
        }
    }

    /// Whether every file of a part is there and is JSON, so that what is not found does not exist.
    pub fn is_whole(&self, part: Part) -> bool {
        let mut files = self.folder.files.keys().filter(|path| Part::of(path) == Some(part));
        let mut any = false;
        let all = files.all(|path| {
            any = true;
            self.documents.contains_key(path)
        });
        any && all
    }
}

fn typed<'d, T: DeserializeOwned>(
    document: &'d Document,
    faults: &mut Faults,
) -> Option<Typed<'d, T>> {
    let spot = document.spot();
    match serde_json::from_value(document.root.to_json()) {
        Ok(value) => Some(Typed { value, spot }),
        // The walk should have found it; this is for a type that its schema does not describe fully.
        Err(error) => {
            faults.error(spot, format!("this file does not fit: {error}"));
            None
        }
    }
}
