//! The tree for people: six digits a number, indented by level, in the language asked for.

use super::tree::Tree;
use crate::case::{Case, chosen};
use engine::say::{Plain, Voice};
use engine::{Explanation, Operand, OperandKind};

/// The answer as text.
pub(crate) fn write(case: &Case, mut tree: Tree) -> String {
    let numbers = Plain::new(&case.language);
    let voice = Voice { story: &case.story, language: &case.language, numbers: &numbers };
    let mut writer = Writer { case, voice, text: String::new() };
    if let Some(root) = tree.root() {
        let label = case.story.model.get(&root.id).map_or("", |quantity| quantity.label.get(&case.language));
        let place = at(&root.id, root.year);
        let value = writer.computed(&root.id, &root.unit, root.result, Writer::prose);
        writer.line(0, &format!("{label} ({place}): {value}"));
        writer.equation(&mut tree, &root, 1);
    }
    writer.text
}

/// The kind's name for scripts.
pub(super) fn kind(kind: OperandKind) -> &'static str {
    match kind {
        OperandKind::Lever => "lever",
        OperandKind::Assumption => "assumption",
        OperandKind::Figure => "figure",
        OperandKind::Computed => "computed",
        OperandKind::Constant => "constant",
    }
}

struct Writer<'a> {
    case: &'a Case,
    voice: Voice<'a>,
    text: String,
}

impl Writer<'_> {
    fn equation(&mut self, tree: &mut Tree, of: &Explanation, level: usize) {
        let filled = self.voice.filled(of);
        let result = self.computed(&of.id, &of.unit, of.result, Writer::exact);
        for side in [&of.equation, &filled, &result] {
            self.line(2 * level - 1, &format!("= {side}"));
        }
        for operand in &of.operands {
            let opened = tree.open(operand, level + 1);
            // A number that names itself says nothing more.
            let told =
                operand.kind != OperandKind::Constant || operand.id == "year" || operand.year.is_some();
            if told {
                let elsewhere = opened.is_none() && tree.opens(operand);
                let note = elsewhere.then(|| self.voice.word("operand_elsewhere"));
                let line = self.operand(operand).into_iter().chain(note).collect::<Vec<_>>().join(" · ");
                self.line(2 * level, &line);
            }
            if let Some(opened) = opened {
                self.equation(tree, &opened, level + 1);
            }
        }
    }

    fn operand(&self, of: &Operand) -> Vec<String> {
        let value = match of.kind {
            OperandKind::Computed => self.computed(&of.id, &of.unit, of.value, Writer::exact),
            _ => self.exact(of.value, &of.unit),
        };
        let kind = self.voice.word(of.kind.word());
        let mut words = vec![format!("{} = {value}", at(&of.id, of.year)), kind];
        words.extend(self.about(of));
        if !of.counts {
            words.push(self.voice.word("operand_idle"));
        }
        words
    }

    /// What an operand is, in the story's words, and where a figure comes from.
    fn about(&self, of: &Operand) -> Vec<String> {
        let (story, language) = (&self.case.story, self.voice.language);
        let figure = if of.kind == OperandKind::Figure { story.figures.get(&of.id) } else { None };
        let source = figure.and_then(|figure| story.sources.get(&figure.source));
        let source = source.map(|source| format!("{}, {}", source.title.get(language), source.date));
        of.label(story).map(|label| label.get(language).to_owned()).into_iter().chain(source).collect()
    }

    /// The value of a quantity: the words of a choice, or a number as `number` writes it.
    fn computed(
        &self,
        id: &str,
        unit: &str,
        value: Option<f64>,
        number: fn(&Self, Option<f64>, &str) -> String,
    ) -> String {
        let quantity = self.case.story.model.get(id);
        match quantity.and_then(|quantity| Some((quantity, chosen(quantity, value)?))) {
            Some((quantity, name)) => {
                let words = quantity.choices.get(&name).map_or("", |text| text.get(self.voice.language));
                words.to_owned()
            }
            None => number(self, value, unit),
        }
    }

    fn prose(&self, value: Option<f64>, unit: &str) -> String {
        value.map_or_else(|| self.voice.word("absent"), |value| self.voice.prose(value, unit))
    }

    /// The stored number, in the unit of the equations.
    fn exact(&self, value: Option<f64>, unit: &str) -> String {
        value.map_or_else(|| self.voice.word("absent"), |value| self.number(value, unit))
    }

    fn number(&self, value: f64, unit: &str) -> String {
        let digits = self.voice.digits(value);
        // A calendar year has no unit that a reader would write.
        let bare = matches!(unit, "" | "share") || unit == "yr" && value >= 1_000.0;
        if bare { digits } else { format!("{digits} {unit}") }
    }

    fn line(&mut self, indent: usize, text: &str) {
        self.text.push_str(&"  ".repeat(indent));
        self.text.push_str(text);
        self.text.push('\n');
    }
}

fn at(id: &str, year: Option<i32>) -> String {
    year.map_or_else(|| id.to_owned(), |year| format!("{id} {year}"))
}
