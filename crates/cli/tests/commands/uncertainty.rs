//! `run --draws` and `--rank`: bands and what matters most, in every format.

use crate::program::sliderule;
use serde_json::Value;

fn run(options: &str) -> Value {
    serde_json::from_str(&sliderule(&format!("run STORY --format json {options}")).answer()).unwrap()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

#[test]
fn bands_of_every_quantity() {
    let answer = run("--draws 8192");
    assert_eq!(
        (answer["draws"].as_u64(), &answer["seed"], answer["varying"].as_u64()),
        (Some(8_192), &Value::Null, Some(16))
    );
    let income = &answer["bands"]["income"];
    for (name, known) in [("p10", 37.0), ("p50", 98.0), ("p90", 157.0)] {
        assert!((number(&income[name][7]) - known).abs() < 0.5, "{name}: {}", income[name][7]);
    }
    assert!(number(&income["p25"][7]) < number(&income["p75"][7]));
    // One value where the quantity has one, and none for choices.
    assert!(answer["bands"]["cost_per_gw"]["p50"].is_number());
    assert!(answer["bands"].get("binding").is_none());
    let (bands, quantities) =
        (answer["bands"].as_object().unwrap(), answer["quantities"].as_object().unwrap());
    assert_eq!(bands.len(), quantities.len() - 1);
}

#[test]
fn the_same_call_gives_the_same_answer_and_another_seed_another() {
    assert_eq!(run("--draws 256 --seed 3"), run("--draws 256 --seed 3"));
    let median = |seed: u32| number(&run(&format!("--draws 256 --seed {seed}"))["bands"]["income"]["p50"][7]);
    assert_ne!(median(3).to_bits(), median(4).to_bits());
}

#[test]
fn a_range_moves_the_band_and_off_holds_it() {
    let width = |options: &str| {
        let answer = run(&format!("--draws 1024 {options}"));
        let sales = &answer["bands"]["sales"];
        (number(&sales["p90"][7]) - number(&sales["p10"][7]), answer["varying"].as_u64().unwrap())
    };
    let (before, _) = width("");
    assert!(width("--range sold_share=0.2:1").0 > before);
    let (held, varying) = width("--range sold_share=off --range ai_share=off");
    assert!(held < before && varying == 14);
}

#[test]
fn a_ranking() {
    let answer = run("--rank income:2033");
    assert_eq!(
        (&answer["ranking"]["quantity"], answer["ranking"]["year"].as_i64()),
        (&Value::from("income"), Some(2033))
    );
    let effects = answer["ranking"]["effects"].as_array().unwrap();
    assert_eq!(effects[0]["assumption"], "it_life");
    assert!(effects.iter().all(|effect| number(&effect["total"]) > number(&effect["first"]) - 0.02));
    assert!(number(&effects[0]["low"]) < number(&effects[0]["high"]));
    // The last year unless another is named.
    assert_eq!(run("--rank income")["ranking"], answer["ranking"]);
    assert_ne!(run("--rank income:2026")["ranking"], answer["ranking"]);
}

#[test]
fn tables_and_csv_have_them_too() {
    let table = sliderule("run STORY --draws 256 --rank income").answer();
    for words in ["  10 %", "  90 %", "AWS operating income, 2033", "Useful life of IT  "] {
        assert!(table.contains(words), "{words}");
    }
    let csv = sliderule("run STORY --draws 256 --format csv").answer();
    let line = csv.lines().find(|line| line.starts_with("income.p50,B$/yr,")).unwrap();
    assert_eq!(line.split(',').count(), 10);
}
