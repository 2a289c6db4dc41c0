//! The sheet of what can be set.

use super::layout::row;
use super::look::{heads, height, shown, widths, write};
use super::{Parts, WorkbookError};
use engine::model::Name;
use engine::say::Voice;
use engine::story::Text;
use rust_xlsxwriter::{DataValidation, DataValidationRule, Format, Formula, Worksheet};

/// The heading's row, counted from 0; levers stand below it, assumptions below a heading of their own.
const HEAD: u32 = 2;

/// What both kinds of input have.
struct Row<'a> {
    label: &'a Text,
    unit: &'a str,
    cases: [Option<f64>; 3],
    reason: &'a Text,
}

impl Parts<'_> {
    /// The row of a lever or an assumption, counted from 0.
    pub(super) fn input_row(&self, name: Name) -> u32 {
        match name {
            Name::Lever(at) => HEAD + 2 + row(at),
            Name::Assumption(at) => HEAD + 4 + row(self.scene.story.levers.len()) + row(at),
            _ => HEAD,
        }
    }

    pub(super) fn inputs(&self, sheet: &mut Worksheet) -> Result<(), WorkbookError> {
        let (story, language) = (self.scene.story, self.scene.language);
        sheet.set_name(&self.layout.sheets.inputs)?;
        widths(sheet, &[44.0, 14.0, 26.0, 11.0, 11.0, 11.0, 11.0, 11.0, 100.0, 24.0])?;
        write(sheet, 0, 0, story.about.question.get(language), &self.look.title)?;
        let version = format!("{} {}", story.about.id, story.about.model_version);
        write(sheet, 1, 0, &version, &self.look.quiet)?;
        self.scene.speak(|voice| {
            let words = [
                "name",
                "value",
                "file_unit",
                "low",
                "default",
                "high",
                "file_least",
                "file_most",
                "reason",
                "file_id",
            ];
            heads(sheet, HEAD, &words.map(|word| voice.word(word)), &self.look)?;
            sheet.set_freeze_panes(HEAD + 1, 2)?;
            write(sheet, HEAD + 1, 0, &voice.word("levers"), &self.look.group)?;
            let below = self.input_row(Name::Assumption(0)) - 1;
            write(sheet, below, 0, &voice.word("assumptions"), &self.look.group)?;
            for input in 0..story.levers.len() + story.assumptions.len() {
                self.input(sheet, voice, input)?;
            }
            Ok(())
        })
    }

    fn about(&self, name: Name) -> Option<Row<'_>> {
        let story = self.scene.story;
        Some(match name {
            Name::Lever(at) => {
                let lever = &story.levers.0[at].1;
                let cases = [lever.low, lever.default, lever.high].map(Some);
                Row { label: &lever.label, unit: &lever.unit, cases, reason: &lever.reason }
            }
            Name::Assumption(at) => {
                let of = &story.assumptions.0[at].1;
                Row {
                    label: &of.label,
                    unit: &of.unit,
                    cases: [of.low, Some(of.central), of.high],
                    reason: &of.reason,
                }
            }
            _ => return None,
        })
    }

    fn input(&self, sheet: &mut Worksheet, voice: Voice, at: usize) -> Result<(), WorkbookError> {
        let input = &self.model.inputs[at];
        let Some(of) = self.about(input.name) else { return Ok(()) };
        let row = self.input_row(input.name);
        let (unit, format) = shown(voice, of.unit, of.cases.iter().flatten().copied());
        // A typed value may have more digits than those that the story gives.
        let format = if format.ends_with('%') { "0.0##%" } else { "General" };
        let number = |look: &Format| look.clone().set_num_format(format);
        write(sheet, row, 0, of.label.get(voice.language), &self.look.plain)?;
        let value = self.scene.scenario.values()[at];
        match self.layout.path_row(at) {
            None => {
                sheet.write_number_with_format(row, 1, value, &number(&self.look.input))?;
                sheet.add_data_validation(row, 1, row, 1, &self.validation(voice, at)?)?;
            }
            // The years have it; here stands the first.
            Some(held) => {
                let sheets = &self.layout.sheets;
                let cell = rust_xlsxwriter::utility::worksheet_range(&sheets.projection, held, 3, held, 3);
                let formula = Formula::new(format!("={cell}")).set_result(value.to_string());
                sheet.write_formula_with_format(row, 1, formula, &number(&self.look.plain))?;
            }
        }
        write(sheet, row, 2, &unit, &self.look.long)?;
        for (column, value) in (3..).zip(of.cases.into_iter().chain(input.range.map(Some))) {
            if let Some(value) = value {
                sheet.write_number_with_format(row, column, value, &number(&self.look.plain))?;
            }
        }
        let reason = of.reason.get(voice.language);
        write(sheet, row, 8, reason, &self.look.long)?;
        height(sheet, row, &[(reason, 88)])?;
        write(sheet, row, 9, self.layout.name(input.name).unwrap_or_default(), &self.look.quiet)
    }

    /// Holds a cell to what can be set.
    pub(super) fn validation(&self, voice: Voice, at: usize) -> Result<DataValidation, WorkbookError> {
        let input = &self.model.inputs[at];
        let [low, high] = input.range;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "a number of years or the like; what is larger is held at the largest"
        )]
        let rule = match input.whole {
            true => DataValidation::new()
                .allow_whole_number(DataValidationRule::Between(low.ceil() as i32, high as i32)),
            false => DataValidation::new().allow_decimal_number(DataValidationRule::Between(low, high)),
        };
        let [low, high] = [low, high].map(|end| voice.digits(end));
        let said = voice.word("out_of_range").replace("{low}", &low).replace("{high}", &high);
        // No more than 255 signs are taken.
        let said: String = said.replace("{unit}", &input.unit).chars().take(250).collect();
        Ok(rule.set_error_message(said)?)
    }
}
