//! Every explanation reproduces its number from its own operands, and says so where it does not.

use crate::cases::{Case, Dice, MODEL, STORY, Within};
use engine::model::Name;
use engine::story::Quantity;
use engine::{
    ExplainError, Explanation, Model, Operand, OperandKind, Override, Piece, Reach, Scenario, Story, Writing,
    explain, project,
};

/// Every explanation that there is.
pub(crate) fn all(story: &Story, model: &Model, scenario: &Scenario) -> Vec<Explanation> {
    let projection = project(model, scenario);
    let one = |id: &str, year: Option<i32>| explain(story, model, &projection, scenario, id, year).expect(id);
    let quantities = model.quantities.iter().flat_map(|quantity| {
        let years =
            if quantity.varies { model.years.iter().copied().map(Some).collect() } else { vec![None] };
        years.into_iter().map(|year| (quantity.id.as_str(), year)).collect::<Vec<_>>()
    });
    quantities.map(|(id, year)| one(id, year)).collect()
}

fn one(case: &Case, id: &str, year: i32) -> Explanation {
    explain(&STORY, &MODEL, &case.projection, &case.scenario, id, Some(year)).unwrap()
}

/// The filled equation with every digit that the language reads.
fn filled(explanation: &Explanation) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Operand(at) => match explanation.operands[*at].value {
            Some(value) if value < 0.0 => format!("({value:.14e})"),
            Some(value) => format!("{value:.14e}"),
            None => "absent".to_owned(),
        },
    };
    explanation.filled.iter().map(piece).collect()
}

#[test]
fn every_number_is_reproduced_to_the_bit() {
    let mut dice = Dice(7);
    for round in 0..60 {
        let scenario = match round {
            0 => Scenario::default_of(&MODEL),
            _ => dice.scenario(if round % 2 == 0 { Within::Settable } else { Within::Believed }),
        };
        for explanation in all(&STORY, &MODEL, &scenario) {
            let Explanation { id, year, result, projected, .. } = &explanation;
            assert!(explanation.agrees, "{id} {year:?}: {result:?} is not {projected:?}");
            assert_eq!(result.map(f64::to_bits), projected.map(f64::to_bits));
        }
    }
}

/// Figures that feed the model are other than published.
#[test]
fn overridden_figures_are_explained_as_well() {
    let fed: Vec<usize> = (0..MODEL.inputs.len())
        .filter(|at| {
            matches!(MODEL.inputs[*at].name, Name::Figure(_)) && Reach::of(&MODEL, &[*at]).feeds(&MODEL)
        })
        .collect();
    assert!(fed.len() > 15, "{}", fed.len());
    let mut dice = Dice(5);
    for round in 0..30 {
        let mut scenario = dice.scenario(if round % 2 == 0 { Within::Settable } else { Within::Believed });
        for at in &fed {
            let value = MODEL.inputs[*at].default * (0.2 + 2.0 * dice.unit());
            let figure = MODEL.inputs[*at].id.clone();
            let changed = Override { figure, value, ..Override::default() };
            changed.apply(&STORY, &MODEL, &mut scenario).unwrap();
        }
        for explanation in all(&STORY, &MODEL, &scenario) {
            assert!(explanation.agrees, "{} {:?}", explanation.id, explanation.year);
            for operand in explanation.operands.iter().filter(|operand| operand.kind == OperandKind::Figure) {
                let at = MODEL.figure(&operand.id).unwrap();
                assert_eq!(operand.value, Some(scenario.values()[at]), "{}", operand.id);
            }
        }
    }
}

