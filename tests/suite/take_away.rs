//! What a visitor takes away: a calendar entry as two readers that know nothing of each other
//! read it, and a QR code as a camera sees it.

use icalendar::{Component, DatePerhapsTime};
use model::Date;
use recruitment_explorer::components::qr::modules;
use recruitment_explorer::pages::plan::calendar::{Event, entry};
use recruitment_explorer::shortlist::in_fragment;

use crate::must;

const TEXT: &str = "From 5 March 2027; then: people decide, if the rules stay \\ as they are.\nDays are counted in Europe/London – “überall”, with a text that is long enough for several lines.";

fn event() -> Event<'static> {
    let day = |year, month, day| Date::new(year, month, day).unwrap_or(Date::from_days(0));
    Event {
        id: "pcep-2027-03-05",
        day: day(2027, 3, 5),
        made_on: day(2026, 11, 21),
        title: "A day to look at my plan",
        text: TEXT,
        zone: "Europe/London",
        source: "https://www.met.police.uk/a/very/long/address/that/does/not/fit/into/one/line/of/a/calendar/file",
    }
}

#[test]
fn lines_are_folded_at_75_bytes_and_end_as_they_must() {
    let file = entry(&event());
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(file.matches('\n').count(), file.matches("\r\n").count());
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} bytes: {line}", line.len());
        assert!(!line.contains('\r'));
    }
    assert!(file.lines().any(|line| line.starts_with(' ')), "nothing was folded");
    assert_eq!(file, entry(&event()), "the same input gives the same entry");
}

#[test]
fn the_first_reader_finds_a_whole_day_with_zone_and_source() {
    let file = entry(&event());
    let mut calendars = ical::IcalParser::new(file.as_bytes());
    let calendar = must(calendars.next().unwrap_or_else(|| panic!("no calendar")), "ical");
    assert!(calendars.next().is_none());
    let of_calendar = |name: &str| {
        let found = calendar.properties.iter().find(|property| property.name == name);
        found.and_then(|property| property.value.clone())
    };
    assert_eq!(of_calendar("VERSION").as_deref(), Some("2.0"));
    assert_eq!(of_calendar("X-WR-TIMEZONE").as_deref(), Some("Europe/London"));
    assert_eq!(calendar.events.len(), 1);
    let of_event = |name: &str| {
        let found = calendar.events[0].properties.iter().find(|property| property.name == name);
        found.unwrap_or_else(|| panic!("no {name}"))
    };
    for (name, value) in [
        ("UID", "pcep-2027-03-05@recruitment-explorer"),
        ("DTSTAMP", "20261121T000000Z"),
        ("DTSTART", "20270305"),
        ("DTEND", "20270306"),
        ("SUMMARY", "A day to look at my plan"),
        ("URL", event().source),
    ] {
        assert_eq!(of_event(name).value.as_deref(), Some(value), "{name}");
    }
    let whole_day = Some(vec![("VALUE".to_owned(), vec!["DATE".to_owned()])]);
    assert_eq!(of_event("DTSTART").params, whole_day);
    // This reader leaves the marks in.
    let text = of_event("DESCRIPTION").value.clone().unwrap_or_default();
    let text = text.replace("\\n", "\n").replace("\\;", ";").replace("\\,", ",");
    assert_eq!(text.replace("\\\\", "\\"), TEXT);
}

#[test]
fn the_second_reader_finds_the_same() {
    let file = entry(&event());
    let calendar: icalendar::Calendar = must(file.parse(), "icalendar");
    assert_eq!(calendar.property_value("X-WR-TIMEZONE"), Some("Europe/London"));
    let events: Vec<&icalendar::Event> =
        calendar.components.iter().filter_map(|component| component.as_event()).collect();
    assert_eq!(events.len(), 1);
    let found = events[0];
    let is_day = |day: Option<DatePerhapsTime>, wanted: &str| match day {
        Some(DatePerhapsTime::Date(day)) => assert_eq!(day.to_string(), wanted),
        other => panic!("{wanted} is read as {other:?}"),
    };
    is_day(found.get_start(), "2027-03-05");
    is_day(found.get_end(), "2027-03-06");
    assert_eq!(found.get_uid(), Some("pcep-2027-03-05@recruitment-explorer"));
    assert_eq!(found.get_summary(), Some("A day to look at my plan"));
    assert_eq!(found.get_description(), Some(TEXT));
    assert_eq!(found.get_url(), Some(event().source));
}

#[test]
fn no_text_can_end_its_line_or_add_another() {
    let hostile = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u{0}\u{85}";
    let file =
        entry(&Event { title: hostile, text: hostile, id: hostile, source: hostile, ..event() });
    assert_eq!(file.matches("\r\nBEGIN:VEVENT\r\n").count(), 1);
    assert_eq!(file.matches("\r\nEND:VEVENT\r\n").count(), 1);
    assert!(!file.contains('\u{0}') && !file.contains("\r\nURL"));
    let script = Event { source: "javascript:alert(1)", ..event() };
    assert!(!entry(&script).contains("javascript"));
}

fn read_code(address: &str) -> String {
    let (side, path) = modules(address).unwrap_or_else(|| panic!("{address} has no code"));
    read_path(side as usize, &path)
}

/// Draws the path as a camera sees it, eight pixels a module, and reads it.
pub fn read_path(side: usize, path: &str) -> String {
    const SCALE: usize = 8;
    let mut dark = vec![false; side * side];
    for run in path.split('M').skip(1) {
        let (place, shape) = run.split_once('h').unwrap_or_else(|| panic!("{run:?} is no run"));
        let (x, y) = place.split_once(' ').unwrap_or_else(|| panic!("{place:?} is no place"));
        let length = shape.split('v').next().unwrap_or_default();
        let number = |text: &str| must(text.parse::<usize>(), text);
        let begin = number(y) * side + number(x);
        dark[begin..begin + number(length)].fill(true);
    }
    let mut picture =
        rqrr::PreparedImage::prepare_from_bitmap(side * SCALE, side * SCALE, |x, y| {
            dark[y / SCALE * side + x / SCALE]
        });
    let codes = picture.detect_grids();
    assert_eq!(codes.len(), 1, "{path}");
    must(codes[0].decode(), path).1
}

/// REQ-KSK-10, REQ-PRV-13
#[test]
fn a_code_holds_the_address_and_the_list_and_nothing_else() {
    for address in [
        "https://explorer.example/plan",
        "https://explorer.example/plan#s=pcpsA1",
        "https://explorer.example/a/longer/base/path/for/this/copy/ar-xb/plan#s=pcpsscdcA1A2A3A4A5A6A7A8",
    ] {
        let read = read_code(address);
        assert_eq!(read, address);
        println!("{read}");
        if let Some((_, fragment)) = read.split_once('#') {
            let codes = in_fragment(fragment).unwrap_or_else(|| panic!("{fragment} is no list"));
            assert!(codes.len() <= 24 && codes.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        }
    }
    assert_eq!(modules(&"x".repeat(2000)), None, "a code that no phone could read");
}
