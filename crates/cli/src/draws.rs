//! `--draws` and `--rank`: bands beside the numbers, and the assumptions that matter most.

use crate::arguments::Options;
use crate::case::Case;
use crate::error::CliError;
use engine::model::{Name, Slot};
use engine::nearest::did_you_mean;
use engine::story::Quantity;
use engine::{Bands, DRAWS, Effect, Ensemble, QUANTILES, Ranges, SetError, total_effects};
use serde_json::{Map, Value, json};

/// Draws of each of the two runs behind a total index.
const TOTAL_DRAWS: usize = 4_096;

/// The draws behind the bands of a scenario.
pub(crate) struct Uncertain {
    ensemble: Ensemble,
    ranges: Ranges,
    seed: Option<u32>,
    ranked: Option<Ranked>,
}

/// A number and what matters to it.
pub(crate) struct Ranked {
    pub(crate) quantity: usize,
    pub(crate) year: Option<i32>,
    /// Each with its total index.
    pub(crate) effects: Vec<(Effect, f64)>,
}

impl Uncertain {
    /// Draws where the options ask for it.
    pub(crate) fn of(options: &Options, case: &Case) -> Result<Option<Self>, CliError> {
        if options.draws.is_none() && options.rank.is_none() {
            return Ok(None);
        }
        let ranges = ranges(options, case)?;
        let mut ensemble = Ensemble::new(options.draws.unwrap_or(DRAWS), options.seed);
        let quantities = case.model.quantities.iter();
        let wanted: Vec<Slot> = quantities.flat_map(|quantity| quantity.slots.iter().copied()).collect();
        ensemble.update(&case.model, &ranges, &case.scenario, &wanted);
        let ranked = match &options.rank {
            Some((id, year)) => Some(ranked(case, &ensemble, &ranges, id, *year)?),
            None => None,
        };
        Ok(Some(Self { ensemble, ranges, seed: options.seed, ranked }))
    }

    /// The bands of a slot.
    pub(crate) fn spread(&self, slot: Slot) -> Option<Bands> {
        self.ensemble.bands(slot)
    }

    /// The bands of a quantity by year, none for one whose values are choices.
    pub(crate) fn bands(&self, case: &Case, at: usize, quantity: &Quantity) -> Vec<Option<Bands>> {
        let slots = case.model.quantities[at].slots.iter().filter(|_| quantity.choices.is_empty());
        slots.map(|slot| self.ensemble.bands(*slot)).collect()
    }

    /// What was asked to be ranked.
    pub(crate) fn ranked(&self) -> Option<&Ranked> {
        self.ranked.as_ref()
    }

    /// Adds `bands` and what belongs to them to the answer.
    pub(crate) fn json(&self, case: &Case, answer: &mut Value) {
        answer["draws"] = json!(self.ensemble.draws());
        answer["seed"] = json!(self.seed);
        answer["varying"] = json!(self.ranges.varying(&case.model, &case.scenario));
        let mut all = Map::new();
        for (at, id, quantity) in case.quantities() {
            let bands = self.bands(case, at, quantity);
            let mut one = Map::new();
            for (name, quantile) in QUANTILES {
                let mut values = bands.iter().map(|bands| json!(bands.as_ref().map(quantile)));
                let varies = case.model.quantities[at].varies;
                let whole = if varies { values.collect() } else { values.next().unwrap_or(Value::Null) };
                one.insert(name.to_owned(), whole);
            }
            if !bands.is_empty() {
                all.insert(id.to_owned(), Value::Object(one));
            }
        }
        answer["bands"] = Value::Object(all);
        if let Some(ranked) = &self.ranked {
            let effect = |(effect, total): &(Effect, f64)| {
                json!({
                    "assumption": case.model.inputs[effect.input].id,
                    "first": effect.share, "total": total, "low": effect.low, "high": effect.high,
                })
            };
            let effects: Vec<Value> = ranked.effects.iter().map(effect).collect();
            let quantity = &case.model.quantities[ranked.quantity].id;
            answer["ranking"] = json!({ "quantity": quantity, "year": ranked.year, "effects": effects });
        }
    }
}

/// What is believed: the story's ranges with those that are given.
pub(crate) fn ranges(options: &Options, case: &Case) -> Result<Ranges, CliError> {
    let mut ranges = Ranges::default_of(&case.model);
    for (id, range) in &options.ranges {
        let at = assumption(case, id)?;
        match range {
            Some(range) => ranges.set(&case.model, at, *range)?,
            None => ranges.hold(at),
        }
    }
    Ok(ranges)
}

fn assumption(case: &Case, id: &str) -> Result<usize, CliError> {
    let known = || case.model.inputs.iter().filter(|input| matches!(input.name, Name::Assumption(_)));
    let at = case.model.input(id).filter(|at| matches!(case.model.inputs[*at].name, Name::Assumption(_)));
    at.ok_or_else(|| {
        let nearest = did_you_mean(id, known().map(|input| input.id.as_str()));
        SetError::Unknown { id: id.to_owned(), nearest }.into()
    })
}

fn ranked(
    case: &Case,
    ensemble: &Ensemble,
    ranges: &Ranges,
    id: &str,
    year: Option<i32>,
) -> Result<Ranked, CliError> {
    let model = &case.model;
    let unknown = || {
        let nearest = did_you_mean(id, model.quantities.iter().map(|quantity| quantity.id.as_str()));
        CliError::Call(format!("there is no quantity `{id}`{nearest}"))
    };
    let quantity = model.quantities.iter().position(|quantity| quantity.id == id).ok_or_else(unknown)?;
    let last = model.years.len().saturating_sub(1);
    let place = match year {
        Some(year) => model.years.iter().position(|known| *known == year).ok_or_else(|| {
            let (first, last) = (model.years[0], model.years[last]);
            CliError::Call(format!("there is no year {year}; there are {first} to {last}"))
        })?,
        None => last,
    };
    let slots = &model.quantities[quantity].slots;
    let year = model.quantities[quantity].varies.then(|| model.years[place]);
    let Some(slot) = slots.get(place).or(slots.first()) else { return Err(unknown()) };
    let totals = total_effects(model, ranges, &case.scenario, *slot, TOTAL_DRAWS);
    let effects = ensemble.ranking(model, *slot).into_iter().map(|effect| (effect, totals[effect.input]));
    Ok(Ranked { quantity, year, effects: effects.collect() })
}
