//! Languages that do not exist, to see how pages bear other ones.
//!
//! As Android's pseudolocales do: `en-XA` is accented and longer, so that text
//! that was not meant to be translated and boxes that are too small stand out;
//! `ar-XB` runs from right to left.

/// A language made from English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pseudo {
    /// `en-XA`: accented, about 40 % longer, in brackets.
    Accented,
    /// `ar-XB`: every word runs from right to left.
    Mirrored,
}

impl Pseudo {
    /// The pseudo language of a tag.
    pub fn of(language: &str) -> Option<Self> {
        match language {
            "en-XA" => Some(Self::Accented),
            "ar-XB" => Some(Self::Mirrored),
            _ => None,
        }
    }

    /// A text in this language. Placeholders like `{date}` stay as they are.
    pub fn say(self, text: &str) -> String {
        match self {
            Self::Accented => accented(text),
            Self::Mirrored => mirrored(text),
        }
    }
}

/// A text cut into placeholders and what stands between them.
fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        let Some(end) = rest.get(start..).and_then(|rest| rest.find('}')) else { break };
        pieces.push((false, &rest[..start]));
        pieces.push((true, &rest[start..=start + end]));
        rest = &rest[start + end + 1..];
    }
    pieces.push((false, rest));
    pieces.retain(|(_, piece)| !piece.is_empty());
    pieces
}

fn accented(text: &str) -> String {
    const FILL: [&str; 10] =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    if text.is_empty() {
        return String::new();
    }
    let mut said = String::from("[");
    for (is_placeholder, piece) in pieces(text) {
        if is_placeholder {
            said.push_str(piece);
        } else {
            said.extend(piece.chars().map(accent));
        }
    }
    // The brackets count as two of the characters to add.
    let wanted = (text.chars().count() * 2).div_ceil(5).saturating_sub(2);
    let (mut added, mut words) = (0, FILL.iter().cycle());
    while added < wanted {
        let Some(word) = words.next() else { break };
        said.push(' ');
        said.push_str(word);
        added += word.len() + 1;
    }
    said.push(']');
    said
}

fn accent(c: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ";
    let place = PLAIN.chars().position(|plain| plain == c);
    place.and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(c)
}

fn mirrored(text: &str) -> String {
    // Right-to-left mark, override, the word, end of override, mark.
    const BEFORE: &str = "\u{200f}\u{202e}";
    const AFTER: &str = "\u{202c}\u{200f}";
    let mut said = String::new();
    for (is_placeholder, piece) in pieces(text) {
        if is_placeholder {
            said.push_str(piece);
            continue;
        }
        let mut in_word = false;
        for c in piece.chars() {
            if c.is_whitespace() == in_word {
                said.push_str(if in_word { AFTER } else { BEFORE });
                in_word = !in_word;
            }
            said.push(c);
        }
        if in_word {
            said.push_str(AFTER);
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accented_text_is_longer_and_keeps_placeholders() {
        let said = Pseudo::Accented.say("You can apply from {date}, not before.");
        assert!(said.contains("Ýöû çåñ åþþļý ƒŕöɱ {date}, ñöţ"), "{said}");
        let share = said.chars().count() as f64 / 38.0;
        assert!((1.35..1.6).contains(&share), "{share}");
        assert_eq!(Pseudo::Accented.say(""), "");
    }

    #[test]
    fn mirrored_text_wraps_words_and_keeps_placeholders() {
        let said = Pseudo::Mirrored.say("On {date}. Yes");
        let word = |word: &str| format!("\u{200f}\u{202e}{word}\u{202c}\u{200f}");
        assert_eq!(said, format!("{} {{date}}{} {}", word("On"), word("."), word("Yes")));
    }

    #[test]
    fn a_brace_without_its_other_half_is_only_a_character() {
        assert!(Pseudo::Accented.say("a { b").contains('{'));
        assert!(Pseudo::Mirrored.say("a } b").contains('}'));
    }
}
