//! Thousands of draws, column by column: the same bits as one by one, and the known width of the band.

use crate::cases::{Dice, MODEL, STORY, Within};
use engine::model::Name;
use engine::story::Draw;
use engine::{Scenario, project};

/// The inputs of some scenarios as columns: slot s holds its lanes at `s * lanes`.
fn columns(scenarios: &[Scenario]) -> Vec<f64> {
    let inputs = MODEL.inputs.len();
    (0..inputs).flat_map(|slot| scenarios.iter().map(move |scenario| scenario.values()[slot])).collect()
}

#[test]
fn columns_give_the_bits_of_single_runs() {
    let mut dice = Dice(64);
    for lanes in [1, 7, 64, 200] {
        let scenarios: Vec<Scenario> = (0..lanes).map(|_| dice.scenario(Within::Settable)).collect();
        let mut filled = columns(&scenarios);
        MODEL.program.run_columns(&mut filled, lanes);
        for (lane, scenario) in scenarios.iter().enumerate() {
            let mut slots = scenario.values().to_vec();
            MODEL.program.run(&mut slots);
            for (slot, value) in slots.iter().enumerate() {
                let found = filled[slot * lanes + lane];
                let same = found.to_bits() == value.to_bits() || found.is_nan() && value.is_nan();
                assert!(same, "slot {slot}, lane {lane} of {lanes}: {found}, not {value}");
            }
        }
    }
}

#[test]
fn a_second_run_over_used_columns_gives_the_same() {
    let scenarios: Vec<Scenario> = (0..16).map(|seed| Dice(seed).scenario(Within::Believed)).collect();
    let mut fresh = columns(&scenarios);
    MODEL.program.run_columns(&mut fresh, 16);
    let mut used = fresh.clone();
    used[..MODEL.inputs.len() * 16].copy_from_slice(&columns(&scenarios));
    MODEL.program.run_columns(&mut used, 16);
    assert!(fresh.iter().zip(&used).all(|(a, b)| a.to_bits() == b.to_bits()));
}

/// A draw of everything that is drawn, the rest at its default.
fn draw(dice: &mut Dice) -> Scenario {
    let mut scenario = Scenario::default_of(&MODEL);
    for (at, input) in MODEL.inputs.iter().enumerate() {
        let Name::Assumption(place) = input.name else { continue };
        let assumption = &STORY.assumptions.0[place].1;
        let value = match &assumption.draw {
            None => continue,
            Some(Draw::Triangular) => triangular(
                dice.unit(),
                [assumption.low.unwrap(), assumption.central, assumption.high.unwrap()],
            ),
            Some(Draw::Discrete(values)) => weighted(dice.unit(), values),
        };
        scenario.set_at(&MODEL, at, value).unwrap();
    }
    scenario
}

fn triangular(share: f64, [low, peak, high]: [f64; 3]) -> f64 {
    let below = (peak - low) / (high - low);
    if share < below {
        low + (share * (high - low) * (peak - low)).sqrt()
    } else {
        high - ((1.0 - share) * (high - low) * (high - peak)).sqrt()
    }
}

fn weighted(share: f64, values: &[(f64, f64)]) -> f64 {
    let mut left = share * values.iter().map(|(_, weight)| weight).sum::<f64>();
    for (value, weight) in values {
        left -= weight;
        if left < 0.0 {
            return *value;
        }
    }
    values[values.len() - 1].0
}

#[test]
fn sixteen_assumptions_are_drawn() {
    let drawn = STORY.assumptions.iter().filter(|(_, assumption)| assumption.draw.is_some());
    assert_eq!(drawn.count(), 16);
}

/// The median lies below the central line, because the ranges are skewed.
#[test]
fn income_in_2033_under_uncertainty() {
    const DRAWS: usize = 8_192;
    let mut dice = Dice(10_000);
    let income = *MODEL.quantity("income").unwrap().slots.last().unwrap() as usize;
    let mut found: Vec<f64> = Vec::new();
    for _ in 0..DRAWS / 128 {
        let scenarios: Vec<Scenario> = (0..128).map(|_| draw(&mut dice)).collect();
        let mut filled = columns(&scenarios);
        MODEL.program.run_columns(&mut filled, 128);
        found.extend_from_slice(&filled[income * 128..][..128]);
    }
    found.sort_by(f64::total_cmp);
    let at = |percent: usize| found[DRAWS * percent / 100];
    // Three standard errors of so many draws.
    for (percent, known) in [(10, 37.0), (50, 98.0), (90, 157.0)] {
        assert!((at(percent) - known).abs() < 3.0, "{percent} %: {}, not {known}", at(percent));
    }
    let central = project(&MODEL, &Scenario::default_of(&MODEL)).slot(income as u32).unwrap();
    assert!(at(50) < central);
}
