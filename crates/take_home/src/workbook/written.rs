//! A part of an equation as the story's language writes it: what an author would write, but for units.

use engine::expr::{Binary, Expr, ExprKind};

/// As the parser binds: or, and, comparison, sum, product, minus, power.
const WEAKEST: u8 = 0;
const SUM: u8 = 4;
const PRODUCT: u8 = 5;
const MINUS: u8 = 6;
const POWER: u8 = 7;
const STRONGEST: u8 = 8;

/// The text of a part; read again it is the same part.
pub(super) fn written(expr: &Expr) -> String {
    within(expr, WEAKEST)
}

fn within(expr: &Expr, outside: u8) -> String {
    let (strength, text) = match &expr.kind {
        ExprKind::Number { value, .. } => (STRONGEST, number(*value)),
        ExprKind::Year => (STRONGEST, "year".to_owned()),
        ExprKind::Absent => (STRONGEST, "absent".to_owned()),
        ExprKind::Choice(name) => (STRONGEST, format!("'{name}'")),
        ExprKind::Name(name) => (STRONGEST, name.clone()),
        ExprKind::Negative(inner) => (MINUS, format!("-{}", within(inner, STRONGEST))),
        ExprKind::Binary(operator, a, b) => {
            let (strength, left, right) = match operator {
                Binary::Or => (1, 1, 2),
                Binary::And => (2, 2, 3),
                Binary::Add | Binary::Subtract => (SUM, SUM, PRODUCT),
                Binary::Multiply | Binary::Divide => (PRODUCT, PRODUCT, MINUS),
                Binary::Power => (POWER, STRONGEST, POWER),
                _ => (3, SUM, SUM),
            };
            (strength, format!("{} {} {}", within(a, left), operator.symbol(), within(b, right)))
        }
        ExprKind::Call(function, parts) => {
            let parts: Vec<String> = parts.iter().map(written).collect();
            (STRONGEST, format!("{}({})", function.name(), parts.join(", ")))
        }
    };
    if strength < outside { format!("({text})") } else { text }
}

/// The language takes 15 digits, and what has more of them has an exponent.
fn number(value: f64) -> String {
    let text = value.to_string();
    if text.chars().filter(char::is_ascii_digit).count() <= 15 { text } else { format!("{value:e}") }
}

#[cfg(test)]
mod tests {
    use super::written;
    use engine::expr::parse;

    #[test]
    fn what_is_written_reads_as_it_was() {
        for text in [
            "a - (b - c) - d / (e / f) * (g + h)",
            "-a ^ 2 + (-a) ^ 2 + a ^ -b + 2 ^ 3 ^ 4 + (2 ^ 3) ^ 4 - -a",
            "if(a < b and not(c >= d or e == 'x') or (a < b) == (c < d), prev(x, 0), min(1e-9, 1e22))",
            "lag(x, 3 [yr], s) + sum(peak(y)) + 123456789012345 + 1.5e-7 + year - absent",
        ] {
            let once = written(&parse(text).unwrap());
            assert_eq!(written(&parse(&once).unwrap()), once, "{text}");
        }
        assert_eq!(written(&parse("(a + b) * 2 [GW]").unwrap()), "(a + b) * 2");
    }
}
