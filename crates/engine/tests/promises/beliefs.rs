//! What is believed, in words, and what a tenth more of a lever does.

use crate::cases::{MODEL, STORY};
use engine::say::{Plain, Voice, belief};
use engine::{Ranges, Scenario, project, tenth_more};

fn said(id: &str, language: &str, change: impl Fn(&mut Ranges, &mut Scenario, usize)) -> String {
    let at = MODEL.input(id).unwrap();
    let (mut ranges, mut scenario) = (Ranges::default_of(&MODEL), Scenario::default_of(&MODEL));
    change(&mut ranges, &mut scenario, at);
    let numbers = Plain::new(language);
    let voice = Voice { story: &STORY, language, numbers: &numbers };
    belief(&MODEL.inputs[at], ranges.of(at), scenario.values()[at], voice).replace('\u{a0}', " ")
}

#[test]
fn a_belief_is_a_sentence() {
    let as_it_is = |_: &mut Ranges, _: &mut Scenario, _: usize| {};
    assert_eq!(said("sold_share", "en", as_it_is), "Drawn between 60% and 100%, most often near 90%.");
    assert_eq!(
        said("sold_share", "de", as_it_is),
        "Gezogen zwischen 60 % und 100 %, am häufigsten nahe 90 %."
    );
    assert_eq!(said("it_life", "en", as_it_is), "Drawn from 3 (16.7%), 4 (16.7%), 5 (50%), 6 (16.7%).");
    assert_eq!(said("load", "en", as_it_is), "Held at 65%, not drawn.");
    assert_eq!(said("sold_share", "en", |ranges, _, at| ranges.hold(at)), "Held at 90%, not drawn.");
}

#[test]
fn a_belief_follows_what_is_set() {
    let wider = said("sold_share", "en", |ranges, _, at| ranges.set(&MODEL, at, [0.4, 0.95]).unwrap());
    assert_eq!(wider, "Drawn between 40% and 95%, most often near 90%.");
    let outside = said("sold_share", "en", |_, scenario, at| scenario.set_at(&MODEL, at, 0.5).unwrap());
    assert_eq!(outside, "Drawn between 50% and 100%, most often near 50%.");
}

#[test]
fn a_tenth_more_of_a_lever() {
    let income = *MODEL.quantity("income").unwrap().slots.last().unwrap();
    let mut scenario = Scenario::default_of(&MODEL);
    let of = |scenario: &Scenario, id: &str| tenth_more(&MODEL, scenario, MODEL.input(id).unwrap(), income);
    let at = |capex: f64| {
        let mut scenario = Scenario::default_of(&MODEL);
        scenario.set(&MODEL, "capex", capex).unwrap();
        project(&MODEL, &scenario).slot(income).unwrap()
    };
    assert!((of(&scenario, "capex").unwrap() - (at(220.0) - at(200.0))).abs() < 1e-9);
    assert_eq!(of(&scenario, "office_jobs"), Some(0.0));
    // At the top of its range a tenth less is tried; at nothing there is no tenth.
    scenario.set(&MODEL, "capex", 400.0).unwrap();
    assert_eq!(of(&scenario, "capex"), Some(at(400.0) - at(360.0)));
    scenario.set(&MODEL, "capex", 0.0).unwrap();
    assert_eq!(of(&scenario, "capex"), None);
}
