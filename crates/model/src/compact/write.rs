//! The types to text: structures become lists of their fields, in order.

use std::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};

/// Why a value cannot be written: its type has a form that the reader does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError(pub String);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WriteError {}

impl ser::Error for WriteError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

/// Writes a value for [`super::from_text`].
///
/// # Errors
/// If its type has a form that the reader does not know.
pub fn to_text<T: Serialize + ?Sized>(value: &T) -> Result<String, WriteError> {
    value.serialize(Writer)
}

/// Writes each value as a text of its own; what holds others joins them.
struct Writer;

fn unknown<T>(what: &str) -> Result<T, WriteError> {
    Err(WriteError(format!("the compact form has no {what}")))
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The items of a list or structure so far.
struct Items(Vec<String>);

impl Items {
    fn push<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.0.push(value.serialize(Writer)?);
        Ok(())
    }

    fn list(self) -> String {
        format!("[{}]", self.0.join(","))
    }
}

/// The entries of a map so far.
struct Entries(Vec<String>);

impl Serializer for Writer {
    type Ok = String;
    type Error = WriteError;
    type SerializeSeq = Items;
    type SerializeTuple = Items;
    type SerializeTupleStruct = Impossible<String, WriteError>;
    type SerializeTupleVariant = Impossible<String, WriteError>;
    type SerializeMap = Entries;
    type SerializeStruct = Items;
    type SerializeStructVariant = Impossible<String, WriteError>;

    fn serialize_bool(self, value: bool) -> Result<String, WriteError> {
        Ok(value.to_string())
    }

    fn serialize_i8(self, value: i8) -> Result<String, WriteError> {
        Ok(value.to_string())
    }

    fn serialize_i16(self, value: i16) -> Result<String, WriteError> {
        Ok(value.to_string())
    }

    fn serialize_i32(self, value: i32) -> Result<String, WriteError> {
        Ok(value.to_string())
    }

    fn serialize_i64(self, value: i64) -> Result<String, WriteError> {
        Ok(value.to_string())
    }

    fn serialize_u8(self, value: u8) -> Result<String, WriteError> {
        Ok(value.to_string())
    }

    fn serialize_u16(self, value: u16) -> Result<String, WriteError> {
        Ok(value.to_string())
    }

    fn serialize_u32(self, value: u32) -> Result<String, WriteError> {
        Ok(value.to_string())
    }

    fn serialize_u64(self, value: u64) -> Result<String, WriteError> {
        Ok(value.to_string())
    }

    fn serialize_f32(self, value: f32) -> Result<String, WriteError> {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_f64(self, value: f64) -> Result<String, WriteError> {
        if value.is_finite() { Ok(value.to_string()) } else { unknown("number that is not finite") }
    }

    fn serialize_char(self, value: char) -> Result<String, WriteError> {
        Ok(quoted(&value.to_string()))
    }

    fn serialize_str(self, value: &str) -> Result<String, WriteError> {
        Ok(quoted(value))
    }

    fn serialize_bytes(self, _value: &[u8]) -> Result<String, WriteError> {
        unknown("bytes")
    }

    fn serialize_none(self) -> Result<String, WriteError> {
        Ok("null".into())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<String, WriteError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<String, WriteError> {
        Ok("null".into())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<String, WriteError> {
        unknown("structure without fields")
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<String, WriteError> {
        Ok(quoted(variant))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<String, WriteError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<String, WriteError> {
        Ok(format!("{{{}:{}}}", quoted(variant), value.serialize(Self)?))
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Items, WriteError> {
        Ok(Items(Vec::new()))
    }

    fn serialize_tuple(self, _len: usize) -> Result<Items, WriteError> {
        Ok(Items(Vec::new()))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleStruct, WriteError> {
        unknown("structure without names")
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeTupleVariant, WriteError> {
        unknown("variant of several values")
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Entries, WriteError> {
        Ok(Entries(Vec::new()))
    }

    fn serialize_struct(self, _name: &'static str, _len: usize) -> Result<Items, WriteError> {
        Ok(Items(Vec::new()))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        _variant: &'static str,
        _len: usize,
    ) -> Result<Self::SerializeStructVariant, WriteError> {
        unknown("variant with fields")
    }
}

impl ser::SerializeSeq for Items {
    type Ok = String;
    type Error = WriteError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.push(value)
    }

    fn end(self) -> Result<String, WriteError> {
        Ok(self.list())
    }
}

impl ser::SerializeTuple for Items {
    type Ok = String;
    type Error = WriteError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.push(value)
    }

    fn end(self) -> Result<String, WriteError> {
        Ok(self.list())
    }
}

impl ser::SerializeStruct for Items {
    type Ok = String;
    type Error = WriteError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        self.push(value)
    }

    fn skip_field(&mut self, _name: &'static str) -> Result<(), WriteError> {
        self.0.push("null".into());
        Ok(())
    }

    fn end(mut self) -> Result<String, WriteError> {
        while self.0.last().is_some_and(|item| item == "null") {
            self.0.pop();
        }
        Ok(self.list())
    }
}

impl ser::SerializeMap for Entries {
    type Ok = String;
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        self.0.push(key.serialize(Writer)?);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        let value = value.serialize(Writer)?;
        if let Some(entry) = self.0.last_mut() {
            entry.push(':');
            entry.push_str(&value);
        }
        Ok(())
    }

    fn end(self) -> Result<String, WriteError> {
        Ok(format!("{{{}}}", self.0.join(",")))
    }
}
