//! The keys of each schema are those that the reader takes, found out by asking it.

use crate::stories::{all_files, data, list, schema};
use engine::story::{
    About, Assumption, Backtest, COLOURS, Change, Claim, Comparison, Dot, Earlier, Figure, Layer, Lever,
    Paragraph, Preset, Quantity, Series, Source, Step, UnitWords, Variant, View,
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The names in backquotes behind the first, which is what was asked with.
fn expected(message: &str) -> BTreeSet<String> {
    message.split('`').skip(1).step_by(2).skip(1).map(str::to_owned).collect()
}

/// All keys that a kind of block takes, from the reader's own message about one that it does not.
fn taken<T: DeserializeOwned>() -> BTreeSet<String> {
    let unknown = Value::Object(Map::from_iter([("no such key".to_owned(), Value::Null)]));
    let message = serde_json::from_value::<T>(unknown).err().expect("an unknown key is refused").to_string();
    expected(&message)
}

/// The keys that a kind of block needs: each is asked for until nothing is missing. `pool` has a value for each key.
fn needed<T: DeserializeOwned>(pool: &Map<String, Value>) -> BTreeSet<String> {
    let mut block = Map::new();
    while let Some(error) = serde_json::from_value::<T>(Value::Object(block.clone())).err() {
        let message = error.to_string();
        let key = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next());
        let key = key.unwrap_or_else(|| panic!("{message}")).to_owned();
        let value = pool.get(&key).unwrap_or_else(|| panic!("no story has `{key}`")).clone();
        block.insert(key, value);
    }
    block.keys().cloned().collect()
}

/// Adds the entries of every object that is found on the way down `path`, where `*` stands for all blocks or items.
fn pooled(value: &Value, path: &[&str], pool: &mut Map<String, Value>) {
    match (path, value) {
        ([], Value::Object(entries)) => pool.extend(entries.clone()),
        (["*", rest @ ..], Value::Object(entries)) => {
            entries.values().for_each(|inner| pooled(inner, rest, pool))
        }
        (["*", rest @ ..], Value::Array(items)) => items.iter().for_each(|inner| pooled(inner, rest, pool)),
        ([key, rest @ ..], Value::Object(entries)) => {
            entries.get(*key).into_iter().for_each(|inner| pooled(inner, rest, pool));
        }
        _ => {}
    }
}

fn names(value: &Value) -> BTreeSet<String> {
    match value {
        Value::Object(entries) => entries.keys().cloned().collect(),
        Value::Array(items) => items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect(),
        _ => BTreeSet::new(),
    }
}

/// The object at `pointer` of a list's schema has exactly the reader's keys, and needs exactly those that it needs.
fn same<T: DeserializeOwned>(of: &str, pointer: &str, path: &[&str]) {
    let schema = schema(of);
    let object = schema.pointer(pointer).unwrap_or_else(|| panic!("{of}.json has no {pointer}"));
    assert_eq!(object["additionalProperties"], Value::Bool(false), "{of}{pointer} takes whatever comes");
    assert_eq!(names(&object["properties"]), taken::<T>(), "{of}{pointer}");
    let mut pool = Map::new();
    for (file, text) in all_files().iter().filter(|(file, _)| list(file) == of) {
        assert!(file.to_string_lossy().ends_with(".toml"));
        pooled(&data(text), path, &mut pool);
    }
    assert_eq!(names(&object["required"]), needed::<T>(&pool), "{of}{pointer}");
}

#[test]
fn keys_are_the_readers() {
    const BLOCK: &str = "/additionalProperties";
    same::<About>("story", "", &[]);
    same::<Source>("sources", BLOCK, &["*"]);
    same::<Figure>("figures", BLOCK, &["*"]);
    same::<Series>("series", BLOCK, &["*"]);
    same::<Assumption>("assumptions", BLOCK, &["*"]);
    same::<Lever>("levers", BLOCK, &["*"]);
    same::<Claim>("levers", "/additionalProperties/properties/claims/items", &["*", "claims", "*"]);
    same::<Earlier>("levers", "/additionalProperties/properties/earlier/items", &["*", "earlier", "*"]);
    same::<Quantity>("model", BLOCK, &["*"]);
    same::<View>("views", BLOCK, &["*"]);
    same::<Layer>("views", "/additionalProperties/properties/layers/items", &["*", "layers", "*"]);
    same::<Dot>("views", "/additionalProperties/properties/dots/items", &["*", "dots", "*"]);
    same::<Variant>("views", "/definitions/variant", &["*", "sentence", "*"]);
    same::<Variant>("verdict", "/definitions/variant", &["*", "*"]);
    same::<Backtest>("backtests", BLOCK, &["*"]);
    same::<Comparison>("backtests", "/additionalProperties/properties/compare/items", &["*", "compare", "*"]);
    same::<Preset>("presets", BLOCK, &["*"]);
    same::<Step>("tour", BLOCK, &["*"]);
    same::<Paragraph>("prose", BLOCK, &["*"]);
    same::<Change>("changes", BLOCK, &["*"]);
    same::<UnitWords>("units", BLOCK, &["*"]);
}

/// Words of a choice, from the reader's message about one that it does not know.
fn words<T: DeserializeOwned>() -> BTreeSet<String> {
    let message =
        serde_json::from_value::<T>(Value::String("no such word".to_owned())).err().expect("refused");
    expected(&message.to_string())
}

#[test]
fn choices_are_the_readers() {
    let of = |list: &str, pointer: &str| names(&schema(list).pointer(pointer).expect(pointer)["enum"]);
    assert_eq!(of("sources", "/additionalProperties/properties/kind"), words::<engine::story::SourceKind>());
    assert_eq!(of("figures", "/additionalProperties/properties/status"), words::<engine::story::Status>());
    let layer = "/additionalProperties/properties/layers/items/properties";
    assert_eq!(of("views", &format!("{layer}/kind")), words::<engine::story::LayerKind>());
    let colours: BTreeSet<String> = COLOURS.map(str::to_owned).into();
    assert_eq!(of("views", &format!("{layer}/colour")), colours);
    let mut draws = words::<engine::story::Draw>();
    assert!(draws.remove("discrete"), "it has a list");
    assert_eq!(of("assumptions", "/additionalProperties/properties/draw/anyOf/0"), draws);
}

/// A list of a story without a schema, or one too many.
#[test]
fn every_list_has_a_schema() {
    let files = author::schemas().into_iter().map(|(path, _)| list(&path)).collect::<BTreeSet<_>>();
    let lists = all_files().iter().map(|(path, _)| list(path)).collect::<BTreeSet<_>>();
    assert_eq!(files, lists);
}
