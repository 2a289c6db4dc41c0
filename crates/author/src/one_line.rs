//! Values of a story as they travel: one line each, nothing that a page could take for its own, and numbers that are some.

use engine::expr::{ExprKind, parse};
use std::ops::Range;
use toml_edit::visit_mut::{VisitMut, visit_table_like_kv_mut, visit_value_mut};
use toml_edit::{Item, KeyMut, Value};

/// What cannot stand in the data block of a page: the end of a script, the beginning of a comment.
const MARKUP: [&str; 2] = ["</", "<!"];

/// What is wrong with a value, and where.
pub(crate) type Wrong = (Option<Range<usize>>, String);

/// Puts a space in place of every new line, tab and other control sign, each as long as what it stands for, so that places
/// in the text stay. An author may break long texts and equations into lines.
///
/// # Errors
/// The first key with such a sign, text that a page could take for markup, or number that is none.
pub(crate) fn one_line(item: &mut Item) -> Result<(), Wrong> {
    let mut lines = OneLine { wrong: None };
    lines.visit_item_mut(item);
    lines.wrong.map_or(Ok(()), Err)
}

struct OneLine {
    wrong: Option<Wrong>,
}

impl VisitMut for OneLine {
    fn visit_table_like_kv_mut(&mut self, key: KeyMut<'_>, node: &mut Item) {
        if key.get().contains(char::is_control) {
            let message = format!("the name `{}` has a sign that no name can have", key.get().escape_debug());
            self.wrong.get_or_insert((node.span(), message));
        }
        visit_table_like_kv_mut(self, key, node);
    }

    fn visit_value_mut(&mut self, node: &mut Value) {
        if let Some(text) = node.as_str() {
            if let Some(sign) = MARKUP.into_iter().find(|sign| text.contains(sign)) {
                let message = format!("no text may hold `{sign}`, which a page could take for markup");
                self.wrong.get_or_insert((node.span(), message));
            }
            if text.contains(char::is_control) {
                let spaces = |c: char| if c.is_control() { " ".repeat(c.len_utf8()) } else { c.to_string() };
                *node = text.chars().map(spaces).collect::<String>().into();
            }
        }
        if let Some(number) = node.as_float().filter(|number| !is_short(*number)) {
            let message = format!(
                "{number:e} is no number that a page can carry, which has 15 digits at most, those before the point and behind it"
            );
            self.wrong.get_or_insert((node.span(), message));
        }
        visit_value_mut(self, node);
    }
}

/// True where the language reads it as it is: the page knows no other numbers.
fn is_short(number: f64) -> bool {
    let written = parse(&number.abs().to_string());
    written.is_ok_and(|read| matches!(read.kind, ExprKind::Number { value, .. } if value == number.abs()))
}
