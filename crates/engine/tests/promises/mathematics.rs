//! Equations as a reader of mathematics expects them.

use crate::cases::{MODEL, STORY};
use engine::mathematics::{Math, equation};
use engine::model::Names;

/// A part on one line: `_` before a year, cases between braces.
fn line(math: &Math, names: &Names) -> String {
    let all = |parts: &[Math], between: &str| {
        parts.iter().map(|part| line(part, names)).collect::<Vec<_>>().join(between)
    };
    match math {
        Math::Row(parts) => all(parts, " "),
        Math::Name(name, None) => names.id(*name).to_owned(),
        Math::Name(name, Some(year)) => format!("{}_({})", names.id(*name), line(year, names)),
        Math::Number(value, unit) if matches!(unit.as_str(), "" | "share" | "yr") => value.to_string(),
        Math::Number(value, unit) => format!("{value} {unit}"),
        Math::Symbol(symbol) => symbol.to_string(),
        Math::Operator(sign) => (*sign).to_owned(),
        Math::Brackets(inner) => format!("({})", line(inner, names)),
        Math::Fraction(above, below) => format!("[{}]/[{}]", line(above, names), line(below, names)),
        Math::Power(base, exponent) => format!("{}^[{}]", line(base, names), line(exponent, names)),
        Math::Function(name, _, parts) => format!("{name}({})", all(parts, ", ")),
        Math::Sum(variable, from, to, of) => {
            format!("Σ_{variable}={}^{} {}", line(from, names), line(to, names), line(of, names))
        }
        Math::Cases(cases) => {
            let one = |(value, test): &(Math, Option<Math>)| match test {
                Some(test) => format!("{} if {}", line(value, names), line(test, names)),
                None => line(value, names),
            };
            format!("{{{}}}", cases.iter().map(one).collect::<Vec<_>>().join("; "))
        }
        Math::Choice(name) => format!("'{name}'"),
        Math::Absent => "absent".to_owned(),
    }
}

fn lines(id: &str) -> Vec<String> {
    let names = Names::new(&STORY);
    let written = equation(&names, &MODEL, STORY.model.position(id).unwrap()).unwrap();
    let whole = format!("{} = {}", line(&written.left, &names), line(&written.right, &names));
    std::iter::once(whole).chain(written.given.iter().map(|given| line(given, &names))).collect()
}

#[test]
fn one_bar_for_a_chain_of_quotients() {
    assert_eq!(lines("built"), ["built_(t) = [max(0, aws_capex − replacement_(t))]/[cost_per_gw]"]);
    let [energy] = &lines("electricity_cost")[..] else { panic!() };
    assert_eq!(energy, "electricity_cost_(t) = [energy_use_(t) · electricity]/[1000 $ TWh/MWh/B$]");
    assert_eq!(lines("cost_per_gw"), ["cost_per_gw = cost_shell + cost_it"]);
}

#[test]
fn last_year_is_a_subscript_and_the_opening_is_given() {
    assert_eq!(
        lines("running"),
        ["running_(t) = running_(t − 1) + switched_on_(t) − dark_(t)", "running_(2025) = opening_power"]
    );
    assert_eq!(
        lines("replacement_need"),
        ["replacement_need_(t) = it_installed_(t − it_life)", "it_installed_(v) = it_history_(v) , v < 2026"]
    );
}

/// Last year's value of what is set is another one than this year's, if only in the first year.
#[test]
fn what_is_set_has_a_year_where_last_years_counts() {
    let [paid, opening] = &lines("severance_paid")[..] else { panic!() };
    assert!(paid.ends_with("if office_jobs_(t) > office_jobs_(t − 1); 0}"), "{paid}");
    assert_eq!(opening, "office_jobs_(2025) = 0");
    assert_eq!(lines("labour_saving").len(), 1);
}

#[test]
fn straight_lines_are_weighted_sums() {
    let lines = lines("depreciation");
    let weighted = "(Σ_v=2026^t g (t − v) · [cost_it · it_installed_(v)]/[it_life])";
    assert!(lines[0].contains(weighted), "{}", lines[0]);
    assert_eq!(lines[1], "g (a) = {[1]/[2] if a = 0 ∨ a = it_life; 1 if 0 < a < it_life; 0}");
}

#[test]
fn branches_are_cases() {
    assert_eq!(
        lines("saving_share"),
        ["saving_share_(t) = {[labour_saving_(t)]/[capex] if capex > 0; absent}"]
    );
    assert_eq!(lines("binding"), ["binding_(t) = {'power' if unpowered_(t) > 0.000000001 GW; 'money'}"]);
}

#[test]
fn brackets_stand_where_they_are_needed() {
    let [share] = &lines("other_costs")[..] else { panic!() };
    assert_eq!(share, "other_costs_(t) = other_costs_2025 + other_cost · (sales_(t) − sales_2025)");
    assert!(
        lines("openai_revenue")[0].contains("(1 + openai_growth · 1)^["),
        "{:?}",
        lines("openai_revenue")
    );
}
