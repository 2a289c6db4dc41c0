//! `sliderule export`: a scenario as a program in another language.

use crate::arguments::Options;
use crate::choice::{Choices, choice};
use crate::error::CliError;
use crate::run::{Case, put_out};
use engine::expr::ExprError;
use take_home::{Scene, python};

/// Languages of programs.
const TARGETS: Choices<fn(Scene) -> Result<String, ExprError>> = &[("python", python)];

/// Writes the program; answers nothing, or the program where no file is named.
pub(crate) fn export(options: &Options) -> Result<String, CliError> {
    let write = choice("target", options.to.as_deref(), TARGETS)?;
    let case = Case::of(options)?;
    put_out(options, write(case.scene())?)
}
