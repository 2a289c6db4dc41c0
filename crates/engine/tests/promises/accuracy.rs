//! How near 8,192 points come to 1,000,000 plain random draws, whose quantiles stand in `random_draws.csv`:
//! `cargo run --profile bench -p throughput --example random_draws` writes them.

use crate::cases::MODEL;
use engine::{Bands, Ensemble, Ranges, Scenario};

/// Quantity, place of the year, and the five quantiles.
const KNOWN: &str = include_str!("random_draws.csv");

/// All that is computed from something drawn, with its quantiles over many random draws.
fn known() -> impl Iterator<Item = (&'static str, usize, [f64; 5])> {
    KNOWN.lines().skip(1).map(|line| {
        let mut cells = line.split(',');
        let (id, year) = (cells.next().unwrap(), cells.next().unwrap().parse().unwrap());
        (id, year, [(); 5].map(|()| cells.next().unwrap().parse().unwrap()))
    })
}

/// The mean error of all quantiles in shares of the width between the outer two: of the median, and of the outer two.
fn errors(draws: usize) -> (f64, f64) {
    let mut ensemble = Ensemble::new(draws, None);
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
    let (median, edges) = errors(8_192);
    println!("median {median:.3} %, edges {edges:.3} % of the 10-90 width");
    assert!(median < 0.2, "{median}");
    assert!(edges < 0.5, "{edges}");
}
