//! The story computed without a browser, by the same crates as the page.

use crate::{Failure, explorer::plain};
use charts::{ChartView, Shot, compose};
use engine::say::{Plain, Voice, plain_text, verdict};
use engine::{DRAWS, Ensemble, Model, Projection, Ranges, Scenario, Story, project};

/// The story of this project.
pub struct Native {
    /// As it is written now.
    pub story: Story,
    /// Its equations.
    pub model: Model,
}

impl Native {
    /// Reads it.
    ///
    /// # Errors
    /// [`Failure::Broken`] with its mistakes.
    pub fn read() -> Result<Self, Failure> {
        let story = author::read(&xtask::paths::root().join("story"))
            .map_err(|problems| Failure::Broken(problems.to_string()))?;
        let model = Model::compile(&story).map_err(|errors| Failure::Broken(format!("{errors:?}")))?;
        Ok(Self { story, model })
    }

    /// What a scenario comes to.
    ///
    /// # Errors
    /// [`Failure::Broken`] if a value cannot be set.
    pub fn projection(&self, set: &[(&str, f64)]) -> Result<Projection, Failure> {
        Ok(project(&self.model, &self.scenario(set)?))
    }

    /// The draws of a scenario, of every quantity.
    ///
    /// # Errors
    /// As [`Native::projection`].
    pub fn draws(&self, set: &[(&str, f64)]) -> Result<Ensemble, Failure> {
        let mut draws = Ensemble::new(DRAWS, None);
        let slots: Vec<_> =
            self.model.quantities.iter().flat_map(|quantity| quantity.slots.clone()).collect();
        draws.update(&self.model, &Ranges::default_of(&self.model), &self.scenario(set)?, &slots);
        Ok(draws)
    }

    fn scenario(&self, set: &[(&str, f64)]) -> Result<Scenario, Failure> {
        let mut scenario = Scenario::default_of(&self.model);
        for (id, value) in set {
            scenario.set(&self.model, id, *value).map_err(|error| Failure::Broken(error.to_string()))?;
        }
        Ok(scenario)
    }

    /// All charts of a scenario, in the order of the page.
    ///
    /// # Errors
    /// As [`Native::projection`].
    pub fn charts(&self, set: &[(&str, f64)], language: &str) -> Result<Vec<ChartView>, Failure> {
        let (projection, default, draws) = (self.projection(set)?, self.projection(&[])?, self.draws(set)?);
        let numbers = Plain::new(language);
        let voice = Voice { story: &self.story, language, numbers: &numbers };
        let shot = Shot { model: &self.model, projection: &projection, spread: &|slot| draws.bands(slot) };
        let start = Shot { projection: &default, spread: &|_| None, ..shot };
        Ok((0..self.story.views.len()).map(|at| compose(shot, start, voice, at)).collect())
    }

    /// The verdict of a scenario, with plain spaces.
    ///
    /// # Errors
    /// As [`Native::projection`].
    pub fn verdict(&self, set: &[(&str, f64)], language: &str) -> Result<String, Failure> {
        let numbers = Plain::new(language);
        let voice = Voice { story: &self.story, language, numbers: &numbers };
        let draws = self.draws(set)?;
        let sentences = verdict(&self.model, &self.projection(set)?, voice, &|slot| draws.bands(slot));
        Ok(plain(&sentences.iter().map(|said| plain_text(said)).collect::<Vec<_>>().join(" ")))
    }
}
