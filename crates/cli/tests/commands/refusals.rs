//! Wrong calls and wrong values: what is wrong, what would fit, the exit status, and nothing written.

use crate::program::{fresh, sliderule, story, with};
use std::path::{Path, PathBuf};

/// The call fails with `status` and says all of `words`, on the error stream alone.
fn refused(arguments: &str, status: i32, words: &[&str]) {
    let called = sliderule(arguments);
    assert_eq!((called.status, called.out.as_str()), (status, ""), "{arguments}: {}", called.error);
    for word in words {
        assert!(called.error.contains(word), "{arguments}: {:?} misses {word:?}", called.error);
    }
}

#[test]
fn an_unknown_name_with_the_nearest_one() {
    refused("run STORY --set capx=250", 2, &["`capx`", "did you mean `capex`?"]);
    refused("run STORY --set trainum_share=0.5", 2, &["did you mean `trainium_share`?"]);
    refused("run STORY --set kw_trainum=1", 2, &["did you mean `kw_trainium`?"]);
    // Figures are facts: they cannot be set.
    refused("run STORY --set sales_2025=1", 2, &["sales_2025"]);
    refused("render STORY --view powr", 2, &["`powr`", "did you mean `power`?", "openai"]);
}

#[test]
fn a_value_outside_its_range_with_the_range() {
    refused("run STORY --set capex=401", 2, &["capex = 401", "0 to 400", "B$/yr"]);
    refused("run STORY --set power=-1", 2, &["power = -1", "0 to 20", "GW/yr"]);
    refused("run STORY --set sold_share=1.1", 2, &["0 to 1"]);
    refused("run STORY --set cost_shell=40", 2, &["0.5 to 36"]);
    refused("run STORY --set it_life=2", 2, &["3 to 6"]);
    refused("run STORY --set it_life=4.5", 2, &["whole number", "3 to 6"]);
}

#[test]
fn draws_and_ranges_that_make_no_sense() {
    refused("run STORY --draws 100", 2, &["--draws 100", "power of two"]);
    refused("run STORY --draws 8192 --range cost_gp=1:2", 2, &["did you mean `cost_gpu`?"]);
    refused("run STORY --draws 8192 --range capex=1:2", 2, &["`capex`"]);
    refused("run STORY --draws 8192 --range cost_gpu=1:2", 2, &["cost_gpu = 1", "1.8 to 105"]);
    refused("run STORY --draws 8192 --range cost_gpu=30:20", 2, &["cost_gpu = 20", "30 to 105"]);
    refused("run STORY --draws 8192 --range cost_gpu=30", 2, &["cost_gpu=18:40"]);
    refused("run STORY --seed 1", 2, &["--draws"]);
    refused("run STORY --rank incme:2033", 2, &["did you mean `income`?"]);
    refused("run STORY --rank income:2040", 2, &["2026 to 2033"]);
    refused("run STORY --rank income:now", 2, &["income:2033"]);
}

#[test]
fn the_ends_of_a_range_can_be_set() {
    for set in ["capex=0", "capex=400", "power=20", "it_life=3", "sold_share=1", "opening_power=42"] {
        sliderule(&format!("run STORY --format json --set {set}")).answer();
    }
}

#[test]
fn what_is_no_number() {
    for value in ["capex", "capex=", "capex=many", "capex=NaN", "capex=inf", "capex=1e999", "=3"] {
        refused(&format!("run STORY --set {value}"), 2, &[value]);
    }
}

#[test]
fn a_wrong_call() {
    refused("", 2, &["--help"]);
    refused("rnu STORY", 2, &["did you mean `run`?", "--help"]);
    refused("run", 2, &["story"]);
    refused("run STORY extra", 2, &["extra"]);
    refused("run STORY --fromat json", 2, &["--fromat"]);
    refused("run STORY --format jsn", 2, &["did you mean `json`?", "csv"]);
    refused("run STORY --lang fr", 2, &["`fr`", "en, de"]);
    refused("run STORY --set", 2, &["--set"]);
    refused("render STORY -o file.svg", 2, &["--view", "power"]);
    refused("render STORY --view power --theme blue", 2, &["light and dark"]);
    refused("render STORY --view power --size 3x3", 2, &["280x120"]);
}

#[test]
fn nothing_is_written() {
    let calls = [
        "run STORY --set capex=401",
        "run STORY --set capx=1",
        "run STORY --format jsn",
        "run STORY --lang fr",
        "render STORY --view power --set power=21",
        "render STORY --view powr",
        "render NOWHERE --view power",
    ];
    for (at, call) in calls.into_iter().enumerate() {
        let path = fresh(&format!("refused-{at}"));
        let words = call.split(' ').map(|word| if word == "STORY" { story() } else { word.into() });
        let called = with(words.chain(["-o".into(), path.clone()]));
        assert_ne!(called.status, 0, "{call}");
        assert!(!path.exists(), "{call} wrote a file");
    }
}

#[test]
fn a_file_that_was_there_stays_as_it_was() {
    let path = fresh("kept");
    std::fs::write(&path, "kept").unwrap();
    let words: Vec<PathBuf> =
        vec!["run".into(), story(), "--set".into(), "capex=401".into(), "-o".into(), path.clone()];
    assert_eq!(with(words).status, 2);
    assert_eq!(std::fs::read_to_string(path).unwrap(), "kept");
}

#[test]
fn a_file_that_cannot_be_written() {
    let nowhere = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no such folder/answer");
    let called = with(["run".into(), story(), "-o".into(), nowhere.clone()]);
    assert_eq!((called.status, called.out.as_str()), (1, ""));
    assert!(called.error.contains("no such folder"), "{}", called.error);
}

#[test]
fn mistakes_in_the_story() {
    // A folder that is no story misses every file, and each is named.
    for command in ["check", "run"] {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("empty story of {command}"));
        std::fs::create_dir_all(&folder).unwrap();
        let called = with([command.into(), folder]);
        assert_eq!((called.status, called.out.as_str()), (1, ""));
        for file in ["model.toml", "levers.toml", "figures", "mistakes"] {
            assert!(called.error.contains(file), "{}", called.error);
        }
    }
}
