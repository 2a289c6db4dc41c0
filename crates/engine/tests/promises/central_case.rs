//! The central case and its neighbours, to the precision in which the model's description prints them.

use crate::cases::Case;

/// Of `replacement`, `built` and so on in the order of the columns; shares in percent.
const COLUMNS: [&str; 14] = [
    "replacement",
    "built",
    "switched_on",
    "running",
    "unpowered",
    "sales",
    "depreciation",
    "income",
    "free_cash_flow",
    "labour_saving",
    "trainium_bought",
    "gpu_bought",
    "openai_pays_aws",
    "openai_cover",
];

/// As printed, from 2026 on.
const ROWS: [&str; 8] = [
    "18.2 6.06 6.00 18.0 0.06 171.5 38.3 58.8 -19.7 8.64 1.82 1.16 5.43 20.6",
    "19.7 5.99 6.00 24.0 0.05 223.4 57.4 75.9 26.0 15.8 1.82 1.16 17.9 57.1",
    "21.2 5.92 5.97 30.0 0.00 275.1 76.6 93.0 69.1 19.2 1.83 1.16 17.9 71.4",
    "27.3 5.64 5.64 35.6 0.00 325.3 96.0 108.8 112.1 22.5 1.86 1.18 17.9 89.3",
    "69.7 3.69 3.69 39.3 0.00 365.7 116.5 116.6 150.3 25.8 2.07 1.32 17.9 111.6",
    "110.0 1.84 1.84 41.1 0.00 389.6 127.9 121.9 178.2 29.2 2.27 1.45 17.9 139.5",
    "110.5 1.82 1.82 43.0 0.00 405.4 134.0 126.9 201.4 32.5 2.28 1.45 17.9 174.4",
    "110.9 1.80 1.80 44.8 0.00 421.0 140.1 131.8 225.2 35.8 2.28 1.45 12.5 218.0",
];

/// True where `value` is printed so.
pub(crate) fn reads(value: f64, printed: &str) -> bool {
    let decimals = printed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let text = format!("{value:.decimals$}");
    // A value in the middle may have been rounded either way.
    let step = (0..decimals).fold(0.5, |step, _| step / 10.0);
    text == printed || (value - printed.parse::<f64>().unwrap()).abs() <= step * 1.000_001
}

fn holds(case: &Case, quantity: &str, year: i32, printed: &str) {
    let scale = if quantity == "openai_cover" { 100.0 } else { 1.0 };
    let value = case.at(quantity, year) * scale;
    assert!(reads(value, printed), "{quantity} in {year}: {value}, not {printed}");
}

#[test]
fn the_table() {
    let case = Case::new(&[]);
    for (row, year) in ROWS.iter().zip(2026..) {
        for (printed, quantity) in row.split(' ').zip(COLUMNS) {
            holds(&case, quantity, year, printed);
        }
    }
}

#[test]
fn one_lever_moved() {
    let little_power = Case::new(&[("power", 3.0)]);
    holds(&little_power, "running", 2033, "36.0");
    holds(&little_power, "unpowered", 2033, "8.8");
    holds(&little_power, "unpowered", 2030, "12.3");
    holds(&little_power, "income", 2033, "75.0");
    let peak = little_power.all("unpowered").into_iter().fold(0.0, f64::max);
    assert_eq!(peak, little_power.at("unpowered", 2030));

    let much_money = Case::new(&[("capex", 250.0)]);
    holds(&much_money, "running", 2033, "55.0");
    holds(&much_money, "income", 2033, "158.5");

    let own_chips = Case::new(&[("trainium_share", 0.8)]);
    holds(&own_chips, "running", 2033, "49.6");
    holds(&own_chips, "income", 2033, "146.8");

    let both = Case::new(&[("capex", 250.0), ("power", 3.0)]);
    holds(&both, "unpowered", 2033, "19.0");
    holds(&both, "income", 2033, "41.7");
}

#[test]
fn what_binds() {
    let binding = |set: &[(&str, f64)]| Case::new(set).all("binding");
    // The choices stand in the order money, power.
    assert_eq!(binding(&[]), [1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    assert_eq!(binding(&[("power", 3.0)]), [1.0; 8]);
    assert_eq!(binding(&[("power", 20.0)]), [0.0; 8]);
}

#[test]
fn the_weakest_input() {
    // The description rounds the last one up, to 400.
    for (opening, printed) in [(9.0, "476.3"), (12.0, "421.0"), (14.0, "399.5")] {
        holds(&Case::new(&[("opening_power", opening)]), "sales", 2033, printed);
    }
}
