//! Steps: computed at once where nothing is open, kept once each, and with the same bits in every draw.

use engine::model::{Belief, Input, Name, Names, Op, Program, Shown, Slot};
use engine::story::{Draw, Quantity};
use engine::{Ensemble, Model, Ranges, Scenario, Story};

#[test]
fn constants_fold_and_steps_are_shared() {
    let mut program = Program::new(1);
    let two = program.constant(2.0);
    let four = program.step(Op::Add, [two, two, 0]);
    assert_eq!(program.as_constant(four), Some(4.0));
    let once = program.step(Op::Multiply, [0, four, 0]);
    assert_eq!(program.step(Op::Multiply, [0, four, 0]), once);
    assert_ne!(program.step(Op::Multiply, [four, 0, 0]), once);
    let mut slots = vec![3.0];
    program.run(&mut slots);
    assert_eq!(slots[once as usize], 12.0);
}

/// So many that some of them have the same hash.
#[test]
fn every_constant_is_found_again() {
    const COUNT: u32 = 200_000;
    let mut program = Program::new(0);
    for _ in 0..2 {
        assert!((0..COUNT).all(|number| program.constant(f64::from(number)) == number));
    }
    assert_eq!(program.slots(), COUNT as usize);
}

#[test]
fn every_name_is_found() {
    let mut story = Story::default();
    let name = |at: usize| format!("quantity_{}", at * 7);
    story.model.0 = (0..1_000).map(|at| (name(at), Quantity::default())).collect();
    let names = Names::new(&story);
    for at in 0..1_000 {
        assert_eq!(names.known(&name(at)), Some(Name::Quantity(at)));
        assert_eq!(names.known(&format!("quantity_{}", at * 7 + 1)), None);
    }
}

/// What numbers can be at worst. Draws are never without a value, so [`ABSENT`] stands for not a number.
const VALUES: [f64; 11] = [0.0, -0.0, 0.3, 1.0, 2.0, ABSENT, -4.0, 1e300, f64::INFINITY, 0.1, 3.0];
const ABSENT: f64 = 5.0;

/// An assumption that is one of [`VALUES`] in each draw, or held at one.
fn input(at: usize, held: Option<f64>) -> Input {
    let values = VALUES.iter().map(|value| (*value, 1.0)).collect();
    let belief = Belief { range: [f64::NEG_INFINITY, f64::INFINITY], draw: Some(Draw::Discrete(values)) };
    Input {
        id: String::new(),
        name: Name::Assumption(at),
        default: held.unwrap_or(0.0),
        range: [f64::NEG_INFINITY, f64::INFINITY],
        whole: false,
        unit: String::new(),
        yearly: None,
        belief: held.is_none().then_some(belief),
    }
}

/// Every operation over three drawn operands, and over one that is the same in every draw in the place of each of them.
fn operations(held: f64) -> (Model, Vec<Slot>) {
    let mut program = Program::new(4);
    let (absent, nothing) = (program.constant(ABSENT), program.constant(f64::NAN));
    let drawn: Vec<Slot> = (0..3)
        .map(|slot| {
            let is_absent = program.step(Op::Equal, [slot, absent, 0]);
            program.step(Op::Select, [is_absent, nothing, slot])
        })
        .collect();
    let mut wanted = Vec::new();
    for op in [
        Op::Add,
        Op::Subtract,
        Op::Multiply,
        Op::Divide,
        Op::Power,
        Op::Min,
        Op::Max,
        Op::Less,
        Op::LessOrEqual,
        Op::Equal,
        Op::Select,
        Op::Weight,
    ] {
        for same in 0..8 {
            let operand = |bit: usize| if same >> bit & 1 == 1 { 3 } else { drawn[bit] };
            wanted.push(program.step(op, [operand(0), operand(1), operand(2)]));
        }
    }
    let inputs = [None, None, None, Some(held)].into_iter().enumerate();
    let inputs = inputs.map(|(at, held)| input(at, held)).collect();
    let model = Model { inputs, years: Vec::new(), quantities: Vec::new(), shown: Shown::default(), program };
    (model, wanted)
}

#[test]
fn every_operation_has_the_bits_of_one_lane_in_every_draw() {
    for held in VALUES.into_iter().chain([f64::NAN]) {
        let (model, wanted) = operations(held);
        let mut ensemble = Ensemble::new(512, None);
        let all: Vec<Slot> = (0..4).chain(wanted.iter().copied()).collect();
        ensemble.update(&model, &Ranges::default_of(&model), &Scenario::default_of(&model), &all);
        let columns: Vec<Vec<f64>> = all.iter().map(|slot| ensemble.values(*slot)).collect();
        for value in VALUES {
            assert!(columns[..3].iter().all(|column| column.contains(&value)), "{value} was not drawn");
        }
        for draw in 0..ensemble.draws() {
            let mut slots: Vec<f64> = columns[..4].iter().map(|column| column[draw]).collect();
            model.program.run(&mut slots);
            for (slot, column) in wanted.iter().zip(&columns[4..]) {
                let (found, known) = (column[draw], slots[*slot as usize]);
                let equal = found.to_bits() == known.to_bits() || found.is_nan() && known.is_nan();
                assert!(equal, "slot {slot} in draw {draw}, beside {held}: {found}, not {known}");
            }
        }
    }
}
