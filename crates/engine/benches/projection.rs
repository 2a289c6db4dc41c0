//! How long a story takes to compile, a scenario to project, and 8,192 draws in blocks of lanes.

use divan::Bencher;
use engine::{Model, Scenario, Story, project};
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
fn model() -> Model {
    Model::compile(&story()).expect("the story compiles")
}

#[divan::bench]
fn compile(bencher: Bencher) {
    let story = story();
    bencher.bench_local(|| Model::compile(black_box(&story)));
}

/// What one event of a slider costs; it must stay under 50 µs.
#[divan::bench]
fn one_scenario(bencher: Bencher) {
    let model = model();
    let scenario = Scenario::default_of(&model);
    bencher.bench_local(|| project(black_box(&model), black_box(&scenario)));
}

/// All draws of a band, a block of lanes at a time.
#[divan::bench(consts = [64, 128, 256, 512])]
fn draws<const LANES: usize>(bencher: Bencher) {
    let model = model();
    let defaults = Scenario::default_of(&model);
    let mut columns = vec![0.0; model.program.slots() * LANES];
    bencher.counter(divan::counter::ItemsCount::new(DRAWS)).bench_local(|| {
        for block in 0..DRAWS / LANES {
            // Every lane differs, so that no value can be guessed.
            for (slot, value) in defaults.values().iter().enumerate() {
                for (lane, cell) in columns[slot * LANES..][..LANES].iter_mut().enumerate() {
                    *cell = if slot < 5 { value * (1.0 + (block + lane) as f64 * 1e-6) } else { *value };
                }
            }
            model.program.run_columns(black_box(&mut columns), LANES);
        }
    });
}
