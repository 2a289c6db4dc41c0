//! Every story fits its schemas, and what no story may hold does not.

use jsonschema::Validator;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The schema of a list.
pub(crate) fn schema(list: &str) -> Value {
    let name = PathBuf::from(format!("{list}.json"));
    let (_, text) = author::schemas().into_iter().find(|(path, _)| *path == name).expect(list);
    serde_json::from_str(&text).expect(list)
}

/// A file of a story as the data that a schema is about.
pub(crate) fn data(text: &str) -> Value {
    toml_edit::de::from_str(text).expect("TOML")
}

/// The list of a file: `figures` for `figures/filings.toml`.
pub(crate) fn list(path: &Path) -> String {
    let first = path.components().next().unwrap().as_os_str();
    Path::new(first).with_extension("").to_string_lossy().into_owned()
}

/// The files of all stories of the repository and of the one to start from, with their paths within.
pub(crate) fn all_files() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let inside = std::fs::read_dir(root.join("stories")).unwrap();
    let others = inside.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    let folders = [root.join("story")].into_iter().chain(others);
    let mut files: Vec<_> = folders.flat_map(|folder| author::texts_of(&folder).unwrap()).collect();
    files.extend(author::starter());
    files.push(("words.toml".into(), include_str!("../../words.toml").to_owned()));
    files
}

fn validator(list: &str) -> Validator {
    let schema = schema(list);
    assert!(jsonschema::meta::is_valid(&schema), "{list}.json is no schema");
    jsonschema::validator_for(&schema).expect(list)
}

fn mistakes(list: &str, data: &Value) -> Vec<String> {
    let validator = validator(list);
    validator.iter_errors(data).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn every_file_of_every_story_fits() {
    let files = all_files();
    assert!(files.len() > 40, "{}", files.len());
    for (path, text) in files {
        assert_eq!(mistakes(&list(&path), &data(&text)), [""; 0], "{}", path.display());
    }
}

#[test]
fn what_the_reader_refuses_the_schema_refuses() {
    let lever = r#"label = { en = "A" }
        unit = "GW"
        unit_label = { en = "GW" }
        low = 1
        default = 2
        high = 3
        range = [0, 4]
        step = 1
        view = "a"
        reason = { en = "A" }
    "#;
    let block = |changed: &str| data(&format!("[a]\n{changed}"));
    assert_eq!(mistakes("levers", &block(lever)), [""; 0]);
    for (from, to) in [
        ("step = 1", "stpe = 1"),
        ("step = 1", ""),
        ("low = 1", "low = \"much\""),
        ("range = [0, 4]", "range = 4"),
        ("reason = { en = \"A\" }", "reason = \"A\""),
        ("view = \"a\"", "view = \"a\"\nclaims = [{ at = \"1\" }]"),
    ] {
        let changed = lever.replace(from, to);
        assert_ne!(changed, lever);
        assert_ne!(mistakes("levers", &block(&changed)), [""; 0], "{to}");
        assert!(toml_edit::de::from_str::<engine::story::Lever>(&changed).is_err(), "{to}");
    }
}

#[test]
fn settings_and_draws_have_more_than_one_shape() {
    let preset = |set: &str| {
        let text = format!("[a]\nlabel = {{}}\nreason = {{}}\nfigures = []\nset = {{ capex = {set} }}");
        mistakes("presets", &data(&text)).is_empty()
    };
    assert!(preset("\"200 [B$/yr]\"") && preset("{ 2026 = \"1\", 2030 = \"2\" }"));
    assert!(!preset("200") && !preset("{ soon = \"1\" }") && !preset("{ 2026 = 1 }"));
    let draw = |draw: &str| {
        let text = format!("[a]\nlabel = {{}}\nreason = {{}}\nunit = \"GW\"\ncentral = 1\ndraw = {draw}");
        mistakes("assumptions", &data(&text)).is_empty()
    };
    assert!(draw("\"triangular\"") && draw("{ discrete = [[3, 1], [4, 2.5]] }"));
    assert!(!draw("\"triangle\"") && !draw("{ discrete = [3, 4] }") && !draw("{ list = [] }"));
}
