//! Equations, claims, dots, sentences: names, units, circles.

use crate::broken::Broken;

const COST: &str = "\"cost_shell + cost_it\"";

/// The real story with another equation for the cost of a gigawatt.
fn cost(name: &str, equation: &str) -> Broken {
    Broken::new(name).replace("model.toml", COST, &format!("\"{equation}\""))
}

#[test]
fn an_unknown_name() {
    let broken = cost("unknown-name", "cost_shell + cost_itt");
    let found = broken.only().stands_in("model.toml", "cost_per_gw", "value").at("cost_itt");
    found.says(&["nothing is called `cost_itt`", "did you mean `cost_it`?"]);
}

#[test]
fn an_unknown_function() {
    let broken = cost("unknown-function", "maxx(cost_shell, 0) + cost_it");
    let found = broken.only().stands_in("model.toml", "cost_per_gw", "value").at("maxx");
    found.says(&["`maxx`", "did you mean `max`?"]);
}

#[test]
fn an_equation_that_cannot_be_read() {
    let broken = cost("unreadable", "cost_shell + (cost_it");
    broken.only().stands_in("model.toml", "cost_per_gw", "value").says(&["`)`"]);
}

#[test]
fn units_that_do_not_match() {
    let broken = cost("unlike", "cost_shell + load");
    let found = broken.only().stands_in("model.toml", "cost_per_gw", "value").at("load");
    found.says(&["B$/GW", "only like can be added to like"]);
}

#[test]
fn an_equation_in_another_unit() {
    let broken = cost("wrong-unit", "cost_shell * cost_it");
    let found = broken.only().stands_in("model.toml", "cost_per_gw", "value").at("cost_shell");
    found.says(&["B$/GW belongs here"]);
}

#[test]
fn a_number_without_its_unit() {
    let broken = cost("bare-number", "cost_shell + cost_it + 3");
    broken.only().stands_in("model.toml", "cost_per_gw", "value").at("3").says(&["B$/GW"]);
}

#[test]
fn a_circle_within_a_year() {
    let broken = Broken::new("circle").within(
        "model.toml",
        "sales",
        "value = \"sales_2025 + ",
        "value = \"sales_2025 + 0 * income + ",
    );
    let found = broken.only().stands_in("model.toml", "income", "value");
    found.says(&["a circle within one year", "income → sales", "prev("]);
}

/// A quantity that needs itself is a circle of one.
#[test]
fn a_quantity_that_needs_itself() {
    let broken = cost("itself", "cost_shell + cost_it + 0 * cost_per_gw");
    broken.only().stands_in("model.toml", "cost_per_gw", "value").at("cost_per_gw").says(&["circle"]);
}

#[test]
fn last_year_s_value_is_no_circle() {
    let broken = Broken::new("no-circle").within(
        "model.toml",
        "sales",
        "value = \"sales_2025 + ",
        "value = \"sales_2025 + 0 * prev(income, income_2025) + ",
    );
    assert_eq!(broken.problems(), []);
}

#[test]
fn a_choice_that_is_none() {
    let broken = Broken::new("choice").within("model.toml", "binding", "'power'", "'grid'");
    let found = broken.only().stands_in("model.toml", "binding", "value").at("'grid'");
    found.says(&["`grid`", "money, power"]);
}

#[test]
fn a_claim_in_another_unit() {
    let broken = Broken::new("claim-unit").replace(
        "levers.toml",
        "\"aws_gw_added_ttm_q3_2025 / 1 [yr]\"",
        "\"aws_gw_added_ttm_q3_2025\"",
    );
    broken.only().stands_in("levers.toml", "power", "claims.0.at").says(&["GW/yr belongs here"]);
}

#[test]
fn a_layer_of_an_unknown_quantity() {
    let broken = Broken::new("layer").replace(
        "views.toml",
        "quantity = \"free_cash_flow\"",
        "quantity = \"free_cash_flw\"",
    );
    let found = broken.only().stands_in("views.toml", "cash", "layers.0.quantity");
    found.says(&["did you mean `free_cash_flow`?"]);
}

#[test]
fn a_layer_in_another_unit() {
    let broken = Broken::new("layer-unit").replace(
        "views.toml",
        "quantity = \"free_cash_flow\"",
        "quantity = \"running\"",
    );
    broken.only().stands_in("views.toml", "cash", "layers.0.quantity").says(&["GW", "B$/yr"]);
}

const SENTENCE: &str = "\n[[probe]]\ntext = { en = \"EN.\", de = \"Nichts.\" }\n";

fn sentence(name: &str, english: &str) -> Broken {
    Broken::new(name).append("verdict.toml", &SENTENCE.replace("EN.", english))
}

#[test]
fn a_sentence_with_an_unknown_name() {
    let broken = sentence("sentence-name", "It runs {at(runing, 2033)}.");
    let found = broken.only().stands_in("verdict.toml", "probe", "0.text.en").at("runing");
    found.says(&["did you mean `running`?"]);
}

#[test]
fn a_sentence_about_all_years_at_once() {
    let broken = sentence("sentence-year", "It runs {running}.");
    broken.only().stands_in("verdict.toml", "probe", "0.text.en").says(&["varies by year", "at("]);
}

#[test]
fn a_sentence_about_a_year_that_is_not_projected() {
    let broken = sentence("sentence-beyond", "It runs {at(running, 2034)}.");
    broken.only().stands_in("verdict.toml", "probe", "0.text.en").says(&["2034", "2026 to 2033"]);
}

#[test]
fn a_sentence_whose_brace_is_not_closed() {
    let broken = sentence("sentence-brace", "It runs {at(running, 2033).");
    broken.only().stands_in("verdict.toml", "probe", "0.text.en").says(&["not closed"]);
}

#[test]
fn a_number_that_no_words_are_for() {
    let broken = sentence("sentence-unit", "It runs {at(running, 2033) * at(running, 2033)}.");
    broken.only().stands_in("verdict.toml", "probe", "0.text.en").says(&["GW^2", "units.toml"]);
}

#[test]
fn a_condition_that_is_none() {
    let broken = Broken::new("condition").append(
        "verdict.toml",
        "[[probe]]\nwhen = \"capex\"\ntext = { en = \"A.\", de = \"A.\" }\n[[probe]]\ntext = { en = \"B.\", de = \"B.\" }",
    );
    broken.only().stands_in("verdict.toml", "probe", "0.when").says(&["a condition"]);
}

#[test]
fn a_backtest_of_an_unknown_quantity() {
    let broken = Broken::new("backtest").within(
        "backtests.toml",
        "y2025",
        "quantity = \"income\"",
        "quantity = \"incme\"",
    );
    broken
        .only()
        .stands_in("backtests.toml", "y2025", "compare.1.quantity")
        .says(&["did you mean `income`?"]);
}

#[test]
fn a_lag_over_an_unknown_series() {
    let broken = Broken::new("lag").within("model.toml", "replacement_need", "it_history", "it_hstory");
    let found = broken.problems();
    let place = |at: usize| (found[at].block.as_str(), found[at].key.as_str());
    assert!(found.iter().any(|problem| problem.message.contains("did you mean `it_history`?")), "{found:#?}");
    assert_eq!(place(0), ("replacement_need", "value"));
}

/// What depends on a broken equation is not itself broken.
#[test]
fn one_mistake_is_named_once() {
    let broken = Broken::new("once").within("model.toml", "built", "aws_capex - ", "aws_capx - ");
    broken
        .only()
        .stands_in("model.toml", "built", "value")
        .at("aws_capx")
        .says(&["did you mean `aws_capex`?"]);
}
