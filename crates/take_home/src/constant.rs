//! What the engine has folded to one number when it compiled: years of `at`, spans of `lag`.

use engine::Model;
use engine::expr::{Binary, Expr, ExprError, ExprKind, ExprProblem, Function};
use engine::model::{Input, Name, Names, Slot};

/// The number that a part is in every scenario.
///
/// # Errors
/// Where that is no sum, product, quotient, minimum or maximum of numbers.
pub(crate) fn constant(expr: &Expr, names: &Names, model: &Model) -> Result<f64, ExprError> {
    let side = |expr: &Expr| constant(expr, names, model);
    let known = match &expr.kind {
        ExprKind::Number { value, .. } => Some(*value),
        ExprKind::Name(text) => {
            let slot = single(names.find(text, expr)?, model);
            slot.and_then(|slot| model.program.as_constant(slot))
        }
        ExprKind::Negative(inner) => Some(-side(inner)?),
        ExprKind::Binary(operator, a, b) => {
            let (a, b) = (side(a)?, side(b)?);
            match operator {
                Binary::Add => Some(a + b),
                Binary::Subtract => Some(a - b),
                Binary::Multiply => Some(a * b),
                Binary::Divide => Some(a / b),
                _ => None,
            }
        }
        ExprKind::Call(Function::Min, parts) => Some(side(&parts[0])?.min(side(&parts[1])?)),
        ExprKind::Call(Function::Max, parts) => Some(side(&parts[0])?.max(side(&parts[1])?)),
        _ => None,
    };
    known.ok_or_else(|| {
        let found = "something that takes more than a sum or product to work out".to_owned();
        ExprError::new(expr.span, || ExprProblem::Kind { expected: "a number", found })
    })
}

/// A projected year that is written as a constant.
///
/// # Errors
/// As those of [`constant`].
#[expect(clippy::cast_possible_truncation, reason = "compiling has checked that it is a projected year")]
pub(crate) fn calendar_year(expr: &Expr, names: &Names, model: &Model) -> Result<i32, ExprError> {
    Ok(constant(expr, names, model)? as i32)
}

/// The fewest and the most years that `lag` goes back: what can be set for the input behind a part, or a constant.
///
/// # Errors
/// As those of [`constant`].
pub(crate) fn reach_back(expr: &Expr, names: &Names, model: &Model) -> Result<[i32; 2], ExprError> {
    let input = match &expr.kind {
        ExprKind::Name(text) => input(names.find(text, expr)?, model),
        _ => None,
    };
    let ends = match input {
        Some(input) => input.range,
        None => [constant(expr, names, model)?; 2],
    };
    #[expect(clippy::cast_possible_truncation, reason = "a number of years, clamped as the engine does")]
    Ok(ends.map(|end| end.clamp(0.0, 99.0) as i32))
}

/// The input that a name is, itself or through quantities that are no more than another name for it.
pub(crate) fn input(name: Name, model: &Model) -> Option<&Input> {
    if !matches!(name, Name::Quantity(_)) {
        return model.inputs.iter().find(|input| input.name == name);
    }
    let slot = single(name, model)?;
    let years = Slot::try_from(model.years.len()).unwrap_or_default();
    let holds = |input: &&Input| input.yearly.is_some_and(|first| (first..first + years).contains(&slot));
    model.inputs.get(slot as usize).or_else(|| model.inputs.iter().find(holds))
}

fn single(name: Name, model: &Model) -> Option<Slot> {
    match name {
        Name::Quantity(at) => model.quantities[at].slots.first().copied(),
        _ => None,
    }
}
