//! Where everything stands in the workbook: sheets, rows, columns, and the names of cells.

use super::steps::Steps;
use crate::scene::Scene;
use engine::model::{Name, Names};
use engine::say::Voice;
use rust_xlsxwriter::utility::{check_name, check_sheet_name, column_number_to_name, quote_sheet_name};
use std::collections::{BTreeMap, BTreeSet};

/// The row of the years on the sheet of the projection, counted from 0.
pub(super) const YEARS: u32 = 3;
/// The column of the first year there.
pub(super) const FIRST: u16 = 3;

/// Names of the sheets, in their order.
pub(super) struct Sheets {
    pub(super) inputs: String,
    pub(super) projection: String,
    pub(super) figures: String,
    pub(super) equations: String,
}

impl Sheets {
    pub(super) fn of(voice: Voice) -> Self {
        let mut taken = BTreeSet::new();
        let mut name = |words: String, otherwise: &str| {
            let fits = check_sheet_name(&words).is_ok() && taken.insert(words.to_lowercase());
            if fits { words } else { otherwise.to_owned() }
        };
        Self {
            inputs: name(format!("{}, {}", voice.word("levers"), voice.word("assumptions")), "Inputs"),
            projection: name(voice.word("file_projection"), "Projection"),
            figures: name(voice.word("figures"), "Figures"),
            equations: name(voice.word("equations"), "Equations"),
        }
    }
}

/// Rows and names.
pub(super) struct Layout {
    pub(super) sheets: Sheets,
    /// The inputs that hold a path: rows above the quantities.
    pub(super) paths: Vec<usize>,
    /// Of each quantity its row on the sheet of the projection, counted from 0.
    pub(super) rows: Vec<u32>,
    /// Where the steps between start.
    pub(super) steps_head: u32,
    /// Of what is set, of the figures and of quantities with a single value the names of their cells.
    names: BTreeMap<Name, String>,
    /// Of each series its first and last row on the sheet of figures, counted from 1.
    pub(super) series: Vec<[u32; 2]>,
}

impl Layout {
    /// Places everything. The story's own quantities come first, then a heading, then the steps.
    pub(super) fn of(scene: Scene, names: &Names, steps: &Steps) -> Self {
        let paths: Vec<usize> = scene.model.paths().collect();
        let above = row(paths.len());
        let first = YEARS + 1 + if above > 0 { above + 1 } else { 0 };
        let own = row(scene.story.model.len());
        let place = |at: usize| first + row(at) + if row(at) < own { 0 } else { 2 };
        let rows = (0..steps.parsed.len()).map(place).collect();
        let mut next = row(scene.story.figures.len()) + 3;
        let mut series = Vec::new();
        for (_, of) in scene.story.series.iter() {
            series.push([next + 1, next + row(of.years.len()).max(1)]);
            next += row(of.years.len()).max(1) + 2;
        }
        Self {
            sheets: scene.speak(Sheets::of),
            paths,
            rows,
            steps_head: first + own + 1,
            names: cell_names(scene, names),
            series,
        }
    }

    /// What the cell of something is called; a step's has no name.
    pub(super) fn name(&self, name: Name) -> Option<&str> {
        self.names.get(&name).map(String::as_str)
    }

    /// All names of cells.
    pub(super) fn names(&self) -> impl Iterator<Item = (Name, &str)> {
        self.names.iter().map(|(name, word)| (*name, word.as_str()))
    }

    /// The row of an input that holds a path.
    pub(super) fn path_row(&self, input: usize) -> Option<u32> {
        self.paths.iter().position(|at| *at == input).map(|at| YEARS + 1 + row(at))
    }

    /// The cells of a series on the sheet of figures: its years, or its values.
    pub(super) fn series_column(&self, at: usize, column: &str) -> String {
        let [first, last] = self.series[at];
        format!("{}!${column}${first}:${column}${last}", quote_sheet_name(&self.sheets.figures))
    }
}

/// A row or a number of rows; no story has more than the compiler lets through.
pub(super) fn row(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX / 4)
}

/// The letters of the column of a projected year.
pub(super) fn column(year: usize) -> String {
    column_number_to_name(FIRST + u16::try_from(year).unwrap_or_default())
}

/// The story's names, where a spreadsheet takes them: `a1` is a cell and `r` a row.
fn cell_names(scene: Scene, names: &Names) -> BTreeMap<Name, String> {
    let story = scene.story;
    let mut taken = BTreeSet::new();
    let levers = (0..story.levers.len()).map(Name::Lever);
    let assumptions = (0..story.assumptions.len()).map(Name::Assumption);
    let figures = (0..story.figures.len()).map(Name::Figure);
    let single = (0..story.model.len()).filter(|at| !scene.model.quantities[*at].varies).map(Name::Quantity);
    let mut found = BTreeMap::new();
    for name in levers.chain(assumptions).chain(single).chain(figures) {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let mut word: String = names.id(name).chars().map(plain).take(200).collect();
        if !word.starts_with(|c: char| c.is_ascii_alphabetic()) {
            word.insert_str(0, "n_");
        }
        let fits =
            |word: &str| !is_cell(word) && check_name(word).is_ok() && !taken.contains(&word.to_lowercase());
        if !fits(&word) {
            let others = (1..).map(|number: u32| format!("{word}_{number}"));
            word = others.into_iter().find(|other| fits(other)).unwrap_or_default();
        }
        taken.insert(word.to_lowercase());
        found.insert(name, word);
    }
    found
}

/// True for `a1`, `r`, `r1c1`, `true`: what means something else in some spreadsheet.
fn is_cell(word: &str) -> bool {
    let word = word.to_lowercase();
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let cell = letters.len() < word.len() && letters.chars().all(|c| c.is_ascii_lowercase());
    let row_and_column = word.chars().all(|c| matches!(c, 'r' | 'c' | '0'..='9'));
    cell || row_and_column || word == "true" || word == "false"
}
