//! Do the units of an expression match? What kind of value does it give?

use super::names::{Name, Names};
use crate::expr::{Binary, Expr, ExprError, ExprKind, ExprProblem, Function};
use crate::units::Unit;

/// What an expression gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A number with its unit.
    Number(Unit),
    /// Nought or nothing, which fits every unit.
    Any,
    /// True or false.
    Condition,
    /// A value of the choice of this quantity, or a literal that is not yet tied to one.
    Choice(Option<usize>),
}

/// The kind of `expr`.
///
/// # Errors
/// The first place where units or kinds do not match.
pub fn kind(expr: &Expr, names: &Names) -> Result<Kind, ExprError> {
    match &expr.kind {
        ExprKind::Number { value, unit: None } if *value == 0.0 => Ok(Kind::Any),
        ExprKind::Number { unit: None, .. } => Ok(Kind::Number(Unit::default())),
        ExprKind::Number { unit: Some(text), .. } => match Unit::parse(text) {
            Some(unit) => Ok(Kind::Number(unit)),
            None => Err(ExprError::new(expr.span, || ExprProblem::Unit(text.clone()))),
        },
        ExprKind::Year => Ok(Kind::Number(years())),
        ExprKind::Absent => Ok(Kind::Any),
        ExprKind::Choice(_) => Ok(Kind::Choice(None)),
        ExprKind::Name(text) => named(names.find(text, expr)?, names, expr),
        ExprKind::Negative(inner) => number(inner, names),
        ExprKind::Binary(operator, left, right) => binary(*operator, left, right, names),
        ExprKind::Call(function, arguments) => call(*function, arguments, names),
    }
}

fn years() -> Unit {
    Unit::parse("yr").unwrap_or_default()
}

fn named(name: Name, names: &Names, expr: &Expr) -> Result<Kind, ExprError> {
    match name {
        Name::Quantity(at) if names.unit_text(name) == "choice" => Ok(Kind::Choice(Some(at))),
        Name::Series(_) => Err(wrong_kind(expr, "a value", "a series, which only lag(…) takes")),
        _ => Ok(Kind::Number(names.unit(name))),
    }
}

fn number(expr: &Expr, names: &Names) -> Result<Kind, ExprError> {
    match kind(expr, names)? {
        Kind::Condition => Err(wrong_kind(expr, "a number", "a condition")),
        Kind::Choice(_) => Err(wrong_kind(expr, "a number", "a choice")),
        fits => Ok(fits),
    }
}

fn condition(expr: &Expr, names: &Names) -> Result<Kind, ExprError> {
    match kind(expr, names)? {
        Kind::Condition => Ok(Kind::Condition),
        _ => Err(wrong_kind(expr, "a condition like a < b", "a value")),
    }
}

/// Both of one kind: the common one.
fn same(left: &Expr, right: &Expr, names: &Names, hint: &str) -> Result<Kind, ExprError> {
    let kinds = (kind(left, names)?, kind(right, names)?);
    common(kinds, left, right, names, hint)
}

/// Both numbers, in one unit. Each side is looked at once: looked at twice, a long sum would take for ever.
fn alike(left: &Expr, right: &Expr, names: &Names, hint: &str) -> Result<Kind, ExprError> {
    let kinds = (number(left, names)?, number(right, names)?);
    common(kinds, left, right, names, hint)
}

fn common(
    kinds: (Kind, Kind),
    left: &Expr,
    right: &Expr,
    names: &Names,
    hint: &str,
) -> Result<Kind, ExprError> {
    match kinds {
        (Kind::Choice(a), Kind::Choice(b)) if a.is_none() || b.is_none() || a == b => {
            let owner = a.or(b);
            check_choices(owner, [left, right], names)?;
            Ok(Kind::Choice(owner))
        }
        (Kind::Any, Kind::Number(unit)) | (Kind::Number(unit), Kind::Any) => Ok(Kind::Number(unit)),
        (Kind::Number(a), Kind::Number(b)) if a != b => Err(mismatch(right, &a, &b, hint)),
        (a, b) if a == b => Ok(a),
        _ => Err(wrong_kind(right, "the same kind of value on both sides", "another")),
    }
}

/// Literal choices must be among those of the quantity that they are compared with.
pub(super) fn check_choices(owner: Option<usize>, sides: [&Expr; 2], names: &Names) -> Result<(), ExprError> {
    let Some((_, quantity)) = owner.map(|at| &names.story().model.0[at]) else { return Ok(()) };
    for side in sides {
        let mut error = None;
        side.walk(&mut |part| {
            if let ExprKind::Choice(name) = &part.kind
                && quantity.choices.get(name).is_none()
            {
                let known = quantity.choices.names().collect::<Vec<_>>().join(", ");
                let problem = || ExprProblem::UnknownChoice { name: name.clone(), known };
                error.get_or_insert_with(|| ExprError::new(part.span, problem));
            }
        });
        error.map_or(Ok(()), Err)?;
    }
    Ok(())
}

