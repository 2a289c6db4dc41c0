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

    /// One number for all bits of every published quantity in every draw and of its bands, at scenarios with extremes and with
    /// values that no binary fraction meets. It is the same wherever draws are the same.
    pub fn bits(&mut self) -> String {
        let mut sum = 0xcbf2_9ce4_8422_2325_u64;
        for (lever, value) in [("capex", 200.0), ("capex", 317.3), ("power", 0.0), ("trainium_share", 0.37)] {
            self.set(lever, value);
            self.ensemble.update(&self.model, &self.ranges, &self.scenario, &self.all);
            for slot in &self.all {
                let bands = self.ensemble.bands(*slot).into_iter();
                let bands = bands.flat_map(|bands| [bands.p10, bands.p25, bands.p50, bands.p75, bands.p90]);
                for value in self.ensemble.values(*slot).into_iter().chain(bands) {
                    // Absent values are alike, whatever their bits.
                    let bits = if value.is_nan() { 1 } else { value.to_bits() };
                    sum = (sum ^ bits).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(29);
                }
            }
        }
        format!("{sum:016x}")
    }
}

impl Throughput {
    fn set(&mut self, lever: &str, value: f64) {
        if let Some(at) = self.model.input(lever) {
            self.scenario.set_at(&self.model, at, value).ok();
        }
    }
}
