//! The sheet of the figures with all that is known of each, and of the series.

use super::layout::row;
use super::look::{heads, height, shown, widths, write};
use super::{Parts, WorkbookError};
use crate::sources::Told;
use engine::Reach;
use engine::model::Name;
use engine::say::Voice;
use engine::story::FigureValue;
use rust_xlsxwriter::{Formula, Worksheet};

/// The first figure's row, counted from 0.
pub(super) const FIRST: u32 = 1;

impl Parts<'_> {
    pub(super) fn figures(&self, sheet: &mut Worksheet) -> Result<(), WorkbookError> {
        sheet.set_name(&self.layout.sheets.figures)?;
        widths(sheet, &[52.0, 16.0, 24.0, 30.0, 22.0, 60.0, 18.0, 20.0, 10.0, 20.0, 80.0, 30.0])?;
        self.scene.speak(|voice| {
            let words = [
                "figure",
                "value",
                "file_unit",
                "about",
                "status",
                "source",
                "kind",
                "date",
                "paragraph",
                "printed",
                "file_note",
                "file_id",
            ];
            heads(sheet, 0, &words.map(|word| voice.word(word)), &self.look)?;
            sheet.set_freeze_panes(FIRST, 2)?;
            (0..self.scene.story.figures.len()).try_for_each(|at| self.figure(sheet, voice, at))
        })?;
        self.series(sheet)
    }

    fn figure(&self, sheet: &mut Worksheet, voice: Voice, at: usize) -> Result<(), WorkbookError> {
        let (story, (id, figure)) = (self.scene.story, &self.scene.story.figures.0[at]);
        let (row, look) = (FIRST + row(at), &self.look);
        write(sheet, row, 0, figure.label.get(voice.language), &look.long)?;
        let (unit, _) = shown(voice, &figure.unit, figure.number().into_iter());
        match (&figure.value, self.model.figure(id)) {
            (Some(FigureValue::Date(date)), _) => write(sheet, row, 1, date, &look.plain)?,
            (_, Some(input)) => {
                let format = if unit.starts_with('%') { "0.0##%" } else { "General" };
                // Those alone that the projection rests on invite a change.
                let feeds = Reach::of(self.model, &[input]).feeds(self.model);
                let look = if feeds { &look.input } else { &look.plain };
                let look = look.clone().set_num_format(format);
                sheet.write_number_with_format(row, 1, self.scene.scenario.values()[input], &look)?;
            }
            _ => {}
        }
        let mut note = figure.note.as_ref().map_or("", |note| note.get(voice.language)).to_owned();
        if let Some(other) = self.scene.overridden(id) {
            let was = figure.number().map(|was| was.to_string()).unwrap_or_default();
            note = format!("{}: {} ({was}). {note}", voice.word("overridden"), other.reason);
        }
        let mut status = voice.word(figure.status.word());
        if figure.wrong {
            status = format!("{status}, {}", voice.word("printed_wrong"));
        }
        let source = story.sources.get(&figure.source);
        let told = source.map(|source| Told::of(source, voice));
        let cells = [
            unit,
            format!("{}, {}", voice.term(&figure.entity), voice.term(&figure.period)),
            status,
            told.as_ref().map_or(String::new(), |told| told.title.clone()),
            source.map_or(String::new(), |source| voice.word(source.kind.word())),
            told.map_or(String::new(), |told| told.date),
            figure.paragraph.map_or(String::new(), |paragraph| paragraph.to_string()),
            figure.printed.clone().unwrap_or_default(),
            note,
        ];
        let label = figure.label.get(voice.language);
        height(
            sheet,
            row,
            &[(label, 48), (&cells[1], 27), (&cells[3], 55), (&cells[7], 18), (&cells[8], 73)],
        )?;
        for (column, text) in (2..).zip(&cells) {
            write(sheet, row, column, text, &look.long)?;
        }
        write(sheet, row, 11, self.layout.name(Name::Figure(at)).unwrap_or_default(), &look.quiet)
    }

    /// Below the figures: each series' years with their figures.
    fn series(&self, sheet: &mut Worksheet) -> Result<(), WorkbookError> {
        let story = self.scene.story;
        for ((id, of), [first, _]) in story.series.iter().zip(&self.layout.series) {
            write(sheet, first - 2, 0, id, &self.look.group)?;
            let mut known = Vec::new();
            for (row, (year, figure)) in (first - 1..).zip(&of.years) {
                // Of two figures for one year the first counts.
                let Some(at) = story.figures.position(figure).filter(|_| !known.contains(year)) else {
                    continue;
                };
                known.push(*year);
                sheet.write_number(row, 0, f64::from(*year))?;
                let value =
                    self.model.figure(figure).map(|input| self.scene.scenario.values()[input].to_string());
                let name = self.layout.name(Name::Figure(at)).unwrap_or_default();
                sheet.write_formula(
                    row,
                    1,
                    Formula::new(format!("={name}")).set_result(value.unwrap_or_default()),
                )?;
            }
        }
        Ok(())
    }
}
