//! The model run from the state of two past years: its known errors, beside the baseline that repeats the year before.

use crate::cases::{Case, MODEL, STORY};
use crate::central_case::reads;
use crate::reference::{Facts, reference};
use engine::backtest::{Outcome, run};

fn outcomes(id: &str) -> Vec<Outcome> {
    run(&STORY, &MODEL, id, STORY.backtests.get(id).unwrap()).unwrap()
}

fn outcome(id: &str, quantity: &str) -> Outcome {
    let found = outcomes(id).into_iter().find(|outcome| outcome.quantity == quantity);
    found.unwrap_or_else(|| panic!("the backtest {id} does not compare {quantity}"))
}

/// Errors in percent: the model's, and the baseline's where there is one.
fn errors(id: &str, quantity: &str, printed: &str, naive: Option<&str>) {
    let outcome = outcome(id, quantity);
    let error = outcome.error().unwrap() * 100.0;
    assert!(reads(error, printed), "{quantity} is off by {error} %, not {printed}");
    let of_naive = outcome.naive_error().map(|error| error * 100.0);
    assert_eq!(of_naive.is_some(), naive.is_some(), "{quantity}");
    if let (Some(error), Some(printed)) = (of_naive, naive) {
        assert!(reads(error, printed), "the baseline's {quantity} is off by {error} %, not {printed}");
    }
}

fn value(id: &str, quantity: &str, predicted: &str, actual: &str) {
    let outcome = outcome(id, quantity);
    assert!(reads(outcome.predicted.unwrap(), predicted), "{outcome:?}");
    assert!(reads(outcome.actual, actual), "{outcome:?}");
}

#[test]
fn of_2025() {
    errors("y2025", "sales", "0.8", Some("-1.0"));
    errors("y2025", "income", "-0.3", Some("3.5"));
    errors("y2025", "depreciation", "8", None);
    value("y2025", "free_cash_flow", "7.7", "11.2");
}

#[test]
fn of_2024() {
    errors("y2024", "sales", "-3.2", Some("-4.4"));
    errors("y2024", "income", "-27", Some("-29.9"));
    errors("y2024", "depreciation", "30", None);
    value("y2024", "free_cash_flow", "20.0", "38.2");
    value("y2024", "running", "8.95", "8.1");
}

/// About as well in 2025, better in 2024; the size of an error decides.
#[test]
fn beside_the_baseline() {
    let worse = |id: &str, quantity: &str| {
        let outcome = outcome(id, quantity);
        outcome.error().unwrap().abs() > outcome.naive_error().unwrap().abs()
    };
    let rows = [("y2025", "sales"), ("y2025", "income"), ("y2024", "sales"), ("y2024", "income")];
    assert_eq!(rows.map(|(id, quantity)| worse(id, quantity)), [false; 4]);
}

/// The second implementation from the same opening states gives the same outcomes.
#[test]
fn against_the_reference() {
    let end_of_2024 = Facts {
        sales: 107.556,
        income: 39.834,
        depreciation: 13.32,
        run_rate: 15.44,
        operating_cash_flow: 115.877,
        added: 8.1 - 6.9,
        installed: [0.0, 0.9, 1.1, 1.2, 1.3, 1.4, 1.8],
    };
    let end_of_2023 = Facts {
        sales: 90.757,
        income: 24.631,
        depreciation: 12.52,
        run_rate: 12.52,
        operating_cash_flow: 84.946,
        added: 6.9 - 6.0,
        installed: [0.0, 0.0, 0.9, 1.1, 1.2, 1.3, 1.4],
    };
    for (id, facts, spent, opening) in
        [("y2025", end_of_2024, 128.3, 8.1), ("y2024", end_of_2023, 77.658, 6.9)]
    {
        let case = Case::new(&[
            ("capex", spent),
            ("power", 20.0),
            ("office_jobs", 0.0),
            ("hires_avoided", 0.0),
            ("opening_power", opening),
        ]);
        let expected = reference(&facts, &|id| case.set(id));
        for outcome in outcomes(id) {
            let expected = expected[outcome.quantity.as_str()][0].unwrap();
            let found = outcome.predicted.unwrap();
            assert!((found - expected).abs() < 1e-9 * expected.abs(), "{outcome:?}, not {expected}");
        }
    }
}

#[test]
fn tracks_hold_every_outcome_by_year() {
    let tracks = engine::backtest::tracks(&STORY, &MODEL).unwrap();
    let ids: Vec<_> = tracks.iter().map(|track| track.quantity.as_str()).collect();
    assert_eq!(ids, ["sales", "income", "depreciation", "free_cash_flow", "running"]);
    let years = |at: usize| tracks[at].years.iter().map(|(year, _)| *year).collect::<Vec<_>>();
    assert_eq!((years(0), years(4)), (vec![2024, 2025], vec![2024]));
    let (_, income) = &tracks[1].years[1];
    assert_eq!((tracks[1].unit.as_str(), income.actual), ("B$/yr", 45.6));
    assert!(income.naive.is_some() && (income.predicted.unwrap() / 45.6 - 1.0).abs() < 0.01);
}
