//! `--as-of` and `--override`: other facts than today's.

use crate::program::sliderule;
use serde_json::{Value, json};

fn run(options: &str) -> Value {
    serde_json::from_str(&sliderule(&format!("run STORY --format json {options}")).answer()).unwrap()
}

#[test]
fn a_date_sets_the_levers_that_are_not_set_by_hand() {
    let answer = run("--as-of 2025-11-03 --set power=5");
    let levers = ["capex", "power", "office_jobs"].map(|id| answer["scenario"][id].clone());
    assert_eq!(levers, [json!(128.0), json!(5.0), json!(14_000.0)]);
}

#[test]
fn an_override_says_what_it_affects() {
    let answer = run("--override income_2025=46.6:restated");
    let [figure] = answer["overrides"].as_array().unwrap().as_slice() else { panic!("{answer}") };
    assert_eq!(figure["figure"], "income_2025");
    assert_eq!(figure["reason"], "restated");
    let affects = figure["affects"].as_array().unwrap();
    assert!(affects.contains(&json!("income")) && !affects.contains(&json!("running")));
    let income = |answer: &Value| answer["quantities"]["income"][7].as_f64().unwrap();
    assert!((income(&answer) - income(&run("")) - 1.0).abs() < 1e-9);
}

#[test]
fn an_override_stands_above_the_table_and_in_the_explanation() {
    let table = sliderule("run STORY --override sales_2025=130:printed").answer();
    assert!(table.contains("\nOverridden: AWS sales in 2025, 130 (printed)\n"), "{table}");
    let tree = sliderule("explain STORY sales --year 2033 --override sales_2025=130").answer();
    assert!(tree.contains("130"), "{tree}");
}

#[test]
fn what_is_refused() {
    for (options, words) in [
        ("--override sales_2025", "write it like --override sales_2025=130"),
        ("--override sales_205=1", "did you mean `sales_2025`?"),
        ("--override capex_2026=1", "feeds no equation"),
        ("--as-of 2025-11", "write it like --as-of 2025-11-03"),
    ] {
        let called = sliderule(&format!("run STORY {options}"));
        assert_eq!((called.status, called.out.as_str()), (2, ""));
        assert!(called.error.contains(words), "{options}: {}", called.error);
    }
}
