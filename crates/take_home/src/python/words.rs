//! What a story's names and texts become in Python: names that mean nothing else there, and texts that stay texts.

use engine::expr::{Expr, ExprError, ExprKind};
use engine::model::{Name, Names};
use std::collections::{BTreeMap, BTreeSet};

/// What Python, its functions that the script calls, and the script itself call something else.
const TAKEN: &str = "False None True and as assert async await break class continue def del elif else except finally for from \
    global if import in is lambda nonlocal not or pass raise return try while with yield \
    dict float int isinstance iter len list max min next print range str OverflowError ValueError json math sys \
    FIRST YEARS SCENARIO QUANTITIES OTHERS Path remembered smaller larger divide raised total lag straight_line extreme peak \
    peak_year lowest lowest_year first_year count each_year told shown main year";

/// The names of a script.
pub(super) struct Words(BTreeMap<Name, String>);

impl Words {
    /// A name of its own for each of `used`: the story's, where Python lets it.
    pub(super) fn new(names: &Names, used: &[Name]) -> Self {
        let mut taken: BTreeSet<String> = TAKEN.split_whitespace().map(str::to_owned).collect();
        let mut words = BTreeMap::new();
        for name in used {
            let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
            let mut word: String = names.id(*name).chars().map(plain).collect();
            if word.starts_with(|c: char| c.is_ascii_digit()) {
                word.insert(0, '_');
            }
            if is_variable(&word) || taken.contains(&word) {
                word.push('_');
            }
            if taken.contains(&word) {
                let others = (1..).map(|number: u32| format!("{word}{number}"));
                word = others.into_iter().find(|other| !taken.contains(other)).unwrap_or_default();
            }
            taken.insert(word.clone());
            words.insert(*name, word);
        }
        Self(words)
    }

    /// What something is called.
    pub(super) fn of(&self, name: Name) -> &str {
        self.0.get(&name).map_or("math.nan", String::as_str)
    }
}

/// The year of a function within `depth` others.
pub(super) fn variable(depth: usize) -> String {
    if depth == 0 { "y".to_owned() } else { format!("y{depth}") }
}

fn is_variable(word: &str) -> bool {
    word.strip_prefix('y').is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit()))
}

/// Every name that an equation uses.
pub(super) fn named(expr: &Expr, names: &Names) -> Result<Vec<Name>, ExprError> {
    let mut found = Vec::new();
    expr.walk(&mut |part| {
        if let ExprKind::Name(text) = &part.kind {
            found.push(names.find(text, part));
        }
    });
    found.into_iter().collect()
}

/// A number with all its digits, and never a whole one, whose arithmetic is another.
pub(super) fn number(value: f64) -> String {
    format!("{value:?}")
}

/// A text between quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out += &format!("\\u{:04x}", u32::from(c)),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Lines of comments with a text of the story, whatever stands in it.
pub(super) fn comment(out: &mut String, text: &str) {
    const WIDTH: usize = 110;
    let mut line = String::from('#');
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if line.chars().count() + word.chars().count() >= WIDTH && line.len() > 1 {
            *out += &line;
            *out += "\n";
            line = String::from('#');
        }
        line.push(' ');
        line += word;
    }
    if line.len() > 1 {
        *out += &line;
        *out += "\n";
    }
}
