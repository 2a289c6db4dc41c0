//! Thousands of draws: the same bits as one by one, the known width of the band, and how bands answer to ranges.

use crate::cases::{Dice, MODEL, STORY, Within};
use engine::model::Slot;
use engine::{Bands, Ensemble, Ranges, Scenario, project};

/// Every slot of every quantity.
fn everything() -> Vec<Slot> {
    MODEL.quantities.iter().flat_map(|quantity| quantity.slots.iter().copied()).collect()
}

/// The bands of some draws at a scenario.
fn ensemble(
    draws: usize,
    seed: Option<u32>,
    ranges: &Ranges,
    scenario: &Scenario,
    wanted: &[Slot],
) -> Ensemble {
    let mut ensemble = Ensemble::new(draws, seed);
    ensemble.update(&MODEL, ranges, scenario, wanted);
    ensemble
}

fn income() -> Slot {
    *MODEL.quantity("income").unwrap().slots.last().unwrap()
}

#[test]
fn draws_give_the_bits_of_single_runs() {
    let mut dice = Dice(64);
    let inputs: Vec<Slot> = (0..MODEL.inputs.len() as Slot).collect();
    let wanted: Vec<Slot> = inputs.iter().copied().chain(everything()).collect();
    for seed in [None, Some(5)] {
        let scenario = dice.scenario(Within::Settable);
        let ensemble = ensemble(512, seed, &Ranges::default_of(&MODEL), &scenario, &wanted);
        let columns: Vec<Vec<f64>> = inputs.iter().map(|slot| ensemble.values(*slot)).collect();
        let found: Vec<Vec<f64>> = wanted.iter().map(|slot| ensemble.values(*slot)).collect();
        for draw in (0..512).step_by(7) {
            let mut slots: Vec<f64> = columns.iter().map(|column| column[draw]).collect();
            MODEL.program.run(&mut slots);
            for (slot, column) in wanted.iter().zip(&found) {
                let (value, found) = (slots[*slot as usize], column[draw]);
                let same = found.to_bits() == value.to_bits() || found.is_nan() && value.is_nan();
                assert!(same, "slot {slot}, draw {draw}: {found}, not {value}");
            }
        }
    }
}

/// Sizes that divide the draws, that leave a rest, and that take all at once.
#[test]
fn the_size_of_blocks_changes_no_bit() {
    let mut dice = Dice(12);
    let all = everything();
    for seed in [None, Some(3)] {
        let scenario = dice.scenario(Within::Settable);
        let found = |draws: usize| {
            let mut ensemble = Ensemble::new(2_048, seed).in_blocks(draws);
            ensemble.update(&MODEL, &Ranges::default_of(&MODEL), &scenario, &all);
            let column = |slot: &Slot| (ensemble.bands(*slot), bits(&ensemble.values(*slot)));
            all.iter().map(column).collect::<Vec<_>>()
        };
        let known = found(512);
        for draws in [4, 12, 100, 1_024, 1_000_000] {
            assert!(found(draws) == known, "blocks of {draws}, seed {seed:?}");
        }
    }
}

/// Absent values are alike, whatever their bits.
fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| if value.is_nan() { 1 } else { value.to_bits() }).collect()
}

/// Whatever was computed before, and however much of it could stay.
#[test]
fn the_way_to_a_scenario_leaves_no_trace() {
    let mut dice = Dice(7);
    let all = everything();
    let mut travelled = Ensemble::new(256, None);
    for turn in 0..40 {
        let mut ranges = Ranges::default_of(&MODEL);
        for at in 0..MODEL.inputs.len() {
            match dice.unit() {
                chance if chance < 0.05 => ranges.hold(at),
                chance if chance < 0.1 => ranges.free(at),
                _ => {}
            }
        }
        let mut scenario = Scenario::default_of(&MODEL);
        if turn % 3 == 0 {
            scenario = dice.scenario(Within::Settable);
        } else {
            // One lever for some turns, then another: what stayed with the first may go with the second.
            let lever = if turn / 9 % 2 == 0 { "power" } else { "capex" };
            scenario.set(&MODEL, lever, 1.0 + f64::from(turn) / 4.0).unwrap();
        }
        let wanted: Vec<Slot> = all.iter().copied().filter(|_| dice.unit() < 0.2).collect();
        if dice.unit() < 0.5 {
            travelled.prepare(&MODEL, &ranges, &scenario, turn as usize % 4);
        }
        travelled.update(&MODEL, &ranges, &scenario, &wanted);
        let fresh = ensemble(256, None, &ranges, &scenario, &wanted);
        for slot in &wanted {
            assert_eq!(travelled.bands(*slot), fresh.bands(*slot), "slot {slot}, turn {turn}");
            assert_eq!(
                bits(&travelled.values(*slot)),
                bits(&fresh.values(*slot)),
                "slot {slot}, turn {turn}"
            );
        }
    }
}

/// The median lies below the central line, because the ranges are skewed.
#[test]
fn income_in_2033_under_uncertainty() {
    let scenario = Scenario::default_of(&MODEL);
    let ranges = Ranges::default_of(&MODEL);
    assert_eq!(ranges.varying(&MODEL, &scenario), 16);
    for seed in [None, Some(1)] {
        let found = ensemble(8_192, seed, &ranges, &scenario, &[income()]).bands(income()).unwrap();
        for (found, known) in [(found.p10, 37.0), (found.p50, 98.0), (found.p90, 157.0)] {
            assert!((found - known).abs() < 1.0, "{found}, not {known}");
        }
        assert!(found.p50 < project(&MODEL, &scenario).slot(income()).unwrap());
    }
}

