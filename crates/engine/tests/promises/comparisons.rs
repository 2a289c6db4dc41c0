//! The gap between two scenarios: its parts add up, favour nobody, and turn their sign with the direction.

use crate::cases::{Dice, MODEL, STORY, Within, settable};
use engine::compare::{EXACT, Split, split};
use engine::{Model, Path, Scenario, project};

fn slot(id: &str) -> u32 {
    MODEL.quantity(id).unwrap().slots[7]
}

/// The first scenario with `count` inputs of another one.
fn pair(dice: &mut Dice, count: usize) -> [Scenario; 2] {
    let from = dice.scenario(Within::Believed);
    let other = dice.scenario(Within::Believed);
    let mut to = from.clone();
    let mut places = from.differences(&other, &MODEL);
    while places.len() > count {
        places.remove((dice.unit() * places.len() as f64) as usize);
    }
    for at in places {
        to.take(&other, &MODEL, at);
    }
    [from, to]
}

fn adds_up(split: &Split) {
    let total: f64 = split.parts.iter().map(|part| part.share).sum();
    let gap = split.to - split.from;
    assert!(
        (total - gap).abs() <= 1e-9 * split.from.abs().max(split.to.abs()).max(1.0),
        "{total}, not {gap}"
    );
}

#[test]
fn parts_add_up_and_turn_with_the_direction() {
    let mut dice = Dice(3);
    for (round, count) in [1, 2, 5, 8, 12, 13, 20].into_iter().enumerate() {
        let [from, to] = pair(&mut dice, count);
        for id in ["income", "unpowered", "programme_cash"] {
            let there = split(&MODEL, &from, &to, slot(id), 40).unwrap();
            let back = split(&MODEL, &to, &from, slot(id), 40).unwrap();
            adds_up(&there);
            assert_eq!((there.parts.len(), there.drawn.is_some()), (count, count > EXACT), "{round}");
            assert_eq!((there.from, there.to), (back.to, back.from));
            for (part, other) in there.parts.iter().zip(&back.parts) {
                let size = there.from.abs().max(there.to.abs()).max(1.0);
                assert!(part.input == other.input && (part.share + other.share).abs() <= 1e-9 * size);
            }
        }
    }
}

/// Two inputs that do the same have the same part; one that does nothing has none.
#[test]
fn equals_are_treated_as_equals() {
    let mut from = Scenario::default_of(&MODEL);
    let mut to = from.clone();
    // AWS spends the product of the two, so that doubling either does the same.
    for (scenario, values) in [(&mut from, [100.0, 0.4]), (&mut to, [200.0, 0.8])] {
        for (id, value) in ["capex", "aws_share"].into_iter().zip(values) {
            scenario.set(&MODEL, id, value).unwrap();
        }
    }
    to.set(&MODEL, "openai_growth", 0.5).unwrap();
    to.set(&MODEL, "cost_gpu", 30.0).unwrap();
    let parts = split(&MODEL, &from, &to, slot("running"), 0).unwrap().parts;
    let share = |id: &str| parts.iter().find(|part| MODEL.inputs[part.input].id == id).unwrap().share;
    assert!((share("capex") - share("aws_share")).abs() < 1e-9 && share("capex") > 1.0);
    assert_eq!(share("openai_growth"), 0.0);
    assert!(share("cost_gpu") < -0.5);
}

/// By the definition: the mean over every order.
#[test]
fn as_the_definition_has_it() {
    let [from, to] = pair(&mut Dice(9), 4);
    let found = split(&MODEL, &from, &to, slot("income"), 0).unwrap().parts;
    let places: Vec<usize> = found.iter().map(|part| part.input).collect();
    let mut sums = [0.0; 4];
    let mut orders = 0.0;
    for code in 0..256_usize {
        let order = [code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6];
        if (0..4).any(|at| !order.contains(&at)) {
            continue;
        }
        orders += 1.0;
        let mut mixed = from.clone();
        for at in order {
            let before = project(&MODEL, &mixed).slot(slot("income")).unwrap();
            mixed.take(&to, &MODEL, places[at]);
            sums[at] += project(&MODEL, &mixed).slot(slot("income")).unwrap() - before;
        }
    }
    for (part, sum) in found.iter().zip(sums) {
        assert!((part.share - sum / orders).abs() < 1e-9, "{} is not {}", part.share, sum / orders);
    }
}

/// Drawn parts lie within a few of their own standard errors of what more drawing gives, and more drawing narrows them.
#[test]
fn drawn_parts_know_their_error() {
    let [from, to] = pair(&mut Dice(4), 16);
    let few = split(&MODEL, &from, &to, slot("income"), 30).unwrap();
    let many = split(&MODEL, &from, &to, slot("income"), 600).unwrap();
    assert_eq!(many.drawn, Some(1_200));
    adds_up(&few);
    for (few, many) in few.parts.iter().zip(&many.parts) {
        let error = few.error.hypot(many.error);
        assert!((few.share - many.share).abs() <= 4.5 * error + 1e-9, "{few:?} {many:?}");
        assert!(many.error < few.error || few.error < 1e-9, "{few:?} {many:?}");
    }
    assert!(few.parts.iter().filter(|part| part.error > 1e-3).count() > 5);
}

#[test]
fn what_differs() {
    let from = Scenario::default_of(&MODEL);
    let mut to = from.clone();
    assert_eq!(split(&MODEL, &from, &to, slot("income"), 0).unwrap().parts, []);
    to.set(&MODEL, "power", 3.0).unwrap();
    // A figure that is overridden stands behind levers and assumptions.
    let figure = MODEL.inputs.iter().position(|input| input.id == "sales_2025").unwrap();
    assert!(figure >= settable());
    to.set_at(&MODEL, figure, 130.0).unwrap();
    let parts = split(&MODEL, &from, &to, slot("income"), 0).unwrap().parts;
    assert_eq!(parts.iter().map(|part| part.input).collect::<Vec<_>>(), [2, figure]);
    // Nothing to split where a mixture has no value.
    let mut none = from.clone();
    none.set(&MODEL, "capex", 0.0).unwrap();
    assert_eq!(split(&MODEL, &from, &none, slot("saving_days"), 0), None);
}

#[test]
fn a_path_is_one_difference() {
    let model = Model::over_years(&STORY, &[0, 2]).unwrap();
    let from = Scenario::default_of(&model);
    let mut to = from.clone();
    to.set_path(&model, 0, Path::new(vec![(2026, 200.0), (2028, 250.0)]).unwrap()).unwrap();
    to.set(&model, "power", 7.0).unwrap();
    assert_eq!(from.differences(&to, &model), [0, 2]);
    let found = split(&model, &from, &to, model.quantity("income").unwrap().slots[7], 0).unwrap();
    adds_up(&found);
    assert!(found.parts[0].share > 5.0);
    to.take(&from, &model, 0);
    assert_eq!((to.path(0), from.differences(&to, &model)), (None, vec![2]));
}
