//! The index: everything that can be found, and the words it is found by.
//!
//! Built once for a pack. Each word of the index stands once, in the order of
//! the alphabet, with the places it occurs in; a query looks at every word once.

use model::Pack;
use model::claim::{Block, Claim};
use model::synonym::{Page, Synonym};

use super::near;
use crate::components::terms::term_name;
use crate::context::Destination;
use crate::labels::Labels;
use crate::pages;
use crate::platform::letters;
use crate::route::Route;

/// What a result is; results are grouped by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A role, a rank or a specialism.
    Role,
    /// A person.
    Person,
    /// A published rule.
    Rule,
    /// A word of the glossary.
    Word,
    /// A page.
    Page,
}

/// Something that can be found.
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Where it leads.
    pub to: Destination,
    /// Its name.
    pub title: String,
    /// A few words below it.
    pub note: String,
}

/// A word, and where it occurs.
struct Word {
    text: String,
    places: Vec<Place>,
}

/// An entry that has a word, and how much the word says about it.
#[derive(Clone, Copy)]
struct Place {
    entry: u32,
    weight: u32,
}

/// What a word of the title counts for; shared by all words of the title, half of it comes on top.
const TITLE: u32 = 10;
/// A synonym, or another way to write it.
const ALIAS: u32 = 12;
/// A word of the line below the title.
const NOTE: u32 = 4;
/// A word of the text.
const TEXT: u32 = 1;

/// A hit that has less than this share of the best one's points, in percent, is none.
const LEAST_SHARE: u32 = 40;

/// How many words of a query are looked at.
const MOST_WORDS: usize = 8;

/// Everything that can be found in a pack.
pub struct Index {
    entries: Vec<Entry>,
    words: Vec<Word>,
}

/// What was found: groups with the best one first, and in each the best hit first.
#[derive(Default)]
pub struct Found<'i> {
    /// The kinds that have a hit.
    pub groups: Vec<(Kind, Vec<&'i Entry>)>,
    /// How many hits there are in all.
    pub count: usize,
}

/// Words as they are collected: an entry's number, a weight, a word in small letters.
struct Collector {
    entries: Vec<Entry>,
    words: Vec<(String, Place)>,
}

impl Collector {
    fn add(&mut self, kind: Kind, to: Destination, title: &str, note: &str) {
        let words = letters::lower(title);
        let count = words_of(&words).count().max(1) as u32;
        self.entries.push(Entry { kind, to, title: title.to_owned(), note: note.to_owned() });
        let own = if kind == Kind::Role { TITLE + TITLE / 4 } else { TITLE };
        self.put(title, own + TITLE / 2 / count);
        self.put(note, NOTE);
    }

    /// Adds words to the entry that was added last.
    fn put(&mut self, text: &str, weight: u32) {
        let entry = self.entries.len().saturating_sub(1);
        self.put_at(entry, text, weight);
    }

    fn put_at(&mut self, entry: usize, text: &str, weight: u32) {
        let place = Place { entry: entry as u32, weight };
        let text = letters::lower(text);
        self.words.extend(words_of(&text).map(|word| (word.to_owned(), place)));
    }

    fn put_claims(&mut self, claims: &[Claim]) {
        for claim in claims {
            self.put(&claim.text, TEXT);
        }
    }

    fn put_block(&mut self, block: &Block) {
        if let Block::Claims(claims) = block {
            self.put_claims(claims);
        }
    }

    /// Words for every entry that a synonym means.
    fn put_synonym(&mut self, synonym: &Synonym, targets: &[Destination]) {
        for target in targets {
            let found = self.entries.iter().position(|entry| entry.to == *target);
            if let Some(entry) = found {
                for words in &synonym.words {
                    self.put_at(entry, words, ALIAS);
                }
            }
        }
    }

    fn finish(mut self) -> Index {
        self.words.sort_unstable_by(|(a, one), (b, other)| {
            a.cmp(b).then(one.entry.cmp(&other.entry)).then(other.weight.cmp(&one.weight))
        });
        let mut words: Vec<Word> = Vec::new();
        for (text, place) in self.words {
            match words.last_mut() {
                Some(word) if word.text == text => {
                    // The heaviest place of an entry came first.
                    if word.places.last().is_none_or(|last| last.entry != place.entry) {
                        word.places.push(place);
                    }
                }
                _ => words.push(Word { text, places: vec![place] }),
            }
        }
        Index { entries: self.entries, words }
    }
}

