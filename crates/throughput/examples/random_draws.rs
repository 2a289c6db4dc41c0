//! A million plain random draws through the model, against which the evenly spread points are held: writes their quantiles into
//! the file of the engine's test and says how near which number of points comes. Needed once for each version of the model:
//! `cargo run --profile bench -p throughput --example random_draws`, half a minute.

use engine::model::{Input, Name, Slot};
use engine::story::Draw;
use engine::{Ensemble, Model, Ranges, Scenario, Story};
use std::error::Error;
use std::fmt::Write;
use std::path::Path;

const DRAWS: usize = 1_000_000;
const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// A quantity that varies, the place of the year, and its quantiles.
struct Row<'a> {
    id: &'a str,
    year: usize,
    slot: Slot,
    quantiles: [f64; 5],
}

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let story = author::read(&root.join("story"))?;
    let model = Model::compile(&story).map_err(|errors| format!("{errors:?}"))?;
    let rows = rows(&story, &model)?;
    let mut text = "quantity,year,p10,p25,p50,p75,p90\n".to_owned();
    for row in &rows {
        let cells = row.quantiles.map(|value| format!("{value:.9}"));
        writeln!(text, "{},{},{}", row.id, row.year, cells.join(","))?;
    }
    std::fs::write(root.join("crates/engine/tests/promises/random_draws.csv"), text)?;
    for draws in (9..15).map(|bits| 1 << bits) {
        for seed in [None, Some(1), Some(2), Some(3)] {
            let [median, edges] = errors(&model, &rows, draws, seed);
            println!("{draws:>6} points, seed {seed:?}: median {median:.3} %, edges {edges:.3} %");
        }
    }
    Ok(())
}

fn rows<'a>(story: &Story, model: &'a Model) -> Result<Vec<Row<'a>>, String> {
    let is_number = |id: &str| story.model.get(id).is_some_and(|quantity| quantity.choices.is_empty());
    let numbers = model.quantities.iter().filter(|quantity| is_number(&quantity.id));
    let slots: Vec<(&str, usize, Slot)> = numbers
        .flat_map(|row| row.slots.iter().enumerate().map(|(year, slot)| (row.id.as_str(), year, *slot)))
        .collect();
    let mut columns: Vec<Vec<f64>> = vec![Vec::with_capacity(DRAWS); slots.len()];
    let (mut chance, mut lane) = (Chance(20_260_101), Vec::new());
    for _ in 0..DRAWS {
        lane.clear();
        for input in &model.inputs {
            lane.push(random(story, input, &mut chance)?);
        }
        model.program.run(&mut lane);
        columns.iter_mut().zip(&slots).for_each(|(column, (.., slot))| column.push(lane[*slot as usize]));
    }
    let mut rows = Vec::new();
    for ((id, year, slot), mut column) in slots.into_iter().zip(columns) {
        column.retain(|value| value.is_finite());
        column.sort_by(f64::total_cmp);
        if column.first() != column.last() {
            let quantiles = SHARES.map(|share| column[(share * column.len() as f64) as usize]);
            rows.push(Row { id, year, slot, quantiles });
        }
    }
    Ok(rows)
}

/// The mean error of the median and of the outer quantiles, in percent of the width between the outer ones.
fn errors(model: &Model, rows: &[Row], draws: usize, seed: Option<u32>) -> [f64; 2] {
    let mut ensemble = Ensemble::new(draws, seed);
    let wanted: Vec<Slot> = rows.iter().map(|row| row.slot).collect();
    ensemble.update(model, &Ranges::default_of(model), &Scenario::default_of(model), &wanted);
    let wide = rows.iter().filter(|row| row.quantiles[4] > row.quantiles[0]);
    let errors = wide.filter_map(|row| {
        let ([p10, _, p50, _, p90], bands) = (row.quantiles, ensemble.bands(row.slot)?);
        let edges = ((bands.p10 - p10).abs() + (bands.p90 - p90).abs()) / 2.0;
        Some([(bands.p50 - p50).abs(), edges].map(|error| 100.0 * error / (p90 - p10)))
    });
    let (sums, count) = errors
        .fold(([0.0; 2], 0.0), |([a, b], count), [median, edges]| ([a + median, b + edges], count + 1.0));
    sums.map(|sum| sum / count)
}

/// One random value of an input.
fn random(story: &Story, input: &Input, chance: &mut Chance) -> Result<f64, String> {
    let Name::Assumption(at) = input.name else { return Ok(input.default) };
    let assumption = &story.assumptions.0[at].1;
    match (&assumption.draw, assumption.low, assumption.high) {
        (None, ..) => Ok(assumption.central),
        (Some(Draw::Triangular), Some(low), Some(high)) => {
            Ok(triangular(chance.unit(), [low, assumption.central, high]))
        }
        (Some(Draw::Discrete(values)), ..) => Ok(weighted(chance.unit(), values)),
        (other, ..) => Err(format!("{}: {other:?} is not known here", input.id)),
    }
}

fn triangular(share: f64, [low, peak, high]: [f64; 3]) -> f64 {
    if share < (peak - low) / (high - low) {
        low + (share * (high - low) * (peak - low)).sqrt()
    } else {
        high - ((1.0 - share) * (high - low) * (high - peak)).sqrt()
    }
}

fn weighted(share: f64, values: &[(f64, f64)]) -> f64 {
    let mut left = share * values.iter().map(|(_, weight)| weight).sum::<f64>();
    let found = values.iter().find(|(_, weight)| {
        left -= weight;
        left < 0.0
    });
    found.unwrap_or(&values[values.len() - 1]).0
}

/// Chance from a seed (SplitMix64).
struct Chance(u64);

impl Chance {
    /// Evenly between 0 and 1.
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    }
}
