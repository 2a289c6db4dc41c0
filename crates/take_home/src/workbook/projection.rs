//! The sheet of the projection: a row a quantity, a column a year, every cell a formula.

use super::formula::choice_word;
use super::layout::{FIRST, YEARS, column};
use super::look::{heads, shown, widths, write};
use super::{Parts, WorkbookError};
use engine::say::Voice;
use rust_xlsxwriter::{Format, FormatAlign, Formula, Worksheet};

/// What spreadsheets take: signs of a formula, and functions within functions.
const LONGEST: usize = 8_000;
const DEEPEST: usize = 60;

impl Parts<'_> {
    pub(super) fn projection(&self, sheet: &mut Worksheet) -> Result<(), WorkbookError> {
        let (story, language) = (self.scene.story, self.scene.language);
        sheet.set_name(&self.layout.sheets.projection)?;
        widths(sheet, &[52.0, 26.0, 22.0])?;
        write(sheet, 0, 0, story.about.question.get(language), &self.look.title)?;
        self.scene.speak(|voice| {
            heads(sheet, YEARS, &["name", "file_unit", "file_id"].map(|word| voice.word(word)), &self.look)?;
            for (at, year) in (FIRST..).zip(&self.model.years) {
                sheet.write_number_with_format(YEARS, at, f64::from(*year), &self.look.head)?;
            }
            sheet.set_freeze_panes(YEARS + 1, FIRST)?;
            for input in &self.layout.paths {
                self.path(sheet, voice, *input)?;
            }
            if self.model.quantities.len() > story.model.len() {
                write(sheet, self.layout.steps_head, 0, &voice.word("file_steps"), &self.look.group)?;
            }
            (0..self.model.quantities.len()).try_for_each(|at| self.quantity(sheet, voice, at))
        })
    }

    /// What a lever holds year by year, each a cell that can be set.
    fn path(&self, sheet: &mut Worksheet, voice: Voice, input: usize) -> Result<(), WorkbookError> {
        let Some(row) = self.layout.path_row(input) else { return Ok(()) };
        let (of, path) = (&self.model.inputs[input], self.scene.scenario.held(input));
        let label = self.names.label(of.name).map_or("", |label| label.get(voice.language));
        let values = || self.model.years.iter().map(|year| path.at(*year));
        let (unit, format) = shown(voice, &of.unit, values());
        write(sheet, row, 0, label, &self.look.plain)?;
        write(sheet, row, 1, &unit, &self.look.plain)?;
        write(sheet, row, 2, &of.id, &self.look.quiet)?;
        let look = self.look.input.clone().set_num_format(format);
        let rule = self.validation(voice, input)?;
        for (at, value) in (FIRST..).zip(values()) {
            sheet.write_number_with_format(row, at, value, &look)?;
            sheet.add_data_validation(row, at, row, at, &rule)?;
        }
        Ok(())
    }

    fn quantity(&self, sheet: &mut Worksheet, voice: Voice, at: usize) -> Result<(), WorkbookError> {
        let (row, own) = (self.layout.rows[at], self.scene.story.model.0.get(at));
        let values = self.projection.values(self.model, at);
        let (id, of) = &self.names.story().model.0[at];
        let (unit, format) = shown(voice, &of.unit, values.iter().flatten().copied());
        match own {
            Some((_, of)) => {
                let look = if of.intermediate { &self.look.quiet } else { &self.look.plain };
                write(sheet, row, 0, of.label.get(voice.language), look)?;
                write(sheet, row, 1, if of.choices.is_empty() { &unit } else { "" }, &self.look.plain)?;
            }
            // A step says what it is the value of.
            None => write(sheet, row, 0, &of.value, &self.look.quiet)?,
        }
        write(sheet, row, 2, id, &self.look.quiet)?;
        let format = if own.is_none() || !of.choices.is_empty() { "General" } else { &format };
        let look = Format::new().set_num_format(format).set_align(FormatAlign::Right);
        let varies = self.model.quantities[at].varies;
        let formula = |year: Option<usize>| {
            self.formulas.of(at, year).map_err(|error| WorkbookError::Equation { id: id.clone(), error })
        };
        for (year, column_number) in (0..self.model.years.len()).zip(FIRST..) {
            let formula = match (varies, year) {
                (true, _) => formula(Some(year))?,
                (false, 0) => formula(None)?,
                // What is the same in every year stands in the first and is shown in all.
                (false, _) => format!("${}{}", column(0), row + 1),
            };
            fits(id, &formula)?;
            let value = values.get(year).or(values.first()).copied().flatten();
            let result = match (value, of.choice(value)) {
                (_, Some((name, _))) => choice_word(of, name, voice.language).to_owned(),
                (Some(value), None) => value.to_string(),
                (None, None) => "#N/A".to_owned(),
            };
            let formula = Formula::new(format!("={formula}")).set_result(result);
            sheet.write_formula_with_format(row, column_number, formula, &look)?;
        }
        Ok(())
    }
}

/// Refuses what a spreadsheet would.
fn fits(id: &str, formula: &str) -> Result<(), WorkbookError> {
    let large = |what: String, most: usize| WorkbookError::Large { id: id.to_owned(), what, most };
    let signs = formula.chars().count();
    if signs > LONGEST {
        return Err(large(format!("of {signs} signs"), LONGEST));
    }
    let mut depth = 0_usize;
    let mut deepest = 0;
    for c in formula.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    if deepest > DEEPEST { Err(large(format!("{deepest} brackets deep"), DEEPEST)) } else { Ok(()) }
}
