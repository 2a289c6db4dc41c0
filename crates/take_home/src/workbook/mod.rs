//! A workbook with live formulas: what can be set as cells with their ranges, the figures with their sources, the projection as
//! formulas over cells, the equations as text.
//!
//! A value that the engine has not, since it has no meaning, is an error in its cell: `NA()`, or what a quotient by nought gives. A
//! comparison with it is false and `min(a, b)` without an `a` is `b`, as in the engine, so formulas hold `IFERROR` where, and only
//! where, something can be absent. One thing is else: what is divided by nought is absent at once, while the engine goes on with an
//! infinite number until it is shown, so there 1 / (1 / 0) is 0.

mod absent;
mod figures;
mod formula;
mod inputs;
mod layout;
mod look;
mod over_years;
mod projection;
mod steps;
mod written;

use crate::scene::Scene;
use absent::Absent;
use engine::expr::ExprError;
use engine::model::{ModelError, Name, Names};
use engine::{Model, Projection, Scenario, Story, project};
use formula::Formulas;
use layout::Layout;
use look::{Look, heads, height, widths, write};
use rust_xlsxwriter::utility::quote_sheet_name;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};
use std::io::{Cursor, Read as _};
use steps::Steps;
use thiserror::Error;
use zip::ZipArchive;

/// Why there is no workbook.
#[derive(Debug, Error)]
pub enum WorkbookError {
    /// An equation that no formula can be made of.
    #[error("`{id}`: {error}")]
    Equation {
        /// The quantity.
        id: String,
        /// What is wrong with it.
        error: ExprError,
    },
    /// A formula longer or deeper than spreadsheets take.
    #[error(
        "`{id}` makes a formula {what}, more than the {most} that spreadsheets take; give a part of it a name of its own"
    )]
    Large {
        /// The quantity.
        id: String,
        /// Of how many signs, or so many brackets deep.
        what: String,
        /// The limit.
        most: usize,
    },
    /// Something that the format does not take.
    #[error("the workbook cannot be written: {0}")]
    Format(#[from] XlsxError),
}

/// The workbook of a story as it begins, in its first language.
///
/// # Errors
/// As [`workbook`].
pub fn workbook_at_start(story: &Story) -> Result<Vec<u8>, WorkbookError> {
    let model = Model::compile(story).map_err(first_of)?;
    let scenario = Scenario::default_of(&model);
    let projection = project(&model, &scenario);
    let language = story.about.languages.first().map_or("", String::as_str);
    workbook(Scene {
        story,
        model: &model,
        scenario: &scenario,
        projection: &projection,
        overrides: &[],
        language,
    })
}

/// The bytes of a workbook, the same for the same scene.
///
/// # Errors
/// What of the story no formula can be made of.
pub fn workbook(scene: Scene) -> Result<Vec<u8>, WorkbookError> {
    let steps = Steps::of(scene.story)?;
    let paths: Vec<usize> = scene.model.paths().collect();
    let model = Model::over_years(&steps.story, &paths).map_err(first_of)?;
    let names = Names::new(&steps.story);
    let projection = project(&model, scene.scenario);
    let layout = Layout::of(scene, &names, &steps);
    let absent = Absent::of(&steps, &names, &model);
    let formulas = Formulas {
        names: &names,
        model: &model,
        steps: &steps,
        layout: &layout,
        absent: &absent,
        language: scene.language,
    };
    let parts = Parts {
        scene,
        names: &names,
        model: &model,
        projection: &projection,
        layout: &layout,
        formulas,
        look: Look::new(),
    };
    let mut workbook = Workbook::new();
    workbook.set_properties(&parts.properties()?);
    parts.inputs(workbook.add_worksheet())?;
    parts.projection(workbook.add_worksheet())?;
    parts.figures(workbook.add_worksheet())?;
    parts.equations(workbook.add_worksheet())?;
    for (name, word) in layout.names() {
        workbook.define_name(word, &parts.defined(name))?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Paths and texts of the parts that a workbook consists of.
///
/// # Errors
/// [`WorkbookError::Format`] if the bytes are none.
pub fn parts(workbook: &[u8]) -> Result<Vec<(String, String)>, WorkbookError> {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).map_err(XlsxError::from)?;
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(XlsxError::from)?;
        let mut text = String::new();
        part.read_to_string(&mut text).map_err(XlsxError::from)?;
        parts.push((part.name().map_err(XlsxError::from)?.into_owned(), text));
    }
    Ok(parts)
}

