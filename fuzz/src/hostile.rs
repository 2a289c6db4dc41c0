//! Stories that are half right, and expressions that are not: real ones with something done to them.

use crate::chance::Chance;
use crate::stories::FILE;
use author::Texts;
use std::path::Path;

/// Texts that break things, and some that do not.
const PIECES: [&str; 46] = [
    "1e308",
    "1e999",
    "-1",
    "0",
    "nan",
    "inf",
    "-inf",
    "9223372036854775808",
    "1e-300",
    "2147483647",
    "\"\"",
    "\"",
    "'",
    "[",
    "]",
    "{",
    "}",
    "=",
    "\n",
    "\t",
    "\\u0000",
    "\u{202e}",
    "ß",
    "#",
    "[[",
    "]]",
    "absent",
    "year",
    "true",
    "[]",
    "{}",
    "2026-01-01",
    "prev(",
    "sum(",
    "at(",
    "lag(",
    "if(",
    ")",
    "^",
    "/ 0",
    "/",
    "* 1e300",
    "(((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((",
    "</script>",
    "\"\"\"",
    "\n[a]\n",
];
/// Words of expressions.
const WORDS: [&str; 58] = [
    "+",
    "-",
    "*",
    "/",
    "^",
    "<",
    "<=",
    ">",
    ">=",
    "==",
    "!=",
    "and",
    "or",
    "(",
    ")",
    "(",
    ")",
    ",",
    ",",
    "if(",
    "not(",
    "min(",
    "max(",
    "prev(",
    "lag(",
    "straight_line(",
    "sum(",
    "at(",
    "peak(",
    "peak_year(",
    "lowest(",
    "lowest_year(",
    "first_year(",
    "count(",
    "years(",
    "year",
    "absent",
    "loaves",
    "margin",
    "earned",
    "paid_back",
    "more_loaves",
    "loaves_2025",
    "figure.oven_price",
    "figure.",
    "'a'",
    "0",
    "1",
    "2",
    "2028",
    "1e300",
    "0.5",
    "1 [yr]",
    "3 [USD]",
    "[USD]",
    "1e-9 [USD/yr]",
    "[",
    "§",
];

/// A story of the repository, or the one to start from, with a few things done to it.
pub fn story(chance: &mut Chance, stories: &[Texts]) -> String {
    let mut files = stories[chance.below(stories.len())].clone();
    for _ in 0..=chance.below(4) {
        let at = chance.below(files.len());
        change(chance, &mut files[at].1);
    }
    files.iter().map(|(path, text)| format!("{FILE}{}\n{text}", path.display())).collect()
}

/// Equations of which each takes the next: the deepest that can be asked for.
pub fn long_chain(links: usize) -> String {
    let link = |at: usize| {
        let value = if at < links { format!("q{} + 1", at + 1) } else { "1".to_owned() };
        format!("[q{at}]\nunit = \"share\"\nvalue = \"{value}\"\nlabel = {{ en = \"A\" }}\n")
    };
    (0..=links).map(link).collect()
}

fn change(chance: &mut Chance, text: &mut String) {
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if lines.is_empty() {
        return;
    }
    let mut lines = lines;
    let at = chance.below(lines.len());
    match chance.below(9) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[chance.below(lines.len())].clone()),
        2 => {
            let other = chance.below(lines.len());
            lines.swap(at, other);
        }
        3 => lines.truncate(at),
        4 => lines.insert(at, PIECES[chance.below(PIECES.len())].to_owned()),
        5 => {
            // A number becomes another.
            let start = lines[at].find(|c: char| c.is_ascii_digit()).unwrap_or(0);
            let digits = lines[at][start..].chars().take_while(char::is_ascii_digit).count();
            lines[at].replace_range(start..start + digits, PIECES[chance.below(10)]);
        }
        6 => {
            // A name becomes another of the file.
            let from: Vec<String> = words(&lines[at]);
            let to: Vec<String> = words(&lines[chance.below(lines.len())]);
            if !from.is_empty() && !to.is_empty() {
                lines[at] = lines[at].replace(&from[chance.below(from.len())], &to[chance.below(to.len())]);
            }
        }
        7 => {
            // An equation becomes another.
            if let Some(start) = lines[at].find("value = \"") {
                lines[at].replace_range(start.., &format!("value = \"{}\"", expression(chance)));
            }
        }
        _ => {
            let places: Vec<usize> = lines[at].char_indices().map(|(place, _)| place).collect();
            let place = if places.is_empty() { 0 } else { places[chance.below(places.len())] };
            lines[at].insert_str(place, PIECES[chance.below(PIECES.len())]);
        }
    }
    *text = lines.join("\n") + "\n";
}

fn words(line: &str) -> Vec<String> {
    let words = line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_'));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Words in any order, or a tree of calls that is nearly right.
pub fn expression(chance: &mut Chance) -> String {
    if chance.below(3) == 0 {
        return (0..chance.below(12)).map(|_| WORDS[chance.below(WORDS.len())].to_owned() + " ").collect();
    }
    tree(chance, 0)
}

fn tree(chance: &mut Chance, depth: usize) -> String {
    if depth > 5 || chance.below(4) == 0 {
        let atoms = &WORDS[35..];
        return atoms[chance.below(atoms.len())].to_owned();
    }
    let mut inner = || tree(chance, depth + 1);
    let (a, b, c) = (inner(), inner(), inner());
    match chance.below(16) {
        0 => format!("if({a} < {b}, {c}, {a})"),
        1 => format!("prev({a}, {b})"),
        2 => format!("sum({a})"),
        3 => format!("at({a}, {})", 2024 + chance.below(12)),
        4 => format!("peak({a}) - lowest({b})"),
        5 => format!("count({a} > {b} and {c} != {a})"),
        6 => format!("({a}) ^ ({b})"),
        7 => format!("min({a}, max({b}, {c}))"),
        8 => format!("straight_line({a}, {b})"),
        9 => format!("-({a})"),
        10 => format!("first_year({a} <= {b} or not({c} == {a}))"),
        11 => format!("({a}) / ({b})"),
        12 => format!("({a}) * ({b})"),
        _ => format!("({a}) + ({b})"),
    }
}

/// The stories that are changed.
///
/// # Errors
/// Files that cannot be read.
pub fn stories() -> Result<Vec<Texts>, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let read = |name: &str| author::texts_of(&root.join(name)).map_err(|problems| problems.to_string());
    Ok(vec![author::starter(), author::starter(), read("stories/openai")?, read("story")?])
}