fn binary(operator: Binary, left: &Expr, right: &Expr, names: &Names) -> Result<Kind, ExprError> {
    match operator {
        Binary::Add | Binary::Subtract => alike(left, right, names, "only like can be added to like"),
        Binary::Multiply | Binary::Divide => {
            let power = if operator == Binary::Multiply { 1 } else { -1 };
            Ok(match (number(left, names)?, number(right, names)?) {
                (Kind::Number(a), Kind::Number(b)) => Kind::Number(a.times(&b, power)),
                _ => Kind::Any,
            })
        }
        Binary::Power => raised(left, right, names),
        Binary::And | Binary::Or => condition(left, names).and_then(|_| condition(right, names)),
        Binary::Equal | Binary::NotEqual => {
            same(left, right, names, "compare like with like").map(|_| Kind::Condition)
        }
        _ => alike(left, right, names, "compare like with like").map(|_| Kind::Condition),
    }
}

fn raised(left: &Expr, right: &Expr, names: &Names) -> Result<Kind, ExprError> {
    let base = number(left, names)?;
    if let Kind::Number(unit) = number(right, names)?
        && !unit.is_none()
    {
        return Err(mismatch(right, &unit, &Unit::default(), "an exponent has no unit"));
    }
    match (base, &right.kind) {
        (Kind::Number(unit), _) if unit.is_none() => Ok(Kind::Number(unit)),
        (Kind::Number(unit), ExprKind::Number { value, .. }) if value.fract() == 0.0 && value.abs() < 9.0 => {
            #[expect(clippy::cast_possible_truncation, reason = "a whole number below nine")]
            let power = *value as i32;
            Ok(Kind::Number(Unit::default().times(&unit, power)))
        }
        (Kind::Any, _) => Ok(Kind::Any),
        (Kind::Number(unit), _) => Err(mismatch(
            left,
            &unit,
            &Unit::default(),
            "only a share can be raised to a power that is not a small whole number",
        )),
        _ => Ok(Kind::Any),
    }
}

fn call(function: Function, arguments: &[Expr], names: &Names) -> Result<Kind, ExprError> {
    match (function, arguments) {
        (Function::If, [test, yes, no]) => {
            condition(test, names)?;
            same(yes, no, names, "both branches must give the same unit")
        }
        (Function::Not, [test]) => condition(test, names),
        (Function::Min | Function::Max, [a, b]) => alike(a, b, names, "compare like with like"),
        (Function::Prev, [x, first]) => {
            same(x, first, names, "what stands for it in the first year needs its unit")
        }
        (Function::Lag, [x, years_ago, series]) => {
            in_years(years_ago, names)?;
            lagged(x, series, names)
        }
        (Function::StraightLine, [spend, life]) => {
            in_years(life, names)?;
            Ok(match number(spend, names)? {
                Kind::Number(unit) => Kind::Number(unit.times(&years(), -1)),
                other => other,
            })
        }
        (Function::Sum | Function::Peak | Function::Lowest, [x]) => number(x, names),
        (Function::PeakYear | Function::LowestYear, [x]) => number(x, names).map(|_| Kind::Number(years())),
        (Function::At, [x, year]) => {
            match &year.kind {
                ExprKind::Number { unit: None, .. } => {}
                _ => in_years(year, names)?,
            }
            kind(x, names)
        }
        (Function::FirstYear, [test]) => condition(test, names).map(|_| Kind::Number(years())),
        (Function::Count, [test]) => condition(test, names).map(|_| Kind::Number(Unit::default())),
        (_, [test, ..]) => condition(test, names),
        _ => Ok(Kind::Any),
    }
}

fn in_years(expr: &Expr, names: &Names) -> Result<(), ExprError> {
    match number(expr, names)? {
        Kind::Number(unit) if unit != years() => {
            Err(mismatch(expr, &unit, &years(), "a number of years is wanted"))
        }
        _ => Ok(()),
    }
}

fn lagged(x: &Expr, series: &Expr, names: &Names) -> Result<Kind, ExprError> {
    let before = match &series.kind {
        ExprKind::Name(text) => names.find(text, series)?,
        _ => return Err(wrong_kind(series, "the name of a series", "an expression")),
    };
    if !matches!(before, Name::Series(_)) {
        return Err(wrong_kind(series, "the name of a series", "another name"));
    }
    match number(x, names)? {
        Kind::Number(unit) if unit != names.unit(before) => {
            Err(mismatch(series, &unit, &names.unit(before), "the series needs the unit of the value"))
        }
        other => Ok(other),
    }
}

fn mismatch(expr: &Expr, left: &Unit, right: &Unit, hint: &str) -> ExprError {
    ExprError::new(expr.span, || ExprProblem::Units {
        left: left.to_string(),
        right: right.to_string(),
        hint: hint.to_owned(),
    })
}

fn wrong_kind(expr: &Expr, expected: &'static str, found: &str) -> ExprError {
    ExprError::new(expr.span, || ExprProblem::Kind { expected, found: found.to_owned() })
}
