//! How assumptions are drawn and what their draws come to, tried on models of a line.

use engine::model::Slot;
use engine::story::{Assumption, Draw, Quantity, Text};
use engine::{Bands, DIMENSIONS, Ensemble, Model, Ranges, Scenario, Story, total_effects};

/// The 90 % point of the standard normal distribution.
const NINETY: f64 = 1.281_551_565_544_600_4;

/// A model of assumptions, each with its low end, its value and its high end, that has one quantity.
fn model(assumptions: &[([f64; 3], Draw)], equation: &str) -> Model {
    let mut story = Story::default();
    story.assumptions.0 = assumptions.iter().enumerate().map(|(at, told)| assumption(at, told)).collect();
    story.model.0 = vec![("y".to_owned(), Quantity { value: equation.to_owned(), ..Quantity::default() })];
    Model::compile(&story).unwrap()
}

fn assumption(at: usize, ([low, central, high], draw): &([f64; 3], Draw)) -> (String, Assumption) {
    let assumption = Assumption {
        label: Text::default(),
        unit: String::new(),
        low: Some(*low),
        central: *central,
        high: Some(*high),
        draw: Some(draw.clone()),
        range: Some([f64::NEG_INFINITY, f64::INFINITY]),
        whole: false,
        reason: Text::default(),
        figures: Vec::new(),
        sources: Vec::new(),
    };
    (format!("x{at}"), assumption)
}

/// The draws of an assumption at its place, in their order.
fn column(model: &Model, at: usize, draws: usize, seed: Option<u32>) -> Vec<f64> {
    let slot = Slot::try_from(at).unwrap();
    let mut ensemble = Ensemble::new(draws, seed);
    ensemble.update(model, &Ranges::default_of(model), &Scenario::default_of(model), &[slot]);
    ensemble.values(slot)
}

/// The draws of the only assumption, the lowest first.
fn sorted(ends: [f64; 3], draw: Draw, draws: usize) -> Vec<f64> {
    let mut column = column(&model(&[(ends, draw)], "x0"), 0, draws, None);
    column.sort_by(f64::total_cmp);
    column
}

/// The bands of an equation of `x0`, which is spread evenly from 0 to 10,000.
fn bands(equation: &str) -> Option<Bands> {
    let model = model(&[([0.0, 5e3, 1e4], Draw::Uniform)], equation);
    let slot = model.quantities[0].slots[0];
    let mut ensemble = Ensemble::new(8_192, None);
    ensemble.update(&model, &Ranges::default_of(&model), &Scenario::default_of(&model), &[slot]);
    ensemble.bands(slot)
}

fn near(found: f64, known: f64, within: f64) {
    assert!((found - known).abs() <= within, "{found}, not {known}");
}

/// Of 256 draws each lies in a part of its own of 256, plain and shuffled.
#[test]
fn every_part_of_a_range_is_met_once() {
    let model = model(&vec![([0.0, 128.0, 256.0], Draw::Uniform); DIMENSIONS], "x0");
    for at in 0..DIMENSIONS {
        for seed in [None, Some(7)] {
            let mut met = [0; 256];
            column(&model, at, 256, seed).iter().for_each(|value| met[*value as usize] += 1);
            assert_eq!(met, [1; 256], "assumption {at}, seed {seed:?}");
        }
    }
}

/// The first points of the published sequence, each in the middle of its cell.
#[test]
fn points_are_those_of_sobol() {
    let model = model(&vec![([0.0, 32.0, 64.0], Draw::Uniform); 3], "x0");
    let third = column(&model, 2, 64, None);
    assert_eq!(third[..8], [0.0, 32.0, 16.0, 48.0, 40.0, 8.0, 56.0, 24.0].map(|cell| cell + 0.5));
}

/// The total effect of one assumption.
fn total(model: &Model, draws: usize, at: usize) -> f64 {
    let (ranges, scenario) = (Ranges::default_of(model), Scenario::default_of(model));
    total_effects(model, &ranges, &scenario, model.quantities[0].slots[0], draws)[at]
}

/// What a total effect draws anew meets every part once as well: where a quantity tells whether a part was met, it differs
/// in two draws, or in none if the same one met it.
#[test]
fn what_is_drawn_anew_meets_every_part_once() {
    for part in 0..256 {
        let equation = format!("if(x0 >= {part} and x0 < {}, 1, 0)", part + 1);
        let model = model(&[([0.0, 128.0, 256.0], Draw::Uniform)], &equation);
        let differ = total(&model, 256, 0) * 2.0 * 255.0 / 256.0;
        assert!((differ - 2.0).abs() < 1e-9 || differ == 0.0, "part {part}: {differ}");
    }
}

/// It has nothing to do with any of the others: none of equals has more to say.
#[test]
fn what_is_drawn_anew_has_points_of_its_own() {
    let names: Vec<String> = (0..DIMENSIONS).map(|at| format!("x{at}")).collect();
    let model = model(&vec![([0.0, 0.5, 1.0], Draw::Uniform); DIMENSIONS], &names.join(" + "));
    for at in 0..DIMENSIONS {
        near(total(&model, 1_024, at) * DIMENSIONS as f64, 1.0, 0.05);
    }
}

