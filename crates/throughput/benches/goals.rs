//! How long the answers take that are given while a point is dragged, and a gap's parts.

use engine::compare::split;
use engine::solve::{Effort, Goal, solve};
use engine::{Model, Scenario, Story};
use std::hint::black_box;
use std::path::Path;

fn main() {
    divan::main();
}

fn central() -> (Story, Model, Scenario) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story");
    let story = author::read(&folder).unwrap_or_default();
    let model = Model::compile(&story).unwrap_or_else(|_| std::process::exit(1));
    let scenario = Scenario::default_of(&model);
    (story, model, scenario)
}

/// Every input from `from` on is asked what would bring income in 2033 to 150.
fn ask(bencher: divan::Bencher, inputs: std::ops::Range<usize>, effort: Effort) {
    let (_, model, scenario) = central();
    let slot =
        model.quantity("income").and_then(|quantity| quantity.slots.last().copied()).unwrap_or_default();
    let goal = Goal { slot, target: 150.0 };
    bencher.bench(|| {
        inputs
            .clone()
            .map(|input| solve(&model, &scenario, goal, black_box(input), effort).reached.len())
            .sum::<usize>()
    });
}

#[divan::bench]
fn levers_while_dragging(bencher: divan::Bencher) {
    ask(bencher, 0..5, Effort::DRAG);
}

#[divan::bench]
fn levers_and_assumptions_while_dragging(bencher: divan::Bencher) {
    ask(bencher, 0..32, Effort::DRAG);
}

#[divan::bench]
fn levers_in_full(bencher: divan::Bencher) {
    ask(bencher, 0..5, Effort::FULL);
}

#[divan::bench]
fn twelve_differences_exactly(bencher: divan::Bencher) {
    let (_, model, from) = central();
    let mut to = from.clone();
    for at in 0..12 {
        let [low, high] = model.inputs[at].range;
        let value = (from.values()[at] * 1.02).clamp(low, high);
        to.set_at(&model, at, value).ok();
    }
    let slot =
        model.quantity("income").and_then(|quantity| quantity.slots.last().copied()).unwrap_or_default();
    bencher.bench(|| split(&model, &from, black_box(&to), slot, 0));
}
