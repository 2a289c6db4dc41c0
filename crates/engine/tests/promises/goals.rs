//! What would have to be true: every answer reaches its target, none is overlooked, and what cannot says how near it comes.

use crate::cases::{Case, Dice, MODEL, STORY, Within};
use engine::model::Slot;
use engine::solve::{Answer, Effort, Goal, Support, solve, support};
use engine::{Model, Scenario, project};

fn slot(id: &str, year: i32) -> Slot {
    let slots = &MODEL.quantity(id).unwrap().slots;
    *slots.get((year - 2026) as usize).unwrap_or(&slots[0])
}

fn answer(scenario: &Scenario, output: (&str, i32), target: f64, lever: &str, effort: Effort) -> Answer {
    let goal = Goal { slot: slot(output.0, output.1), target };
    solve(&MODEL, scenario, goal, MODEL.input(lever).unwrap(), effort)
}

/// The output with one input set to a value.
fn fed(scenario: &Scenario, slot: Slot, input: usize, value: f64) -> Option<f64> {
    let mut scenario = scenario.clone();
    scenario.set_at(&MODEL, input, value).unwrap();
    project(&MODEL, &scenario).slot(slot)
}

const OUTPUTS: [(&str, i32); 9] = [
    ("income", 2033),
    ("running", 2030),
    ("free_cash_flow", 2028),
    ("unpowered", 2029),
    ("payback", 2026),
    ("saving_days", 2031),
    ("programme_cash", 2033),
    ("sales", 2027),
    ("replacement_share", 2032),
];

#[test]
fn fed_back_every_answer_hits_the_target() {
    let mut dice = Dice(5);
    let mut found = 0;
    for round in 0..16 {
        let within = if round % 3 == 0 { Within::Settable } else { Within::Believed };
        let (scenario, other) = (dice.scenario(within), dice.scenario(Within::Believed));
        for (id, year) in OUTPUTS {
            let slot = slot(id, year);
            let Some(target) = project(&MODEL, &other).slot(slot) else { continue };
            for input in 0..STORY.levers.len() + 17 {
                let effort = if round % 2 == 0 { Effort::DRAG } else { Effort::FULL };
                let answer = solve(&MODEL, &scenario, Goal { slot, target }, input, effort);
                for stretch in &answer.reached {
                    for share in [0.0, 0.37, 1.0] {
                        let value = stretch.low + share * (stretch.high - stretch.low);
                        let given = fed(&scenario, slot, input, value).unwrap();
                        let slack = 1e-9 * target.abs().max(if target.abs() < 1.0 { 1.0 } else { 0.0 });
                        assert!(
                            (given - target).abs() <= slack,
                            "{id} {year} {input} {value}: {given}, not {target}"
                        );
                        found += 1;
                    }
                }
                assert!(answer.reached.is_empty() || answer.nearest.is_none());
                if let Some(nearest) = answer.nearest {
                    let given = fed(&scenario, slot, input, nearest.at.high).unwrap();
                    assert!((given - nearest.output).abs() <= 1e-9 * given.abs().max(target.abs()).max(1.0));
                }
            }
        }
    }
    assert!(found > 2_000, "only {found} answers");
}

/// Every output where one input runs evenly through its range.
fn scan(scenario: &Scenario, input: usize, steps: u16) -> Vec<(f64, [Option<f64>; 9])> {
    let [low, high] = MODEL.inputs[input].range;
    let mut scenario = scenario.clone();
    let at = |step: u16| {
        let value = (low + (high - low) * f64::from(step) / f64::from(steps)).min(high);
        scenario.set_at(&MODEL, input, value).unwrap();
        let projection = project(&MODEL, &scenario);
        (value, OUTPUTS.map(|(id, year)| projection.slot(slot(id, year))))
    };
    (0..=steps).map(at).collect()
}

/// A scan in three times as many steps finds no change of sign that has no answer, and nothing nearer than the nearest.
#[test]
fn nothing_is_overlooked() {
    let mut dice = Dice(6);
    let mut several = 0;
    for _ in 0..2 {
        let (scenario, other) = (dice.scenario(Within::Believed), dice.scenario(Within::Believed));
        let other = project(&MODEL, &other);
        for input in (0..STORY.levers.len() + 17).filter(|input| !MODEL.inputs[*input].whole) {
            let scan = scan(&scenario, input, 3 * Effort::FULL.cells);
            for (at, (id, year)) in OUTPUTS.into_iter().enumerate() {
                let slot = slot(id, year);
                let Some(target) = other.slot(slot) else { continue };
                let answer = solve(&MODEL, &scenario, Goal { slot, target }, input, Effort::FULL);
                several += usize::from(answer.reached.len() > 1);
                let mut before: Option<(f64, f64)> = None;
                for (value, given) in &scan {
                    let (value, Some(above)) = (*value, given[at].map(|given| given - target)) else {
                        before = None;
                        continue;
                    };
                    if let Some((from, last)) = before
                        && last * above < 0.0
                        // A pole is no answer.
                        && last.abs().min(above.abs()) < 0.2 * target.abs().max(1.0)
                    {
                        let hit =
                            answer.reached.iter().any(|stretch| stretch.high >= from && stretch.low <= value);
                        assert!(
                            hit,
                            "{id} {year} = {target} by {input} between {from} and {value}: {answer:?}"
                        );
                    }
                    if let Some(nearest) = answer.nearest {
                        let slack = 1e-9 * target.abs().max(1.0);
                        assert!(
                            (nearest.output - target).abs() <= above.abs() + slack,
                            "{id} {year} by {input} at {value}: {answer:?}"
                        );
                    }
                    before = Some((value, above));
                }
            }
        }
    }
    assert!(several > 0, "only {several} goals have several answers");
}

