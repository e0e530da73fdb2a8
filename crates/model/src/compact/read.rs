//! A tree to the types: structures take their fields from lists, in order.
//!
//! Reading never stops: what does not fit is noted and stands as empty, and the
//! caller refuses the whole if anything was noted. Code that could stop at every
//! field, and would then have to clear away all fields before it, was an eighth
//! of the Wasm.

use crate::map::Map;
use std::rc::Rc;

use super::value::{ReadError, Value};

/// Reads a value that [`super::to_text`] wrote.
///
/// # Errors
/// If the text is no JSON, or not of the shape that `T` has.
pub fn from_text<T: Compact>(text: &str) -> Result<T, ReadError> {
    let mut faults = Faults::default();
    let value = T::read(Value::parse(text)?, &mut faults);
    match faults.first {
        None => Ok(value),
        Some(what) => Err(ReadError(what.to_owned())),
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
    fn read(value: Value, faults: &mut Faults) -> Self;
}

/// The fields of a structure that are still to be read.
#[derive(Debug)]
pub struct Fields(std::vec::IntoIter<Value>);

impl Fields {
    /// The fields of a structure.
    pub fn of(value: Value, faults: &mut Faults) -> Self {
        let fields = match value {
            Value::List(fields) => fields,
            Value::Null => Vec::new(),
            _ => {
                faults.note("a structure was expected");
                Vec::new()
            }
        };
        Self(fields.into_iter())
    }

    /// The next field. One that is left out is read as `null`.
    pub fn next<T: Compact>(&mut self, faults: &mut Faults) -> T {
        T::read(self.0.next().unwrap_or(Value::Null), faults)
    }

    /// Sees to it that nothing is left over.
    pub fn end(self, faults: &mut Faults) {
        if self.0.len() > 0 {
            faults.note("a structure has more fields than this build knows");
        }
    }
}

/// Makes a structure readable: its fields in the order in which they are declared.
macro_rules! compact {
    ($name:ident { $($field:ident),+ $(,)? }) => {
        impl $crate::compact::Compact for $name {
            fn read(value: $crate::compact::Value, faults: &mut $crate::compact::Faults) -> Self {
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
            fn read(value: $crate::compact::Value, faults: &mut $crate::compact::Faults) -> Self {
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
    fn read(value: Value, faults: &mut Faults) -> Self {
        match value {
            Value::Bool(value) => value,
            Value::Null => false,
            _ => {
                faults.note("true or false was expected");
                false
            }
        }
    }
}

impl Compact for i64 {
    fn read(value: Value, faults: &mut Faults) -> Self {
        match value {
            Value::Number(value, 0) => value,
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
            fn read(value: Value, faults: &mut Faults) -> Self {
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
    fn read(value: Value, faults: &mut Faults) -> Self {
        let Value::Number(mantissa, decimals) = value else {
            faults.note("a number was expected");
            return 0.0;
        };
        // The powers of ten that occur are exact.
        let mut scale = 1.0;
        for _ in 0..decimals.min(18) {
            scale *= 10.0;
        }
        mantissa as Self / scale
    }
}

impl Compact for String {
    fn read(value: Value, faults: &mut Faults) -> Self {
        match value {
            Value::Text(text) => text,
            _ => {
                faults.note("a text was expected");
                Self::new()
            }
        }
    }
}

impl<T: Compact> Compact for Option<T> {
    fn read(value: Value, faults: &mut Faults) -> Self {
        if value == Value::Null { None } else { Some(T::read(value, faults)) }
    }
}

impl<T: Compact> Compact for Vec<T> {
    fn read(value: Value, faults: &mut Faults) -> Self {
        let items = match value {
            Value::List(items) => items,
            Value::Null => return Self::new(),
            _ => {
                faults.note("a list was expected");
                return Self::new();
            }
        };
        items.into_iter().map(|item| T::read(item, faults)).collect()
    }
}

impl<T: Compact> Compact for Rc<T> {
    fn read(value: Value, faults: &mut Faults) -> Self {
        Self::new(T::read(value, faults))
    }
}

impl<T: Compact> Compact for Box<T> {
    fn read(value: Value, faults: &mut Faults) -> Self {
        Self::new(T::read(value, faults))
    }
}

impl<A: Compact, B: Compact> Compact for (A, B) {
    fn read(value: Value, faults: &mut Faults) -> Self {
        let mut fields = Fields::of(value, faults);
        let read = (fields.next(faults), fields.next(faults));
        fields.end(faults);
        read
    }
}

impl<K: Compact + Ord, V: Compact> Compact for Map<K, V> {
    fn read(value: Value, faults: &mut Faults) -> Self {
        let entries = match value {
            Value::Map(entries) => entries,
            Value::Null => return Self::default(),
            _ => {
                faults.note("a map was expected");
                return Self::default();
            }
        };
        let entry = |(key, value)| (K::read(Value::Text(key), faults), V::read(value, faults));
        entries.into_iter().map(entry).collect()
    }
}
