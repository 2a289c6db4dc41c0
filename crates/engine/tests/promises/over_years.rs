//! Levers that hold a path: level ones change no bit of version 1, and every year's decisions bear on what is new in it.

use crate::cases::{Dice, MODEL, STORY, Within};
use crate::explanations::all;
use engine::say::{Plain, Voice, plain_text, verdict};
use engine::{Model, Path, Projection, Scenario, SetError, Story, project};
use std::sync::LazyLock;

/// Compiled for paths of all levers.
static VARYING: LazyLock<Model> = LazyLock::new(|| {
    let levers: Vec<usize> = (0..STORY.levers.len()).collect();
    Model::over_years(&STORY, &levers).unwrap()
});

/// The equations of version 1 where version 1.1 has others.
const VERSION_1: [(&str, &str); 3] = [
    ("sales", "sales_2025 + yield_per_gw * (mean_running - mean_running_2025)"),
    (
        "severance_paid",
        "if(year == 2026 [yr], office_jobs * severance / office_jobs_cut_oct_2025 / 1 [yr], 0)",
    ),
    (
        "hires_avoided_before",
        "hires_avoided * (year - 1 [yr] - hires_avoided_start) / (automation_year_1 - hires_avoided_start)",
    ),
];

fn version_1() -> Story {
    let mut story = STORY.clone();
    for (id, equation) in VERSION_1 {
        let at = story.model.position(id).unwrap();
        story.model.0[at].1.value = equation.to_owned();
    }
    story
}

fn path(text: &str) -> Path {
    Path::read(text, &|text| text.parse().ok()).unwrap()
}

fn scenario(paths: &[(&str, &str)]) -> Scenario {
    let mut scenario = Scenario::default_of(&VARYING);
    for (id, text) in paths {
        scenario.set_path(&VARYING, VARYING.input(id).unwrap(), path(text)).unwrap();
    }
    scenario
}

fn values(projection: &Projection, id: &str) -> Vec<f64> {
    let at = VARYING.quantities.iter().position(|quantity| quantity.id == id).unwrap();
    (0..VARYING.years.len()).map(|year| projection.value(&VARYING, at, year).unwrap()).collect()
}

#[test]
fn a_level_path_is_version_1_to_the_bit() {
    let before = Model::compile(&version_1()).unwrap();
    let mut dice = Dice(1);
    for round in 0..300 {
        let within = if round % 2 == 0 { Within::Settable } else { Within::Believed };
        let held = dice.scenario(within);
        let expected = project(&before, &held);
        let (constant, varying) = (project(&MODEL, &held), project(&VARYING, &held.in_model(&VARYING)));
        for (at, quantity) in before.quantities.iter().enumerate() {
            let same = MODEL.quantities.iter().position(|found| found.id == quantity.id).unwrap();
            for year in 0..before.years.len() {
                let bits = |value: Option<f64>| value.map(f64::to_bits);
                let wanted = bits(expected.value(&before, at, year));
                assert_eq!(bits(constant.value(&MODEL, same, year)), wanted, "{} {year}", quantity.id);
                assert_eq!(bits(varying.value(&VARYING, same, year)), wanted, "{} {year}", quantity.id);
            }
        }
    }
}

/// Every year's net addition as a cohort of its own, which earns half in its first year and its own yield ever after.
#[test]
fn new_capacity_carries_its_own_yield() {
    let held = scenario(&[
        ("trainium_share", "2026:0.2,2030:0.9"),
        ("capex", "2026:150,2029:400"),
        ("power", "2027:4,2032:12"),
    ]);
    let projection = project(&VARYING, &held);
    let of = |id: &str| values(&projection, id);
    let [sales, yields, on, dark] = ["sales", "yield_per_gw", "switched_on", "dark"].map(of);
    assert!(yields[7] < yields[0] - 0.5 && dark.iter().any(|dark| *dark >= 0.0));
    let (opening, added) = (12.0, 3.9);
    let mean = (opening + opening - added) / 2.0;
    for (year, sales) in sales.iter().enumerate() {
        let mut expected = 128.7 + yields[0] * (opening - mean);
        for cohort in 0..=year {
            let share = if cohort == year { 0.5 } else { 1.0 };
            expected += yields[cohort] * (on[cohort] - dark[cohort]) * share;
        }
        assert!((sales - expected).abs() < 1e-9 * expected, "{year}: {sales} not {expected}");
    }
}

