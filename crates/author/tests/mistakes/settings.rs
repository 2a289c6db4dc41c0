//! Levers, assumptions and series: ranges, steps, names.

use crate::broken::Broken;

#[test]
fn a_default_outside_its_range() {
    let broken = Broken::new("default").within("levers.toml", "capex", "default = 200", "default = 500");
    let found = broken.only().stands_in("levers.toml", "capex", "default").at("500");
    found.says(&["500 lies outside the range 0 to 400"]);
}

#[test]
fn a_central_value_outside_its_range() {
    let broken =
        Broken::new("central").within("assumptions.toml", "cost_gpu", "central = 21", "central = 36");
    let found = broken.only().stands_in("assumptions.toml", "cost_gpu", "central").at("36");
    found.says(&["36 lies outside the range 18 to 35"]);
}

#[test]
fn a_low_end_that_cannot_be_set() {
    let broken = Broken::new("low").within("assumptions.toml", "sold_share", "high = 1", "high = 1.2");
    broken.only().stands_in("assumptions.toml", "sold_share", "high").says(&["1.2", "0 to 1"]);
}

#[test]
fn no_number_at_all() {
    let broken = Broken::new("nan").within("levers.toml", "capex", "default = 200", "default = nan");
    broken.only().stands_in("levers.toml", "capex", "").at("nan").says(&["NaN is no number", "15 digits"]);
}

#[test]
fn a_claim_outside_the_range() {
    let broken = Broken::new("claim").replace(
        "levers.toml",
        "\"capex_2026 / 1e9 [USD/B$] / 1 [yr]\"",
        "\"capex_2026 / 1e8 [USD/B$] / 1 [yr]\"",
    );
    broken.only().stands_in("levers.toml", "capex", "claims.0.at").says(&["2000", "0 to 400"]);
}

#[test]
fn a_step_that_cannot_move() {
    let broken = Broken::new("step").within("levers.toml", "power", "step = 0.1", "step = 0");
    broken
        .only()
        .stands_in("levers.toml", "power", "step")
        .says(&["0 to 20".replace(" to ", " and ").as_str()]);
}

#[test]
fn a_lever_of_an_unknown_view() {
    let broken = Broken::new("view").within("levers.toml", "power", "view = \"power\"", "view = \"powr\"");
    broken
        .only()
        .stands_in("levers.toml", "power", "view")
        .says(&["no view `powr`", "did you mean `power`?"]);
}

#[test]
fn a_claim_of_an_unknown_figure() {
    let broken = Broken::new("claim-figure").within(
        "levers.toml",
        "capex",
        "figure = \"capex_2026\"",
        "figure = \"capex_206\"",
    );
    broken.only().stands_in("levers.toml", "capex", "claims.0.figure").says(&["did you mean `capex_2026`?"]);
}

#[test]
fn an_assumption_on_unknown_grounds() {
    let broken = Broken::new("grounds")
        .within("assumptions.toml", "cost_gpu", "\"bernstein\", ", "\"bernstien\", ")
        .within("assumptions.toml", "cost_gpu", "\"bernstein_gpu\"", "\"bernstein_gpus\"");
    let messages: Vec<String> = broken.problems().iter().map(ToString::to_string).collect();
    assert!(messages.iter().any(|text| text.contains("did you mean `bernstein_gpu`?")), "{messages:?}");
    assert!(messages.iter().any(|text| text.contains("did you mean `bernstein`?")), "{messages:?}");
}

#[test]
fn a_draw_without_its_ends() {
    let broken = Broken::new("draw").within("assumptions.toml", "electricity", "low = 50\n", "");
    broken.only().stands_in("assumptions.toml", "electricity", "draw").says(&["`low` and `high`"]);
}

#[test]
fn a_draw_that_does_not_fit_its_values() {
    let list = "[[3, 1], [4, 1], [5, 3], [6, 1]]";
    let cases = [
        ("whole", format!("{{ discrete = {list} }}"), "\"uniform\"", "whole numbers"),
        ("order", list.to_owned(), "[[4, 1], [3, 1], [5, 3]]", "rise"),
        ("lacks", list.to_owned(), "[[3, 1], [4, 1], [6, 1]]", "central value 5"),
    ];
    for (name, from, to, words) in cases {
        let broken = Broken::new(name).within("assumptions.toml", "it_life", &from, to);
        broken.only().stands_in("assumptions.toml", "it_life", "draw").says(&[words]);
    }
    let low = Broken::new("log").within("assumptions.toml", "sold_share", "low = 0.6", "low = 0");
    let low = low.within("assumptions.toml", "sold_share", "\"triangular\"", "\"lognormal\"");
    low.only().stands_in("assumptions.toml", "sold_share", "draw").says(&["above 0"]);
}

#[test]
fn a_draw_that_cannot_be_set() {
    let broken = Broken::new("weights").within("assumptions.toml", "it_life", "[6, 1]", "[6, 0], [7, 1]");
    let messages: Vec<String> = broken.problems().into_iter().map(|problem| problem.message).collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(messages.iter().any(|text| text.contains("7 lies outside the range 3 to 6")), "{messages:?}");
    assert!(messages.iter().any(|text| text.contains("above 0")), "{messages:?}");
}

#[test]
fn a_name_that_is_taken() {
    let broken = Broken::new("taken").append(
        "assumptions.toml",
        "[income]\nunit = \"share\"\ncentral = 0.5\nlabel = { en = \"A\", de = \"A\" }\nreason = { en = \"A\", de = \"A\" }",
    );
    broken.only().stands_in("assumptions.toml", "income", "").at("income").says(&["taken"]);
}

#[test]
fn a_series_of_mixed_units() {
    let broken = Broken::new("series").replace("series.toml", "\"it_2020\"", "\"sales_2022\"");
    let problems = broken.problems();
    let found = problems.iter().find(|problem| problem.block == "it_history").expect("a problem");
    assert_eq!(found.key, "years.1");
    assert!(found.message.contains("`sales_2022` is in B$/yr, but the series is in GW"), "{found}");
}

#[test]
fn a_year_twice_in_a_series() {
    let broken = Broken::new("series-year").replace("series.toml", "[2020, ", "[2019, ");
    broken.only().stands_in("series.toml", "it_history", "years.1").says(&["a second figure for 2019"]);
}

#[test]
fn a_unit_that_no_words_are_for() {
    let broken = Broken::new("unit").within("views.toml", "power", "unit = \"GW\"", "unit = \"GWh\"");
    let problems = broken.problems();
    let words = problems.iter().find(|problem| problem.key == "unit").expect("a problem");
    assert!(words.message.contains("`GWh` has no words in units.toml; did you mean `GW`?"), "{words}");
}

#[test]
fn a_colour_that_does_not_exist() {
    let broken =
        Broken::new("colour").within("views.toml", "power", "colour = \"running\"", "colour = \"runing\"");
    let found = broken.only().stands_in("views.toml", "power", "layers.1.colour").at("\"runing\"");
    found.says(&["no colour is called `runing`", "did you mean `running`?", "depreciation"]);
}
