//! A tree to the types: structures take their fields from lists, in order.

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::value::{ReadError, Value};

/// Reads a value that [`super::to_text`] wrote.
///
/// # Errors
/// If the text is no JSON, or not of the shape that `T` has.
pub fn from_text<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    T::deserialize(Node(Value::parse(text)?))
}

impl Error for ReadError {
    fn custom<T: std::fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct Node(Value);

impl Node {
    fn list(self) -> Result<List, ReadError> {
        match self.0 {
            Value::List(items) => Ok(List(items.into_iter())),
            Value::Null => Ok(List(Vec::new().into_iter())),
            other => Err(unexpected(&other, "a list")),
        }
    }
}

/// What stands there, without the text itself, which may be long.
fn unexpected(found: &Value, wanted: &str) -> ReadError {
    let found = match found {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(..) => "a number",
        Value::Text(_) => "a text",
        Value::List(_) => "a list",
        Value::Map(_) => "a map",
    };
    ReadError(format!("{wanted} was expected, {found} stands there"))
}

/// Reads a list and sees to it that nothing of it is left over.
fn visit_list<'de, V: Visitor<'de>>(mut list: List, visitor: V) -> Result<V::Value, ReadError> {
    let value = visitor.visit_seq(&mut list)?;
    if list.0.len() > 0 {
        return Err(ReadError("a structure has more fields than this build knows".into()));
    }
    Ok(value)
}

impl<'de> Deserializer<'de> for Node {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Number(value, 0) => visitor.visit_i64(value),
            Value::Number(mantissa, decimals) => visitor.visit_f64(decimal(mantissa, decimals)),
            Value::Text(text) => visitor.visit_string(text),
            Value::List(items) => visit_list(List(items.into_iter()), visitor),
            Value::Map(entries) => {
                visitor.visit_map(Map { entries: entries.into_iter(), value: None })
            }
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Bool(value) => visitor.visit_bool(value),
            Value::Null => visitor.visit_bool(false),
            other => Err(unexpected(&other, "true or false")),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Number(value, 0) => visitor.visit_i64(value),
            other => Err(unexpected(&other, "a whole number")),
        }
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Number(mantissa, decimals) => visitor.visit_f64(decimal(mantissa, decimals)),
            other => Err(unexpected(&other, "a number")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Text(text) => visitor.visit_string(text),
            other => Err(unexpected(&other, "a text")),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.0 == Value::Null { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        visit_list(self.list()?, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visit_list(self.list()?, visitor)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visit_list(self.list()?, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        let entries = match self.0 {
            Value::Map(entries) => entries,
            Value::Null => Vec::new(),
            other => return Err(unexpected(&other, "a map")),
        };
        visitor.visit_map(Map { entries: entries.into_iter(), value: None })
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.0 {
            Value::Text(name) => visitor.visit_enum(Variant(name, Value::Null)),
            Value::Map(entries) => match <[_; 1]>::try_from(entries) {
                Ok([(name, content)]) => visitor.visit_enum(Variant(name, content)),
                Err(_) => Err(ReadError("one variant was expected".into())),
            },
            other => Err(unexpected(&other, "a variant")),
        }
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_string(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_string(visitor)
    }

    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.deserialize_i64(visitor)
    }

    serde::forward_to_deserialize_any! {
        i16 i32 u16 f32 char bytes byte_buf unit unit_struct tuple_struct ignored_any
    }
}

/// A number with decimals. The powers of ten that occur are exact.
fn decimal(mantissa: i64, decimals: u32) -> f64 {
    let mut scale = 1.0;
    for _ in 0..decimals.min(18) {
        scale *= 10.0;
    }
    mantissa as f64 / scale
}

struct List(std::vec::IntoIter<Value>);

impl<'de> SeqAccess<'de> for List {
    type Error = ReadError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ReadError> {
        self.0.next().map(|value| seed.deserialize(Node(value))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct Map {
    entries: std::vec::IntoIter<(String, Value)>,
    value: Option<Value>,
}

impl<'de> MapAccess<'de> for Map {
    type Error = ReadError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ReadError> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.value = Some(value);
        seed.deserialize(Node(Value::Text(key))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        seed.deserialize(Node(self.value.take().unwrap_or(Value::Null)))
    }
}

struct Variant(String, Value);

impl<'de> EnumAccess<'de> for Variant {
    type Error = ReadError;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Content), ReadError> {
        Ok((seed.deserialize(Node(Value::Text(self.0)))?, Content(self.1)))
    }
}

struct Content(Value);

impl<'de> VariantAccess<'de> for Content {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        if self.0 == Value::Null { Ok(()) } else { Err(unexpected(&self.0, "a word alone")) }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, ReadError> {
        seed.deserialize(Node(self.0))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visit_list(Node(self.0).list()?, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visit_list(Node(self.0).list()?, visitor)
    }
}