/// The first of what is wrong: a workbook is made of stories that were checked before.
fn first_of(mut errors: Vec<ModelError>) -> WorkbookError {
    let ModelError { place, error } = errors.swap_remove(0);
    WorkbookError::Equation { id: place.block, error }
}

/// All that the sheets are made of.
struct Parts<'a> {
    scene: Scene<'a>,
    /// Of the story with its steps, as is the model.
    names: &'a Names<'a>,
    model: &'a Model,
    projection: &'a Projection,
    layout: &'a Layout,
    formulas: Formulas<'a>,
    look: Look,
}

impl Parts<'_> {
    /// The day of the newest change of results stands for the day it was made, so that the same scene gives the same bytes.
    fn properties(&self) -> Result<DocProperties, WorkbookError> {
        let about = &self.scene.story.about;
        let date = self.scene.story.changes.0.first().map_or("", |(_, change)| change.date.as_str());
        let mut numbers = date.splitn(3, '-').map(|part| part.parse::<u16>().ok());
        let mut next = |otherwise: u16| numbers.next().flatten().unwrap_or(otherwise);
        let (year, month, day) = (next(2000), next(1), next(1));
        let [month, day] = [month, day].map(|part| u8::try_from(part).unwrap_or(1));
        let made =
            ExcelDateTime::from_ymd(year, month, day).or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
        let title: String =
            about.question.get(self.scene.language).chars().filter(|c| !c.is_control()).collect();
        Ok(DocProperties::new().set_title(title).set_creation_datetime(&made))
    }

    /// Where the cell of a name is.
    fn defined(&self, name: Name) -> String {
        let sheets = &self.layout.sheets;
        let (sheet, column, row) = match name {
            Name::Figure(at) => (&sheets.figures, "B", figures::FIRST + layout::row(at)),
            Name::Quantity(at) => (&sheets.projection, "D", self.layout.rows[at]),
            name => (&sheets.inputs, "B", self.input_row(name)),
        };
        format!("={}!${column}${}", quote_sheet_name(sheet), row + 1)
    }

    /// The equations as the story has them.
    fn equations(&self, sheet: &mut Worksheet) -> Result<(), WorkbookError> {
        let (story, language) = (self.scene.story, self.scene.language);
        sheet.set_name(&self.layout.sheets.equations)?;
        widths(sheet, &[44.0, 24.0, 12.0, 90.0, 60.0])?;
        let words = self.scene.speak(|voice| {
            ["name", "file_id", "file_unit", "equations", "file_note"].map(|word| voice.word(word))
        });
        heads(sheet, 0, &words, &self.look)?;
        sheet.set_freeze_panes(1, 1)?;
        for (row, (id, quantity)) in (1..).zip(story.model.iter()) {
            write(sheet, row, 0, quantity.label.get(language), &self.look.long)?;
            write(sheet, row, 1, id, &self.look.quiet)?;
            write(sheet, row, 2, &quantity.unit, &self.look.plain)?;
            write(sheet, row, 3, &quantity.value, &self.look.long)?;
            let note = quantity.note.as_ref().map_or("", |note| note.get(language));
            write(sheet, row, 4, note, &self.look.long)?;
            height(sheet, row, &[(quantity.label.get(language), 40), (&quantity.value, 80), (note, 54)])?;
        }
        Ok(())
    }
}
