//! JSON as a tree, and the parser that builds it.

use std::fmt;

/// Deeper nesting than this is refused.
const MAX_DEPTH: usize = 64;

/// A JSON value. Numbers keep how they were written: a whole number and its decimals.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// Mantissa and how many of its digits stand behind the point.
    Number(i64, u32),
    /// A text.
    Text(String),
    /// `[…]`
    List(Vec<Value>),
    /// `{…}`, in the order written. Keys are texts.
    Map(Vec<(Value, Value)>),
}

/// Why a text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What was found.
    pub what: &'static str,
    /// Before which byte; nothing where it is about the whole.
    pub at: Option<usize>,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at {
            Some(at) => write!(f, "{} (at byte {at})", self.what),
            None => f.write_str(self.what),
        }
    }
}

impl std::error::Error for ReadError {}

impl Value {
    /// Parses a whole text.
    ///
    /// # Errors
    /// If it is no JSON, nests too deeply, or holds a number that does not fit.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let mut parser = Parser { bytes: text.as_bytes(), text, at: 0 };
        let value = parser.value(0)?;
        parser.space();
        if parser.at < parser.bytes.len() {
            return Err(parser.fault("something stands behind the end"));
        }
        Ok(value)
    }

    /// The value of a key, if this is a map that has it.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => {
                entries.iter().find(|(k, _)| k.as_text() == Some(key)).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A variant that holds something: its name and what it holds.
    ///
    /// Names are those of this build; any other is the empty one.
    pub fn variant(&self, faults: &mut super::Faults) -> (&'static str, &Self) {
        const NAMES: [&str; 6] =
            ["claims", "not_published", "role", "rank", "specialism", "outside"];
        if let Self::Map(entries) = self
            && let [(name, content)] = entries.as_slice()
            && let Some(known) = NAMES.iter().find(|known| name.as_text() == Some(known))
        {
            return (known, content);
        }
        faults.note("a variant was expected that this build knows");
        ("", &Self::Null)
    }

    /// Whether this is `true`.
    pub fn is_true(&self) -> bool {
        matches!(self, Self::Bool(true))
    }
}

struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
}

impl Parser<'_> {
    fn fault(&self, what: &'static str) -> ReadError {
        ReadError { what, at: Some(self.at) }
    }

    fn space(&mut self) {
        while matches!(self.bytes.get(self.at), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        self.space();
        let is_there = self.bytes.get(self.at) == Some(&byte);
        self.at += usize::from(is_there);
        is_there
    }

    fn word(&mut self, word: &str, value: Value) -> Result<Value, ReadError> {
        if self.bytes[self.at..].starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(value);
        }
        Err(self.fault("no JSON value"))
    }

    fn value(&mut self, depth: usize) -> Result<Value, ReadError> {
        if depth > MAX_DEPTH {
            return Err(self.fault("nested too deeply"));
        }
        self.space();
        match self.bytes.get(self.at) {
            None => Err(self.fault("the text ends too early")),
            Some(b'n') => self.word("null", Value::Null),
            Some(b't') => self.word("true", Value::Bool(true)),
            Some(b'f') => self.word("false", Value::Bool(false)),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'[') => self.list(depth),
            Some(b'{') => self.map(depth),
            Some(_) => self.number(),
        }
    }

    fn list(&mut self, depth: usize) -> Result<Value, ReadError> {
        self.at += 1;
        let mut items = Vec::new();
        if self.take(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            if self.take(b']') {
                return Ok(Value::List(items));
            }
            if !self.take(b',') {
                return Err(self.fault("a comma or ] is missing"));
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Value, ReadError> {
        self.at += 1;
        let mut entries = Vec::new();
        if self.take(b'}') {
            return Ok(Value::Map(entries));
        }
        loop {
            self.space();
            if self.bytes.get(self.at) != Some(&b'"') {
                return Err(self.fault("a key is missing"));
            }
            let key = Value::Text(self.string()?);
            if !self.take(b':') {
                return Err(self.fault("a colon is missing"));
            }
            entries.push((key, self.value(depth + 1)?));
            if self.take(b'}') {
                return Ok(Value::Map(entries));
            }
            if !self.take(b',') {
                return Err(self.fault("a comma or } is missing"));
            }
        }
    }

    fn number(&mut self) -> Result<Value, ReadError> {
        let start = self.at;
        let is_negative = self.bytes[self.at] == b'-';
        self.at += usize::from(is_negative);
        let (mut mantissa, mut decimals, mut digits) = (0_i64, 0_u32, 0_u32);
        let mut is_behind_point = false;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'0'..=b'9' => {
                    let digit = i64::from(byte - b'0');
                    let longer = mantissa.checked_mul(10).and_then(|m| m.checked_add(digit));
                    mantissa = longer.ok_or_else(|| self.fault("a number is too long"))?;
                    decimals += u32::from(is_behind_point);
                    digits += 1;
                }
                b'.' if !is_behind_point && digits > 0 => is_behind_point = true,
                _ => break,
            }
            self.at += 1;
        }
        if digits == 0 || (is_behind_point && decimals == 0) {
            self.at = start;
            return Err(self.fault("no JSON value"));
        }
        Ok(Value::Number(if is_negative { -mantissa } else { mantissa }, decimals))
    }

    fn string(&mut self) -> Result<String, ReadError> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let start = self.at;
            while !matches!(self.bytes.get(self.at), None | Some(b'"' | b'\\' | 0..=0x1f)) {
                self.at += 1;
            }
            // Quotes and backslashes are never inside a character of several bytes.
            out.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.bytes.get(self.at) {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    self.at += 1;
                    let escaped = self.escape()?;
                    out.push(escaped);
                }
                _ => return Err(self.fault("a text does not end")),
            }
        }
    }

    fn escape(&mut self) -> Result<char, ReadError> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        Ok(match byte {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
            Some(b'u') => {
                let high = self.hex()?;
                let is_pair = (0xd800..0xdc00).contains(&high)
                    && self.bytes.get(self.at..self.at + 2) == Some(b"\\u");
                let code = if is_pair {
                    self.at += 2;
                    let low = self.hex()?;
                    0x1_0000 + ((high - 0xd800) << 10) + (low.wrapping_sub(0xdc00) & 0x3ff)
                } else {
                    high
                };
                char::from_u32(code).ok_or_else(|| self.fault("no character"))?
            }
            _ => return Err(self.fault("no escape")),
        })
    }

    fn hex(&mut self) -> Result<u32, ReadError> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.bytes.get(self.at).and_then(|byte| char::from(*byte).to_digit(16));
            code = code * 16 + digit.ok_or_else(|| self.fault("no character"))?;
            self.at += 1;
        }
        Ok(code)
    }
}
