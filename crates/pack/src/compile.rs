//! A checked pack to what the browser gets: one language, sorted, nothing for editors.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use model::Pack;
use model::compact::{WriteError, to_text};
use model::pack::About;
use model::person::Person;
use model::role::Role;
use model::rules::Rules;
use serde::de::DeserializeOwned;

use crate::draft::{self, Documents, Draft};
use crate::editor::{Glossary, Sources, Texts};
use crate::fault::{Fault, Faults, Severity};
use crate::folder::Folder;
use crate::has_error;
use crate::name::used_sources;
use crate::part::Part;
use crate::prove::prove;
use crate::pseudo::Pseudo;
use crate::tree::Node;
use crate::wording;

/// Compiles a pack for a language (`en`, or `en-XA` and `ar-XB` made from it), with its interface labels.
///
/// Labels are those of the language, for the pseudo languages the English ones.
///
/// # Errors
/// All faults, if one of them is an error. Warnings come beside the pack.
pub fn compile(
    folder: &Folder,
    labels: BTreeMap<String, String>,
    language: &str,
) -> Result<(Pack, Vec<Fault>), Vec<Fault>> {
    let mut faults = Faults::default();
    let documents = draft::documents(folder, &mut faults);
    let draft = Draft::new(folder, &documents, &mut faults);
    crate::check::all(&draft, &mut faults);
    let pseudo = Pseudo::of(language);
    let texts = format!("texts/{}.json", if pseudo.is_some() { "en" } else { language });
    if !folder.files.contains_key(&texts) {
        let message = format!("there is no {texts}, so nothing to compile for \"{language}\"");
        faults.file_error(&folder.name, (1, 1), message);
    }
    let mut faults = faults.into_sorted();
    if has_error(&faults) {
        return Err(faults);
    }
    let (mut proof, senseless) = prove(&draft);
    faults.extend(senseless);
    if has_error(&faults) {
        return Err(faults);
    }
    if let Some(pseudo) = pseudo {
        let said = proof.iter_mut().filter(|line| line.label == "meant");
        said.for_each(|line| line.value = pseudo.say(&line.value));
    }
    let speaker = Speaker::new(&draft, pseudo);
    match assemble(&draft, &documents, &speaker, &texts, labels, language) {
        Some(pack) => Ok((Pack { proof, ..pack }, faults)),
        None => Err(vec![Fault {
            file: folder.name.clone(),
            line: 1,
            column: 1,
            severity: Severity::Error,
            message:
                "the pack was checked and yet cannot be compiled; this is a fault of the program"
                    .to_owned(),
            path: String::new(),
        }]),
    }
}

/// A pack in the two files that browsers get: what every visit needs, and the rest.
///
/// # Errors
/// If a number has no form in JSON; the check lets none pass.
pub fn to_texts(pack: Pack) -> Result<(String, String), WriteError> {
    let (first, rest) = pack.split();
    Ok((to_text(&first)?, to_text(&rest)?))
}

/// Says texts in the language of the pack.
struct Speaker {
    pseudo: Option<Pseudo>,
    /// The nodes whose text is ours. By address: the trees outlive this.
    ours: BTreeSet<*const Node>,
}

impl Speaker {
    fn new(draft: &Draft<'_>, pseudo: Option<Pseudo>) -> Self {
        let ours = draft.seen.texts.iter().filter(|text| wording::of(text).is_ours());
        Self { pseudo, ours: ours.map(|text| std::ptr::from_ref(text.spot.node)).collect() }
    }

    fn read<T: DeserializeOwned>(&self, documents: &Documents, path: &str) -> Option<T> {
        let say = |node: &Node, text: &str| match self.pseudo {
            Some(pseudo) if self.ours.contains(&std::ptr::from_ref(node)) => pseudo.say(text),
            _ => text.to_owned(),
        };
        serde_json::from_value(documents.get(path)?.root.to_json_saying(&say)).ok()
    }

    fn read_all<T: DeserializeOwned>(&self, documents: &Documents, part: Part) -> Option<Vec<T>> {
        let paths = documents.keys().filter(|path| Part::of(path) == Some(part));
        paths.map(|path| self.read(documents, path)).collect()
    }
}

fn assemble(
    draft: &Draft<'_>,
    documents: &Documents,
    speaker: &Speaker,
    texts: &str,
    mut labels: BTreeMap<String, String>,
    language: &str,
) -> Option<Pack> {
    let about: About = speaker.read(documents, "pack.json")?;
    let rules: Rules = speaker.read(documents, "rules.json")?;
    let texts: Texts = speaker.read(documents, texts)?;
    let glossary: Glossary = speaker.read(documents, "glossary.json")?;
    let sources: Sources = speaker.read(documents, "sources.json")?;
    let mut areas: model::area::Areas = speaker.read(documents, "areas.json")?;
    let mut people: Vec<Person> = speaker.read_all(documents, Part::Person)?;
    let mut roles: Vec<Role> = speaker.read_all(documents, Part::Role)?;

    let mut stories = BTreeMap::new();
    for person in &mut people {
        person.conduct_check = None;
        if !person.story.is_empty() {
            stories.insert(person.id.clone(), std::mem::take(&mut person.story));
        }
    }
    people
        .sort_by_cached_key(|person| (person.entry, person.name.to_lowercase(), person.id.clone()));
    roles.sort_by_cached_key(|role| place(role, &about, &rules));
    areas.areas.sort_by_cached_key(|area| area.name.to_lowercase());
    areas.units.sort_by_cached_key(|unit| unit.name.to_lowercase());
    let mut terms = glossary.terms;
    terms.sort_by_cached_key(|term| (term.term.to_lowercase(), term.id.clone()));

    let used = used_sources(&draft.seen);
    let sources = sources.sources.into_iter().filter(|source| used.contains(source.id.as_str()));
    if let Some(pseudo) = speaker.pseudo {
        labels.values_mut().for_each(|label| *label = pseudo.say(label));
    }
    Some(Pack {
        format: model::pack::FORMAT.to_owned(),
        shape: model::pack::SHAPE,
        is_whole: true,
        language: language.to_owned(),
        about: Rc::new(about),
        people: people.into_iter().map(Rc::new).collect(),
        stories: Rc::new(stories.into_iter().collect()),
        roles: roles.into_iter().map(Rc::new).collect(),
        career: Rc::new(speaker.read(documents, "career.json")?),
        rules: Rc::new(rules),
        texts: Rc::new(texts.into_iter().collect()),
        figures: Rc::new(speaker.read(documents, "figures.json")?),
        proof: Vec::new(),
        areas: Rc::new(areas),
        glossary: terms.into_iter().map(Rc::new).collect(),
        fit: Rc::new(speaker.read(documents, "fit.json")?),
        synonyms: Rc::new(speaker.read(documents, "synonyms.json")?),
        topics: Rc::new(speaker.read(documents, "topics.json")?),
        sources: Rc::new(sources.map(|source| (source.id.clone(), Rc::new(source))).collect()),
        labels: Rc::new(labels.into_iter().collect()),
    })
}

/// Roles stand in the order of families, then of the rules, then of their ids.
fn place(role: &Role, about: &About, rules: &Rules) -> (usize, usize, String) {
    let family = about.families.iter().position(|family| family.id == role.family);
    let judged = rules.roles.iter().position(|judged| {
        let routes = role.routes.iter().map(|route| route.id.as_str());
        routes.chain([role.id.as_str()]).any(|id| id == judged.id)
    });
    let last = |place: Option<usize>| place.unwrap_or(usize::MAX);
    (last(family), last(judged), role.id.to_string())
}
