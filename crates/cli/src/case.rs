//! A scenario of a story, as the options ask for it, and what it comes to.

use crate::arguments::Options;
use crate::error::CliError;
use crate::output::Output;
use crate::scenario_file;
use engine::model::Names;
use engine::story::{Quantity, Story};
use engine::{Model, Override, Projection, Scenario, as_of, project};
use take_home::Scene;

/// A scenario of a story and what it comes to.
pub(crate) struct Case {
    pub(crate) story: Story,
    pub(crate) model: Model,
    pub(crate) scenario: Scenario,
    pub(crate) overrides: Vec<Override>,
    pub(crate) projection: Projection,
    pub(crate) language: String,
}

impl Case {
    /// Reads the story and sets what is to be set.
    pub(crate) fn of(options: &Options) -> Result<Self, CliError> {
        let story = author::read(&options.story)?;
        let asked = scenario_file::asked(&story, options)?;
        let model = scenario_file::model(&story, &[&asked])?;
        let mut scenario = match &options.as_of {
            Some(date) => as_of(&story, date).scenario(&story, &model),
            None => Scenario::default_of(&model),
        };
        for figure in &options.overrides {
            figure.apply(&story, &model, &mut scenario)?;
        }
        scenario_file::set(&mut scenario, &model, &asked)?;
        let language = language(&story, options)?;
        let projection = project(&model, &scenario);
        let overrides = options.overrides.clone();
        Ok(Self { story, model, scenario, overrides, projection, language })
    }

    /// The same for what is taken home.
    pub(crate) fn scene(&self) -> Scene<'_> {
        let Self { story, model, scenario, overrides, projection, language } = self;
        Scene { story, model, scenario, projection, overrides, language }
    }

    /// What an input is called.
    pub(crate) fn label(&self, input: usize) -> &str {
        let label = Names::new(&self.story).label(self.model.inputs[input].name);
        label.map_or("", |label| label.get(&self.language))
    }

    /// `AWS operating income 2033`, in its language.
    pub(crate) fn label_of(&self, output: &Output) -> String {
        let label = self.story.model.get(&output.id).map_or("", |entry| entry.label.get(&self.language));
        output.year.map_or(label.to_owned(), |year| format!("{label} {year}"))
    }

    /// Names, units and values of the quantities that are put out.
    pub(crate) fn quantities(&self) -> impl Iterator<Item = (usize, &str, &Quantity)> {
        self.story.put_out().map(|(at, (id, quantity))| (at, id, quantity))
    }
}

/// The language that is asked for, or the story's first.
pub(crate) fn language(story: &Story, options: &Options) -> Result<String, CliError> {
    let languages = &story.about.languages;
    let language = options.language.clone().or_else(|| languages.first().cloned()).unwrap_or_default();
    if languages.contains(&language) {
        return Ok(language);
    }
    let known = languages.join(", ");
    Err(CliError::Call(format!("there is no language `{language}`; there are {known}")))
}

/// The name of a choice's value.
pub(crate) fn chosen(quantity: &Quantity, value: Option<f64>) -> Option<String> {
    quantity.choice(value).map(|(name, _)| name.to_owned())
}
