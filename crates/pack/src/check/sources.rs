//! Sources: nothing is said without one, none is without use, each can be followed.

use crate::draft::Draft;
use crate::fault::Faults;
use crate::name::{Kind, Use, named, used_sources};
use crate::part::Part;
use crate::tree::{Spot, Value};

/// Lists that must hold something: `(owner, key, what it is)`. Lists of sources must, unless named below.
const NEVER_EMPTY: [(&str, &str, &str); 12] = [
    ("Block", "claims", "a block without a claim; write not_published with the day you looked"),
    ("Person", "roles", "a person without a role; at least one is needed"),
    ("Rank", "what", "a rank without a claim"),
    ("Specialism", "what", "a specialism without a claim"),
    ("Series", "points", "a series without figures"),
    ("Timeline", "events", "a timeline without events"),
    ("About", "families", "a pack without families of roles"),
    ("About", "themes", "a pack without themes"),
    ("About", "contacts", "a pack without anybody to ask"),
    ("About", "limits", "a pack that admits no limits"),
    ("Rules", "groups", "rules without a group of questions"),
    ("Rules", "roles", "rules that judge no role"),
];

/// Lists of sources that may be empty: their own checks say when.
const MAY_BE_EMPTY: [(&str, &str); 4] =
    [("Status", "sources"), ("Move", "sources"), ("Statement", "sources"), ("Rules", "leap_cite")];

/// Checks the sources of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    evidence(draft, faults);
    no_source_without_use(draft, faults);
    addresses(draft, faults);
}

fn evidence(draft: &Draft<'_>, faults: &mut Faults) {
    for list in draft.seen.lists.iter().filter(|list| list.spot.node.items().is_empty()) {
        let key = (list.owner, list.key);
        let named = NEVER_EMPTY.iter().find(|(owner, name, _)| (*owner, *name) == key);
        if let Some((_, _, message)) = named {
            faults.error(list.spot, *message);
        } else if list.kind == "SourceId" && !MAY_BE_EMPTY.contains(&key) {
            let message = format!("\"{}\" is empty; nothing is said without a source", list.key);
            faults.error(list.spot, message);
        }
    }
    for object in &draft.seen.objects {
        let spot = object.spot;
        let without = spot.node.get("sources").is_none_or(|list| list.items().is_empty());
        let state = spot.node.get("state").and_then(|node| node.as_str());
        match object.kind {
            "Status" if without && state != Some("unknown") => {
                let message = "a status without a source; only \"unknown\" may stand without";
                faults.error(spot.at_key("sources"), message);
            }
            "Move" if without && !is_true(spot, "our_reading") => {
                let message = "a move without a source; only \"our_reading\" may stand without";
                faults.error(spot.at_key("sources"), message);
            }
            _ => {}
        }
    }
}

fn is_true(spot: Spot<'_>, key: &str) -> bool {
    spot.node.get(key).is_some_and(|node| matches!(node.value, Value::Bool(true)))
}

fn no_source_without_use(draft: &Draft<'_>, faults: &mut Faults) {
    let used = used_sources(&draft.seen);
    // While a file cannot be read, nobody knows what it uses.
    if !Part::all().all(|part| part == Part::Scenarios || draft.is_whole(part)) {
        return;
    }
    for text in &draft.seen.texts {
        let is_source = named(text) == Some(Use::Defines(Kind::Source));
        if is_source && !used.contains(text.text) {
            let message = format!("nothing uses the source \"{}\"; take it out", text.text);
            faults.error(text.spot, message);
        }
    }
}

fn addresses(draft: &Draft<'_>, faults: &mut Faults) {
    for text in &draft.seen.texts {
        let is_address_key = matches!(text.key, "url" | "careers_url") && !text.is_map_key;
        if is_address_key && !is_address(text.text) {
            let message = format!(
                "\"{}\" is no address; it must begin with https:// or http:// and a host, without spaces (and without a dot after the host)",
                text.text
            );
            faults.error(text.spot, message);
        }
    }
}

fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let host = rest.map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    let clean = !text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"`{}".contains(c));
    let is_host = |host: &str| {
        host.contains('.')
            && host.split('.').all(|label| {
                !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            })
    };
    clean && host.is_some_and(is_host)
}
