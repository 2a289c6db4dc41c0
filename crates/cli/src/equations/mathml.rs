//! An equation as a MathML element, with the words of a language for names.

use crate::case::Case;
use engine::mathematics::{Equation, Math};
use engine::model::{Name, Names};
use engine::say::{Plain, Voice};

/// The equation, and under it what else must be known.
pub(super) fn equation(equation: &Equation, case: &Case) -> String {
    let numbers = Plain::new(&case.language);
    let voice = Voice { story: &case.story, language: &case.language, numbers: &numbers };
    let writer = Writer { names: Names::new(&case.story), voice };
    let line = |inner: String| format!("<mtr><mtd columnalign=\"left\">{inner}</mtd></mtr>");
    let whole = format!("{}<mo>=</mo>{}", writer.part(&equation.left), writer.part(&equation.right));
    let given = equation.given.iter().map(|given| line(writer.part(given)));
    let lines: String = std::iter::once(line(whole)).chain(given).collect();
    format!("<math display=\"block\"><mtable displaystyle=\"true\">{lines}</mtable></math>")
}

/// Text as it stands in a page.
pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

struct Writer<'a> {
    names: Names<'a>,
    voice: Voice<'a>,
}

impl Writer<'_> {
    fn part(&self, math: &Math) -> String {
        match math {
            Math::Row(parts) => row(&self.all(parts)),
            Math::Name(name, None) => self.name(*name),
            Math::Name(name, Some(year)) => format!("<msub>{}{}</msub>", self.name(*name), self.part(year)),
            Math::Number(value, unit) => self.number(*value, unit),
            Math::Symbol(symbol) => format!("<mi>{symbol}</mi>"),
            Math::Operator(sign) => operator(sign),
            Math::Brackets(inner) => format!("<mrow><mo>(</mo>{}<mo>)</mo></mrow>", self.part(inner)),
            Math::Fraction(above, below) => {
                format!("<mfrac>{}{}</mfrac>", self.part(above), self.part(below))
            }
            Math::Power(base, exponent) => format!("<msup>{}{}</msup>", self.part(base), self.part(exponent)),
            Math::Function(name, variable, parts) => {
                let name = format!("<mi>{name}</mi>");
                let name = match variable {
                    Some(variable) => format!("<munder>{name}<mi>{variable}</mi></munder>"),
                    None => name,
                };
                format!("<mrow>{name}<mo>(</mo>{}<mo>)</mo></mrow>", self.all(parts).join("<mo>,</mo>"))
            }
            Math::Sum(variable, from, to, of) => format!(
                "<mrow><munderover><mo>∑</mo><mrow><mi>{variable}</mi><mo>=</mo>{}</mrow>{}</munderover>{}</mrow>",
                self.part(from),
                self.part(to),
                self.part(of)
            ),
            Math::Cases(cases) => {
                let one = |(value, test): &(Math, Option<Math>)| {
                    let test = test.as_ref().map_or_else(
                        || self.spoken("math_otherwise"),
                        |test| format!("{}{}", self.spoken("math_if"), self.part(test)),
                    );
                    format!(
                        "<mtr><mtd>{}</mtd><mtd columnalign=\"left\">{test}</mtd></mtr>",
                        self.part(value)
                    )
                };
                format!(
                    "<mrow><mo>{{</mo><mtable displaystyle=\"true\">{}</mtable></mrow>",
                    cases.iter().map(one).collect::<String>()
                )
            }
            Math::Choice(name) => {
                let choices = self.voice.story.model.iter().find_map(|(_, entry)| entry.choices.get(name));
                text(choices.map_or(name, |words| words.get(self.voice.language)))
            }
            Math::Absent => self.spoken("absent"),
        }
    }

    /// A word of the story; a plain space at its end would be dropped.
    fn spoken(&self, id: &str) -> String {
        text(&self.voice.word(id).replace(' ', "\u{a0}"))
    }

    fn name(&self, name: Name) -> String {
        let label = self.names.label(name).map(|label| label.get(self.voice.language));
        // As `mtext` it would count as space, and signs beside it would stand without any.
        format!("<mi>{}</mi>", escaped(label.unwrap_or(self.names.id(name))))
    }

    fn all(&self, parts: &[Math]) -> Vec<String> {
        parts.iter().map(|part| self.part(part)).collect()
    }

    /// A calendar year and a share show no unit.
    fn number(&self, value: f64, unit: &str) -> String {
        let shown = matches!(unit, "" | "share") || unit == "yr" && value > 1000.0;
        let number = match unit {
            "yr" => format!("<mn>{value}</mn>"),
            // A factor in an equation is no percentage.
            _ => format!("<mn>{}</mn>", self.voice.exact(value, "")),
        };
        if shown { number } else { format!("<mrow>{number}<mtext>\u{a0}{}</mtext></mrow>", escaped(unit)) }
    }
}

fn row(parts: &[String]) -> String {
    format!("<mrow>{}</mrow>", parts.concat())
}

fn text(text: &str) -> String {
    format!("<mtext>{}</mtext>", escaped(text))
}

fn operator(sign: &str) -> String {
    format!("<mo>{}</mo>", escaped(sign))
}