#[test]
fn named_quantiles_are_met() {
    let ends = [18.0, 21.0, 35.0];
    for draw in [Draw::Normal, Draw::Lognormal] {
        let column = sorted(ends, draw, 8_192);
        for (share, end) in [0.1, 0.5, 0.9].into_iter().zip(ends) {
            let below = column.iter().filter(|value| **value < end).count();
            near(below as f64, share * 8_192.0, 1.0);
        }
    }
}

#[test]
fn a_normal_distribution_is_normal_up_to_its_tails() {
    let column = sorted([-NINETY, 0.0, NINETY], Draw::Normal, 512);
    for (place, known) in [
        (0, -3.097_269_078_198_784),
        (5, -2.299_362_297_403_228_6),
        (51, -1.278_219_974_836_422),
        (100, -0.854_951_270_871_459_1),
        (255, -0.002_447_881_619_110_678),
        (300, 0.219_613_887_225_089_73),
        (511, 3.097_269_078_198_784),
    ] {
        near(column[place], known, 1e-7);
    }
    let ends = [18.0, 21.0, 35.0];
    let logarithms = sorted(ends.map(libm::log), Draw::Normal, 512);
    for (value, logarithm) in sorted(ends, Draw::Lognormal, 512).into_iter().zip(logarithms) {
        near(libm::log(value), logarithm, 1e-12);
    }
}

/// The mean of a triangular distribution is the mean of its three values.
#[test]
fn a_triangle_has_its_mean() {
    let ends = ([18.0, 21.0, 35.0], Draw::Triangular);
    let column = column(&model(&vec![ends; 4], "x0"), 3, 4_096, None);
    near(column.iter().sum::<f64>() / 4_096.0, 74.0 / 3.0, 1e-3);
    // With its peak at an end it is cut there.
    for (peak, at) in [(1.0, 0), (2.0, 4_095)] {
        let column = sorted([1.0, peak, 2.0], Draw::Triangular, 4_096);
        assert!(column.iter().all(|value| (1.0..=2.0).contains(value)));
        near(column[at], peak, 1e-4);
    }
}

#[test]
fn the_value_that_is_set_has_the_story_s_weight() {
    let list = Draw::Discrete(vec![(3.0, 1.0), (4.0, 1.0), (5.0, 3.0), (6.0, 1.0)]);
    let model = model(&[([3.0, 5.0, 6.0], list)], "x0");
    // How often each of the values is drawn.
    let counts = |set: f64, range: [f64; 2]| {
        let (mut ranges, mut scenario) = (Ranges::default_of(&model), Scenario::default_of(&model));
        ranges.set(&model, 0, range).unwrap();
        scenario.set_at(&model, 0, set).unwrap();
        let mut ensemble = Ensemble::new(8_192, None);
        ensemble.update(&model, &ranges, &scenario, &[0]);
        let drawn = ensemble.values(0);
        [3.0, 4.0, 5.0, 6.0].map(|value| drawn.iter().filter(|drawn| **drawn == value).count() as f64)
    };
    let shares = |counts: [f64; 4], known: [f64; 4]| {
        let parts: f64 = known.iter().sum();
        counts.into_iter().zip(known).for_each(|(count, known)| near(count, 8_192.0 * known / parts, 1.0));
    };
    shares(counts(3.0, [3.0, 5.0]), [3.0, 1.0, 1.0, 0.0]);
    shares(counts(5.0, [3.0, 6.0]), [1.0, 1.0, 3.0, 1.0]);
}

#[test]
fn quantiles_of_even_values_are_their_shares() {
    let found = bands("x0").unwrap();
    for (quantile, known) in
        [(found.p10, 1e3), (found.p25, 2.5e3), (found.p50, 5e3), (found.p75, 7.5e3), (found.p90, 9e3)]
    {
        near(quantile, known, 1.5);
    }
    assert_eq!(found.present, 1.0);
}

#[test]
fn far_values_do_not_blur_the_rest() {
    let far = bands("if(x0 > 9990, x0 * 1e9, x0)").unwrap();
    near(far.p50, 5e3, 1.5);
    near(far.p90, 9e3, 1.5);
}

#[test]
fn ceilings_and_single_values_are_met_exactly() {
    let capped = bands("max(2600.3, min(x0, 6150))").unwrap();
    assert_eq!((capped.p10, capped.p25, capped.p75, capped.p90), (2_600.3, 2_600.3, 6_150.0, 6_150.0));
    near(capped.p50, 5e3, 1.5);
    let one = Bands { p10: 0.1, p25: 0.1, p50: 0.1, p75: 0.1, p90: 0.1, present: 1.0 };
    assert_eq!(bands("x0 * 0 + 0.1"), Some(one));
}

#[test]
fn absent_draws_do_not_count() {
    let half = bands("if(x0 < 5e3, absent, x0)").unwrap();
    near(half.p50, 7.5e3, 3.0);
    assert_eq!(half.present, 0.5);
    near(bands("1 / if(x0 < 1, 0, x0)").unwrap().p50, 1.0 / 5e3, 1e-7);
    assert_eq!(bands("if(x0 < 5e3, absent, 1 / (x0 * 0))"), None);
}