#[test]
fn the_central_case_asked_backwards() {
    let start = Scenario::default_of(&MODEL);
    let at = |answer: &Answer| {
        answer.reached.iter().map(|stretch| (stretch.low, stretch.high)).collect::<Vec<_>>()
    };
    for effort in [Effort::DRAG, Effort::FULL] {
        // More than is earned now: capital spending can do it, and so can far more of it, which then waits for power.
        let capex = at(&answer(&start, ("income", 2033), 150.0, "capex", effort));
        let [(less, same), (more, _)] = capex[..] else { panic!("{capex:?}") };
        assert!((234.0..234.2).contains(&less) && less == same, "{capex:?}");
        assert!((291.8..292.0).contains(&more), "{capex:?}");
        let power = answer(&start, ("income", 2033), 150.0, "power", effort);
        let nearest = power.nearest.unwrap();
        assert!(power.reached.is_empty() && (nearest.output - 131.8).abs() < 0.1);
        assert!((4.4..4.5).contains(&nearest.at.low) && nearest.at.high == 20.0, "{nearest:?}");
        // What is so already holds on a whole stretch: any power that is not the limit.
        let now = Case::new(&[]).at("running", 2033);
        let wide = at(&answer(&start, ("running", 2033), now, "power", effort));
        assert!(wide.len() == 1 && (4.0..4.2).contains(&wide[0].0) && wide[0].1 == 20.0, "{wide:?}");
        // What does not bear on the output reaches nothing but what is, and that everywhere.
        let idle = answer(&start, ("income", 2033), 150.0, "office_jobs", effort).nearest.unwrap();
        assert_eq!((idle.at.low, idle.at.high), (0.0, 100_000.0));
    }
}

#[test]
fn whole_numbers_get_whole_answers() {
    let start = Scenario::default_of(&MODEL);
    let life = answer(&start, ("income", 2033), 150.0, "it_life", Effort::FULL);
    let nearest = life.nearest.unwrap();
    let input = MODEL.input("it_life").unwrap();
    let given: Vec<f64> =
        (3..=6).map(|life| fed(&start, slot("income", 2033), input, f64::from(life)).unwrap()).collect();
    let best = given.iter().copied().min_by(|a, b| (a - 150.0).abs().total_cmp(&(b - 150.0).abs())).unwrap();
    assert!(life.reached.is_empty());
    assert_eq!((nearest.output, nearest.at.low), (best, nearest.at.high));
    assert_eq!(nearest.at.low.fract(), 0.0);
    let same = answer(&start, ("income", 2033), given[1], "it_life", Effort::DRAG);
    assert_eq!((same.reached[0].low, same.reached.len(), same.nearest), (4.0, 1, None));
}

#[test]
fn where_the_output_has_no_value() {
    let start = Scenario::default_of(&MODEL);
    // The days grow without bound as spending nears nought, where they have no value.
    let far = answer(&start, ("saving_days", 2030), 50_000.0, "capex", Effort::FULL);
    assert!(far.reached.len() == 1 && far.reached[0].low > 0.0 && far.reached[0].low < 1.0, "{far:?}");
    let none = Case::new(&[("capex", 0.0)]).scenario;
    let nothing = answer(&none, ("saving_days", 2030), 10.0, "power", Effort::FULL);
    assert!(nothing.reached.is_empty() && nothing.nearest.is_none());
}

#[test]
fn a_lever_with_a_path_is_asked_for_one_value() {
    let model = Model::over_years(&STORY, &[0]).unwrap();
    let mut scenario = Scenario::default_of(&model);
    scenario.set_path(&model, 0, engine::Path::new(vec![(2026, 100.0), (2033, 300.0)]).unwrap()).unwrap();
    let slot = model.quantity("income").unwrap().slots[7];
    let found = solve(&model, &scenario, Goal { slot, target: 150.0 }, 0, Effort::FULL);
    let flat = answer(&Scenario::default_of(&MODEL), ("income", 2033), 150.0, "capex", Effort::FULL);
    assert!((found.reached[0].low - flat.reached[0].low).abs() < 1e-6);
}

#[test]
fn who_says_so() {
    let case = Case::new(&[]);
    let of = |id: &str, value| support(&STORY, &MODEL, &case.projection, MODEL.input(id).unwrap(), value);
    assert_eq!(of("power", 5.0), Support::Claimed);
    assert_eq!([of("power", 3.5), of("power", 8.9)], [Support::Believed; 2]);
    assert_eq!(of("power", 9.1), Support::Beyond);
    assert_eq!([of("capex", 200.0), of("capex", 204.0)], [Support::Claimed, Support::Believed]);
    assert_eq!([of("trainium_share", 0.5), of("trainium_share", 0.9)], [Support::Believed, Support::Beyond]);
    assert_eq!([of("sold_share", 0.6), of("sold_share", 0.59)], [Support::Believed, Support::Beyond]);
    assert_eq!(of("tax", 0.2), Support::Beyond);
}
