//! `run --format json`: the shape that scripts rely on, every bit of every number.

use crate::program::{sliderule, story};
use engine::{Model, Scenario, project};
use serde_json::Value;

fn run(options: &str) -> Value {
    serde_json::from_str(&sliderule(&format!("run STORY --format json {options}")).answer()).unwrap()
}

fn near(value: &Value, expected: f64, slack: f64) -> bool {
    value.as_f64().is_some_and(|value| (value - expected).abs() <= slack)
}

#[test]
fn three_entries() {
    let answer = run("");
    let keys: Vec<&String> = answer.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["scenario", "years", "quantities"]);
    let years: Vec<i64> = (2026..=2033).collect();
    assert_eq!(answer["years"], serde_json::json!(years));
}

#[test]
fn the_scenario_holds_all_that_can_be_set_and_nothing_else() {
    let answer = run("--set capex=250 --set it_life=4");
    let scenario = answer["scenario"].as_object().unwrap();
    assert_eq!(scenario.len(), 32);
    let set = ["capex", "power", "it_life", "trainium_share", "office_jobs", "load", "tax"];
    let values = set.map(|id| scenario[id].as_f64().unwrap());
    assert_eq!(values, [250.0, 6.0, 4.0, 0.5, 30_000.0, 0.65, 0.2]);
    assert!(!scenario.contains_key("sales_2025"));
}

#[test]
fn every_quantity_is_a_list_or_a_value() {
    let answer = run("");
    let quantities = answer["quantities"].as_object().unwrap();
    let ids = [
        "aws_capex",
        "cost_it",
        "cost_per_gw",
        "yield_per_gw",
        "replacement",
        "dark",
        "built",
        "switched_on",
        "running",
        "unpowered",
        "idle_capital",
        "sales",
        "depreciation",
        "electricity_cost",
        "other_costs",
        "income",
        "margin",
        "labour_saving",
        "saving_share",
        "saving_days",
        "office_saving_days",
        "free_cash_flow",
        "trainium_bought",
        "gpu_bought",
        "openai_pays_aws",
        "openai_backlog",
        "openai_revenue",
        "openai_cover",
        "payback",
        "programme_cash",
        "it_installed",
        "replacement_share",
        "binding",
        "energy_use",
    ];
    let single = ["aws_capex", "cost_it", "cost_per_gw", "yield_per_gw", "office_saving_days", "payback"];
    for id in ids {
        let value = &quantities[id];
        match single.contains(&id) {
            true => assert!(value.is_number(), "{id}: {value}"),
            false => assert_eq!(value.as_array().map(Vec::len), Some(8), "{id}"),
        }
    }
    let mut known: Vec<&str> = quantities.keys().map(String::as_str).collect();
    let mut wanted = ids.to_vec();
    known.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(known, wanted);
}

#[test]
fn units_are_those_of_the_model() {
    let answer = run("");
    let at = |id: &str, year: usize| &answer["quantities"][id][year];
    // Shares are shares, money is billions, energy terawatt-hours, chips millions.
    assert!(near(at("openai_cover", 1), 0.571, 0.001));
    assert!(near(at("energy_use", 4), 213.0, 0.5));
    assert!(near(at("trainium_bought", 0), 1.82, 0.005));
    assert!(near(at("replacement", 5), 110.0, 0.05));
    assert!(near(at("income", 7), 131.8, 0.05));
    assert!(near(&answer["quantities"]["payback"], 3.58, 0.1));
}

#[test]
fn binding_is_a_list_of_words() {
    let answer = run("");
    let words: Vec<&str> = answer["quantities"]["binding"]
        .as_array()
        .unwrap()
        .iter()
        .map(|word| word.as_str().unwrap())
        .collect();
    assert_eq!(words, ["power", "power", "money", "money", "money", "money", "money", "money"]);
}

#[test]
fn what_has_no_meaning_is_null() {
    let answer = run("--set capex=0");
    for id in ["saving_share", "saving_days", "replacement_share"] {
        assert_eq!(answer["quantities"][id], Value::Array(vec![Value::Null; 8]), "{id}");
    }
    assert_eq!(answer["quantities"]["office_saving_days"], Value::Null);
    let answer = run("--set ai_share=1 --set sold_share=0");
    assert_eq!(answer["quantities"]["payback"], Value::Null);
}

/// No digit is lost on the way: this output is what other implementations are compared with, bit by bit.
#[test]
fn every_number_comes_back_with_its_bits() {
    let story = author::read(&story()).unwrap();
    let model = Model::compile(&story).unwrap();
    for set in [&[][..], &[("power", 3.0)], &[("capex", 123.456_789), ("opening_power", 9.1), ("load", 0.7)]]
    {
        let mut scenario = Scenario::default_of(&model);
        let mut options = String::new();
        for (id, value) in set {
            scenario.set(&model, id, *value).unwrap();
            options += &format!(" --set {id}={value}");
        }
        let (projection, answer) = (project(&model, &scenario), run(&options));
        for (at, (id, quantity)) in story.model.iter().enumerate() {
            if quantity.intermediate || !quantity.choices.is_empty() {
                continue;
            }
            let found = &answer["quantities"][id];
            let found = found.as_array().cloned().unwrap_or_else(|| vec![found.clone()]);
            let bits = |value: Option<f64>| value.map(f64::to_bits);
            let found: Vec<_> = found.iter().map(|value| bits(value.as_f64())).collect();
            let expected: Vec<_> = projection.values(&model, at).into_iter().map(bits).collect();
            assert_eq!(found, expected, "{id} with{options}");
        }
    }
}

/// The last value wins, as it does in a shell's own assignments; negative zero is zero.
#[test]
fn the_last_value_wins() {
    let answer = run("--set capex=100 --set capex=-0");
    assert_eq!(answer["scenario"]["capex"].as_f64().map(f64::to_bits), Some(0));
}
