//! Dates: all can be read, none lies after the day of reading, histories run forward.
//!
//! There is no clock here. The pack's own `read_on` and `review_by` bound what
//! a date can be; a slip of a digit falls outside. A source that was read after
//! the pack says so itself, and what rests on it may be as new.

use std::collections::BTreeMap;

use model::Date;
use model::date::{Published, PublishedOn};

use crate::draft::Draft;
use crate::fault::Faults;
use crate::shape::Object;
use crate::tree::Spot;

/// How a published date may be written.
const FORMS: &str =
    "2020-11-13, 2020-11, 2020, c. 2021, c. 2021-22, after 2020-10, before 2020-10 or undated";

/// When the pack was read and must be read again.
#[derive(Clone, Copy)]
struct Span {
    read_on: Date,
    review_by: Date,
}

/// Checks the dates of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    readable(draft, faults);
    let about = draft.documents.get("pack.json").map(|document| document.spot());
    let span = about.and_then(|about| {
        Some(Span { read_on: day(about, "read_on")?, review_by: day(about, "review_by")? })
    });
    let Some(span) = span else { return };
    let read = sources_read(draft);
    for object in &draft.seen.objects {
        bounds(*object, span, &read, faults);
        order(*object, faults);
    }
}

fn day(spot: Spot<'_>, key: &str) -> Option<Date> {
    spot.node.get(key)?.as_str()?.parse().ok()
}

/// By id: when a source was read, where it says so itself.
fn sources_read<'d>(draft: &Draft<'d>) -> BTreeMap<&'d str, Date> {
    let sources = draft.seen.objects.iter().filter(|object| object.kind == "Source");
    let read = sources.filter_map(|Object { spot, .. }| {
        Some((spot.node.get("id")?.as_str()?, day(*spot, "read_on")?))
    });
    read.collect()
}

/// When a fact was read: on its own day, or with the newest source it rests on.
fn read_on(spot: Spot<'_>, pack: Span, read: &BTreeMap<&str, Date>) -> Date {
    let own = day(spot, "read_on");
    let ids = ["sources", "cite"].into_iter().filter_map(|key| spot.node.get(key));
    let ids = ids.flat_map(|ids| ids.items()).filter_map(|id| id.as_str());
    let newest = ids.filter_map(|id| read.get(id).copied()).max();
    own.unwrap_or_else(|| newest.map_or(pack.read_on, |newest| newest.max(pack.read_on)))
}

fn published(spot: Spot<'_>, key: &str) -> Option<PublishedOn> {
    Published::new(spot.node.get(key)?.as_str()?).on()
}

fn readable(draft: &Draft<'_>, faults: &mut Faults) {
    for text in draft.seen.texts.iter().filter(|text| text.kind == "Published") {
        match Published::new(text.text).on() {
            None => {
                let message = format!("\"{}\" is no date; write {FORMS}", text.text);
                faults.error(text.spot, message);
            }
            Some(PublishedOn::About(first, Some(last))) if last <= first => {
                let message = format!("\"{}\" ends before it begins", text.text);
                faults.error(text.spot, message);
            }
            Some(on) if earliest(on).is_some_and(|day| day.civil().0 < 1800) => {
                let message = format!("\"{}\" is too long ago to be meant", text.text);
                faults.error(text.spot, message);
            }
            Some(_) => {}
        }
    }
}

fn bounds(object: Object<'_>, pack: Span, read: &BTreeMap<&str, Date>, faults: &mut Faults) {
    let spot = object.spot;
    if object.kind == "About" {
        if pack.review_by <= pack.read_on {
            let message =
                format!("review_by {} is not after read_on {}", pack.review_by, pack.read_on);
            faults.error(spot.key("review_by"), message);
        }
        return;
    }
    let read_on = read_on(spot, pack, read);
    // A day on which somebody looked may follow the pack's, but not by years.
    for key in ["read_on", "not_published", "on"] {
        let is_look = key != "on" || object.kind == "ConductCheck";
        if let Some(looked) = day(spot, key).filter(|looked| is_look && *looked >= pack.review_by) {
            let message = format!(
                "{looked} is after the pack's review_by {}; nobody can have looked then",
                pack.review_by
            );
            faults.error(spot.key(key), message);
        }
    }
    if let Some(review_by) = day(spot, "review_by").filter(|review_by| *review_by <= read_on) {
        let message = format!("review_by {review_by} is not after the day of reading, {read_on}");
        faults.error(spot.key("review_by"), message);
    }
    let is_aim = spot.node.get("kind").and_then(|node| node.as_str()) == Some("aim");
    for key in ["published", "on", "as_of"] {
        if key == "as_of" && is_aim {
            continue;
        }
        let is_published = key != "on" || matches!(object.kind, "RuleEvent" | "Event");
        let earliest = published(spot, key).and_then(earliest);
        if let Some(from) = earliest.filter(|from| is_published && *from > read_on) {
            let message = format!(
                "{from} or later is after the day of reading, {read_on}; a source read later says so with its own read_on"
            );
            faults.error(spot.key(key), message);
        }
    }
}

/// The first day a date can mean, where it bounds one.
pub fn earliest(on: PublishedOn) -> Option<Date> {
    match on {
        PublishedOn::Day(day) => Some(day),
        PublishedOn::Month(year, month) => Date::new(year, month, 1),
        PublishedOn::Year(year) | PublishedOn::About(year, _) => Date::new(year, 1, 1),
        PublishedOn::After(year, month) => Date::new(year, month.unwrap_or(1), 1),
        PublishedOn::Before(..) | PublishedOn::Undated => None,
    }
}

/// The last day a date can mean, where it bounds one.
pub fn latest(on: PublishedOn) -> Option<Date> {
    let end_of_year = |year| Date::new(year, 12, 31);
    match on {
        PublishedOn::Day(day) => Some(day),
        PublishedOn::Month(year, month) => {
            Date::new(year, month, model::date::days_in_month(year, month))
        }
        PublishedOn::Year(year) => end_of_year(year),
        PublishedOn::About(first, last) => end_of_year(last.unwrap_or(first)),
        PublishedOn::Before(year, month) => Date::new(year, month.unwrap_or(1), 1),
        PublishedOn::After(..) | PublishedOn::Undated => None,
    }
}

/// Histories and timelines: earliest first.
fn order(object: Object<'_>, faults: &mut Faults) {
    let list = match object.kind {
        "Rule" => "history",
        "Timeline" => "events",
        _ => return,
    };
    let list = object.spot.key(list);
    let mut before: Option<Date> = None;
    let mut seen = std::collections::BTreeSet::new();
    for item in list.node.items() {
        let at = list.with(item).key("on");
        // The words of a rule's history are found by this date.
        if let Some(on) = at.node.as_str().filter(|on| object.kind == "Rule" && !seen.insert(*on)) {
            faults.error(at, format!("two events on {on}; tell them as one"));
        }
        let Some(on) = published(list.with(item), "on") else { continue };
        if let (Some(before), Some(end)) = (before, latest(on))
            && end < before
        {
            let message = "this stands after a later event; write the earliest first";
            faults.error(at, message);
        }
        before = earliest(on).or(before);
    }
}