/// Read back as an equation of its own, so that its brackets and years are held to as well. Its 15 digits are not all bits.
#[test]
fn the_filled_equation_is_true() {
    let mut dice = Dice(11);
    let scenarios = [Scenario::default_of(&MODEL), dice.scenario(Within::Believed)];
    for explanation in scenarios.iter().flat_map(|scenario| all(&STORY, &MODEL, scenario)) {
        let text = filled(&explanation);
        if text.contains('\'') {
            continue;
        }
        let value = engine::model::evaluate(&STORY, &text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let size = explanation.operands.iter().filter_map(|operand| operand.value).fold(1.0, f64::max);
        match explanation.result {
            Some(result) => {
                assert!((value - result).abs() <= 1e-9 * size, "{text} gives {value}, not {result}")
            }
            None => assert!(!value.is_finite(), "{text} gives {value}"),
        }
    }
}

#[test]
fn operands_say_what_they_are() {
    let case = Case::new(&[("power", 3.0)]);
    let sales = one(&case, "sales", 2033);
    let kinds: Vec<_> = sales.operands.iter().map(|o| (o.id.as_str(), o.kind, o.year)).collect();
    assert_eq!(
        kinds,
        [
            ("sales_2025", OperandKind::Figure, None),
            ("yield_per_gw", OperandKind::Computed, None),
            ("mean_running", OperandKind::Computed, Some(2033)),
            ("mean_running_2025", OperandKind::Computed, None),
            ("yield_kept", OperandKind::Computed, Some(2033)),
        ]
    );
    let ceiling = one(&case, "power_ceiling", 2030);
    let [running, power, step] = &ceiling.operands[..] else { panic!("{ceiling:?}") };
    assert_eq!(
        (running.id.as_str(), running.year, running.value),
        ("running", Some(2029), Some(case.at("running", 2029)))
    );
    assert_eq!((power.kind, power.value, power.unit.as_str()), (OperandKind::Lever, Some(3.0), "GW/yr"));
    assert_eq!((step.kind, step.value, step.unit.as_str()), (OperandKind::Constant, Some(1.0), "yr"));
}

#[test]
fn other_years_are_named() {
    let years = |life: f64, id: &str, year: i32, operand: &str| -> Vec<i32> {
        let operands = one(&Case::new(&[("it_life", life)]), id, year).operands;
        operands.iter().filter(|found| found.id == operand).filter_map(|found| found.year).collect()
    };
    // The first year has nothing before it but the opening, which is an assumption.
    assert_eq!(years(5.0, "running", 2026, "running"), [0; 0]);
    assert!(one(&Case::new(&[]), "running", 2026).operands.iter().any(|o| o.id == "opening_power"));
    assert_eq!(years(5.0, "running", 2027, "running"), [2026]);
    assert_eq!(years(5.0, "depreciation", 2028, "it_installed"), [2026, 2027, 2028]);
    assert_eq!(years(5.0, "programme_cash", 2029, "income"), [2026, 2027, 2028, 2029]);
    // Where chips live six years, those of 2020 are a figure and those of 2026 computed.
    assert_eq!(years(6.0, "replacement_need", 2026, "it_2020"), [2020]);
    assert_eq!(years(6.0, "replacement_need", 2032, "it_installed"), [2026]);
    assert_eq!(years(5.0, "replacement_need", 2032, "it_installed"), [2027]);
}

#[test]
fn absent_is_explained_by_the_branch_that_was_taken() {
    let case = Case::new(&[("capex", 0.0)]);
    let days = one(&case, "saving_days", 2030);
    assert_eq!((days.result, days.projected, days.agrees), (None, None, true));
    let counts: Vec<_> = days.operands.iter().map(|o| (o.id.as_str(), o.counts)).collect();
    assert_eq!(counts, [("capex", true), ("", true), ("", false), ("labour_saving", false)]);
}

#[test]
fn functions_that_the_story_does_not_use() {
    let mut story = STORY.clone();
    let texts = [
        ("x_peak", "GW", "peak(unpowered) + lowest(running)"),
        ("x_when", "yr", "max(peak_year(income), lowest_year(free_cash_flow))"),
        ("x_first", "yr", "first_year(income > 100 [B$/yr])"),
        ("x_never", "yr", "first_year(income > 1e9 [B$/yr]) + 1 [yr]"),
        ("x_count", "share", "-count(binding == 'power' or not(running != 12 [GW])) ^ 2"),
        ("x_at", "GW", "at(prev(running, opening_power) - (dark - built), 2030)"),
        ("x_life", "yr", "it_life"),
        ("x_lag", "GW", "lag(built * 2 - running, x_life, it_history)"),
        ("x_literal", "GW", "2 * lag(built + running, 3 [yr], it_history)"),
        ("x_infinite", "share", "1 / (capex * 0)"),
        ("x_small", "share", "min(x_infinite, 3)"),
    ];
    for (id, unit, value) in texts {
        let quantity = Quantity {
            unit: unit.to_owned(),
            value: value.to_owned(),
            intermediate: true,
            ..Quantity::default()
        };
        story.model.0.push((id.to_owned(), quantity));
    }
    let model = Model::compile(&story).unwrap();
    for (lever, life) in [(0.0, 6.0), (3.0, 5.0), (6.0, 4.0), (20.0, 3.0)] {
        let mut scenario = Scenario::default_of(&model);
        scenario.set(&model, "power", lever).unwrap();
        scenario.set(&model, "it_life", life).unwrap();
        for explanation in all(&story, &model, &scenario) {
            assert!(explanation.agrees, "{explanation:?}");
            if explanation.id.starts_with("x_")
                && !explanation.equation.contains('\'')
                && explanation.id != "x_small"
            {
                let shown = filled(&explanation);
                // `peak(a, b)` is for reading: the language takes one value there.
                if !["peak", "lowest", "first_year"].iter().any(|word| shown.contains(word)) {
                    let value = engine::model::evaluate(&story, &shown).unwrap();
                    let near = explanation.result.is_none_or(|result| (value - result).abs() < 1e-9);
                    assert!(near, "{shown}: {value}, {:?}", explanation.result);
                }
            }
        }
    }
}

#[test]
fn a_number_of_another_scenario_is_noticed() {
    let [case, other] = [3.0, 6.0].map(|power| Case::new(&[("power", power)]));
    let mixed =
        explain(&STORY, &MODEL, &case.projection, &other.scenario, "switched_on", Some(2033)).unwrap();
    assert!(!mixed.agrees && mixed.result != mixed.projected);
}

#[test]
fn what_cannot_be_explained() {
    let case = Case::new(&[]);
    let message = |id: &str, year: Option<i32>| -> ExplainError {
        explain(&STORY, &MODEL, &case.projection, &case.scenario, id, year).unwrap_err()
    };
    assert_eq!(
        message("incme", Some(2033)).to_string(),
        "there is no quantity `incme`; did you mean `income`?"
    );
    assert_eq!(message("income", None).to_string(), "`income` varies by year; name one from 2026 to 2033");
    assert_eq!(
        message("income", Some(2034)).to_string(),
        "2034 is not projected; years run from 2026 to 2033"
    );
    assert!(explain(&STORY, &MODEL, &case.projection, &case.scenario, "cost_it", None).unwrap().agrees);
}

#[test]
fn a_sign_never_meets_a_sign() {
    let operand = |id: &str, value| Operand {
        kind: OperandKind::Figure,
        id: id.to_owned(),
        unit: String::new(),
        value,
        year: None,
        counts: true,
    };
    let text = |text: &str| Piece::Text(text.to_owned());
    let of = Explanation {
        id: "gap".to_owned(),
        year: None,
        unit: String::new(),
        equation: "max(a - b, c)".to_owned(),
        filled: vec![
            text("max("),
            Piece::Operand(0),
            text(" - "),
            Piece::Operand(1),
            text(", "),
            Piece::Operand(2),
            text(")"),
        ],
        operands: vec![operand("a", Some(2.5)), operand("b", Some(-1.0)), operand("c", None)],
        result: Some(3.5),
        projected: Some(3.5),
        agrees: true,
    };
    let number = |value: f64| value.to_string().replace('.', ",");
    let writing = Writing { number: &number, absent: "nothing", between: "; " };
    assert_eq!(of.filled_in(&Story::default(), &writing), "max(2,5 - (-1); nothing)");
}
