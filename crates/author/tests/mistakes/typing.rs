//! Mistakes of the hand: what belongs into quotes, brackets and lists, and what runs backwards.

use crate::broken::Broken;
use std::fs;

#[test]
fn a_name_that_is_nearly_right() {
    let broken = Broken::new("near-field").within("assumptions.toml", "load", "central", "centrl");
    broken.only().at("centrl").says(&["unknown field `centrl`", "did you mean `central`?"]);
    let broken = Broken::new("near-variant").within(
        "figures/publications.toml",
        "openai_aws_order_term",
        "\"reported\"",
        "\"report\"",
    );
    broken.only().says(&["unknown variant `report`", "did you mean `reported`?"]);
}

#[test]
fn a_number_in_quotes() {
    let broken = Broken::new("quoted").within("levers.toml", "capex", "step = 1\n", "step = \"1\"\n");
    broken.only().at("\"1\"").says(&["string \"1\"", "expected a number"]);
}

#[test]
fn a_comma_for_a_point() {
    let broken = Broken::new("comma").within("levers.toml", "capex", "step = 1\n", "step = 0,5\n");
    broken.only().stands_in("levers.toml", "", "").at(",5").says(&["decimals have a point: 0.5"]);
}

#[test]
fn a_date_without_quotes() {
    let broken = Broken::new("bare-date").edit("changes.toml", |text| {
        let at = text.find("date = \"").unwrap() + 7;
        [&text[..at], &text[at..].replacen('"', "", 2)].concat()
    });
    broken.only().says(&["date", "in quotes"]);
}

#[test]
fn a_list_where_a_block_belongs() {
    let broken = Broken::new("list").replace("model.toml", "[binding]\n", "[[binding]]\n");
    broken.only().stands_in("model.toml", "binding", "").says(&["[[binding]] begins a list", "[binding]"]);
}

#[test]
fn a_block_where_a_list_belongs() {
    let broken = Broken::new("block").replace("model.toml", "[binding]\n", "[mean_running]\n");
    broken.only().stands_in("model.toml", "", "").says(&["duplicate", "`mean_running`", "unique"]);
    let broken =
        Broken::new("doubled").append("terms.toml", "[own.part]\nde = \"A\"\n[own.part]\nde = \"B\"");
    broken.only().stands_in("terms.toml", "", "").at("part").says(&["[[own.part]]"]);
}

#[test]
fn a_range_that_runs_backwards() {
    let broken = Broken::new("range").edit("levers.toml", |text| {
        let at = text.find("[capex]").unwrap();
        let (head, rest) = text.split_at(at);
        let start = rest.find("range = ").unwrap();
        let end = start + rest[start..].find('\n').unwrap();
        [head, &rest[..start], "range = [400, 0]", &rest[end..]].concat()
    });
    broken.only().stands_in("levers.toml", "capex", "range").says(&["400 to 0 runs backwards"]);
    let broken = Broken::new("low").within("levers.toml", "capex", "low = 100", "low = 390");
    broken.only().stands_in("levers.toml", "capex", "low").says(&["390", "lies above `high`"]);
    let broken = Broken::new("years").replace("story.toml", "last_year = 2033", "last_year = 2023");
    broken.only().stands_in("story.toml", "", "last_year").says(&["2023", "before `first_year`, 2026"]);
}

#[test]
fn a_file_in_another_encoding() {
    let broken = Broken::new("latin");
    let path = broken.folder().join("terms.toml");
    fs::write(&path, [&fs::read(&path).unwrap()[..], b"\n# b\xe4ckerei\n"].concat()).unwrap();
    let lines = fs::read(&path).unwrap().iter().filter(|byte| **byte == b'\n').count();
    let problems = broken.problems();
    let found: Vec<_> = problems.iter().map(|problem| (problem.line, problem.message.as_str())).collect();
    assert_eq!(found, [(lines, "no text in UTF-8 from this line on; save the file in UTF-8")]);
    // It is there, though nobody can read it.
    let broken = Broken::new("utf-16");
    fs::write(broken.folder().join("levers.toml"), [0xff, 0xfe, b'[', 0]).unwrap();
    assert_eq!(broken.problems().len(), 1, "{:?}", broken.problems());
}

#[test]
fn what_stands_beside() {
    let broken =
        Broken::new("beside").replace("model.toml", "\"replacement_share\"\n", "\"replacment_share\"\n");
    broken.only().stands_in("model.toml", "binding", "beside").says(&["did you mean `replacement_share`?"]);
    let broken =
        Broken::new("beside-what").within("model.toml", "energy_use", "label", "beside = \"sales\"\nlabel");
    broken.only().stands_in("model.toml", "energy_use", "beside").says(&["only a choice"]);
    let broken =
        Broken::new("beside-step").replace("model.toml", "\"replacement_share\"\n", "\"mean_running\"\n");
    broken.only().stands_in("model.toml", "binding", "beside").says(&["`mean_running` is intermediate"]);
}
