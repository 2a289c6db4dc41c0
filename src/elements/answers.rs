//! What the page around may ask a group: its numbers, what would have to be true, what a difference comes to.

use crate::explorer::Explorer;
use engine::compare::{PAIRS, split};
use engine::model::{Model, Slot};
use engine::project;
use engine::solve::{Effort, Goal};

/// The value of a lever, an assumption or a figure, or of a quantity in a year.
pub(crate) fn get(explorer: Explorer, of: &str, year: Option<i32>) -> Option<f64> {
    let model = explorer.model();
    match model.input(of) {
        Some(input) => explorer.scenario.with_untracked(|scenario| Some(scenario.values()[input])),
        None => {
            explorer.scenario.with_untracked(|scenario| project(model, scenario)).slot(slot(model, of, year)?)
        }
    }
}

/// The values of an input that bring a quantity to a target, all else as it is; of a stretch of values both ends.
pub(crate) fn solve(
    explorer: Explorer,
    of: &str,
    year: Option<i32>,
    target: f64,
    input: &str,
) -> Option<Vec<f64>> {
    let model = explorer.model();
    let goal = Goal { slot: slot(model, of, year)?, target };
    let input = model.input(input)?;
    let answer = explorer
        .scenario
        .with_untracked(|scenario| engine::solve::solve(model, scenario, goal, input, Effort::FULL));
    let mut values: Vec<f64> =
        answer.reached.iter().flat_map(|stretch| [stretch.low, stretch.high]).collect();
    values.dedup();
    Some(values)
}

/// What each difference between the scenarios of two links has to do with the gap in a quantity: names and shares.
pub(crate) fn compare(
    explorer: Explorer,
    links: [&str; 2],
    of: &str,
    year: Option<i32>,
) -> Option<Vec<(String, f64)>> {
    let ends = links.map(|link| explorer.scenario_of(link));
    let model = explorer.models().over_both(&ends[0], &ends[1]);
    let [from, to] = ends.map(|end| end.in_model(model));
    let split = split(model, &from, &to, slot(model, of, year)?, PAIRS)?;
    Some(split.parts.iter().map(|part| (model.inputs[part.input].id.clone(), part.share)).collect())
}

/// Where the model keeps a quantity in a year; one that varies needs its year.
fn slot(model: &Model, of: &str, year: Option<i32>) -> Option<Slot> {
    let quantity = model.quantities.iter().find(|quantity| quantity.id == of)?;
    let place = |year| model.years.iter().position(|known| *known == year);
    quantity.slots.get(if quantity.varies { place(year?)? } else { 0 }).copied()
}
