//! The workbook as text that says each thing once: of its XML, one file has not half the room that it takes. `workbook.js` writes
//! it out again, but for the values of formulas, which a spreadsheet works out when it opens the file.
//!
//! Parts stand behind each other between form feeds, and of what a part consists between vertical tabs: its path, what its text
//! begins and ends with, and columns. These have a line a row, because the story has its texts in columns, too.

use crate::PageError;
use crate::cut::taken;
use engine::story::Story;
use take_home::{parts, workbook_at_start};

/// What writes it out: a script that asks `sliderule.workbook()` for the text.
pub const WORKBOOK: &str = include_str!("workbook.js");

/// Parts that say nothing more: a theme that nothing looks like, the texts that stand in their cells here, a list of all names, and a
/// title that is the first cell's.
const LEFT_OUT: [&str; 4] =
    ["theme/theme1.xml", "sharedStrings.xml", "docProps/app.xml", "docProps/core.xml"];

/// What the colours and letters of the theme are called: without it they are those that every program begins with.
const OF_THEME: [&str; 2] = ["<color theme=\"1\"/>", "<scheme val=\"minor\"/>"];

/// The text of a story's workbook.
///
/// # Errors
/// [`PageError::Story`] with the equation that no workbook can hold.
pub(super) fn block(story: &Story) -> Result<String, PageError> {
    let parts = workbook_at_start(story).and_then(|workbook| parts(&workbook));
    let parts = parts.map_err(|error| PageError::Story(format!("the workbook: {error}")))?;
    let text = |path: &str| parts.iter().find(|(name, _)| name == path).map_or("", |(_, text)| text);
    let strings: Vec<&str> = text("xl/sharedStrings.xml")
        .split("<si>")
        .skip(1)
        .map(|text| between(text, ">", "</t>").unwrap_or_default())
        .collect();
    let kept = parts.iter().filter(|(path, _)| !LEFT_OUT.iter().any(|left| path.ends_with(left)));
    let short = kept.map(|(path, text)| [path, "\u{b}", &short(path, text, &strings)].concat());
    Ok(short.collect::<Vec<_>>().join("\u{c}"))
}

/// A part without its path.
fn short(path: &str, text: &str, strings: &[&str]) -> String {
    let mut text = text.to_owned();
    for left in LEFT_OUT {
        for opening in ["<Override ", "<Relationship "] {
            taken(&mut text, opening, "/>", |tag| tag.contains(left));
        }
    }
    if path.ends_with("styles.xml") {
        return OF_THEME.iter().fold(text, |text, name| text.replace(name, ""));
    }
    let columns = |kind: &str, columns: fn(&str, &[&str]) -> Vec<String>| {
        let (head, rest) = text.split_once(&["<", kind, ">"].concat())?;
        let (inside, tail) = rest.split_once(&["</", kind, ">"].concat())?;
        let mut fields = vec![format!("{head}<{kind}>"), format!("</{kind}>{tail}")];
        fields.extend(columns(inside, strings));
        Some(fields.join("\u{b}"))
    };
    columns("sheetData", sheet).or_else(|| columns("definedNames", names)).unwrap_or(text)
}

/// For every sheet and column the beginning of its cells' addresses, and their names by row.
fn names(text: &str, _: &[&str]) -> Vec<String> {
    let mut columns: Vec<(&str, Vec<&str>)> = Vec::new();
    for name in text.split("<definedName ").skip(1) {
        let (Some(id), Some(cell)) = (between(name, "name=\"", "\""), between(name, ">", "<")) else {
            continue;
        };
        let (prefix, row) = cell.split_at(cell.rfind('$').map_or(0, |at| at + 1));
        let row = row.parse().unwrap_or(1);
        let at = columns.iter().position(|(other, _)| *other == prefix).unwrap_or_else(|| {
            columns.push((prefix, Vec::new()));
            columns.len() - 1
        });
        put(&mut columns[at].1, row, id);
    }
    columns.into_iter().flat_map(|(prefix, names)| [prefix.to_owned(), names.join("\n")]).collect()
}

