//! The tree for scripts: every bit of every number, names and units as the story has them.

use super::text::kind;
use super::tree::Tree;
use crate::case::{Case, chosen};
use engine::{Explanation, Operand, OperandKind, Writing};
use serde_json::{Value, json};

/// The answer as JSON.
pub(crate) fn write(case: &Case, mut tree: Tree) -> String {
    let root = tree.root().map_or(Value::Null, |root| explanation(case, &mut tree, &root, 1));
    format!("{root:#}\n")
}

fn explanation(case: &Case, tree: &mut Tree, of: &Explanation, level: usize) -> Value {
    let operands: Vec<Value> =
        of.operands.iter().map(|operand| operand_value(case, tree, operand, level)).collect();
    json!({
        "quantity": of.id,
        "year": of.year,
        "unit": of.unit,
        "value": value(case, &of.id, of.result),
        "equation": of.equation,
        "filled": filled(case, of),
        "operands": operands,
    })
}

fn operand_value(case: &Case, tree: &mut Tree, of: &Operand, level: usize) -> Value {
    let shown = match of.kind {
        OperandKind::Computed => value(case, &of.id, of.value),
        _ => json!(of.value),
    };
    let mut entry = json!({
        "kind": kind(of.kind),
        "id": of.id,
        "year": of.year,
        "unit": of.unit,
        "value": shown,
        "counts": of.counts,
    });
    if let Some(opened) = tree.open(of, level + 1) {
        entry["explanation"] = explanation(case, tree, &opened, level + 1);
    }
    entry
}

/// A number, the name of a choice, or null for what is absent.
fn value(case: &Case, quantity: &str, value: Option<f64>) -> Value {
    let name = case.story.model.get(quantity).and_then(|quantity| chosen(quantity, value));
    name.map_or_else(|| json!(value), Value::String)
}

fn filled(case: &Case, of: &Explanation) -> String {
    let writing = Writing { number: &|value| value.to_string(), absent: "absent", between: ", " };
    of.filled_in(&case.story, &writing)
}
