//! `solve`, `compare` and paths, as a person would call them.

use crate::program::{fresh, sliderule, story, with};
use serde_json::Value;
use std::path::PathBuf;

fn json(arguments: &str) -> Value {
    serde_json::from_str(&sliderule(arguments).answer()).unwrap()
}

/// A scenario's file.
fn file(name: &str, arguments: &str) -> String {
    let path = fresh(name);
    std::fs::write(&path, sliderule(&format!("run STORY --format json {arguments}")).answer()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_solution_fed_back_hits_the_target() {
    let answers = json("solve STORY income:2033=150 --format json --set power=5");
    let answers = answers["answers"].as_array().unwrap();
    let mut fed = 0;
    for answer in answers {
        for reached in answer["reached"].as_array().unwrap() {
            let Some(value) = reached["value"].as_f64() else { continue };
            let id = answer["id"].as_str().unwrap();
            let run = json(&format!("run STORY --format json --set power=5 --set {id}={value}"));
            let income = run["quantities"]["income"][7].as_f64().unwrap();
            assert!((income - 150.0).abs() <= 150e-9, "{id}={value} gives {income}");
            fed += 1;
        }
    }
    assert!(answers.len() == 32 && fed >= 8, "{fed} of {}", answers.len());
}

#[test]
fn an_answer_in_words() {
    let text =
        sliderule("solve STORY income:2033=150 --for capex --for power --for it_life --for tax").answer();
    let text = text.replace('\u{a0}', " ");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 5);
    assert_eq!(
        lines[0],
        "AWS operating income 2033 is $132 billion. For $150 billion, all else equal, it takes:"
    );
    assert!(lines[1].contains("$234 billion (within what is plausible); or $292 billion (beyond"), "{text}");
    assert!(lines[2].contains("cannot: no nearer than $132 billion, at 4.4 GW – 20 GW"), "{text}");
    assert!(lines[3].contains("cannot: no nearer than $164 billion, at 6"), "{text}");
    assert!(lines[4].ends_with("does not bear on it"), "{text}");
    let german = sliderule("solve STORY payback=3 --for capex --lang de").answer();
    assert!(german.contains("ist dafür ohne Belang"), "{german}");
}

#[test]
fn a_gap_adds_up() {
    let (a, b) = (
        file("gap_a.json", "--set capex=2026:200,2028:250"),
        file("gap_b.json", "--set power=3 --set it_life=4"),
    );
    let gap = json(&format!("compare STORY {a} {b} --of income:2033 --format json"));
    let parts = gap["parts"].as_array().unwrap();
    let groups: Vec<&str> = parts.iter().map(|part| part["group"].as_str().unwrap()).collect();
    assert_eq!(groups, ["levers", "levers", "assumptions"]);
    assert_eq!(parts[0]["from"], serde_json::json!({ "2026": 200.0, "2028": 250.0 }));
    let sum: f64 = parts.iter().map(|part| part["share"].as_f64().unwrap()).sum();
    assert!((sum - (gap["to"].as_f64().unwrap() - gap["from"].as_f64().unwrap())).abs() < 1e-9);
    let run = json("run STORY --format json --set capex=2026:200,2028:250");
    assert_eq!(gap["from"], run["quantities"]["income"][7]);
    let text = sliderule(&format!("compare STORY {a} {b} --of income:2033")).answer();
    assert!(text.contains("Changed decisions") && text.contains("Changed beliefs"), "{text}");
}

#[test]
fn changed_figures_stand_apart() {
    let (a, b) =
        (file("figure_a.json", ""), file("figure_b.json", "--set power=5 --override sales_2025=130:test"));
    let gap = json(&format!("compare STORY {a} {b} --of sales:2030 --format json"));
    let parts = gap["parts"].as_array().unwrap();
    let shown: Vec<_> =
        parts.iter().map(|part| (part["id"].as_str().unwrap(), part["group"].as_str().unwrap())).collect();
    assert_eq!(shown, [("power", "levers"), ("sales_2025", "figures")]);
    assert!(parts[1]["share"].as_f64().unwrap() > 1.3);
}

/// The file of a past day brings its figures along.
#[test]
fn older_figures_are_changed_figures() {
    let (past, today) = (file("older_a.json", "--as-of 2025-06-01"), file("older_b.json", ""));
    let gap = json(&format!("compare STORY {past} {today} --of income:2033 --format json"));
    let figures = gap["parts"].as_array().unwrap().iter().filter(|part| part["group"] == "figures");
    let figures: Vec<_> = figures.map(|part| (part["id"].as_str().unwrap(), part["from"].as_f64())).collect();
    assert_eq!(figures, [("openai_aws_order", Some(0.0)), ("openai_aws_addition", Some(0.0))]);
}

#[test]
fn many_differences_are_drawn_with_their_error() {
    let levers = "--set capex=220 --set power=4 --set trainium_share=0.7 --set office_jobs=20000 --set hires_avoided=0";
    let beliefs = "--set aws_share=0.8 --set cost_shell=8 --set cost_gpu=24 --set ai_share=0.6 --set yield_gpu=8 --set sold_share=0.8 --set electricity=60 --set load=0.6 --set it_life=4";
    let (a, b) = (file("many_a.json", ""), file("many_b.json", &format!("{levers} {beliefs}")));
    let gap = json(&format!("compare STORY {a} {b} --of free_cash_flow:2030 --format json"));
    let parts = gap["parts"].as_array().unwrap();
    let sum: f64 = parts.iter().map(|part| part["share"].as_f64().unwrap()).sum();
    assert!((sum - (gap["to"].as_f64().unwrap() - gap["from"].as_f64().unwrap())).abs() < 1e-9);
    assert_eq!((parts.len(), gap["orders_drawn"].as_u64()), (14, Some(800)));
    assert!(parts.iter().filter(|part| part["error"].as_f64().unwrap() > 0.0).count() > 8);
}

#[test]
fn a_preset_and_what_is_set_on_top() {
    let bust = json("run STORY --format json --preset ai_bust --set sold_share=0.7");
    assert_eq!(bust["scenario"]["capex"], serde_json::json!({ "2026": 200.0, "2028": 100.0 }));
    assert_eq!(bust["scenario"]["sold_share"], 0.7);
    assert_eq!(bust["quantities"]["aws_capex"][1], 112.5);
    let plan = json("run STORY --format json --preset amazon_plan");
    assert_eq!(
        (&plan["scenario"]["hires_avoided"], &plan["scenario"]["capex"]),
        (&0.0.into(), &200.0.into())
    );
}

#[test]
fn mistakes_are_named() {
    let refused = |arguments: &str, message: &str| {
        let called = sliderule(arguments);
        assert!(called.status == 2 && called.error.contains(message), "{arguments}: {}", called.error);
    };
    refused("solve STORY incme:2033=1", "there is no quantity `incme`; did you mean `income`?");
    refused("solve STORY income=1", "`income` varies by year; name one from 2026 to 2033");
    refused("solve STORY income:2040=1", "2040 is not projected");
    refused("solve STORY binding:2030=1", "`binding` is a choice and not a number");
    refused("solve STORY income:2033", "`income:2033` is no goal: write one like income:2033=150");
    refused("solve STORY", "is no goal");
    refused("solve STORY income:2033=1 --for capx", "did you mean `capex`?");
    refused("run STORY --set capex=2028:1,2027:2", "2027 does not come after the year before it");
    refused("run STORY --set capex=2026:200,2028:500", "capex = 500 lies outside its range, 0 to 400 B$/yr");
    refused("run STORY --set it_life=2026:4,2028:5", "it_life takes one value for all years");
    refused("run STORY --set capex=2026:200,2028", "write a path like 2026:200,2028:250");
    refused("run STORY --preset ai_bost", "there is no preset `ai_bost`; did you mean `ai_bust`?");
    refused("compare STORY", "--of is missing");
    refused("compare STORY --of income:2033", "`compare` needs two files");
    let whole = file("whole.json", "");
    for (name, text, message) in [
        (
            "unknown.json",
            r#"{"scenario": {"capx": 1}}"#,
            "nothing that can be set is called `capx`; did you mean `capex`?",
        ),
        ("range.json", r#"{"scenario": {"power": 21}}"#, "power = 21 lies outside its range, 0 to 20 GW/yr"),
        ("none.json", "{}", "no entry `scenario`"),
        ("text.json", r#"{"scenario": {"power": "3"}}"#, "`power`: a number belongs here"),
        ("empty.json", r#"{"scenario": {"power": {}}}"#, "`power`: a path needs one point at least"),
        ("broken.json", "{", "broken.json: EOF"),
    ] {
        let path = fresh(name);
        std::fs::write(&path, text).unwrap();
        refused(&format!("compare STORY {whole} {} --of income:2033", path.to_str().unwrap()), message);
    }
    let absent = ["compare", "STORY", &whole, "nowhere.json", "--of", "income:2033"];
    let called = with(absent.map(|word| if word == "STORY" { story() } else { PathBuf::from(word) }));
    assert!(called.status == 2 && called.error.starts_with("nowhere.json: "), "{}", called.error);
}
