//! The scenarios that are shown: the default and every preset.

use crate::PictureError;
use engine::link::{Differences, Digits, Link, write};
use engine::model::{Name, Slot};
use engine::say::{Plain, Voice, ranged};
use engine::story::{Preset, Story};
use engine::{DRAWS, Ensemble, Model, Path, Projection, Ranges, Scenario, project, settings};

/// What the default's files are called.
const DEFAULT: &str = "default";

/// A scenario and all that it comes to.
pub(crate) struct Case<'a> {
    pub(crate) name: &'a str,
    /// None for the default.
    pub(crate) preset: Option<&'a Preset>,
    pub(crate) model: Model,
    pub(crate) projection: Projection,
    /// The default in the same model.
    pub(crate) default: Projection,
    /// The place of the chart that shows it: the main chart, which is the first, or where a preset leaves that and the number that
    /// the story asks about as they are, the chart of the first lever that it moves.
    pub(crate) view: usize,
    /// Of that chart and of the verdict's range.
    pub(crate) draws: Ensemble,
    /// The page's address of it, behind the `#`; empty for the default.
    pub(crate) link: String,
}

/// All of a story, the default first; each is computed when it is asked for.
pub(crate) fn all(
    story: &Story,
) -> Result<impl Iterator<Item = Result<Case<'_>, PictureError>>, PictureError> {
    if story.presets.names().any(|name| name == DEFAULT) {
        return Err(PictureError::Story(format!(
            "no preset can be called `{DEFAULT}`: the pictures of the default are"
        )));
    }
    let plain = Model::compile(story).map_err(unfit)?;
    let given = project(&plain, &Scenario::default_of(&plain));
    let presets = story.presets.iter().zip(plain.shown.presets);
    let presets = presets
        .map(move |((name, preset), set)| Case::new(story, name, Some(preset), settings(&set, &given)));
    Ok(std::iter::once_with(|| Case::new(story, DEFAULT, None, Vec::new())).chain(presets))
}

impl<'a> Case<'a> {
    fn new(
        story: &'a Story,
        name: &'a str,
        preset: Option<&'a Preset>,
        set: Vec<(usize, Path)>,
    ) -> Result<Self, PictureError> {
        let paths: Vec<usize> =
            set.iter().filter(|(_, path)| path.level().is_none()).map(|(input, _)| *input).collect();
        let model = Model::over_years(story, &paths).map_err(unfit)?;
        let default = Scenario::default_of(&model);
        let mut scenario = default.clone();
        for (input, path) in set {
            scenario
                .set_path(&model, input, path)
                .map_err(|error| PictureError::Story(format!("preset {name}: {error}")))?;
        }
        let now = Differences::of(story, &model, &scenario, None, &[]);
        let link = write(&Link { now, ..Link::start(&model) }, story, &model, Digits::native()).text;
        let (projection, given) = (project(&model, &scenario), project(&model, &default));
        let view = match is_same(story, &model, [&projection, &given]) {
            true => moved(story, &model, [&scenario, &default]).unwrap_or(0),
            false => 0,
        };
        let mut draws = Ensemble::new(DRAWS, None);
        draws.update(&model, &Ranges::default_of(&model), &scenario, &wanted(story, &model, view));
        Ok(Self { name, preset, model, projection, default: given, view, draws, link })
    }
}

/// Whether the main chart and the number that the story asks about are the same in both.
fn is_same(story: &Story, model: &Model, [one, other]: [&Projection; 2]) -> bool {
    let layers = model.shown.views.first().into_iter().flat_map(|view| &view.layers);
    let mut shown = layers.map(|(quantity, _)| *quantity).chain(story.model.position(&story.about.asked));
    shown.all(|quantity| one.values(model, quantity) == other.values(model, quantity))
}

/// The place of the chart of the first lever in which two scenarios differ.
fn moved(story: &Story, model: &Model, [one, other]: [&Scenario; 2]) -> Option<usize> {
    let lever = model.inputs.iter().enumerate().find_map(|(at, input)| match input.name {
        Name::Lever(lever) if one.differs(other, at) => Some(lever),
        _ => None,
    });
    story.views.position(&story.levers.0.get(lever?)?.1.view)
}

/// What bands are wanted of: the layers of the chart, and what the verdict gives a range of.
fn wanted(story: &Story, model: &Model, view: usize) -> Vec<Slot> {
    let layers = model.shown.views.get(view).into_iter().flat_map(|view| &view.layers);
    let mut slots: Vec<Slot> =
        layers.flat_map(|(quantity, _)| model.quantities[*quantity].slots.iter().copied()).collect();
    for language in &story.about.languages {
        slots.extend(ranged(model, Voice { story, language, numbers: &Plain::new(language) }));
    }
    slots
}

fn unfit(errors: impl std::fmt::Debug) -> PictureError {
    PictureError::Story(format!("{errors:?}"))
}
