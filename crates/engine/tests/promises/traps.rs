//! Figures that mislead feed nothing, or only what they may.

use crate::cases::{Case, MODEL, STORY};
use engine::model::Name;
use engine::story::FigureValue;
use engine::{Model, Scenario, Story, project};

fn same_as_before(change: impl FnOnce(&mut Story)) -> bool {
    let mut story = STORY.clone();
    change(&mut story);
    let model = Model::compile(&story).unwrap();
    let changed = project(&model, &Scenario::default_of(&model));
    let before = Case::new(&[]).projection;
    (0..MODEL.quantities.len()).all(|quantity| {
        let bits =
            |values: Vec<Option<f64>>| values.into_iter().map(|v| v.map(f64::to_bits)).collect::<Vec<_>>();
        bits(changed.values(&model, quantity)) == bits(before.values(&MODEL, quantity))
    })
}

fn set(story: &mut Story, id: &str, value: f64) {
    let at = story.figures.position(id).unwrap_or_else(|| panic!("there is no figure {id}"));
    story.figures.0[at].1.value = Some(FigureValue::Number(value));
}

/// The articles' four trillion are ten times too high.
#[test]
fn wrong_and_context_figures_change_nothing() {
    let idle = STORY.figures.iter().filter(|(_, figure)| figure.wrong || figure.context);
    let idle: Vec<String> = idle.filter(|(_, f)| f.number().is_some()).map(|(id, _)| id.to_owned()).collect();
    assert!(idle.iter().any(|id| id == "peers_capex_2026"));
    assert!(same_as_before(|story| idle.iter().for_each(|id| set(story, id, 1.0))));
}

/// 3.8 GW are part of nearly 4, and the first 14,000 jobs part of the 30,000.
#[test]
fn parts_are_not_added_to_their_wholes() {
    for id in ["aws_gw_added_ttm_q3_2025", "aws_gw_added_2025", "office_jobs_cut_total", "automation_jobs"] {
        assert!(same_as_before(|story| set(story, id, 1.0)), "{id} feeds the model");
    }
    // The 14,000 stand in the equations only as those whom the severance was booked for.
    let without = [("office_jobs", 0.0)];
    let mut story = STORY.clone();
    set(&mut story, "office_jobs_cut_oct_2025", 7_000.0);
    let model = Model::compile(&story).unwrap();
    let mut scenario = Scenario::default_of(&model);
    scenario.set(&model, "office_jobs", 0.0).unwrap();
    let changed = project(&model, &scenario);
    let at = model.quantities.iter().position(|quantity| quantity.id == "labour_saving").unwrap();
    assert_eq!(changed.values(&model, at), Case::new(&without).values("labour_saving"));
}

/// OpenAI's 13 billion are disputed: they move OpenAI's own lines and nothing of Amazon's.
#[test]
fn openai_s_revenue_feeds_only_openai_s_lines() {
    let (before, after) = (Case::new(&[]), Case::new(&[("openai_revenue_2025", 30.0)]));
    for quantity in &MODEL.quantities {
        let same = before.values(&quantity.id) == after.values(&quantity.id);
        let its_own = ["openai_revenue", "openai_cover"].contains(&quantity.id.as_str());
        assert_eq!(same, !its_own, "{}", quantity.id);
    }
}

/// The 100 billion come on top of the 38.
#[test]
fn all_of_138_billion_is_paid_in_the_end() {
    let case = Case::new(&[]);
    let mut paid = 0.0;
    for (pays, left) in case.all("openai_pays_aws").into_iter().zip(case.all("openai_backlog")) {
        paid += pays;
        assert!((paid + left - 138.0).abs() < 1e-9);
    }
    // 2034 is the last year of the addition.
    assert!((case.at("openai_backlog", 2033) - 12.5).abs() < 1e-9);
}

/// Hires avoided are measured against a counterfactual: they move the saving, not AWS.
#[test]
fn jobs_move_no_power_and_no_income_of_aws() {
    let (before, after) = (Case::new(&[]), Case::new(&[("hires_avoided", 0.0), ("office_jobs", 0.0)]));
    for id in ["running", "unpowered", "sales", "income", "programme_cash", "openai_cover"] {
        assert_eq!(before.values(id), after.values(id), "{id}");
    }
    assert_eq!(after.all("labour_saving"), [0.0; 8]);
}

/// A gigawatt is power: the energy of a year counts the load.
#[test]
fn energy_is_power_at_its_load() {
    let (default, full) = (Case::new(&[]), Case::new(&[("load", 1.0)]));
    let ratio = default.at("energy_use", 2033) / full.at("energy_use", 2033);
    assert!((ratio - 0.65).abs() < 1e-12);
}

/// Figures cannot be set: only levers and assumptions are the reader's.
#[test]
fn figures_cannot_be_set() {
    let mut scenario = Scenario::default_of(&MODEL);
    let figure = MODEL.inputs.iter().find(|input| matches!(input.name, Name::Figure(_))).unwrap();
    assert!(scenario.set(&MODEL, &figure.id, figure.default).is_err());
    assert_eq!(scenario, Scenario::default_of(&MODEL));
}
