//! `export --to python`: a script that gives the same numbers.

use crate::program::{Called, fresh, sliderule, stories, story, with};
use crate::scenarios::{Chance, EVERYTHING, real, story_with};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What the script of a call prints with `arguments`.
fn script(name: &str, story: &Path, options: &str, arguments: &[&str]) -> String {
    let file = fresh(name);
    let call = format!("--to python {options} -o");
    let words = call.split_whitespace().map(PathBuf::from);
    let called =
        with([PathBuf::from("export"), story.to_owned()].into_iter().chain(words).chain([file.clone()]));
    assert_eq!(called.answer(), "");
    // Without a site's own packages, which it shall not need.
    let run = Command::new("python3").arg("-I").arg(&file).args(arguments).output().unwrap();
    let error = String::from_utf8(run.stderr).unwrap();
    assert!(run.status.success() && error.is_empty(), "{name} {options}: {error}");
    String::from_utf8(run.stdout).unwrap()
}

fn answer(story: &Path, options: &str) -> Called {
    let words = options.split_whitespace().map(PathBuf::from);
    with(["run".into(), story.to_owned(), "--format".into(), "json".into()].into_iter().chain(words))
}

/// The same shape, the same words, numbers equal to a billionth.
fn assert_same(place: &str, found: &Value, expected: &Value) {
    match (found, expected) {
        (Value::Object(a), Value::Object(b)) => {
            let keys = |map: &serde_json::Map<String, Value>| map.keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(a), keys(b), "{place}");
            a.iter().for_each(|(key, value)| assert_same(&format!("{place}.{key}"), value, &b[key]));
        }
        (Value::Array(a), Value::Array(b)) => {
            assert_eq!(a.len(), b.len(), "{place}");
            a.iter().zip(b).enumerate().for_each(|(at, (a, b))| assert_same(&format!("{place}[{at}]"), a, b));
        }
        (Value::Number(_), Value::Number(_)) => {
            let [a, b] = [found, expected].map(|value| value.as_f64().unwrap());
            assert!((a - b).abs() <= 1e-9 * b.abs().max(1e-3), "{place}: {a} instead of {b}");
        }
        _ => assert_eq!(found, expected, "{place}"),
    }
}

fn compare(name: &str, story: &Path, options: &str) {
    let found = serde_json::from_str(&script(name, story, options, &["--json"])).unwrap();
    let expected = serde_json::from_str(&answer(story, options).answer()).unwrap();
    assert_same(options, &found, &expected);
}

#[test]
fn twenty_scenarios_by_chance_give_the_engine_s_numbers() {
    let (_, model) = real();
    let mut chance = Chance::new(8);
    for round in 0..20 {
        let mut options = chance.options(&model);
        if round % 4 == 0 {
            options +=
                &format!(" --set capex=2026:{},2029:{}", chance.within([0.0, 400.0], false), 90 + round);
            options += " --set trainium_share=2027:0.1,2028:0.9,2033:0";
        }
        if round % 4 == 1 {
            options += &format!(" --override sales_2025={}:restated", chance.within([100.0, 200.0], false));
        }
        if round % 4 == 2 {
            options += " --as-of 2025-11-03";
        }
        compare("by_chance.py", &story(), &options);
    }
}

#[test]
fn every_scenario_that_a_story_names_gives_the_engine_s_numbers() {
    for story in stories() {
        compare("default.py", &story, "");
        for preset in author::read(&story).unwrap().presets.names() {
            compare("preset.py", &story, &format!("--preset {preset}"));
        }
    }
    compare("link.py", &story(), "--link #power=3&capex=2026:200,2028:250&figure.sales_2025=130");
}

#[test]
fn a_story_that_uses_everything_gives_the_engine_s_numbers() {
    let odd = story_with("everything", "model", EVERYTHING);
    for options in ["", "--set it_life=3 --set openai_years=4.5", "--set capex=2026:200,2028:250 --lang de"] {
        compare("everything.py", &odd, options);
    }
}

#[test]
fn the_table_has_a_row_a_quantity_and_the_script_says_where_its_values_are_from() {
    let table = script("table.py", &story(), "--set power=3", &[]);
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 35);
    assert!(rows[0].trim_start().starts_with("2026 "), "{table}");
    let text = sliderule("export STORY --set power=3 --override sales_2025=130:restated").answer();
    for part in [
        "\npower = 3.0\n",
        "# Connectable power [GW/yr]: low 3.0, default 6.0, high 9.0 (0.0 – 20.0)\n",
        "\nsales_2025 = 130.0\n",
        "# Overridden: restated (128.7)\n",
        "# Source: ",
        "\n# = sales - depreciation - electricity_cost - other_costs\n@remembered\ndef income(year):\n    return sales(year) - depreciation(year)",
    ] {
        assert!(text.contains(part), "{part:?} is missing");
    }
    assert!(sliderule("export STORY --lang de").answer().contains("# Investitionen [B$/yr]: niedrig 100.0"));
}

#[test]
fn what_is_no_target() {
    let called = sliderule("export STORY --to pyton");
    assert_eq!((called.status, called.out.as_str()), (2, ""));
    assert!(
        called.error.starts_with("there is no target `pyton`; did you mean `python`?"),
        "{}",
        called.error
    );
}
