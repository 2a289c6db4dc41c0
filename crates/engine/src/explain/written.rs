//! An explanation in writing, and what its operands are called.

use super::{Explanation, Operand, OperandKind, Piece};
use crate::story::{Story, Text};

/// How the numbers of a filled equation are written.
pub struct Writing<'a> {
    /// A number.
    pub number: &'a dyn Fn(f64) -> String,
    /// What has no value.
    pub absent: &'a str,
    /// What stands between the parts of a function.
    pub between: &'a str,
}

impl Explanation {
    /// The equation with the values of its operands in their places, negative ones in brackets.
    #[must_use]
    pub fn filled_in(&self, story: &Story, writing: &Writing) -> String {
        let mut text = String::new();
        for piece in &self.filled {
            match piece {
                Piece::Text(words) => text += &words.replace(", ", writing.between),
                Piece::Operand(at) => text += &self.operands[*at].written(story, writing),
            }
        }
        text
    }
}

impl Operand {
    /// The value: a choice by its name as equations write it, a number as `writing` has it.
    fn written(&self, story: &Story, writing: &Writing) -> String {
        let quantity = story.model.get(&self.id).filter(|_| self.kind == OperandKind::Computed);
        if let Some((name, _)) = quantity.and_then(|quantity| quantity.choice(self.value)) {
            return format!("'{name}'");
        }
        match self.value {
            Some(value) if value < 0.0 => format!("({})", (writing.number)(value)),
            Some(value) => (writing.number)(value),
            None => writing.absent.to_owned(),
        }
    }

    /// What it is called in the story; a constant has no name.
    #[must_use]
    pub fn label<'a>(&self, story: &'a Story) -> Option<&'a Text> {
        match self.kind {
            OperandKind::Lever => story.levers.get(&self.id).map(|lever| &lever.label),
            OperandKind::Assumption => story.assumptions.get(&self.id).map(|assumption| &assumption.label),
            OperandKind::Figure => story.figures.get(&self.id).map(|figure| &figure.label),
            OperandKind::Computed => story.model.get(&self.id).map(|quantity| &quantity.label),
            OperandKind::Constant => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
        let of = Explanation {
            id: "gap".to_owned(),
            year: None,
            unit: String::new(),
            equation: "max(a - b, c)".to_owned(),
            filled: vec![
                Piece::Text("max(".to_owned()),
                Piece::Operand(0),
                Piece::Text(" - ".to_owned()),
                Piece::Operand(1),
                Piece::Text(", ".to_owned()),
                Piece::Operand(2),
                Piece::Text(")".to_owned()),
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
}