impl Index {
    /// Collects everything of a pack that has all its parts.
    pub fn new(pack: &Pack, labels: &Labels) -> Self {
        let mut all = Collector { entries: Vec::new(), words: Vec::new() };
        roles(&mut all, pack);
        people(&mut all, pack);
        rules(&mut all, pack, labels);
        for term in &pack.glossary {
            let to = Destination::at(Route::Glossary, &format!("term-{}", term.id));
            all.add(Kind::Word, to, &term_name(term), &term.text);
            for other in &term.also {
                all.put(other, TITLE);
            }
        }
        for route in the_pages(pack) {
            let title = pages::name(&route, pack, labels);
            let note = pages::description(&route, pack, labels);
            all.add(Kind::Page, Destination::page(route), &title, &note);
        }
        for synonym in &pack.synonyms.synonyms {
            all.put_synonym(synonym, &targets(synonym, pack));
        }
        all.finish()
    }

    /// What a query finds. Nothing for fewer than two letters.
    pub fn find(&self, query: &str) -> Found<'_> {
        let query = letters::lower(query);
        let mut points = vec![0_u32; self.entries.len()];
        let mut best_of = vec![0_u32; self.entries.len()];
        for typed in words_of(&query).take(MOST_WORDS) {
            best_of.fill(0);
            // What is a word here is no slip of another.
            let is_word = self.words.binary_search_by(|word| word.text.as_str().cmp(typed)).is_ok();
            let least = if is_word { near::PART } else { 1 };
            for word in &self.words {
                let near = near::nearness(typed.as_bytes(), word.text.as_bytes());
                if near < least {
                    continue;
                }
                // What few entries have says more than what all have.
                let rarity = 1 + (self.entries.len() / word.places.len()).ilog2();
                for place in &word.places {
                    let best = &mut best_of[place.entry as usize];
                    *best = (*best).max(near * rarity * place.weight);
                }
            }
            for (sum, best) in points.iter_mut().zip(&best_of) {
                *sum += best;
            }
        }
        // Of two that fit alike, what can be done comes before who did it and what a word means.
        for (sum, entry) in points.iter_mut().zip(&self.entries) {
            if matches!(entry.kind, Kind::Person | Kind::Word) {
                *sum -= *sum / 8;
            }
        }
        self.gather(&points)
    }

    fn gather(&self, points: &[u32]) -> Found<'_> {
        let most = points.iter().copied().max().unwrap_or(0);
        let mut hits: Vec<(u32, usize)> = points
            .iter()
            .enumerate()
            .filter(|(_, points)| **points > 0 && **points * 100 >= most * LEAST_SHARE)
            .map(|(entry, points)| (*points, entry))
            .collect();
        hits.sort_unstable_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut found = Found { groups: Vec::new(), count: hits.len() };
        for (_, entry) in hits {
            let entry = &self.entries[entry];
            match found.groups.iter_mut().find(|(kind, _)| *kind == entry.kind) {
                Some((_, entries)) => entries.push(entry),
                None => found.groups.push((entry.kind, vec![entry])),
            }
        }
        found
    }

    /// How many things and how many words there are.
    pub fn size(&self) -> (usize, usize) {
        (self.entries.len(), self.words.len())
    }
}

/// The words of a text that have two letters or more.
fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !letters::is_part_of_word(c)).filter(|word| word.len() > 1)
}

fn roles(all: &mut Collector, pack: &Pack) {
    for role in &pack.roles {
        let to = Destination::page(Route::Role(role.id.to_string()));
        all.add(Kind::Role, to, &role.name, &role.summary);
        all.put(&role.short, TITLE + TITLE / 2);
        for route in &role.routes {
            all.put(&route.name, NOTE);
            all.put(&route.short, ALIAS);
        }
        for block in [&role.work, &role.week, &role.hours, &role.training, &role.skills, &role.hard]
        {
            all.put_block(block);
        }
    }
    for field in &pack.career.specialisms {
        let note = field.what.first().map_or("", |claim| &claim.text);
        all.add(Kind::Role, ladder(field.id.as_str()), &field.name, note);
        all.put_claims(&field.what);
    }
    for rank in &pack.career.ranks {
        let note = rank.what.first().map_or("", |claim| &claim.text);
        all.add(Kind::Role, ladder(rank.id.as_str()), &rank.name, note);
        all.put_claims(&rank.what);
    }
}

