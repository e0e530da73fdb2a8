//! How much is in a pack, for reports.

use model::Pack;
use model::person::Entry;
use model::rules::Kind;

/// What is counted and how many there are, in the order of a report.
pub fn of(pack: &Pack) -> Vec<(&'static str, usize)> {
    let full = pack.people.iter().filter(|person| person.entry == Entry::Full).count();
    let passages = || pack.stories.values().flatten();
    let hard = pack
        .stories
        .values()
        .filter(|story| story.iter().any(|passage| passage.theme.as_str() == "hard-part"));
    let criteria = || pack.rules.roles.iter().flat_map(|role| &role.criteria);
    let kind = |kind: Kind| criteria().filter(|criterion| criterion.otherwise == kind).count();
    vec![
        ("people", pack.people.len()),
        ("people in full", full),
        ("people who tell what is hard", hard.count()),
        ("passages", passages().count()),
        ("words in stories", passages().map(|one| one.text.split_whitespace().count()).sum()),
        ("roles", pack.roles.len()),
        ("routes", pack.roles.iter().map(|role| role.routes.len()).sum()),
        ("pay entries", pack.roles.iter().map(|role| role.pay.len()).sum()),
        ("ranks", pack.career.ranks.len()),
        ("specialisms", pack.career.specialisms.len()),
        ("moves", pack.career.moves.len()),
        ("judged roles and routes", pack.rules.roles.len()),
        ("questions", pack.rules.questions.len()),
        ("rules", pack.rules.rules.len()),
        ("criteria", criteria().count()),
        ("criteria that bar", kind(Kind::Bar)),
        ("criteria not yet met", kind(Kind::NotYet)),
        ("criteria people decide", kind(Kind::People)),
        ("criteria checked later", kind(Kind::Later)),
        ("texts", pack.texts.len()),
        ("figures", pack.figures.figures.len()),
        ("series", pack.figures.series.len()),
        ("timelines", pack.figures.timelines.len()),
        ("areas", pack.areas.areas.len()),
        ("units", pack.areas.units.len()),
        ("terms", pack.glossary.len()),
        ("fit statements", pack.fit.statements.len()),
        ("synonyms", pack.synonyms.synonyms.iter().map(|one| one.words.len()).sum()),
        ("topics", pack.topics.topics.len()),
        ("sources", pack.sources.len()),
        ("labels", pack.labels.len()),
    ]
}
