//! A tree to the types: structures take their fields from lists, in order.
//!
//! Values are lent: a reader that owned its value would have to clear it away on
//! every way out, and that was more code than the reading itself. Reading never
//! stops either: what does not fit is noted and stands as empty, and the caller
//! refuses the whole if anything was noted. Code that could stop at every field,
//! and would then have to clear away all fields before it, was an eighth of the
//! Wasm.

use std::rc::Rc;

use super::value::{ReadError, Value};
use crate::map::Map;

/// Reads a value that [`super::to_text`] wrote.
///
/// # Errors
/// If the text is no JSON, or not of the shape that `T` has.
pub fn from_text<T: Compact>(text: &str) -> Result<T, ReadError> {
    let mut faults = Faults::default();
    let value = T::read(&Value::parse(text)?, &mut faults);
    match faults.first {
        None => Ok(value),
        Some(what) => Err(ReadError { what, at: None }),
    }
}

/// What did not fit; the first of it.
#[derive(Debug, Default)]
pub struct Faults {
    first: Option<&'static str>,
}

impl Faults {
    /// Notes that something does not fit.
    pub fn note(&mut self, what: &'static str) {
        self.first.get_or_insert(what);
    }
}

/// A type that can be read from the compact form.
pub trait Compact: Sized {
    /// Reads a value; notes what does not fit, and reads on.
    fn read(value: &Value, faults: &mut Faults) -> Self;
}

/// The fields of a structure that are still to be read.
#[derive(Debug)]
pub struct Fields<'v>(&'v [Value]);

impl<'v> Fields<'v> {
    /// The fields of a structure.
    pub fn of(value: &'v Value, faults: &mut Faults) -> Self {
        Self(items(value, "a structure was expected", faults))
    }

    /// The next field. One that is left out is read as `null`.
    pub fn next<T: Compact>(&mut self, faults: &mut Faults) -> T {
        T::read(self.take(), faults)
    }

    /// Not inlined: it is called for every field there is.
    #[inline(never)]
    fn take(&mut self) -> &'v Value {
        let Some((first, rest)) = self.0.split_first() else { return &Value::Null };
        self.0 = rest;
        first
    }

    /// Sees to it that nothing is left over.
    pub fn end(self, faults: &mut Faults) {
        if !self.0.is_empty() {
            faults.note("a structure has more fields than this build knows");
        }
    }
}

/// What a list or a structure holds; nothing where it is left out. Notes where neither stands.
#[inline(never)]
fn items<'v>(value: &'v Value, expected: &'static str, faults: &mut Faults) -> &'v [Value] {
    match value {
        Value::List(items) => return items,
        Value::Null => {}
        _ => faults.note(expected),
    }
    &[]
}

/// Makes a structure readable: its fields in the order in which they are declared.
macro_rules! compact {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::compact::Compact for $name {
            fn read(value: &$crate::compact::Value, faults: &mut $crate::compact::Faults) -> Self {
                let mut fields = $crate::compact::Fields::of(value, faults);
                let read = Self { $($field: fields.next(faults)),+ };
                fields.end(faults);
                read
            }
        }
    };
}

/// Makes an enum of plain words readable; the first stands in where a word is not known.
macro_rules! compact_words {
    ($name:ident { $first_word:literal => $first:ident $(, $word:literal => $variant:ident)* $(,)? }) => {
        impl $crate::compact::Compact for $name {
            fn read(value: &$crate::compact::Value, faults: &mut $crate::compact::Faults) -> Self {
                match value.as_text() {
                    Some($first_word) => Self::$first,
                    $(Some($word) => Self::$variant,)*
                    _ => {
                        faults.note("a word was expected that this build knows");
                        Self::$first
                    }
                }
            }
        }

        #[cfg(test)]
        impl $crate::compact::Words for $name {
            const ALL: &'static [(Self, &'static str)] =
                &[(Self::$first, $first_word) $(, (Self::$variant, $word))*];
        }
    };
}

pub(crate) use {compact, compact_words};

impl Compact for bool {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        match value {
            Value::Bool(value) => *value,
            Value::Null => false,
            _ => {
                faults.note("true or false was expected");
                false
            }
        }
    }
}

impl Compact for i64 {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        match value {
            Value::Number(value, 0) => *value,
            _ => {
                faults.note("a whole number was expected");
                0
            }
        }
    }
}

macro_rules! compact_numbers {
    ($($number:ty),+) => {$(
        impl Compact for $number {
            fn read(value: &Value, faults: &mut Faults) -> Self {
                Self::try_from(i64::read(value, faults)).unwrap_or_else(|_| {
                    faults.note("a number does not fit");
                    0
                })
            }
        }
    )+};
}

compact_numbers!(i8, u8, u32);

impl Compact for f64 {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        let Value::Number(mantissa, decimals) = value else {
            faults.note("a number was expected");
            return 0.0;
        };
        // The powers of ten that occur are exact.
        let mut scale = 1.0;
        for _ in 0..*decimals.min(&18) {
            scale *= 10.0;
        }
        *mantissa as Self / scale
    }
}

impl Compact for String {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        if value.as_text().is_none() {
            faults.note("a text was expected");
        }
        value.as_text().unwrap_or_default().to_owned()
    }
}

impl<T: Compact> Compact for Option<T> {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        if matches!(value, Value::Null) { None } else { Some(T::read(value, faults)) }
    }
}

impl<T: Compact> Compact for Vec<T> {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        items(value, "a list was expected", faults)
            .iter()
            .map(|item| T::read(item, faults))
            .collect()
    }
}

impl<T: Compact> Compact for Rc<T> {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        Self::new(T::read(value, faults))
    }
}

impl<T: Compact> Compact for Box<T> {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        Self::new(T::read(value, faults))
    }
}

impl<A: Compact, B: Compact> Compact for (A, B) {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        let mut fields = Fields::of(value, faults);
        let read = (fields.next(faults), fields.next(faults));
        fields.end(faults);
        read
    }
}

impl<K: Compact + Ord, V: Compact> Compact for Map<K, V> {
    fn read(value: &Value, faults: &mut Faults) -> Self {
        let mut map = Self::default();
        match value {
            Value::Map(entries) => {
                for (key, value) in entries {
                    map.insert(K::read(key, faults), V::read(value, faults));
                }
            }
            Value::Null => {}
            _ => faults.note("a map was expected"),
        }
        map
    }
}
