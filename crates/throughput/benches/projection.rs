//! How long a story takes to compile, a scenario to project, and the bands of everything shown to follow a lever.

use divan::Bencher;
use engine::model::Slot;
use engine::{Ensemble, Model, Ranges, Scenario, Story, project};
use std::hint::black_box;
use std::path::Path;

/// As many as the bands draw, to a power of two.
const DRAWS: usize = 8_192;

fn main() {
    divan::main();
}

#[expect(clippy::expect_used, reason = "without the story there is nothing to measure")]
fn story() -> Story {
    author::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story"))
        .expect("the story has no mistakes")
}

#[expect(clippy::expect_used, reason = "a checked story compiles")]
fn model(paths: usize) -> Model {
    Model::over_years(&story(), &Vec::from_iter(0..paths)).expect("the story compiles")
}

/// Without paths, as the page begins, and with one in every lever.
#[divan::bench(args = [0, 5])]
fn compile(bencher: Bencher, paths: usize) {
    let story = story();
    let paths = Vec::from_iter(0..paths);
    bencher.bench_local(|| Model::over_years(black_box(&story), &paths));
}

/// What one event of a slider costs; it must stay under 50 µs.
#[divan::bench(args = [0, 5])]
fn one_scenario(bencher: Bencher, paths: usize) {
    let model = model(paths);
    let scenario = Scenario::default_of(&model);
    bencher.bench_local(|| project(black_box(&model), black_box(&scenario)));
}

/// An event of a slider with its bands: everything that the charts show, drawn again because one lever moved.
#[divan::bench(args = ["capex", "trainium_share", "power", "office_jobs"])]
fn event(bencher: Bencher, lever: &str) {
    let model = model(0);
    let (ranges, wanted) = (Ranges::default_of(&model), shown(&model));
    let (mut scenario, mut ensemble) = (Scenario::default_of(&model), Ensemble::new(DRAWS, None));
    let at = model.input(lever).unwrap_or_default();
    let mut up = 1.0;
    bencher.counter(divan::counter::ItemsCount::new(DRAWS)).bench_local(|| {
        up = 2.01 - up;
        scenario.set_at(&model, at, model.inputs[at].default * up).ok();
        ensemble.update(&model, &ranges, &scenario, black_box(&wanted));
    });
}

/// The slots of all charts' layers.
fn shown(model: &Model) -> Vec<Slot> {
    let layers = model.shown.views.iter().flat_map(|view| &view.layers);
    let mut wanted: Vec<Slot> =
        layers.flat_map(|(quantity, _)| model.quantities[*quantity].slots.iter().copied()).collect();
    wanted.sort_unstable();
    wanted.dedup();
    wanted
}
