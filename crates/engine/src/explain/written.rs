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
