//! The shortlist: roles and people that a visitor wants to keep in sight.
//!
//! It is a row of two-character codes, in memory, in a link and in storage alike,
//! so that it has one form and one reader. A role brings its code from the pack
//! (small letters and digits); a person's follows from the number in the id and
//! begins with a capital, so that the two never meet. What a row holds beside
//! codes of this pack is dropped: links come from anywhere.

use std::rc::Rc;

use model::Pack;
use model::id::PersonId;
use model::person::Person;
use model::role::Role;

/// How many entries a list has at most, so that a link and its QR code stay small.
pub const MOST: usize = 12;

/// What stands before the codes in the fragment of a link. A page of the single
/// file begins with `/`, so the two cannot be taken for each other.
pub const MARK: &str = "s=";

/// The key in storage.
pub const KEY: &str = "shortlist";

/// Roles and people that a visitor wants to keep in sight.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shortlist {
    /// The codes in a row, two bytes an entry.
    codes: String,
    /// Whether the device keeps it.
    pub is_kept: bool,
    /// The device was asked to keep it and refused.
    pub is_refused: bool,
    /// A link brought some of it.
    pub was_brought: bool,
    /// How many entries of a link were left out: unknown, or beyond [`MOST`].
    pub left_out: usize,
}

/// One entry.
pub enum Listed<'a> {
    /// A role.
    Role(&'a Rc<Role>),
    /// A person.
    Person(&'a Rc<Person>),
}

impl Shortlist {
    /// The codes in a row, as a link and the storage hold them.
    pub fn codes(&self) -> &str {
        &self.codes
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.codes.len() / 2
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// Whether nothing more can be added.
    pub fn is_full(&self) -> bool {
        self.len() >= MOST
    }

    /// Whether an entry stands in it.
    pub fn contains(&self, code: &str) -> bool {
        self.place(code).is_some()
    }

    /// The entries in the order they were added.
    pub fn entries<'a>(&'a self, pack: &'a Pack) -> impl Iterator<Item = (&'a str, Listed<'a>)> {
        pairs(&self.codes).filter_map(|code| Some((code, find(pack, code)?)))
    }

    /// Adds an entry, or takes it away; a full list takes no more.
    pub fn toggle(&mut self, code: &str) {
        match self.place(code) {
            Some(at) => self.codes.replace_range(at..at + 2, ""),
            None if !self.is_full() && code.len() == 2 => self.codes.push_str(code),
            None => {}
        }
    }

    /// Adds what a row of codes names; tells how many of them it left out.
    pub fn add(&mut self, pack: &Pack, codes: &str) -> usize {
        let mut left_out = 0;
        // Far more than a list holds, and nothing to keep a device busy with.
        for code in pairs(codes.get(..codes.len().min(200)).unwrap_or_default()) {
            if self.contains(code) {
                continue;
            }
            if self.is_full() || find(pack, code).is_none() {
                left_out += 1;
            } else {
                self.toggle(code);
            }
        }
        left_out
    }

    fn place(&self, code: &str) -> Option<usize> {
        pairs(&self.codes).position(|other| other == code).map(|at| at * 2)
    }
}

/// Two bytes each; what is not made of two plain ones stands for one that nobody has.
fn pairs(codes: &str) -> impl Iterator<Item = &str> {
    let ends = (0..codes.len()).step_by(2);
    ends.map(|at| codes.get(at..at + 2).unwrap_or_default())
}

/// What a code stands for.
fn find<'a>(pack: &'a Pack, code: &str) -> Option<Listed<'a>> {
    let role = pack.roles.iter().find(|role| role.code == code).map(Listed::Role);
    role.or_else(|| {
        let person = pack
            .people
            .iter()
            .find(|person| person_code(&person.id).is_some_and(|own| own == code));
        person.map(Listed::Person)
    })
}

/// A person's code: the number in the id in base 62, its first digit as a capital letter.
/// Nothing for an id that is not `p` and at most three digits.
pub fn person_code(id: &PersonId) -> Option<String> {
    let digits = id.as_str().strip_prefix('p').filter(|digits| digits.len() <= 3)?;
    let number: u16 = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())??;
    let first = b'A' + (number / 62) as u8;
    let second = match (number % 62) as u8 {
        digit @ 0..=9 => b'0' + digit,
        letter @ 10..=35 => b'a' + letter - 10,
        capital => b'A' + capital - 36,
    };
    Some([first, second].map(char::from).iter().collect())
}

/// The codes in a fragment, if it is one of ours; `fragment` is without `#`.
pub fn in_fragment(fragment: &str) -> Option<&str> {
    fragment.strip_prefix(MARK)
}
