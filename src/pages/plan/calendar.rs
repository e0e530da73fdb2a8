//! A day as a calendar entry (RFC 5545), for the visitor's own calendar.
//!
//! A pure function of its input: no clock is read and nothing is drawn by lot, so
//! that the same plan gives the same entry, which a calendar then holds once.

use model::Date;

/// A whole day to remember.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event<'a> {
    /// What tells it from all others, and nothing else: `apply-from-pcep-2027-03-05`.
    pub id: &'a str,
    /// The day.
    pub day: Date,
    /// The day on which it was worked out.
    pub made_on: Date,
    /// What others may read over the visitor's shoulder: nothing personal.
    pub title: &'a str,
    /// What the day means, what it rests on, and that it may change.
    pub text: &'a str,
    /// IANA name of the zone in which the day is counted.
    pub zone: &'a str,
    /// The page that it rests on.
    pub source: &'a str,
}

/// The most bytes of a line, its end not counted.
const LINE: usize = 75;

/// The entry as a file of its own.
pub fn entry(event: &Event<'_>) -> String {
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold(&mut file, name, value);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Recruitment Explorer//Plan//EN");
    line("CALSCALE", "GREGORIAN");
    // A whole day belongs to no zone; this tells the programs that ask, and the text tells people.
    line("X-WR-TIMEZONE", event.zone);
    line("BEGIN", "VEVENT");
    line("UID", &(escape(event.id) + "@recruitment-explorer"));
    line("DTSTAMP", &(basic(event.made_on) + "T000000Z"));
    line("DTSTART;VALUE=DATE", &basic(event.day));
    line("DTEND;VALUE=DATE", &basic(event.day.plus_days(1)));
    line("SUMMARY", &escape(event.title));
    line("DESCRIPTION", &escape(event.text));
    if event.source.starts_with("https://") || event.source.starts_with("http://") {
        line("URL", &event.source.replace(char::is_control, ""));
    }
    line("CLASS", "PRIVATE");
    line("TRANSP", "TRANSPARENT");
    line("END", "VEVENT");
    line("END", "VCALENDAR");
    file
}

/// A day as `20270305`.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Text as a value: what has a meaning of its own is marked, and other control characters are gone.
fn escape(text: &str) -> String {
    let mut escaped = String::new();
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

/// Writes a line, folded so that none is longer than it may be and no character is cut in two.
///
/// It is not folded beside a space: some readers lose those.
fn fold(file: &mut String, name: &str, value: &str) {
    let mut begin = file.len();
    let mut safe = begin;
    let mut last = ' ';
    for c in name.chars().chain([':']).chain(value.chars()) {
        if last != ' ' && c != ' ' {
            safe = file.len();
        }
        if file.len() - begin + c.len_utf8() > LINE {
            let at = if safe > begin + 1 { safe } else { file.len() };
            file.insert_str(at, "\r\n ");
            // The space in front counts.
            begin = at + 2;
            safe = begin;
        }
        file.push(c);
        last = c;
    }
    file.push_str("\r\n");
}