#[test]
fn costs_are_those_of_each_year() {
    let held = scenario(&[("capex", "2026:200,2028:250"), ("trainium_share", "2026:0,2033:0.7")]);
    let projection = project(&VARYING, &held);
    let [spend, unit, new, replaced] =
        ["aws_capex", "cost_per_gw", "built", "replacement"].map(|id| values(&projection, id));
    assert_eq!(&spend[..4], [150.0, 168.75, 187.5, 187.5]);
    assert!(unit.windows(2).all(|pair| pair[1] < pair[0]));
    for year in 0..spend.len() {
        assert!((new[year] * unit[year] + replaced[year] - spend[year]).abs() < 1e-9);
    }
}

#[test]
fn severance_falls_on_new_cuts() {
    let held = scenario(&[("office_jobs", "2026:14000,2027:14000,2028:42000,2029:30000")]);
    let paid = values(&project(&VARYING, &held), "severance_paid");
    for (paid, expected) in paid.iter().zip([1.8, 0.0, 3.6, 0.0, 0.0, 0.0, 0.0, 0.0]) {
        assert!((paid - expected).abs() < 1e-12, "{paid}");
    }
    let late = scenario(&[("office_jobs", "2029:0,2030:14000")]);
    let paid = values(&project(&VARYING, &late), "severance_paid");
    assert_eq!(
        paid.iter().map(|paid| (paid * 1e9).round() / 1e9).collect::<Vec<_>>(),
        [0.0, 0.0, 0.0, 0.0, 1.8, 0.0, 0.0, 0.0]
    );
}

#[test]
fn explanations_reproduce_paths() {
    let held = scenario(&[
        ("capex", "2026:200,2028:250"),
        ("trainium_share", "2027:0.1,2029:0.9"),
        ("power", "2026:3,2033:9"),
        ("office_jobs", "2028:0,2029:30000"),
        ("hires_avoided", "2026:0,2033:600000"),
    ]);
    let explained = all(&STORY, &VARYING, &held);
    assert!(explained.iter().all(|explanation| explanation.agrees));
    let spend = explained.iter().find(|found| found.id == "aws_capex" && found.year == Some(2027)).unwrap();
    let capex = spend.operands.iter().find(|operand| operand.id == "capex").unwrap();
    assert_eq!((capex.value, capex.year), (Some(225.0), Some(2027)));
}

#[test]
fn sentences_write_first_and_last() {
    let held = scenario(&[("capex", "2026:200,2028:250")]);
    let numbers = Plain::new("en");
    let voice = Voice { story: &STORY, language: "en", numbers: &numbers };
    let said = verdict(&VARYING, &project(&VARYING, &held), voice, &|_| None);
    let text = plain_text(&said[0]).replace('\u{a0}', " ");
    assert!(text.starts_with("At $200 billion → $250 billion a year and 6 GW → 6 GW of new"), "{text}");
}

#[test]
fn a_scenario_moves_between_models() {
    let one = Model::over_years(&STORY, &[0]).unwrap();
    let mut held = Scenario::default_of(&one);
    held.set_path(&one, 0, path("2026:200,2028:250")).unwrap();
    held.set(&one, "it_life", 4.0).unwrap();
    let moved = held.in_model(&VARYING);
    assert_eq!(moved.path(0), held.path(0));
    assert_eq!(moved.in_model(&one), held);
    let sales = |model: &Model, scenario: &Scenario| {
        let at = model.quantities.iter().position(|quantity| quantity.id == "sales").unwrap();
        project(model, scenario).values(model, at)
    };
    assert_eq!(sales(&one, &held), sales(&VARYING, &moved));
    assert_eq!(held.in_model(&MODEL).values()[0], 200.0);
}

#[test]
fn what_takes_no_path() {
    let life = MODEL.input("it_life").unwrap();
    let mut held = Scenario::default_of(&MODEL);
    assert_eq!(
        held.set_path(&MODEL, 0, path("2026:1,2027:2")).unwrap_err(),
        SetError::OneValue { id: "capex".to_owned() }
    );
    assert_eq!(
        held.set_path(&MODEL, life, path("2026:4,2027:4.5")).unwrap_err().to_string(),
        "it_life = 4.5 is not a whole number; 3 to 6 can be set"
    );
    assert_eq!(
        held.set_path(&VARYING, 0, path("2026:4,2027:401")).unwrap_err().to_string(),
        "capex = 401 lies outside its range, 0 to 400 B$/yr"
    );
    assert_eq!(held, Scenario::default_of(&MODEL));
    held.set_path(&MODEL, 0, path("2026:100,2027:100")).unwrap();
    assert_eq!((held.values()[0], held.path(0)), (100.0, None));
}
