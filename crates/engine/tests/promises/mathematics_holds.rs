//! What stands there as mathematics is the model: computed as a reader would, it gives the projection's numbers.

use crate::cases::Dice;
use crate::stories::{anywhere, each};
use engine::mathematics::{Equation, Math, equation};
use engine::model::{Name, Names};
use engine::{Model, Projection, Scenario, Story, project};

/// A scenario of a story with the model's answer.
struct Case<'a> {
    story: &'a Story,
    model: &'a Model,
    scenario: Scenario,
    projection: Projection,
}

/// An equation in one year of one case; variables of sums stand last.
struct Reader<'a> {
    case: &'a Case<'a>,
    equation: &'a Equation,
    variables: Vec<(char, f64)>,
}

impl Reader<'_> {
    fn value(&mut self, math: &Math) -> f64 {
        match math {
            Math::Row(parts) => self.row(parts),
            Math::Name(name, year) => {
                let year = year.as_ref().map(|year| self.value(year));
                self.named(*name, year)
            }
            Math::Number(value, _) => *value,
            Math::Symbol(symbol) => {
                self.variables.iter().rev().find(|(known, _)| known == symbol).expect("a variable").1
            }
            Math::Brackets(inner) => self.value(inner),
            Math::Fraction(above, below) => self.value(above) / self.value(below),
            Math::Power(base, exponent) => libm::pow(self.value(base), self.value(exponent)),
            Math::Function(name, None, parts) => {
                let (a, b) = (self.value(&parts[0]), self.value(&parts[1]));
                if *name == "min" { a.min(b) } else { a.max(b) }
            }
            Math::Sum(variable, from, to, of) => {
                let (mut year, to, mut total) = (self.value(from), self.value(to), 0.0);
                while year <= to {
                    self.variables.push((*variable, year));
                    total += self.value(of);
                    self.variables.pop();
                    year += 1.0;
                }
                total
            }
            Math::Cases(cases) => {
                let found =
                    cases.iter().find(|(_, test)| test.as_ref().is_none_or(|test| self.value(test) != 0.0));
                self.value(&found.expect("the last case has no condition").0)
            }
            Math::Absent => f64::NAN,
            Math::Operator(_) | Math::Choice(_) | Math::Function(..) => panic!("{math:?} has no value"),
        }
    }

    /// Operators from the weakest: what binds more strongly stands on their two sides.
    fn row(&mut self, parts: &[Math]) -> f64 {
        // The weight of a straight line is a function that is given.
        if let [Math::Symbol('g'), Math::Brackets(age), Math::Operator("·"), spent] = parts {
            return self.weight(age) * self.value(spent);
        }
        for signs in [&["∧"][..], &["<", "≤", ">", "≥", "=", "≠"], &["+", "−"], &["·"]] {
            let is_sign = |part: &Math| matches!(part, Math::Operator(sign) if signs.contains(sign));
            if let Some(at) = parts.iter().rposition(is_sign) {
                // A sign in front takes from nought.
                let a = if at == 0 { 0.0 } else { self.row(&parts[..at]) };
                let b = self.row(&parts[at + 1..]);
                let truth = |holds: bool| f64::from(u8::from(holds));
                return match &parts[at] {
                    Math::Operator("+") => a + b,
                    Math::Operator("−") => a - b,
                    Math::Operator("<") => truth(a < b),
                    Math::Operator("≤") => truth(a <= b),
                    Math::Operator(">") => truth(a > b),
                    Math::Operator("=") => truth(a == b),
                    Math::Operator("≠") => truth(a != b),
                    Math::Operator("≥") => truth(a >= b),
                    _ => a * b,
                };
            }
        }
        let [only] = parts else { panic!("{parts:?}") };
        self.value(only)
    }

    fn weight(&mut self, age: &Math) -> f64 {
        let age = self.value(age);
        // The only life in the stories.
        let case = self.case;
        let life = case.scenario.values()[case.model.input("it_life").expect("a life")];
        if age > life {
            0.0
        } else if age == 0.0 || age == life {
            0.5
        } else {
            1.0
        }
    }

    fn named(&mut self, name: Name, year: Option<f64>) -> f64 {
        let case = self.case;
        match (name, year) {
            (Name::Series(at), Some(year)) => {
                let years = &case.story.series.0[at].1.years;
                let figure = years.iter().find(|(known, _)| f64::from(*known) == year);
                figure.map_or(0.0, |(_, id)| case.scenario.values()[case.model.figure(id).unwrap()])
            }
            (name, Some(year)) if year < f64::from(case.model.years[0]) => self.given(name, year),
            (Name::Quantity(at), year) => {
                let index = year.map_or(0, |year| {
                    case.model.years.iter().position(|known| f64::from(*known) == year).unwrap()
                });
                case.projection.value(case.model, at, index).unwrap_or(f64::NAN)
            }
            (name, _) => {
                case.scenario.values()[case.model.inputs.iter().position(|input| input.name == name).unwrap()]
            }
        }
    }

    /// The value of something before the first year, which the equation must give.
    fn given(&mut self, wanted: Name, year: f64) -> f64 {
        let equation = self.equation;
        for given in &equation.given {
            let Math::Row(parts) = given else { continue };
            let [Math::Name(name, Some(of)), Math::Operator("="), right, ..] = &parts[..] else { continue };
            match **of {
                Math::Number(known, _) if *name == wanted && known == year => {
                    return self.value(right);
                }
                Math::Symbol('v') if *name == wanted => {
                    self.variables.push(('v', year));
                    let value = self.value(right);
                    self.variables.pop();
                    return value;
                }
                _ => {}
            }
        }
        panic!("nothing is given for {year}");
    }
}

#[test]
fn every_equation_gives_the_projection() {
    each(|name, story, model| {
        let names = Names::new(story);
        let mut dice = Dice(13);
        let mut compared = 0;
        for round in 0..12 {
            let scenario = if round == 0 { Scenario::default_of(model) } else { anywhere(model, &mut dice) };
            let case = Case { story, model, projection: project(model, &scenario), scenario };
            let numbers = story.model.iter().enumerate().filter(|(_, (_, entry))| entry.unit != "choice");
            for (at, (id, quantity)) in numbers {
                let equation = equation(&names, model, at).unwrap();
                for (index, year) in model.years.iter().enumerate() {
                    let mut reader =
                        Reader { case: &case, equation: &equation, variables: vec![('t', f64::from(*year))] };
                    let value = reader.value(&equation.right);
                    match case.projection.value(model, at, index) {
                        Some(known) => {
                            let near = (value - known).abs() <= 1e-9 * known.abs().max(1e3);
                            assert!(near, "{name} {id} {year}: {value}, {known}: {}", quantity.value);
                        }
                        None => assert!(!value.is_finite(), "{name} {id} {year}: {value}"),
                    }
                    compared += 1;
                }
            }
        }
        assert!(compared > 2_000, "{name}: {compared}");
    });
}
