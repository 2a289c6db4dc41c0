//! The story's equations and the second implementation give the same on random scenarios.

use crate::cases::{Case, Dice, MODEL, STORY, Within};
use crate::reference::{Answer, FACTS, reference};

/// Fails with the first quantity that differs by more than a billionth.
fn compare(case: &Case, expected: &Answer) {
    for (id, expected) in expected {
        let found = case.values(id);
        assert_eq!(found.len(), expected.len(), "{id} has another number of values");
        for (year, (found, expected)) in found.iter().zip(expected).enumerate() {
            let near = match (found, expected) {
                (Some(found), Some(expected)) => {
                    (found - expected).abs() <= 1e-9 * found.abs().max(expected.abs()).max(1.0)
                }
                (None, None) => true,
                _ => false,
            };
            assert!(near, "{id}, value {year}: {found:?}, not {expected:?}, in {:?}", case.scenario);
        }
    }
}

fn hold(case: &Case) {
    compare(case, &reference(&FACTS, &|id| case.set(id)));
}

#[test]
fn the_default_scenario() {
    hold(&Case::new(&[]));
}

#[test]
fn random_scenarios_of_all_that_can_be_set() {
    let mut dice = Dice(2033);
    for _ in 0..2_000 {
        hold(&Case::of(dice.scenario(Within::Settable)));
    }
}

#[test]
fn random_scenarios_of_what_is_believed() {
    let mut dice = Dice(2026);
    for _ in 0..500 {
        hold(&Case::of(dice.scenario(Within::Believed)));
    }
}

#[test]
fn what_has_no_meaning_is_absent() {
    let nothing = Case::new(&[("capex", 0.0)]);
    hold(&nothing);
    for id in ["saving_share", "saving_days", "replacement_share", "office_saving_days"] {
        assert!(nothing.values(id).iter().all(Option::is_none), "{id}");
    }
    let elsewhere = Case::new(&[("aws_share", 0.0)]);
    hold(&elsewhere);
    assert!(elsewhere.values("replacement_share").iter().all(Option::is_none));
    let never = Case::new(&[("ai_share", 1.0), ("sold_share", 0.0)]);
    hold(&never);
    assert_eq!(never.values("payback"), [None]);
    // A mean of nothing running in 2025 earns no sales per gigawatt: all that rests on it is absent.
    let idle = Case::new(&[("opening_power", 1.95)]);
    for id in ["yield_per_gw", "payback", "sales", "income", "margin", "free_cash_flow", "programme_cash"] {
        assert!(idle.values(id).iter().all(Option::is_none), "{id}");
    }
    assert!(idle.at("running", 2033) > 30.0);
}

#[test]
fn both_know_the_same_quantities() {
    let ours = STORY.model.iter().filter(|(_, quantity)| !quantity.intermediate);
    let mut ours: Vec<&str> = ours.map(|(id, _)| id).collect();
    ours.sort_unstable();
    let case = Case::new(&[]);
    let theirs: Vec<&str> = reference(&FACTS, &|id| case.set(id)).keys().copied().collect();
    assert_eq!(ours, theirs);
    assert_eq!(theirs.len(), 34);
}

#[test]
fn what_does_not_vary_is_one_value() {
    let single = MODEL.quantities.iter().filter(|quantity| !quantity.varies).map(|quantity| &quantity.id);
    let shown: Vec<&String> =
        single.filter(|id| STORY.model.get(id).is_some_and(|q| !q.intermediate)).collect();
    assert_eq!(
        shown,
        ["aws_capex", "cost_it", "cost_per_gw", "yield_per_gw", "payback", "office_saving_days"]
    );
}