/// Where a rank or a specialism is explained.
fn ladder(id: &str) -> Destination {
    Destination::at(Route::Roles, &format!("ladder-{id}"))
}

fn people(all: &mut Collector, pack: &Pack) {
    for person in &pack.people {
        let to = Destination::page(Route::Officer(person.slug.clone()));
        all.add(Kind::Person, to, &person.name, &person.then);
        all.put(person.before.as_deref().unwrap_or_default(), NOTE);
        for (list, ids) in
            [(&pack.about.work, &person.work), (&pack.about.came_from, &person.came_from)]
        {
            for id in ids {
                all.put(Pack::tag_name(list, id), NOTE);
            }
        }
        for area in pack.areas.areas.iter().filter(|area| person.place.areas.contains(&area.id)) {
            all.put(&area.name, NOTE);
        }
        all.put(&person.summary, TEXT);
        for passage in pack.story(&person.id) {
            all.put(&passage.text, TEXT);
        }
    }
}

fn rules(all: &mut Collector, pack: &Pack, labels: &Labels) {
    for rule in &pack.rules.rules {
        let text = |part: &str| labels.pack_text(&format!("rule.{}.{part}", rule.id));
        let to = Destination::page(Route::Rule(rule.id.to_string()));
        let topic = labels.pack_text(&format!("topic.{}.title", rule.topic)).unwrap_or_default();
        all.add(Kind::Rule, to, text("title").unwrap_or(rule.id.as_str()), topic);
        all.put(text("plain").unwrap_or_default(), TEXT);
    }
}

/// The pages that are found as pages: neither what is found as something else, nor the search itself.
fn the_pages(pack: &Pack) -> Vec<Route> {
    let mut pages: Vec<Route> = [
        Page::Officers,
        Page::Roles,
        Page::Compare,
        Page::Ways,
        Page::Areas,
        Page::Themes,
        Page::Fit,
        Page::Quiz,
        Page::Plan,
        Page::Supporters,
        Page::Figures,
        Page::Rules,
        Page::Glossary,
        Page::Sources,
        Page::About,
    ]
    .map(route)
    .into();
    let about = &pack.about;
    let themes = about.themes.iter().chain(&about.topics);
    pages.extend(themes.map(|theme| Route::Theme(theme.id.to_string())));
    pages
}

fn route(page: Page) -> Route {
    match page {
        Page::Officers => Route::Officers,
        Page::Roles => Route::Roles,
        Page::Compare => Route::Compare,
        Page::Ways => Route::Ways,
        Page::Areas => Route::Areas,
        Page::Themes => Route::Themes,
        Page::Fit => Route::Fit,
        Page::Quiz => Route::Quiz,
        Page::Plan => Route::Plan,
        Page::Supporters => Route::Supporters,
        Page::Figures => Route::Figures,
        Page::Rules => Route::Rules,
        Page::Glossary => Route::Glossary,
        Page::Sources => Route::Sources,
        Page::About => Route::About,
    }
}

/// The entries that a synonym means.
fn targets(synonym: &Synonym, pack: &Pack) -> Vec<Destination> {
    let mut targets: Vec<Destination> = Vec::new();
    for id in &synonym.roles {
        targets.push(Destination::page(Route::Role(id.to_string())));
    }
    for id in &synonym.specialisms {
        targets.push(ladder(id.as_str()));
    }
    for person in pack.people.iter().filter(|person| synonym.people.contains(&person.id)) {
        targets.push(Destination::page(Route::Officer(person.slug.clone())));
    }
    for id in &synonym.rules {
        targets.push(Destination::page(Route::Rule(id.to_string())));
    }
    for id in &synonym.terms {
        targets.push(Destination::at(Route::Glossary, &format!("term-{id}")));
    }
    for id in &synonym.topics {
        targets.push(Destination::page(Route::Theme(id.to_string())));
    }
    for page in &synonym.pages {
        targets.push(Destination::page(route(*page)));
    }
    targets
}
