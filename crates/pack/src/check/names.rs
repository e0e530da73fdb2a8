//! Names: written right, given once, and every use of one leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use crate::draft::Draft;
use crate::fault::Faults;
use crate::name::{Kind, Use, named};
use crate::nearest::hint;
use crate::part::{Part, stem};
use crate::shape::Text;

/// The names a pack defines, by kind.
pub type Defined<'d> = BTreeMap<Kind, BTreeMap<&'d str, Text<'d>>>;

/// Collects every name that is given.
pub fn defined<'d>(draft: &Draft<'d>) -> Defined<'d> {
    let mut defined = Defined::new();
    for text in &draft.seen.texts {
        if let Some(Use::Defines(kind)) = named(text) {
            defined.entry(kind).or_default().entry(text.text).or_insert(*text);
        }
    }
    defined
}

/// Checks the names of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    given_once(draft, faults);
    written_right(draft, faults);
    named_by_id(draft, faults);
    references(draft, faults);
    listed_once(draft, faults);
}

fn given_once(draft: &Draft<'_>, faults: &mut Faults) {
    let mut first: BTreeMap<(Kind, &str), (Kind, Text<'_>)> = BTreeMap::new();
    for text in &draft.seen.texts {
        let Some(Use::Defines(kind)) = named(text) else { continue };
        if let Some((other, at)) = first.get(&(kind.stock(), text.text)) {
            let message = format!(
                "the id \"{}\" is taken: a {} has it at {}",
                text.text,
                other.noun(),
                at.spot.shown()
            );
            faults.error(text.spot, message);
        } else {
            first.insert((kind.stock(), text.text), (kind, *text));
        }
    }
    let slugs = draft.seen.texts.iter().filter(|text| (text.owner, text.key) == ("Person", "slug"));
    let codes = draft
        .seen
        .texts
        .iter()
        .filter(|text| matches!((text.owner, text.key), ("Role" | "Route", "code")));
    for (what, texts) in [("slug", slugs.collect::<Vec<_>>()), ("code", codes.collect())] {
        let mut first = BTreeMap::new();
        for text in texts {
            if let Some(other) = first.insert(text.text, text) {
                let other: &Text<'_> = other;
                let message =
                    format!("the {what} \"{}\" is taken at {}", text.text, other.spot.shown());
                faults.error(text.spot, message);
            }
        }
    }
}

fn written_right(draft: &Draft<'_>, faults: &mut Faults) {
    for text in &draft.seen.texts {
        let is_person = text.kind == "PersonId";
        if is_person && !is_person_id(text.text) {
            let message = format!("\"{}\" is no id of a person: p and three digits", text.text);
            faults.error(text.spot, message);
        }
        let is_code = matches!((text.owner, text.key), ("Role" | "Route", "code"));
        if is_code && !(text.text.len() == 2 && text.text.bytes().all(is_plain)) {
            let message = format!("the code \"{}\" is not two small letters or digits", text.text);
            faults.error(text.spot, message);
        }
        let is_name = matches!(named(text), Some(Use::Defines(_)))
            || matches!(
                (text.owner, text.key),
                ("Person", "slug")
                    | ("Group" | "JudgedRole" | "Statement", "id")
                    | ("Question", "options")
                    | ("Rule", "topic")
            )
            || text.is_map_key && matches!(text.key, "facts" | "conditions" | "parameters");
        if is_name && !is_person && !is_written_right(text.text) {
            let message = format!(
                "the name \"{}\" is written wrong: small letters and digits, joined by - or _",
                text.text
            );
            faults.error(text.spot, message);
        }
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

fn is_person_id(id: &str) -> bool {
    id.len() == 4 && id.starts_with('p') && id.bytes().skip(1).all(|byte| byte.is_ascii_digit())
}

fn is_written_right(name: &str) -> bool {
    name.len() <= 80
        && name.split(['-', '_']).all(|word| !word.is_empty() && word.bytes().all(is_plain))
}

fn named_by_id(draft: &Draft<'_>, faults: &mut Faults) {
    for (path, document) in draft.documents {
        let part = Part::of(path);
        let id = document.root.get("id").and_then(|node| node.as_str());
        if let (Some(Part::Person | Part::Role), Some(id)) = (part, id)
            && id != stem(path)
        {
            let message = format!(
                "the id is \"{id}\", but the file is named {}; name it {id}.json",
                path.rsplit('/').next().unwrap_or(path)
            );
            faults.error(document.spot().key("id"), message);
        }
    }
}

fn references(draft: &Draft<'_>, faults: &mut Faults) {
    let defined = defined(draft);
    // A role whose file is no JSON exists all the same; its file's name says so.
    let files: BTreeSet<&str> = draft.folder.files.keys().map(String::as_str).collect();
    for text in &draft.seen.texts {
        let Some(Use::Refers(kind)) = named(text) else { continue };
        let known = defined.get(&kind);
        let is_known = known.is_some_and(|known| known.contains_key(text.text))
            || (kind == Kind::Role && files.contains(&*format!("roles/{}.json", text.text)));
        if is_known || !draft.is_whole(kind.home()) {
            continue;
        }
        let names = known.into_iter().flat_map(|known| known.keys().copied());
        let other =
            [Kind::Role, Kind::Route, Kind::Figure, Kind::Series].into_iter().find(|other| {
                *other != kind
                    && defined.get(other).is_some_and(|names| names.contains_key(text.text))
            });
        let hint = match other {
            Some(other) if other.stock() == kind.stock() => {
                format!("; \"{}\" is a {}", text.text, other.noun())
            }
            _ => hint(text.text, names),
        };
        faults.error(text.spot, format!("unknown {} \"{}\"{hint}", kind.noun(), text.text));
    }
}

/// A list of names that has one twice.
fn listed_once(draft: &Draft<'_>, faults: &mut Faults) {
    for list in draft.seen.lists.iter().filter(|list| list.kind.ends_with("Id")) {
        let mut seen = BTreeSet::new();
        for item in list.spot.node.items() {
            if let Some(name) = item.as_str().filter(|name| !seen.insert(*name)) {
                let message = format!("\"{name}\" stands twice in \"{}\"", list.key);
                faults.error(list.spot.with(item), message);
            }
        }
    }
}
