//! The real story, scenarios of it, and a small source of chance that is the same in every run.

use engine::model::Name;
use engine::{Model, Projection, Scenario, Story, project};
use std::path::Path;
use std::sync::LazyLock;

pub(crate) static STORY: LazyLock<Story> = LazyLock::new(|| {
    author::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../story")).expect("the story has mistakes")
});

pub(crate) static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::compile(&STORY).expect("the story compiles"));

/// A scenario with the model's answer.
pub(crate) struct Case {
    pub(crate) scenario: Scenario,
    pub(crate) projection: Projection,
}

impl Case {
    pub(crate) fn new(set: &[(&str, f64)]) -> Self {
        let mut scenario = Scenario::default_of(&MODEL);
        for (id, value) in set {
            scenario.set(&MODEL, id, *value).unwrap();
        }
        Self::of(scenario)
    }

    pub(crate) fn of(scenario: Scenario) -> Self {
        let projection = project(&MODEL, &scenario);
        Self { scenario, projection }
    }

    /// The values of a quantity, one or one a year.
    pub(crate) fn values(&self, id: &str) -> Vec<Option<f64>> {
        let at = MODEL.quantities.iter().position(|quantity| quantity.id == id);
        self.projection.values(&MODEL, at.unwrap_or_else(|| panic!("there is no quantity {id}")))
    }

    /// The values of a quantity that is never absent.
    pub(crate) fn all(&self, id: &str) -> Vec<f64> {
        self.values(id).into_iter().map(|value| value.unwrap_or_else(|| panic!("{id} is absent"))).collect()
    }

    /// The value of a quantity in a year.
    pub(crate) fn at(&self, id: &str, year: i32) -> f64 {
        let values = self.all(id);
        let place = MODEL.years.iter().position(|known| *known == year).unwrap();
        *values.get(place).unwrap_or(&values[0])
    }

    /// What is set for a lever or an assumption.
    pub(crate) fn set(&self, id: &str) -> f64 {
        self.scenario.values()[MODEL.input(id).unwrap_or_else(|| panic!("{id} cannot be set"))]
    }
}

/// How much of what can be set is varied.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Within {
    /// Levers over their whole range, assumptions from low to high, those without a range held.
    Believed,
    /// Everything over all that can be set.
    Settable,
}

/// How many levers and assumptions there are.
pub(crate) fn settable() -> usize {
    STORY.levers.len() + STORY.assumptions.len()
}

/// The scenario at a point of a box, each side of which runs from 0 to 1.
pub(crate) fn scenario(within: Within, point: &[f64]) -> Scenario {
    let mut scenario = Scenario::default_of(&MODEL);
    for (at, share) in point.iter().enumerate() {
        let input = &MODEL.inputs[at];
        let [low, high] = match (within, input.name) {
            (Within::Believed, Name::Assumption(place)) => {
                let assumption = &STORY.assumptions.0[place].1;
                [assumption.low.unwrap_or(assumption.central), assumption.high.unwrap_or(assumption.central)]
            }
            _ => input.range,
        };
        let value = low + share * (high - low);
        let value = if input.whole { value.round() } else { value.clamp(low, high) };
        scenario.set_at(&MODEL, at, value).unwrap();
    }
    scenario
}

/// Chance from a seed (SplitMix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// Between 0 and 1, with the ends more often than chance alone would have them.
    pub(crate) fn share(&mut self) -> f64 {
        let drawn = self.unit();
        if drawn < 0.05 {
            0.0
        } else if drawn > 0.95 {
            1.0
        } else {
            self.unit()
        }
    }

    /// Evenly between 0 and 1.
    pub(crate) fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// A scenario anywhere in a box.
    pub(crate) fn scenario(&mut self, within: Within) -> Scenario {
        let point: Vec<f64> = (0..settable()).map(|_| self.share()).collect();
        scenario(within, &point)
    }
}
