//! `sliderule equations`: all of them, linked both ways, as text, MathML and JSON.

use crate::program::sliderule;
use serde_json::{Value, json};

#[test]
fn links_go_both_ways() {
    let list: Value = serde_json::from_str(&sliderule("equations STORY --format json").answer()).unwrap();
    let list = list.as_array().unwrap();
    let of = |id: &str| list.iter().find(|entry| entry["id"] == id).unwrap();
    assert_eq!(of("built")["uses"], json!(["aws_capex", "replacement", "cost_per_gw"]));
    assert_eq!(of("built")["unit"], "GW");
    for entry in list {
        for by in entry["used_by"].as_array().unwrap() {
            let uses = of(by.as_str().unwrap())["uses"].as_array().unwrap();
            assert!(uses.contains(&entry["id"]), "{by} uses {}", entry["id"]);
        }
    }
}

#[test]
fn mathml_in_the_language_that_is_asked_for() {
    let page = sliderule("equations STORY --format mathml --lang de").answer();
    assert!(page.contains("<msub><mi>In Betrieb</mi>") && page.contains("<mtext>\u{a0}sonst</mtext>"));
    for (open, close) in [("<mrow>", "</mrow>"), ("<mtd", "</mtd>"), ("<math ", "</math>")] {
        assert_eq!(page.matches(open).count(), page.matches(close).count(), "{open}");
    }
    assert_eq!(page.matches("<math ").count(), 52);
}

#[test]
fn text_is_the_language_of_the_story() {
    let text = sliderule("equations STORY").answer();
    let built = "Built\n  built [GW] = max(0, aws_capex - replacement) / cost_per_gw\n  uses: aws_capex, replacement, cost_per_gw\n  used by: ";
    assert!(text.contains(built), "{text}");
}
