//! Slider events with their bands and nothing around them, for Node and for the native program beside this.

use engine::model::Slot;
use engine::story::unpack;
use engine::{Ensemble, Model, Ranges, Scenario};
use wasm_bindgen::prelude::wasm_bindgen;

/// A story's model with its draws.
#[wasm_bindgen]
pub struct Throughput {
    model: Model,
    ranges: Ranges,
    scenario: Scenario,
    ensemble: Ensemble,
    all: Vec<Slot>,
    shown: Vec<Slot>,
}

#[wasm_bindgen]
impl Throughput {
    /// From a story as the page carries it.
    ///
    /// # Errors
    /// A text that is no story, or equations that do not compile.
    #[wasm_bindgen(constructor)]
    pub fn new(story: &str, draws: usize) -> Result<Throughput, String> {
        let story = unpack(story).ok_or("the story does not fit the program")?;
        let model = Model::compile(&story).map_err(|errors| format!("{errors:?}"))?;
        let layers = model.shown.views.iter().flat_map(|view| &view.layers);
        let shown = layers.flat_map(|(at, _)| model.quantities[*at].slots.iter().copied()).collect();
        let published = story.model.iter().zip(&model.quantities);
        let published = published.filter(|((_, quantity), _)| !quantity.intermediate);
        let all = published.flat_map(|(_, quantity)| quantity.slots.iter().copied()).collect();
        Ok(Self {
            ranges: Ranges::default_of(&model),
            scenario: Scenario::default_of(&model),
            ensemble: Ensemble::new(draws, None),
            model,
            all,
            shown,
        })
    }

    /// Every published quantity in every draw and year, without bands, because capital spending moved; answers the first
    /// draw's last income.
    pub fn columns(&mut self, capex: f64) -> f64 {
        self.set("capex", capex);
        self.ensemble.compute(&self.model, &self.ranges, &self.scenario, &self.all);
        let income = self.model.quantity("income").and_then(|income| income.slots.last());
        income.map_or(0.0, |slot| self.ensemble.values(*slot)[0])
    }

    /// One event of a lever, and the bands of all charts; answers the sum of the medians.
    pub fn event(&mut self, lever: &str, value: f64) -> f64 {
        self.set(lever, value);
        self.ensemble.update(&self.model, &self.ranges, &self.scenario, &self.shown);
        self.shown.iter().filter_map(|slot| self.ensemble.bands(*slot)).map(|bands| bands.p50).sum()
    }
}

impl Throughput {
    fn set(&mut self, lever: &str, value: f64) {
        if let Some(at) = self.model.input(lever) {
            self.scenario.set_at(&self.model, at, value).ok();
        }
    }
}
