//! An equation as MathML, which browsers set and screen readers read.

use crate::browser::{El, decimal, math};
use crate::explorer::Explorer;
use engine::mathematics::{Math, equation as tree};
use engine::model::{Name, Names};

/// The equation of the quantity at place `at`, and under it what else must be known.
pub(crate) fn equation(explorer: Explorer, names: &Names, at: usize) -> Option<El> {
    let tree = tree(names, explorer.models().plain(), at).ok()?;
    let writer = Writer { explorer, names };
    let line = |parts: &[El]| math("mtr").with([math("mtd").with(parts)]);
    let mut lines = vec![line(&[writer.part(&tree.left), leaf("mo", "="), writer.part(&tree.right)])];
    lines.extend(tree.given.iter().map(|given| line(&[writer.part(given)])));
    // A long one scrolls, with keys too.
    Some(math("math").set("display", "block").set("tabindex", "0").with([math("mtable").with(lines)]))
}

struct Writer<'a> {
    explorer: Explorer,
    names: &'a Names<'a>,
}

impl Writer<'_> {
    fn part(&self, part: &Math) -> El {
        let two =
            |name: &str, first: &Math, second: &Math| math(name).with([self.part(first), self.part(second)]);
        match part {
            Math::Row(parts) => self.row(parts),
            Math::Name(name, None) => self.name(*name),
            Math::Name(name, Some(year)) => math("msub").with([self.name(*name), self.part(year)]),
            Math::Number(value, unit) => self.number(*value, unit),
            Math::Symbol(symbol) => leaf("mi", symbol.encode_utf8(&mut [0; 4])),
            Math::Operator(sign) => leaf("mo", sign),
            Math::Brackets(inner) => math("mrow").with([leaf("mo", "("), self.part(inner), leaf("mo", ")")]),
            Math::Fraction(above, below) => two("mfrac", above, below),
            Math::Power(base, exponent) => two("msup", base, exponent),
            Math::Function(name, variable, parts) => {
                let mut row = vec![match variable {
                    Some(variable) => {
                        let under = leaf("mi", variable.encode_utf8(&mut [0; 4]));
                        math("munder").with([leaf("mi", name), under])
                    }
                    None => leaf("mi", name),
                }];
                for (at, part) in parts.iter().enumerate() {
                    row.extend([leaf("mo", if at == 0 { "(" } else { "," }), self.part(part)]);
                }
                row.push(leaf("mo", ")"));
                math("mrow").with(row)
            }
            Math::Sum(variable, from, to, of) => {
                let variable = leaf("mi", variable.encode_utf8(&mut [0; 4]));
                let from = math("mrow").with([variable, leaf("mo", "="), self.part(from)]);
                let sum = math("munderover").with([leaf("mo", "∑"), from, self.part(to)]);
                math("mrow").with([sum, self.part(of)])
            }
            Math::Cases(cases) => {
                let case = |(value, test): &(Math, Option<Math>)| {
                    let test = match test {
                        Some(test) => [self.spoken("math_if"), self.part(test)],
                        None => [self.spoken("math_otherwise"), math("mrow")],
                    };
                    math("mtr").with([math("mtd").with([self.part(value)]), math("mtd").with(test)])
                };
                let table = math("mtable").each(cases.iter().map(case));
                math("mrow").with([leaf("mo", "{"), table])
            }
            Math::Choice(name) => {
                let mut quantities = self.explorer.story().model.iter();
                let words = quantities.find_map(|(_, quantity)| quantity.choices.get(name));
                leaf("mtext", words.map_or(name, |words| words.get(self.explorer.code())))
            }
            Math::Absent => self.spoken("absent"),
        }
    }

    fn row(&self, parts: &[Math]) -> El {
        math("mrow").each(parts.iter().map(|part| self.part(part)))
    }

    fn spoken(&self, id: &str) -> El {
        leaf("mtext", &self.explorer.voice().word(id).replace(' ', "\u{a0}"))
    }

    fn name(&self, name: Name) -> El {
        let label = self.names.label(name).map(|label| label.get(self.explorer.code()));
        // As `mtext` it would count as space, and signs beside it would stand without any.
        leaf("mi", label.unwrap_or(self.names.id(name)))
    }

    /// A calendar year and a share show no unit; a factor in an equation is no percentage.
    fn number(&self, value: f64, unit: &str) -> El {
        let digits = match unit {
            "yr" => decimal(value),
            _ => self.explorer.voice().exact(value, ""),
        };
        let number = leaf("mn", &digits);
        match matches!(unit, "" | "share") || unit == "yr" && value > 1000.0 {
            true => number,
            false => math("mrow").with([number, leaf("mtext", &format!("\u{a0}{unit}"))]),
        }
    }
}

fn leaf(name: &str, text: &str) -> El {
    math(name).text(text)
}
