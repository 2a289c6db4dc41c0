//! The equations of a script, each behind those that it takes.

use super::Script;
use super::expression::{Writer, Year};
use super::words::{comment, named};
use engine::expr::ExprError;
use engine::model::Name;

/// Longer equations take a line a piece.
const WIDTH: usize = 110;

impl Script<'_> {
    /// Every equation with its words.
    pub(super) fn equations(&self, order: &[usize], plain: &[bool]) -> Result<String, ExprError> {
        let writer = Writer { names: self.names, model: self.scene.model, words: self.words, plain };
        let mut text = String::new();
        for at in order {
            text += &self.equation(*at, &writer)?;
        }
        Ok(text)
    }

    fn equation(&self, at: usize, writer: &Writer) -> Result<String, ExprError> {
        let (_, quantity) = &self.scene.story.model.0[at];
        let language = self.scene.language;
        let mut text = "\n\n".to_owned();
        comment(&mut text, &format!("{} [{}]", quantity.label.get(language), quantity.unit));
        comment(&mut text, &format!("= {}", quantity.value));
        if let Some(note) = &quantity.note {
            comment(&mut text, note.get(language));
        }
        let word = self.words.of(Name::Quantity(at));
        let varies = self.scene.model.quantities[at].varies;
        let year = if varies { Year::Before("year".to_owned(), 0) } else { Year::Every };
        let pieces = writer.pieces(&self.parsed[at], &year)?;
        let (start, indent) = match (writer.plain[at], varies) {
            (true, _) => (format!("{word} = "), ""),
            (false, true) => (format!("@remembered\ndef {word}(year):\n    return "), "    "),
            (false, false) => (format!("@remembered\ndef {word}():\n    return "), "    "),
        };
        text += &start;
        let whole = pieces.join(" ");
        text += &match whole.len() + word.len() > WIDTH && pieces.len() > 1 {
            true => format!("(\n{indent}    {}\n{indent})\n", pieces.join(&format!("\n{indent}    "))),
            false => whole + "\n",
        };
        Ok(text)
    }

    /// The value of a quantity as the script prints it: one, or a list of one a year.
    pub(super) fn whole(&self, at: usize, plain: bool) -> String {
        let word = self.words.of(Name::Quantity(at));
        match (plain, self.scene.model.quantities[at].varies) {
            (true, _) => word.to_owned(),
            (false, true) => format!("each_year({word})"),
            (false, false) => format!("{word}()"),
        }
    }

    /// The places of the quantities, each behind those that it takes. Where two take each other, in different years, one comes first.
    pub(super) fn order(&self) -> Result<Vec<usize>, ExprError> {
        let mut order = Order { script: self, seen: vec![false; self.parsed.len()], found: Vec::new() };
        for at in 0..self.parsed.len() {
            order.visit(at)?;
        }
        Ok(order.found)
    }

    /// Of each quantity: is it one value that can be worked out where it stands, since all that it takes stands above?
    pub(super) fn plain(&self, order: &[usize]) -> Result<Vec<bool>, ExprError> {
        let mut plain = vec![false; self.parsed.len()];
        for at in order {
            let taken = named(&self.parsed[*at], self.names)?;
            let stands = |name: &Name| !matches!(name, Name::Quantity(of) if !plain[*of]);
            plain[*at] = !self.scene.model.quantities[*at].varies && taken.iter().all(stands);
        }
        Ok(plain)
    }
}

struct Order<'a> {
    script: &'a Script<'a>,
    seen: Vec<bool>,
    found: Vec<usize>,
}

impl Order<'_> {
    fn visit(&mut self, at: usize) -> Result<(), ExprError> {
        if std::mem::replace(&mut self.seen[at], true) {
            return Ok(());
        }
        for name in named(&self.script.parsed[at], self.script.names)? {
            if let Name::Quantity(taken) = name {
                self.visit(taken)?;
            }
        }
        self.found.push(at);
        Ok(())
    }
}
