//! `sliderule render`: a view as SVG, by the same drawing code as the page.

use crate::arguments::Options;
use crate::case::Case;
use crate::choice::{Choices, choice};
use crate::draws::Uncertain;
use crate::error::CliError;
use charts::{Heading, Shot, Theme, compose, svg};
use engine::nearest::did_you_mean;
use engine::say::{Plain, Voice};
use engine::{Scenario, project};

/// The first where none is named.
const THEMES: Choices<fn() -> Theme> = &[("light", Theme::light), ("dark", Theme::dark)];
/// The page's shape of a chart, in css px.
const SIZE: (u32, u32) = (720, 320);

/// Writes the picture; answers nothing, or the picture where no file is named.
pub(crate) fn render(options: &Options) -> Result<String, CliError> {
    let theme = choice("theme", options.theme.as_deref(), THEMES)?();
    let case = Case::of(options)?;
    let names = || case.story.views.names();
    let known = || names().collect::<Vec<_>>().join(", ");
    let view = options.view.as_deref();
    let view = view.ok_or_else(|| CliError::Call(format!("--view is missing; there are {}", known())))?;
    let at = case.story.views.position(view).ok_or_else(|| {
        let nearest = did_you_mean(view, names());
        CliError::Call(format!("there is no view `{view}`{nearest}; there are {}", known()))
    })?;
    let numbers = Plain::new(&case.language);
    let voice = Voice { story: &case.story, language: &case.language, numbers: &numbers };
    let default = project(&case.model, &Scenario::default_of(&case.model));
    let uncertain = Uncertain::of(options, &case)?;
    let spread = |slot| uncertain.as_ref().and_then(|uncertain| uncertain.spread(slot));
    let shot = |projection| Shot { model: &case.model, projection, spread: &spread };
    let chart = compose(shot(&case.projection), shot(&default), voice, at);
    let picture = svg(&chart, options.size.unwrap_or(SIZE), &theme, &numbers, Heading::Inside)?;
    match &options.output {
        None => Ok(picture),
        Some(path) => {
            let result = std::fs::write(path, picture);
            result.map(|()| String::new()).map_err(|source| CliError::Write { path: path.clone(), source })
        }
    }
}
