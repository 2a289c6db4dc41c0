//! The workbook of the default scenario, which the page hands out.

use crate::Error;
use engine::{Model, Scenario, Story, project};
use std::{fs, path::Path};
use take_home::{Scene, workbook};

/// What it is called beside the page.
pub const WORKBOOK: &str = "sliderule.xlsx";

/// Writes it into the built site's folder, in the story's first language.
///
/// # Errors
/// [`Error::Page`] for an equation that a workbook cannot hold, [`Error::Io`] for the file.
pub(super) fn write(folder: &Path, story: &Story) -> Result<(), Error> {
    let model = Model::compile(story).map_err(|errors| Error::Page(format!("the workbook: {errors:?}")))?;
    let scenario = Scenario::default_of(&model);
    let projection = project(&model, &scenario);
    let language = story.about.languages.first().map_or("", String::as_str);
    let scene = Scene {
        story,
        model: &model,
        scenario: &scenario,
        projection: &projection,
        overrides: &[],
        language,
    };
    let bytes = workbook(scene).map_err(|error| Error::Page(format!("the workbook: {error}")))?;
    let file = folder.join(WORKBOOK);
    fs::write(&file, bytes).map_err(Error::io("write", &file))
}
