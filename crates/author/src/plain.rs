//! What the readers of TOML and of values say, in the words of someone who writes a story.

use engine::nearest::did_you_mean;
use std::ops::Range;

/// Types as the readers call them, and what a person writes.
const TYPES: [(&str, &str); 7] = [
    ("invalid type: map,", "invalid type: a table, or a date without quotes,"),
    ("expected a string", "expected a text in quotes"),
    ("expected f64", "expected a number"),
    ("expected i32", "expected a whole number"),
    ("expected u32", "expected a whole number"),
    ("expected a boolean", "expected true or false"),
    ("expected a sequence", "expected a list: [ … ], or blocks in double brackets, [[…]]"),
];

/// What is wrong with a value, and the known word that is nearest to an unknown one.
pub(crate) fn of_value(message: &str) -> String {
    let mut said = message.trim().replace('\n', ", ");
    for (theirs, ours) in TYPES {
        said = said.replace(theirs, ours);
    }
    if said.starts_with("unknown ") {
        let mut quoted = said.split('`').skip(1).step_by(2);
        let nearest = quoted.next().map(|word| did_you_mean(word, quoted));
        said += &nearest.unwrap_or_default();
    }
    said
}

/// What is wrong with a file that is no TOML, at a place of its text.
pub(crate) fn of_text(message: &str, text: &str, span: &Range<usize>) -> String {
    let said = message.trim().replace('\n', ", ");
    let start = text.get(..span.start).unwrap_or_default();
    if said == "duplicate key" {
        let name = text.get(span.clone()).unwrap_or_default();
        let head = start.rsplit('\n').next().unwrap_or_default().trim_start();
        return match head.strip_prefix('[').filter(|head| head.ends_with('.')) {
            Some(block) => {
                format!("duplicate name `{name}`; where several belong, each begins with [[{block}{name}]]")
            }
            None => format!("duplicate name `{name}`: it stands further up already, and names are unique"),
        };
    }
    let digit = |letter: Option<char>| letter.filter(char::is_ascii_digit);
    let mut rest = text.get(span.start..).unwrap_or_default().chars();
    match (digit(start.chars().next_back()), rest.next(), digit(rest.next())) {
        (Some(whole), Some(','), Some(part)) => format!("{said}; decimals have a point: {whole}.{part}"),
        _ => said,
    }
}
