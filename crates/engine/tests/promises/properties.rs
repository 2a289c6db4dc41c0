//! What must hold for every scenario: levers over their whole range, assumptions over theirs.

use crate::always::always;
use crate::cases::{Case, MODEL, STORY, Within, scenario, settable};
use proptest::prelude::*;

const SLACK: f64 = 1e-9;

/// So many scenarios are tried.
const CASES: u32 = 400;

/// A place in the box; its edges are tried more often than chance would try them.
fn point() -> impl Strategy<Value = Vec<f64>> {
    let share = prop_oneof![8 => 0.0..=1.0_f64, 1 => Just(0.0), 1 => Just(1.0)];
    prop::collection::vec(share, settable())
}

fn within() -> impl Strategy<Value = Within> {
    prop_oneof![Just(Within::Believed), Just(Within::Settable)]
}

/// Equal to a billionth of the larger, or of one where both are small.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= SLACK * a.abs().max(b.abs()).max(1.0)
}

/// Never lower, year by year.
fn never_lower(more: &[f64], less: &[f64]) -> bool {
    more.iter().zip(less).all(|(more, less)| *more >= less - SLACK * less.abs().max(1.0))
}

/// Two scenarios that differ in one lever, the second having more of it.
fn pair(within: Within, point: &[f64], lever: &str, other: f64) -> [Case; 2] {
    let at = MODEL.input(lever).unwrap();
    let mut moved = point.to_vec();
    moved[at] = other;
    let (less, more) = if point[at] <= other { (point, &moved[..]) } else { (&moved[..], point) };
    [less, more].map(|point| Case::of(scenario(within, point)))
}

#[test]
fn power_is_neither_lost_nor_made() {
    always(CASES, (within(), point()), |(within, point)| {
        let case = Case::of(scenario(within, &point));
        let (mut built, mut on, mut dark) = (0.0, 0.0, 0.0);
        let columns = ["built", "switched_on", "dark", "unpowered", "running"].map(|id| case.all(id));
        for year in 0..MODEL.years.len() {
            let [new, switched, off, unpowered, running] = columns.each_ref().map(|column| column[year]);
            built += new;
            on += switched;
            dark += off;
            assert!(near(built, on + unpowered));
            assert!(near(running, case.set("opening_power") + on - dark));
            assert!(switched <= case.set("power"));
            for stock in [new, switched, off, unpowered, running] {
                assert!(stock >= 0.0, "{stock}");
            }
        }
    });
}

#[test]
fn money_is_spent_once() {
    always(CASES, (within(), point()), |(within, point)| {
        let case = Case::of(scenario(within, &point));
        let (spend, unit) = (case.at("aws_capex", 2026), case.at("cost_per_gw", 2026));
        for (built, replacement) in case.all("built").into_iter().zip(case.all("replacement")) {
            assert!(near(spend, built * unit + replacement));
        }
        for share in case.values("replacement_share").into_iter().flatten() {
            assert!((0.0..=1.0 + SLACK).contains(&share));
        }
    });
}

#[test]
fn income_is_what_is_left() {
    always(CASES, (within(), point()), |(within, point)| {
        let case = Case::of(scenario(within, &point));
        let [sales, spent, power, other, income] =
            ["sales", "depreciation", "electricity_cost", "other_costs", "income"].map(|id| case.all(id));
        for year in 0..MODEL.years.len() {
            // The slack is that of the numbers that are taken from each other.
            let left = sales[year] - spent[year] - power[year] - other[year];
            let size = sales[year].abs() + other[year].abs();
            assert!((left - income[year]).abs() <= SLACK * size.max(1.0));
        }
    });
}

#[test]
fn openai_pays_all_it_owes() {
    always(CASES, (within(), point()), |(within, point)| {
        let case = Case::of(scenario(within, &point));
        let mut paid = 0.0;
        for (pays, owed) in case.all("openai_pays_aws").into_iter().zip(case.all("openai_backlog")) {
            paid += pays;
            assert!(near(paid + owed, 138.0) && owed >= 0.0);
        }
    });
}

#[test]
fn more_power_never_lowers_running_power() {
    always(CASES, (point(), 0.0..=1.0_f64), |(point, other)| {
        let [less, more] = pair(Within::Believed, &point, "power", other);
        assert!(never_lower(&more.all("running"), &less.all("running")));
    });
}

#[test]
fn more_power_never_raises_unpowered() {
    always(CASES, (within(), point(), 0.0..=1.0_f64), |(within, point, other)| {
        let [less, more] = pair(within, &point, "power", other);
        assert!(never_lower(&less.all("unpowered"), &more.all("unpowered")));
    });
}

#[test]
fn more_power_never_lowers_income() {
    always(CASES, (point(), 0.0..=1.0_f64), |(point, other)| {
        let [less, more] = pair(Within::Believed, &point, "power", other);
        assert!(never_lower(&more.all("income"), &less.all("income")));
    });
}

#[test]
fn more_capital_never_lowers_what_stands() {
    always(CASES, (within(), point(), 0.0..=1.0_f64), |(within, point, other)| {
        let [less, more] = pair(within, &point, "capex", other);
        let standing = |case: &Case| -> Vec<f64> {
            case.all("running").into_iter().zip(case.all("unpowered")).map(|(a, b)| a + b).collect()
        };
        assert!(never_lower(&standing(&more), &standing(&less)));
    });
}

#[test]
fn no_value_is_infinite_or_not_a_number() {
    always(CASES, (within(), point()), |(within, point)| {
        let case = Case::of(scenario(within, &point));
        for (at, quantity) in MODEL.quantities.iter().enumerate() {
            let choices = STORY.model.0[at].1.choices.len();
            for value in case.projection.values(&MODEL, at).into_iter().flatten() {
                assert!(value.is_finite(), "{}", quantity.id);
                assert!(choices == 0 || value >= 0.0 && value.fract() == 0.0 && value < choices as f64);
            }
        }
    });
}

#[test]
fn the_same_scenario_gives_the_same_bits() {
    always(CASES, (within(), point()), |(within, point)| {
        let scenario = scenario(within, &point);
        assert!(Case::of(scenario.clone()).projection == Case::of(scenario).projection);
    });
}

/// Beyond what is believed two of the promises end, and rightly so.
#[test]
fn where_more_power_does_no_good() {
    // A gigawatt that costs more than it brings: every one that is connected lowers the income.
    let dear = [("other_cost", 0.9), ("electricity", 360.0)];
    let at = |power: f64| Case::new(&[dear[0], dear[1], ("power", power)]);
    assert_eq!(at(3.0).values("payback"), [None]);
    assert!(at(6.0).at("running", 2033) > at(3.0).at("running", 2033));
    assert!(at(6.0).at("income", 2033) < at(3.0).at("income", 2033));

    // So little that runs at first that old chips cannot go dark before they are connected.
    let small = [("opening_power", 0.9), ("it_life", 3.0), ("capex", 40.0)];
    let at = |power: f64| Case::new(&[small[0], small[1], small[2], ("power", power)]);
    let (little, much) = (at(0.1), at(20.0));
    assert!(little.at("unpowered", 2028) > 0.0 && much.at("running", 2028) < little.at("running", 2028));
}
