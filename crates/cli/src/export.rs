//! `sliderule export` and `sliderule xlsx`: a scenario as a program in another language and as a workbook.

use crate::answer::put_out;
use crate::arguments::Options;
use crate::case::Case;
use crate::choice::{Choices, choice};
use crate::error::CliError;
use engine::expr::ExprError;
use take_home::{Scene, python, workbook};

/// Languages of programs.
const TARGETS: Choices<fn(Scene) -> Result<String, ExprError>> = &[("python", python)];

/// Writes the program; answers nothing, or the program where no file is named.
pub(crate) fn export(options: &Options) -> Result<String, CliError> {
    let write = choice("target", options.to.as_deref(), TARGETS)?;
    let case = Case::of(options)?;
    put_out(options, write(case.scene())?)
}

/// Writes the workbook; answers nothing.
pub(crate) fn xlsx(options: &Options) -> Result<String, CliError> {
    let path = options.output.as_ref();
    let path = path.ok_or_else(|| CliError::Call("`xlsx` needs a file: -o FILE.xlsx".to_owned()))?;
    let bytes = workbook(Case::of(options)?.scene())?;
    let result = std::fs::write(path, bytes);
    result.map(|()| String::new()).map_err(|source| CliError::Write { path: path.clone(), source })
}
