//! The story, from the data block of the page. Blocks stand there as lists in the order of their fields, so that the
//! program carries no names of fields: this reader costs a third of what a general one does.

use engine::Story;
use js_sys::{Array, JSON, Object};
use serde::Deserialize;
use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Expected, IntoDeserializer, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use wasm_bindgen::{JsCast, JsValue};

/// No value of it exists: where the story does not fit, reading ends at once with an error that the page's own script takes as
/// "the program cannot start". So nothing after a read has to be undone, which is half of the reader's code.
#[derive(Debug)]
enum Mistake {}

impl std::fmt::Display for Mistake {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Mistake {}

impl serde::de::Error for Mistake {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        misfit()
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        misfit()
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        misfit()
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        misfit()
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        misfit()
    }
}

#[cold]
fn misfit() -> ! {
    wasm_bindgen::throw_str("the story does not fit the program")
}

/// The story in `<script type="application/json" id="story">`.
///
/// # Errors
/// What is missing or does not fit, as text for the console.
pub(crate) fn story() -> Result<Story, String> {
    let block = leptos::prelude::document().get_element_by_id("story").ok_or("the page holds no story")?;
    let text = block.text_content().unwrap_or_default();
    let json = JSON::parse(&text).map_err(|_| "the story is not JSON".to_owned())?;
    Story::deserialize(Json(json)).map_err(|never| match never {})
}

/// A parsed value of JSON.
struct Json(JsValue);

impl<'de> Deserializer<'de> for Json {
    type Error = Mistake;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        match self.0.as_f64() {
            Some(number) => visitor.visit_f64(number),
            None => self.deserialize_string(visitor),
        }
    }

    // Each kind takes its own way, so that the compiler makes no code for the ways that a kind never takes.

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Mistake> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        let list = self.0.dyn_into().unwrap_or_else(|_| misfit());
        visitor.visit_seq(List { list, at: 0 })
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_map(List { list: Object::entries(self.0.unchecked_ref()), at: 0 })
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_string(self.0.as_string().unwrap_or_else(|| misfit()))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_f64(self.0.as_f64().unwrap_or_else(|| misfit()))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        visitor.visit_bool(self.0.is_truthy())
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        #[expect(clippy::cast_possible_truncation, reason = "a year, written by the build from an i32")]
        visitor.visit_i32(self.0.as_f64().unwrap_or_default() as i32)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "written by the build from a u32"
        )]
        visitor.visit_u32(self.0.as_f64().unwrap_or_default() as u32)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mistake> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        let (name, value) = match self.0.as_string() {
            Some(name) => (name, JsValue::NULL),
            None => {
                let entry: Array = Object::entries(self.0.unchecked_ref()).get(0).unchecked_into();
                (entry.get(0).as_string().unwrap_or_default(), entry.get(1))
            }
        };
        visitor.visit_enum(Choice { name, value })
    }

    fn is_human_readable(&self) -> bool {
        false
    }

    forward_to_deserialize_any! {
        i8 i16 i64 i128 u8 u16 u64 u128 f32 char str bytes byte_buf unit unit_struct tuple_struct identifier ignored_any
    }
}

/// A list from its start, or the entries of an object, each a pair.
struct List {
    list: Array,
    at: u32,
}

impl List {
    fn next(&mut self) -> Option<JsValue> {
        let more = self.at < self.list.length();
        self.at += 1;
        more.then(|| self.list.get(self.at - 1))
    }
}

impl<'de> SeqAccess<'de> for List {
    type Error = Mistake;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mistake> {
        self.next().map(|value| seed.deserialize(Json(value))).transpose()
    }
}

impl<'de> MapAccess<'de> for List {
    type Error = Mistake;

    fn next_key_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Mistake> {
        self.next().map(|entry| seed.deserialize(Json(entry.unchecked_into::<Array>().get(0)))).transpose()
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Mistake> {
        let entry: Array = self.list.get(self.at.saturating_sub(1)).unchecked_into();
        seed.deserialize(Json(entry.get(1)))
    }
}

/// One of several kinds, by its name.
struct Choice {
    name: String,
    value: JsValue,
}

impl<'de> EnumAccess<'de> for Choice {
    type Error = Mistake;
    type Variant = Json;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Json), Mistake> {
        let name: StringDeserializer<Mistake> = self.name.into_deserializer();
        Ok((seed.deserialize(name)?, Json(self.value)))
    }
}

impl<'de> VariantAccess<'de> for Json {
    type Error = Mistake;

    fn unit_variant(self) -> Result<(), Mistake> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Mistake> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Mistake> {
        self.deserialize_any(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mistake> {
        self.deserialize_any(visitor)
    }
}
