//! What matters most: held against indices from plain random draws, and against what is plain to see.

use crate::cases::{Dice, MODEL};
use engine::model::Slot;
use engine::{Effect, Ensemble, Ranges, Scenario, total_effects};

fn slot(id: &str) -> Slot {
    *MODEL.quantity(id).unwrap().slots.last().unwrap()
}

fn id(effect: &Effect) -> &'static str {
    &MODEL.inputs[effect.input].id
}

fn ranking(id: &str, ranges: &Ranges) -> Vec<Effect> {
    let mut ensemble = Ensemble::new(8_192, None);
    ensemble.update(&MODEL, ranges, &Scenario::default_of(&MODEL), &[slot(id)]);
    ensemble.ranking(&MODEL, slot(id))
}

/// First-order indices as they are defined: the variance of what is left of the mean where one input is known, from pairs of
/// random draws that share it (A. Saltelli).
fn by_pairs(id: &str, input: usize, draws: usize) -> f64 {
    let mut dice = Dice(11);
    // The inverse distributions are tried elsewhere: their columns serve as urns.
    let mut urn = Ensemble::new(1 << 13, Some(9));
    let inputs: Vec<Slot> = (0..MODEL.inputs.len() as Slot).collect();
    urn.update(&MODEL, &Ranges::default_of(&MODEL), &Scenario::default_of(&MODEL), &inputs);
    let urns: Vec<Vec<f64>> = inputs.iter().map(|slot| urn.values(*slot)).collect();
    let mut one =
        || urns.iter().map(|urn| urn[(dice.unit() * urn.len() as f64) as usize]).collect::<Vec<f64>>();
    let value = |inputs: &[f64]| {
        let mut slots = inputs.to_vec();
        MODEL.program.run(&mut slots);
        slots[slot(id) as usize]
    };
    let (mut sums, mut squares, mut products) = (0.0, 0.0, 0.0);
    for _ in 0..draws {
        let (a, mut b) = (one(), one());
        b[input] = a[input];
        let (a, b) = (value(&a), value(&b));
        sums += (a + b) / 2.0;
        squares += (a * a + b * b) / 2.0;
        products += a * b;
    }
    let mean = sums / draws as f64;
    (products / draws as f64 - mean * mean) / (squares / draws as f64 - mean * mean)
}

#[test]
fn shares_are_those_of_random_pairs() {
    let found = ranking("income", &Ranges::default_of(&MODEL));
    assert_eq!(found.len(), 11);
    for effect in &found[..2] {
        let known = by_pairs("income", effect.input, 4_000);
        // Three standard errors of so many pairs.
        assert!((effect.share - known).abs() < 0.05, "{}: {}, not {known}", id(effect), effect.share);
    }
}

#[test]
fn what_a_number_does_not_use_does_not_matter() {
    let income = ranking("income", &Ranges::default_of(&MODEL));
    for effect in
        income.iter().filter(|effect| ["kw_gpu", "other_growth", "cost_office_job"].contains(&id(effect)))
    {
        assert!(effect.share < 0.002, "{effect:?}");
    }
    assert!(income.iter().all(|effect| !["kw_gpu", "other_growth", "cost_office_job"].contains(&id(effect))));
    assert!(ranking("openai_revenue", &Ranges::default_of(&MODEL)).is_empty());
    assert!(income.is_sorted_by(|a, b| a.share >= b.share));
    assert!(income.iter().map(|effect| effect.share).sum::<f64>() < 1.0);
}

#[test]
fn an_effect_has_its_direction() {
    let income = ranking("income", &Ranges::default_of(&MODEL));
    let of = |name: &str| income.iter().find(|effect| id(effect) == name).unwrap();
    for rising in ["sold_share", "yield_gpu", "aws_share", "it_life"] {
        assert!(of(rising).high > of(rising).low + 5.0, "{rising}");
    }
    for falling in ["cost_gpu", "other_cost", "cost_shell"] {
        assert!(of(falling).high < of(falling).low - 5.0, "{falling}");
    }
}

/// Alone it explains everything, with and without what it does together with others.
#[test]
fn the_only_one_that_varies_explains_all() {
    let mut ranges = Ranges::default_of(&MODEL);
    let kept = MODEL.input("cost_gpu").unwrap();
    (0..MODEL.inputs.len()).filter(|at| *at != kept).for_each(|at| ranges.hold(at));
    let found = ranking("income", &ranges);
    assert_eq!(found.len(), 1);
    assert!(found[0].share > 0.99 && found[0].share <= 1.0, "{found:?}");
    let totals = total_effects(&MODEL, &ranges, &Scenario::default_of(&MODEL), slot("income"), 2_048);
    assert!((totals[kept] - 1.0).abs() < 0.02, "{}", totals[kept]);
    assert_eq!(totals.iter().filter(|total| **total > 0.0).count(), 1);
}

/// What an assumption does with others comes on top of what it does alone.
#[test]
fn totals_hold_shares() {
    let ranges = Ranges::default_of(&MODEL);
    let totals = total_effects(&MODEL, &ranges, &Scenario::default_of(&MODEL), slot("income"), 2_048);
    for effect in ranking("income", &ranges) {
        let total = totals[effect.input];
        println!("{:>20} {:.4} {total:.4} {:8.2} {:8.2}", id(&effect), effect.share, effect.low, effect.high);
        assert!(total > effect.share - 0.02, "{}: {} and {total}", id(&effect), effect.share);
    }
}
