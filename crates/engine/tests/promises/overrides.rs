//! A figure that feeds the model can be given another value, and what that changes is known beforehand.

use crate::cases::{Case, Dice, MODEL, STORY, Within};
use engine::{Override, Reach, Scenario, project};

fn with(figure: &str, value: f64) -> Override {
    Override { figure: figure.to_owned(), value, ..Override::default() }
}

fn refused(figure: &str, value: f64) -> String {
    let mut scenario = Scenario::default_of(&MODEL);
    let error = with(figure, value).apply(&STORY, &MODEL, &mut scenario).unwrap_err();
    assert_eq!(scenario, Scenario::default_of(&MODEL));
    error.to_string()
}

#[test]
fn another_opening_moves_what_follows() {
    let mut scenario = Scenario::default_of(&MODEL);
    with("income_2025", 46.6).apply(&STORY, &MODEL, &mut scenario).unwrap();
    let (case, default) = (Case::of(scenario), Case::new(&[]));
    // One billion more income in 2025 means one billion less of other costs in every year.
    assert!((case.at("income", 2033) - default.at("income", 2033) - 1.0).abs() < 1e-9);
    assert_eq!(case.at("running", 2033), default.at("running", 2033));
}

#[test]
fn what_cannot_be_overridden() {
    assert_eq!(refused("sales_205", 1.0), "there is no figure `sales_205`; did you mean `sales_2025`?");
    assert_eq!(
        refused("openai_commitments", 1e12),
        "`openai_commitments` feeds no equation; these rest on it and can be set: `openai_commitments`"
    );
    assert_eq!(refused("rufus_users", 1.0), "`rufus_users` feeds no equation");
    assert_eq!(
        refused("openai_round_rumour", 1.0),
        "`openai_round_rumour` has no number, so nothing is calculated from it"
    );
    assert!(refused("sales_2025", f64::INFINITY).contains("no value"));
}

/// Whatever changes has been announced; the announcement is not wider than it must be.
#[test]
fn reach_says_what_changes() {
    let mut dice = Dice(3);
    let mut changed_at_all = 0;
    for input in 0..MODEL.inputs.len() {
        let reach = Reach::of(&MODEL, &[input]);
        for _ in 0..6 {
            let mut scenario = dice.scenario(Within::Believed);
            let before = project(&MODEL, &scenario);
            let [low, high] = MODEL.inputs[input].range;
            let share = dice.unit();
            let value = if low.is_finite() {
                low + share * (high - low)
            } else {
                scenario.values()[input] * (0.5 + share)
            };
            let value = if MODEL.inputs[input].whole { value.round() } else { value };
            scenario.set_at(&MODEL, input, value).unwrap();
            let after = project(&MODEL, &scenario);
            for (at, quantity) in MODEL.quantities.iter().enumerate() {
                let changes = before.values(&MODEL, at) != after.values(&MODEL, at);
                changed_at_all += usize::from(changes);
                assert!(
                    !changes || reach.quantity(&MODEL, at),
                    "{}: {}",
                    MODEL.inputs[input].id,
                    quantity.id
                );
            }
        }
    }
    assert!(changed_at_all > 1_000, "{changed_at_all}");
}

#[test]
fn levers_know_their_charts() {
    let charts = |lever: &str| -> Vec<&str> {
        let reach = Reach::of(&MODEL, &[MODEL.input(lever).unwrap()]);
        let views = STORY.views.names().enumerate();
        views.filter(|(at, _)| reach.view(&MODEL, *at)).map(|(_, id)| id).collect()
    };
    assert_eq!(charts("capex"), ["power", "aws", "capex_split", "cash", "chips", "labour"]);
    assert_eq!(charts("office_jobs"), ["cash", "labour"]);
    assert_eq!(charts("power"), ["power", "aws", "cash"]);
    assert_eq!(charts("openai_growth"), ["openai"]);
}
