//! `diff`: two versions of a story, and what each difference does.

use crate::program::{Called, sliderule, story, with};
use crate::scenarios::story_with;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

const SLACK: &str = r#"
[slack]
label = { en = "Slack", de = "Reserve" }
unit = "share"
central = 1.1
range = [1, 2]
reason = { en = "Halls are never full.", de = "Hallen sind nie voll." }
"#;

/// A new version: a figure, a lever and an equation with an assumption of its own are other, a preset has gone, a word is written anew.
fn new_version(name: &str) -> PathBuf {
    let folder = story_with(name, "assumptions", SLACK);
    edit(&folder.join("figures/filings.toml"), "value = 128.7\n", "value = 130.0\n");
    edit(&folder.join("levers.toml"), "default = 6\n", "default = 7.0\n");
    edit(
        &folder.join("model.toml"),
        "replacement) / cost_per_gw\"",
        "replacement) / (cost_per_gw * slack)\"",
    );
    edit(&folder.join("views.toml"), "en = \"", "en = \"New ");
    folder
}

fn edit(file: &Path, old: &str, new: &str) {
    let text = fs::read_to_string(file).unwrap();
    assert!(text.contains(old), "{} has no {old:?}", file.display());
    fs::write(file, text.replacen(old, new, 1)).unwrap();
}

fn diff(new: &Path, options: &str) -> Called {
    let options = options.split_whitespace().map(PathBuf::from);
    with(["diff".into(), story(), new.to_owned()].into_iter().chain(options))
}

fn run(story: &Path, options: &str) -> Value {
    let options = options.split_whitespace().map(PathBuf::from);
    let call = ["run".into(), story.to_owned(), "--format".into(), "json".into()].into_iter().chain(options);
    serde_json::from_str(&with(call).answer()).unwrap()
}

#[test]
fn each_difference_is_listed_with_what_it_does_alone() {
    let new = new_version("new_version");
    let whole: Value = serde_json::from_str(&diff(&new, "--format json").answer()).unwrap();
    let difference = |list: &str, id: &str| {
        let all = whole["differences"].as_array().unwrap();
        all.iter()
            .find(|one| one["list"] == list && one["id"] == id)
            .unwrap_or_else(|| panic!("{list} {id}: {whole}"))
    };
    let listed: Vec<&str> =
        whole["differences"].as_array().unwrap().iter().map(|one| one["list"].as_str().unwrap()).collect();
    assert_eq!(listed, ["figures", "assumptions", "levers", "model", "views"]);
    let income = |run: &Value| run["quantities"]["income"][7].clone();
    // Alone it does what the command line does when it sets the same.
    let figure = difference("figures", "sales_2025");
    assert_eq!(figure["entries"], serde_json::json!([{ "entry": "value", "from": "128.7", "to": "130" }]));
    assert_eq!(figure["alone"]["at(income, 2033)"], income(&run(&story(), "--override sales_2025=130")));
    let lever = difference("levers", "power");
    assert_eq!(lever["alone"]["at(income, 2033)"], income(&run(&story(), "--set power=7")));
    let assumption = difference("assumptions", "slack");
    assert_eq!(
        (&assumption["change"], &assumption["alone"]["at(income, 2033)"]),
        (&"added".into(), &income(&run(&story(), "")))
    );
    // The equation names what the old version has not.
    let equation = difference("model", "built");
    assert_eq!((&equation["alone"], equation["entries"][0]["entry"].as_str()), (&Value::Null, Some("value")));
    assert!(equation["not_alone"].as_str().unwrap().contains("nothing is called `slack`"), "{equation}");
    assert_eq!(
        whole["results"].as_array().unwrap().iter().find(|one| one["of"] == "at(income, 2033)").unwrap()["to"],
        income(&run(&new, ""))
    );
    // The other way round it is the same, taken away.
    let back = with(["diff".into(), new, story(), "--format".into(), "json".into()]).answer();
    let back: Value = serde_json::from_str(&back).unwrap();
    let gone = back["differences"].as_array().unwrap().iter().find(|one| one["id"] == "slack").unwrap();
    assert_eq!(gone["change"], "removed");
    assert!(gone["not_alone"].as_str().unwrap().contains("nothing is called `slack`"), "{gone}");
}

#[test]
fn people_read_it_as_a_list() {
    // Spaces that never break, as between a number and its unit.
    let plain = |text: String| text.replace('\u{a0}', " ");
    let text = plain(diff(&new_version("new_version_text"), "").answer());
    for part in [
        "figures\n  ~ sales_2025  AWS sales in 2025\n      value: 128.7 → 130\n      alone: at(income, 2033): $132 billion → $133 billion\n",
        "assumptions\n  + slack  Slack\n      alone: none of these numbers moves\n",
        "      default: 6 → 7\n",
        "      cannot be put into the old version alone: model [built] value: nothing is called `slack`\n",
        "\nall together\n",
    ] {
        assert!(text.contains(part), "{part:?} is missing in\n{text}");
    }
    let one = plain(diff(&new_version("new_version_one"), "--of running:2030 --lang de").answer());
    assert!(one.contains("  + slack  Reserve\n") && one.contains("at(running, 2030): 39 GW → "), "{one}");
    assert_eq!(diff(&story(), "").answer(), "Nothing differs.\n");
}

#[test]
fn what_cannot_be_compared() {
    let called = sliderule("diff STORY");
    assert_eq!(
        (called.status, called.error.lines().next()),
        (2, Some("`diff` needs two folders, the old version first"))
    );
    assert_eq!(
        diff(&story(), "--of incme:2033").error.lines().next(),
        Some("there is no quantity `incme`; did you mean `income`?")
    );
    assert_eq!(diff(Path::new("nowhere"), "").status, 1);
    assert_eq!(diff(&story(), "--lang xx").status, 2);
}
