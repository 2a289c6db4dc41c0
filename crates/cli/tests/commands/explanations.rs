//! `explain`: a number opened down to what it rests on, for people and for scripts.

use crate::program::{fresh, sliderule, story, with};
use serde_json::Value;
use std::collections::BTreeSet;

fn json(options: &str) -> Value {
    serde_json::from_str(&sliderule(&format!("explain STORY {options} --format json")).answer()).unwrap()
}

fn refused(options: &str, words: &[&str]) {
    let called = sliderule(&format!("explain STORY {options}"));
    assert_eq!((called.status, called.out.as_str()), (2, ""), "{options}: {}", called.error);
    for word in words {
        assert!(called.error.contains(word), "{options}: {:?} misses {word:?}", called.error);
    }
}

#[test]
fn a_tree_for_people() {
    let text = sliderule("explain STORY income --year 2033 --set power=3").answer();
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines[..7],
        [
            "AWS operating income (income 2033): $75\u{a0}billion",
            "  = sales - depreciation - electricity_cost - other_costs",
            "  = 340.083 - 140.111 - 14.7332 - 110.204",
            "  = 75.0354 B$/yr",
            "    sales 2033 = 340.083 B$/yr · computed · AWS sales",
            "      = sales_2025 + yield_per_gw * (mean_running - mean_running_2025) - yield_kept",
            "      = 128.7 + 8.64554 * (34.5 - 10.05) - 0",
        ]
    );
    for part in ["sales_2025 = 128.7 B$/yr · figure", "2026-02-05", "it_life = 5 yr · assumption"] {
        assert!(text.contains(part), "{text}");
    }
    // Two levels of equations; what is opened under one operand is not opened again under another.
    assert!(!lines.iter().any(|line| line.starts_with("         ")), "{text}");
    assert!(text.contains("AWS sales · opened elsewhere in this tree"), "{text}");
}

#[test]
fn another_language_and_depth() {
    let text = sliderule("explain STORY depreciation --year 2027 --lang de --depth 1").answer();
    assert!(text.starts_with("AWS-Abschreibungen (depreciation 2027): "), "{text}");
    assert!(text.contains("7,26069 / 5 * 1 + 15,15 * 7,29103 / 5 * 0,5)"), "{text}");
    assert!(text.contains("it_life = 5 yr · Annahme"), "{text}");
    assert!(!text.contains("computed") && !text.contains("0.5"), "{text}");
    let binds = sliderule("explain STORY binding --year 2030 --set power=1 --lang de").answer();
    assert!(binds.starts_with("Was begrenzt (binding 2030): Strom\n"), "{binds}");
}

#[test]
fn absent_is_said() {
    let text = sliderule("explain STORY saving_days --year 2030 --set capex=0").answer();
    assert!(text.lines().next().unwrap().ends_with(": absent"), "{text}");
    assert!(text.contains("capex = 0 B$/yr · lever") && text.contains("does not count here"), "{text}");
    let answer = json("saving_days --year 2030 --set capex=0");
    assert!(answer["value"].is_null(), "{answer}");
}

#[test]
fn a_tree_for_scripts() {
    let answer = json("income --year 2033 --set power=3");
    let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["quantity", "year", "unit", "value", "equation", "filled", "operands"]);
    let run = sliderule("run STORY --set power=3 --format json").answer();
    let run: Value = serde_json::from_str(&run).unwrap();
    assert_eq!(answer["value"], run["quantities"]["income"][7]);
    let operands = answer["operands"].as_array().unwrap();
    let of = |id: &str| operands.iter().find(|operand| operand["id"] == id).unwrap();
    assert_eq!(of("sales")["value"], run["quantities"]["sales"][7]);
    assert_eq!((of("sales")["kind"].as_str(), of("sales")["year"].as_i64()), (Some("computed"), Some(2033)));
    let opened = &of("sales")["explanation"];
    assert_eq!((&opened["value"], &opened["quantity"]), (&of("sales")["value"], &of("sales")["id"]));
    assert!(
        opened["operands"].as_array().unwrap().iter().all(|operand| operand.get("explanation").is_none())
    );
    // A choice goes by its name, as in `run`.
    assert_eq!(json("binding --year 2030 --set power=1")["value"], "power");
}

#[test]
fn to_any_depth_each_value_is_opened_once() {
    fn visit(of: &Value, opened: &mut BTreeSet<String>, named: &mut BTreeSet<String>) {
        let new = opened.insert(format!("{} {}", of["quantity"], of["year"]));
        assert!(new, "{} {} twice", of["quantity"], of["year"]);
        for operand in of["operands"].as_array().unwrap() {
            if operand["kind"] == "computed" {
                named.insert(format!("{} {}", operand["id"], operand["year"]));
            }
            if let Some(explanation) = operand.get("explanation") {
                assert_eq!(explanation["value"], operand["value"]);
                visit(explanation, opened, named);
            }
        }
    }
    let (mut opened, mut named) = (BTreeSet::new(), BTreeSet::from(["\"income\" 2033".to_owned()]));
    visit(&json("income --year 2033 --depth 200"), &mut opened, &mut named);
    assert_eq!(opened, named);
    assert!(opened.len() > 60, "{}", opened.len());
    let text = sliderule("explain STORY income --year 2033 --depth 200").answer();
    // Down to figures of years long past.
    assert!(text.contains("it_2021 2021") && text.contains("running 2026"), "{text}");
}

#[test]
fn a_single_value_needs_no_year() {
    assert_eq!(json("cost_it")["value"], json("cost_it --year 2030")["value"]);
    assert!(json("cost_it")["year"].is_null());
}

#[test]
fn a_tree_can_go_into_a_file() {
    let path = fresh("tree.txt");
    let words = ["explain", "STORY", "cost_it", "-o"];
    let mut words: Vec<_> = words.iter().map(|w| if *w == "STORY" { story() } else { w.into() }).collect();
    words.push(path.clone());
    assert_eq!(with(words).answer(), "");
    assert_eq!(std::fs::read_to_string(path).unwrap(), sliderule("explain STORY cost_it").answer());
}

#[test]
fn wrong_calls() {
    refused("", &["needs a quantity", "--help"]);
    refused("incme --year 2033", &["`incme`", "did you mean `income`?"]);
    refused("income", &["varies by year", "2026 to 2033"]);
    refused("income --year 2040", &["2040", "2026 to 2033"]);
    refused("cost_it --year 2040", &["2040", "2026 to 2033"]);
    refused("income --year soon", &["--year 2033"]);
    refused("income --year 2033 --depth 0", &["--depth 0", "1 opens"]);
    refused("income --year 2033 --depth -1", &["--depth"]);
    refused("income --year 2033 --format csv", &["`csv`", "text and json"]);
    refused("income --year 2033 --lang fr", &["`fr`", "en, de"]);
    refused("income --year 2033 --set capx=1", &["did you mean `capex`?"]);
    refused("income extra", &["extra"]);
}
