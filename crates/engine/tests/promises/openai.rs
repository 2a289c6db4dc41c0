//! The story of OpenAI's promises: its central case as a table, the same model by hand, and what must always hold.

use crate::cases::Dice;
use crate::central_case::reads;
use crate::stories::{Told, anywhere, at, named};
use engine::link::Differences;
use engine::{Model, Projection, Scenario, project};
use std::sync::LazyLock;

static TOLD: LazyLock<&Told> = LazyLock::new(|| named("openai"));

fn model() -> &'static Model {
    &TOLD.model
}

fn set(values: &[(&str, f64)]) -> (Scenario, Projection) {
    let mut scenario = Scenario::default_of(model());
    for (id, value) in values {
        scenario.set(model(), id, *value).unwrap();
    }
    let projection = project(model(), &scenario);
    (scenario, projection)
}

fn value(projection: &Projection, id: &str, year: i32) -> f64 {
    at(model(), projection, id, year).unwrap_or_else(|| panic!("{id} is absent in {year}"))
}

const COLUMNS: [&str; 9] =
    ["sales", "due", "aws_due", "owed", "interest_due", "left", "raised", "debt", "raised_total"];

/// From 2026 on, computed by hand from the contracts: 38 over 7 years, 100 over 8 from 2027, 250 over 7, 300 over 5 from
/// 2027 and 812 over 8.
const ROWS: [&str; 8] = [
    "36.1 142.6 5.4 1357 0.0 -119.2 24.2 12.1 24.2",
    "100.0 215.1 17.9 1142 1.0 -151.1 116.1 70.2 140.3",
    "125.0 215.1 17.9 927 5.6 -139.5 139.5 139.9 279.8",
    "156.2 215.1 17.9 712 11.2 -124.8 124.8 202.3 404.6",
    "195.3 215.1 17.9 497 16.2 -104.4 104.4 254.5 509.0",
    "244.1 215.1 17.9 282 20.4 -76.8 76.8 292.9 585.8",
    "305.2 155.1 17.9 127 23.4 19.8 0.0 273.1 585.8",
    "381.5 114.0 12.5 12 21.8 112.1 0.0 161.0 585.8",
];

#[test]
fn the_table() {
    let (_, projection) = set(&[]);
    for (row, year) in ROWS.iter().zip(2026..) {
        for (printed, id) in row.split(' ').zip(COLUMNS) {
            let found = value(&projection, id, year);
            assert!(reads(found, printed), "{id} in {year}: {found}, not {printed}");
        }
    }
}

/// The model once more as a plain loop over years and contracts.
fn by_hand(scenario: &Scenario) -> Vec<[f64; 9]> {
    let input = |id: &str| scenario.values()[model().input(id).unwrap()];
    let stretch = input("stretch");
    let others = input("firm_share") * (1_400.0 - 38.0 - 250.0 - 300.0);
    // What is owed, over how many years, from when, and whether to AWS.
    let mut contracts = [
        (38.0, input("aws_years"), 2026.0, true),
        (100.0, 8.0, input("addition_start"), true),
        (250.0, input("microsoft_years"), 2026.0, false),
        (300.0, input("oracle_years"), input("oracle_start"), false),
        (others, input("others_years"), 2026.0, false),
    ]
    .map(|(sum, years, start, aws)| (sum, sum / (years * stretch), start, aws));
    let (mut sales, mut cash, mut debt, mut total) = (input("sales_2025"), input("cash_2025"), 0.0, 0.0);
    let two_years = (input("sales_2027") / sales).sqrt();
    let mut rows = Vec::new();
    for year in 2026..=2033 {
        let year = f64::from(year);
        sales *= if year < 2027.5 { two_years } else { 1.0 + input("growth") };
        let (mut due, mut aws_due) = (0.0, 0.0);
        for (owed, a_year, start, aws) in &mut contracts {
            let pays = if year >= *start { owed.min(*a_year) } else { 0.0 };
            *owed -= pays;
            due += pays;
            aws_due += if *aws { pays } else { 0.0 };
        }
        let interest = input("interest") * debt;
        let left = sales * (1.0 - input("other_cost")) - due - interest;
        let stake = input("stake");
        let mut agreed = 0.0;
        if year == 2026.0 {
            agreed += stake.min(15.0) + input("other_investors");
        }
        if year == input("conditions_year") {
            agreed += (stake - 15.0).max(0.0);
        }
        let purse = cash + left + agreed;
        let raised = (-purse).max(0.0);
        let repaid = debt.min(purse.max(0.0));
        debt += raised * (1.0 - input("investor_share")) - repaid;
        cash = purse.max(0.0) - repaid;
        total += raised;
        let owed = contracts.iter().map(|contract| contract.0).sum();
        rows.push([sales, due, aws_due, owed, interest, left, raised, debt, total]);
    }
    rows
}

