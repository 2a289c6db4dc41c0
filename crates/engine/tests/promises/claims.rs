//! What the model's description says in words about its answers.

use crate::cases::Case;
use crate::central_case::reads;

fn income(set: &[(&str, f64)]) -> f64 {
    Case::new(set).at("income", 2033)
}

fn running(set: &[(&str, f64)]) -> f64 {
    Case::new(set).at("running", 2033)
}

/// The cases low and high of each lever.
const CASES: [(&str, [f64; 2]); 5] = [
    ("capex", [100.0, 250.0]),
    ("trainium_share", [0.2, 0.8]),
    ("power", [3.0, 9.0]),
    ("office_jobs", [14_000.0, 60_000.0]),
    ("hires_avoided", [0.0, 900_000.0]),
];

#[test]
fn power_hurts_most_and_capital_moves_most() {
    assert!(reads(income(&[("power", 3.0)]), "75"));
    assert!(reads(income(&[("capex", 100.0)]), "78"));
    for (lever, [low, high]) in CASES {
        assert!(income(&[(lever, low)]) >= income(&[("power", 3.0)]), "{lever}");
        let moved = running(&[(lever, high)]) - running(&[(lever, low)]);
        assert!(moved <= running(&[("capex", 250.0)]) - running(&[("capex", 100.0)]), "{lever}");
    }
}

#[test]
fn above_six_gigawatts_money_binds() {
    for power in [6.1, 7.0, 20.0] {
        assert_eq!(Case::new(&[("power", power)]).all("binding"), [0.0; 8], "{power}");
    }
    for power in [4.2, 5.0, 6.0, 9.0, 20.0] {
        assert!(reads(running(&[("power", power)]), "44.8"), "{power}");
    }
    assert!(reads(running(&[("power", 4.0)]), "44.0"));
}

#[test]
fn the_treadmill_of_replacement() {
    let case = Case::new(&[]);
    assert!(reads(case.at("replacement", 2031), "110.0"));
    assert!(reads(case.at("aws_capex", 2031), "150"));
    assert!(case.at("replacement_share", 2031) > 0.7);
}

#[test]
fn the_mix_hardly_moves_the_payback() {
    for (share, printed) in [(0.2, "3.67"), (0.8, "3.50")] {
        assert!(reads(Case::new(&[("trainium_share", share)]).at("payback", 2026), printed));
    }
}

#[test]
fn layoffs_do_not_fund_capital() {
    let case = Case::new(&[]);
    let days = case.at("office_saving_days", 2026);
    assert!(reads(days, "13.7"));
    assert!(reads(days / 365.0 * 100.0, "3.75"));
}

#[test]
fn what_is_not_credible_is_known() {
    let case = Case::new(&[]);
    assert!(reads((case.at("sales", 2026) / 128.7 - 1.0) * 100.0, "33"));
    let energy = case.at("energy_use", 2030);
    assert!(reads(energy, "213") && reads(energy / 945.0 * 100.0, "23"));
}

#[test]
fn idle_capital_is_an_upper_figure() {
    let case = Case::new(&[("power", 3.0)]);
    assert!(reads(case.at("idle_capital", 2030), "268"));
    assert!(reads(case.at("unpowered", 2030) * case.set("cost_shell"), "81"));
}