fn quantiles(bands: Bands) -> [f64; 5] {
    [bands.p10, bands.p25, bands.p50, bands.p75, bands.p90]
}

#[test]
fn bands_are_ordered_everywhere() {
    let mut dice = Dice(3);
    for _ in 0..10 {
        let scenario = dice.scenario(Within::Settable);
        let found = ensemble(256, None, &Ranges::default_of(&MODEL), &scenario, &everything());
        for slot in everything() {
            let Some(bands) = found.bands(slot) else { continue };
            assert!(quantiles(bands).is_sorted(), "{bands:?}");
            assert!(bands.present > 0.0 && bands.present <= 1.0);
        }
    }
}

/// With every range as narrow as a point, or everything held, a band is the line itself.
/// Few draws or many, crowded or far apart: every quantile stands among its neighbours in the order of the draws, or as near
/// to them as the bins are fine.
#[test]
fn bands_stand_where_the_sorted_draws_have_them() {
    let mut dice = Dice(23);
    let all = everything();
    for draws in [64, 128, 512, 4_096] {
        for _ in 0..6 {
            let scenario = dice.scenario(Within::Settable);
            let ensemble = ensemble(draws, None, &Ranges::default_of(&MODEL), &scenario, &all);
            for slot in &all {
                let mut values = ensemble.values(*slot);
                values.retain(|value| value.is_finite());
                values.sort_by(f64::total_cmp);
                let Some(bands) = ensemble.bands(*slot) else {
                    assert!(values.is_empty(), "{slot} of {draws} draws");
                    continue;
                };
                let last = values.len() - 1;
                assert!((bands.present - values.len() as f64 / draws as f64).abs() < 1e-12);
                let bin = (values[last] - values[0]) / 1_000.0;
                for (found, share) in quantiles(bands).into_iter().zip([0.1, 0.25, 0.5, 0.75, 0.9]) {
                    let rank = (share * values.len() as f64) as usize;
                    let (low, high) =
                        (values[rank.saturating_sub(1)] - bin, values[(rank + 1).min(last)] + bin);
                    let rounding = found.abs() * 1e-12;
                    let stands = (low - rounding..=high + rounding).contains(&found);
                    assert!(stands, "{slot} of {draws} draws at {share}: {found}, not {low} to {high}");
                }
            }
        }
    }
}

#[test]
fn narrow_ranges_are_the_line() {
    let mut dice = Dice(4);
    for turn in 0..10 {
        let scenario = dice.scenario(Within::Settable);
        let mut ranges = Ranges::default_of(&MODEL);
        for (at, input) in MODEL.inputs.iter().enumerate().filter(|(_, input)| input.belief.is_some()) {
            let value = scenario.values()[at];
            match turn % 2 {
                0 => ranges.hold(at),
                _ => {
                    ranges.set(&MODEL, at, [value; 2]).unwrap_or_else(|error| panic!("{}: {error}", input.id))
                }
            }
        }
        assert_eq!(ranges.varying(&MODEL, &scenario), 0);
        let (found, line) =
            (ensemble(64, None, &ranges, &scenario, &everything()), project(&MODEL, &scenario));
        for slot in everything() {
            assert_eq!(found.bands(slot).map(quantiles), line.slot(slot).map(|value| [value; 5]));
        }
    }
}

/// Where one assumption alone varies and only ever raises (or only lowers) a number, a range that is stretched about its
/// value moves every quantile away from the number at that value.
#[test]
fn bands_widen_with_their_range() {
    for id in ["cost_gpu", "sold_share", "other_cost", "aws_share", "electricity", "yield_gpu"] {
        let at = MODEL.input(id).unwrap();
        let scenario = Scenario::default_of(&MODEL);
        let (value, line) = (scenario.values()[at], project(&MODEL, &scenario).slot(income()).unwrap());
        let belief = Ranges::default_of(&MODEL).of(at);
        let mut known = [line; 5];
        for share in [0.25, 0.5, 0.75, 1.0] {
            let mut ranges = Ranges::default_of(&MODEL);
            (0..MODEL.inputs.len()).for_each(|at| ranges.hold(at));
            ranges
                .set(&MODEL, at, [belief.low, belief.high].map(|end| value + share * (end - value)))
                .unwrap();
            let found =
                quantiles(ensemble(1_024, None, &ranges, &scenario, &[income()]).bands(income()).unwrap());
            for (found, known) in found.iter().zip(known) {
                assert!(
                    (found - line).abs() >= (known - line).abs() - 1e-3,
                    "{id} x {share}: {found}, {known}, {line}"
                );
            }
            known = found;
        }
    }
}

#[test]
fn an_unlike_seed_gives_other_draws_of_the_same_kind() {
    let (scenario, ranges) = (Scenario::default_of(&MODEL), Ranges::default_of(&MODEL));
    let of = |seed| ensemble(1_024, seed, &ranges, &scenario, &[income()]).bands(income()).unwrap();
    assert_eq!(of(Some(1)), of(Some(1)));
    assert_ne!(of(Some(1)), of(Some(2)));
    assert!((of(Some(1)).p50 - of(Some(2)).p50).abs() < 3.0);
}

/// What the author's check allows has a dimension of its own.
#[test]
fn every_assumption_has_its_own_points() {
    assert!(STORY.assumptions.len() <= engine::DIMENSIONS);
}