/// The heights of the rows, then for every column its letters and the look of each cell, a sign each, and the cells.
fn sheet(text: &str, strings: &[&str]) -> Vec<String> {
    let mut heights = Vec::new();
    let mut columns: Vec<(&str, Vec<char>, Vec<String>)> = Vec::new();
    for row in text.split("<row ").skip(1) {
        let number = between(row, "r=\"", "\"").and_then(|row| row.parse().ok()).unwrap_or(1);
        put(&mut heights, number, between(row, " ht=\"", "\"").unwrap_or_default());
        let mut left = String::new();
        for cell in row.split("<c ").skip(1) {
            let place = between(cell, "r=\"", "\"").unwrap_or_default();
            let letters = place.trim_end_matches(|c: char| c.is_ascii_digit());
            let look = between(cell, " s=\"", "\"").and_then(|look| look.parse().ok()).unwrap_or(0);
            let at = columns.iter().position(|column| column.0 == letters).unwrap_or_else(|| {
                columns.push((letters, Vec::new(), Vec::new()));
                columns.len() - 1
            });
            let content = content(cell, strings);
            let same = content.starts_with('=') && content == further(&left);
            put(&mut columns[at].1, number, char::from_u32(64 + look).unwrap_or('@'));
            put(&mut columns[at].2, number, if same { "=".to_owned() } else { content.clone() });
            left = content;
        }
    }
    let fields = columns.into_iter().flat_map(|(letters, looks, cells)| {
        // A row that the column has no cell in.
        let looks = looks.into_iter().map(|look| if look == '\0' { ' ' } else { look });
        [format!("{letters}:{}", looks.collect::<String>()), cells.join("\n")]
    });
    [String::new(), heights.join("\n")].into_iter().chain(fields).collect()
}

/// `=` and a formula, `"` and a text, or a number.
fn content(cell: &str, strings: &[&str]) -> String {
    let value = between(cell, "<v>", "</v>").unwrap_or_default();
    if let Some(formula) = between(cell, "<f>", "</f>") {
        return ["=", formula].concat();
    }
    let is_text = between(cell, " t=\"", "\"") == Some("s");
    let text = value.parse().ok().and_then(|at: usize| strings.get(at)).filter(|_| is_text);
    text.map_or_else(|| value.to_owned(), |text| ["\"", text].concat())
}

/// A formula one column further right, as `workbook.js` has it: where that gives another formula than the next cell's, it is written.
fn further(formula: &str) -> String {
    let signs: Vec<char> = formula.chars().collect();
    let moved = signs.iter().enumerate().map(|(at, sign)| {
        let before = at.checked_sub(1).map_or(' ', |at| signs[at]);
        let mut behind = signs[at + 1..].iter().skip_while(|sign| **sign == '$');
        let is_column = sign.is_ascii_uppercase()
            && !(before == '$' || before == '_' || before.is_ascii_alphanumeric())
            && behind.next().is_some_and(char::is_ascii_digit);
        if is_column { char::from(*sign as u8 + 1) } else { *sign }
    });
    moved.collect()
}

/// Puts what stands in a row, counted from one, below what is there.
fn put<T: Default + Clone>(column: &mut Vec<T>, row: usize, what: T) {
    if column.len() < row {
        column.resize(row, T::default());
    }
    column[row - 1] = what;
}

/// What stands between the first `opening` and what closes it.
fn between<'a>(text: &'a str, opening: &str, closing: &str) -> Option<&'a str> {
    Some(text.split_once(opening)?.1.split_once(closing)?.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story() -> Story {
        author::read(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story")).unwrap()
    }

    #[test]
    fn a_formula_that_the_next_cell_repeats_is_written_once() {
        assert_eq!(further("=INDEX($D19:D19,1,G$4-it_life)*1E-9"), "=INDEX($D19:E19,1,H$4-it_life)*1E-9");
        let text = block(&story()).unwrap();
        assert!(text.contains("=D13*cost_it\n") && !text.contains("=E13*cost_it"));
        assert!(!text.contains("theme") && !text.contains("sharedStrings"));
    }

    #[test]
    fn what_no_workbook_can_be_made_of_is_named() {
        let mut story = story();
        let (id, quantity) = &mut story.model.0[0];
        let id = id.clone();
        quantity.value = vec!["aws_share"; 1_000].join(" * ");
        let error = block(&story).unwrap_err().to_string();
        assert!(error.contains("the workbook: `") && error.contains(&id), "{error}");
    }
}