#[test]
fn the_same_by_hand() {
    let mut dice = Dice(31);
    for round in 0..400 {
        let scenario = if round == 0 { set(&[]).0 } else { anywhere(model(), &mut dice) };
        let projection = project(model(), &scenario);
        for (row, year) in by_hand(&scenario).iter().zip(2026..) {
            for (expected, id) in row.iter().zip(COLUMNS) {
                let found = value(&projection, id, year);
                let near = (found - expected).abs() <= 1e-9 * expected.abs().max(1e3);
                assert!(near, "{id} in {year}: {found}, not {expected}");
            }
        }
    }
}

#[test]
fn nothing_is_lost_on_the_way() {
    let mut dice = Dice(37);
    for _ in 0..300 {
        let scenario = anywhere(model(), &mut dice);
        let projection = project(model(), &scenario);
        let now = |id: &str, year: i32| value(&projection, id, year);
        let input = |id: &str| scenario.values()[model().input(id).unwrap()];
        let (mut paid, mut cash, mut debt) = (0.0, input("cash_2025"), 0.0);
        let promised = 688.0 + input("firm_share") * 812.0;
        for year in 2026..=2033 {
            paid += now("due", year);
            assert!((paid + now("owed", year) - promised).abs() < 1e-9 * promised, "{year}");
            assert!(now("owed", year) > -1e-9 && now("cash", year) >= 0.0 && now("debt", year) > -1e-9);
            // What comes in goes out or stays.
            let came = now("sales", year) + now("agreed", year) + now("raised", year);
            let went =
                now("other_costs", year) + now("due", year) + now("interest_due", year) + now("repaid", year);
            assert!((cash + came - went - now("cash", year)).abs() < 1e-9 * came.max(1e3), "{year}");
            assert!((debt + now("borrowed", year) - now("repaid", year) - now("debt", year)).abs() < 1e-6);
            (cash, debt) = (now("cash", year), now("debt", year));
        }
    }
}

#[test]
fn one_lever_moved() {
    let total = |values: &[(&str, f64)]| value(&set(values).1, "raised_total", 2033);
    let default = total(&[]);
    assert!(total(&[("sales_2027", 52.0)]) > 1.5 * default);
    assert!(total(&[("stretch", 2.0)]) < 0.5 * default);
    assert!((total(&[("stake", 15.0)]) - default - 35.0).abs() < 10.0, "the 35 and a little interest");
    assert!(total(&[("investor_share", 1.0)]) < default && default < total(&[("investor_share", 0.0)]));
    assert_eq!(total(&[("sales_2027", 200.0), ("growth", 1.0), ("stretch", 4.0), ("other_cost", 0.1)]), 0.0);
}

/// Before the report that names them, Microsoft's and Oracle's orders were part of what others were promised.
#[test]
fn what_has_no_name_yet_is_promised_to_others() {
    let then = Differences { date: Some("2025-11-03".to_owned()), ..Differences::default() };
    let scenario = then.scenario(&TOLD.story, model());
    let projection = project(model(), &scenario);
    assert_eq!(value(&projection, "microsoft_due", 2028), 0.0);
    assert_eq!(value(&projection, "agreed", 2026), 60.0);
    let (due, others) = (value(&projection, "due", 2028), value(&projection, "others_due", 2028));
    assert!((others - 1_362.0 / 8.0).abs() < 1e-9 && (due - others - 38.0 / 7.0).abs() < 1e-9);
    assert_eq!(at(model(), &projection, "sold", 2033), None, "no valuation was printed");
}
