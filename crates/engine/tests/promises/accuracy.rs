//! How near 8,192 points come to 1,000,000 plain random draws, whose quantiles stand in `random_draws.csv`.

use crate::cases::{Dice, MODEL, STORY};
use engine::model::Name;
use engine::story::Draw;
use engine::{Bands, Ensemble, Ranges, Scenario};
use std::fmt::Write;

/// Quantity, place of the year, and the five quantiles.
const KNOWN: &str = include_str!("random_draws.csv");
const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];

/// All that is computed from something drawn, with its quantiles over many random draws.
fn known() -> impl Iterator<Item = (&'static str, usize, [f64; 5])> {
    KNOWN.lines().skip(1).map(|line| {
        let mut cells = line.split(',');
        let (id, year) = (cells.next().unwrap(), cells.next().unwrap().parse().unwrap());
        (id, year, [(); 5].map(|()| cells.next().unwrap().parse().unwrap()))
    })
}

/// The mean error of all quantiles in shares of the width between the outer two: of the median, and of the outer two.
fn errors(draws: usize, seed: Option<u32>) -> (f64, f64) {
    let mut ensemble = Ensemble::new(draws, seed);
    let slot = |id: &str, year: usize| MODEL.quantity(id).unwrap().slots[year];
    let wanted: Vec<_> = known().map(|(id, year, _)| slot(id, year)).collect();
    ensemble.update(&MODEL, &Ranges::default_of(&MODEL), &Scenario::default_of(&MODEL), &wanted);
    let (mut median, mut edges, mut count) = (0.0, 0.0, 0.0);
    for (id, year, [p10, _, p50, _, p90]) in known().filter(|(_, _, known)| known[4] > known[0]) {
        let Bands { p10: low, p50: middle, p90: high, .. } = ensemble.bands(slot(id, year)).unwrap();
        median += (middle - p50).abs() / (p90 - p10);
        edges += ((low - p10).abs() + (high - p90).abs()) / 2.0 / (p90 - p10);
        count += 1.0;
    }
    assert!(count > 100.0);
    (100.0 * median / count, 100.0 * edges / count)
}

#[test]
fn points_come_near_a_million_random_draws() {
    let (median, edges) = errors(8_192, None);
    println!("median {median:.3} %, edges {edges:.3} % of the 10-90 width");
    assert!(median < 0.2, "{median}");
    assert!(edges < 0.5, "{edges}");
}

/// How other numbers of draws do: `cargo test -p engine --test promises -- --ignored --nocapture other_numbers`.
#[test]
#[ignore = "prints what the choice of 8,192 rests on"]
fn other_numbers() {
    for bits in 9..15 {
        for seed in [None, Some(1), Some(2), Some(3)] {
            let (median, edges) = errors(1 << bits, seed);
            println!("{:>6} draws, seed {seed:?}: median {median:.3} %, edges {edges:.3} %", 1 << bits);
        }
    }
}

/// Writes the file: `cargo test --profile bench -p engine --test promises -- --ignored written`. Half a minute.
#[test]
#[ignore = "written once for each version of the model"]
fn random_draws_are_written() {
    const DRAWS: usize = 1_000_000;
    let mut dice = Dice(20_260_101);
    let rows: Vec<_> = MODEL.quantities.iter().filter(|quantity| !is_choice(&quantity.id)).collect();
    let slots: Vec<usize> = rows.iter().flat_map(|row| row.slots.iter().map(|slot| *slot as usize)).collect();
    let mut columns: Vec<Vec<f64>> = vec![Vec::with_capacity(DRAWS); slots.len()];
    let mut lane = Vec::new();
    for _ in 0..DRAWS {
        lane.clear();
        lane.extend(MODEL.inputs.iter().map(|input| one(&mut dice, input)));
        MODEL.program.run(&mut lane);
        columns.iter_mut().zip(&slots).for_each(|(column, slot)| column.push(lane[*slot]));
    }
    let mut text = "quantity,year,p10,p25,p50,p75,p90\n".to_owned();
    let mut columns = columns.into_iter();
    for row in rows {
        for year in 0..row.slots.len() {
            let mut column: Vec<f64> =
                columns.next().unwrap().into_iter().filter(|x| x.is_finite()).collect();
            column.sort_by(f64::total_cmp);
            if column.first() != column.last() {
                let at = |share: f64| column[(share * column.len() as f64) as usize];
                let cells = SHARES.map(|share| format!("{:.9}", at(share)));
                writeln!(text, "{},{year},{}", row.id, cells.join(",")).unwrap();
            }
        }
    }
    std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/promises/random_draws.csv"), text).unwrap();
}

fn is_choice(id: &str) -> bool {
    STORY.model.get(id).is_some_and(|quantity| !quantity.choices.is_empty())
}

/// One random value of an input.
fn one(dice: &mut Dice, input: &engine::model::Input) -> f64 {
    let Name::Assumption(at) = input.name else { return input.default };
    let assumption = &STORY.assumptions.0[at].1;
    match &assumption.draw {
        None => assumption.central,
        Some(Draw::Triangular) => {
            triangular(dice.unit(), [assumption.low.unwrap(), assumption.central, assumption.high.unwrap()])
        }
        Some(Draw::Discrete(values)) => weighted(dice.unit(), values),
        other => panic!("the story does not use {other:?}"),
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
