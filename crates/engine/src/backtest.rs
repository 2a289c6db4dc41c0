//! The model run from the end of a past year, held against what came and against repeating that year's growth.

use crate::expr::{ExprError, ExprProblem, Span};
use crate::model::{Model, ModelError, Name, Place, check_unit, evaluate};
use crate::nearest::did_you_mean;
use crate::projection::project;
use crate::scenario::Scenario;
use crate::story::{Backtest, Named, Story};

/// One quantity of a backtest, in the quantity's unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The quantity.
    pub quantity: String,
    /// What the model gives.
    pub predicted: Option<f64>,
    /// What came.
    pub actual: f64,
    /// What repeating the last year's growth and margin gives, where that makes sense.
    pub naive: Option<f64>,
}

impl Outcome {
    /// How far off the model was, as a share of what came.
    #[must_use]
    pub fn error(&self) -> Option<f64> {
        self.predicted.map(|value| value / self.actual - 1.0)
    }

    /// How far off the baseline was, as a share of what came.
    #[must_use]
    pub fn naive_error(&self) -> Option<f64> {
        self.naive.map(|value| value / self.actual - 1.0)
    }
}

/// Runs one backtest: the first projected year stands for the year that is predicted.
///
/// # Errors
/// An expression or a name that does not fit; [`check`] finds all of them beforehand.
pub fn run(
    story: &Story,
    model: &Model,
    id: &str,
    backtest: &Backtest,
) -> Result<Vec<Outcome>, Box<ModelError>> {
    let mut scenario = Scenario::default_of(model);
    for (list, key) in [(&backtest.set, "set"), (&backtest.figures, "figures")] {
        for (name, text) in list.iter() {
            let wrong = |error| {
                let place = Place::new("backtests", id, format!("{key}.{name}"));
                Box::new(ModelError { place, error })
            };
            let value = evaluate(story, text).map_err(wrong)?;
            let input = model.inputs.iter().position(|input| {
                input.id == name && matches!(input.name, Name::Figure(_)) == (key == "figures")
            });
            let set = input.and_then(|at| scenario.set_at(model, at, value).ok());
            let known = || model.inputs.iter().map(|input| input.id.as_str());
            set.ok_or_else(|| wrong(unknown(name, known())))?;
        }
    }
    let projection = project(model, &scenario);
    let mut outcomes = Vec::new();
    for (at, row) in backtest.compare.iter().enumerate() {
        let wrong = |key: &'static str| {
            move |error| {
                let place = Place::new("backtests", id, format!("compare.{at}.{key}"));
                Box::new(ModelError { place, error })
            }
        };
        let known = || model.quantities.iter().map(|quantity| quantity.id.as_str());
        let quantity = known().position(|name| name == row.quantity);
        let quantity = quantity.ok_or_else(|| unknown(&row.quantity, known())).map_err(wrong("quantity"))?;
        let naive = row.naive.as_deref().map(|text| evaluate(story, text)).transpose();
        outcomes.push(Outcome {
            quantity: row.quantity.clone(),
            predicted: projection.value(model, quantity, 0),
            actual: evaluate(story, &row.actual).map_err(wrong("actual"))?,
            naive: naive.map_err(wrong("naive"))?,
        });
    }
    Ok(outcomes)
}

/// One quantity over all backtests, for drawing what came beside what the model and the baseline said.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// The quantity.
    pub quantity: String,
    /// Its unit, as the story writes it.
    pub unit: String,
    /// The year of each backtest and its outcome, the earliest year first.
    pub years: Vec<(i32, Outcome)>,
}

/// Runs every backtest and sorts the outcomes by quantity, in the order in which the quantities are first compared.
///
/// # Errors
/// As [`run`].
pub fn tracks(story: &Story, model: &Model) -> Result<Vec<Track>, Box<ModelError>> {
    let mut tracks: Vec<Track> = Vec::new();
    for (id, backtest) in story.backtests.iter() {
        for outcome in run(story, model, id, backtest)? {
            let entry = (backtest.year, outcome);
            let quantity = entry.1.quantity.clone();
            match tracks.iter_mut().find(|track| track.quantity == quantity) {
                Some(track) => {
                    let later = track.years.iter().position(|(year, _)| *year > entry.0);
                    track.years.insert(later.unwrap_or(track.years.len()), entry);
                }
                None => {
                    let unit = story.model.get(&quantity).map_or_else(String::new, |of| of.unit.clone());
                    tracks.push(Track { quantity, unit, years: vec![entry] });
                }
            }
        }
    }
    Ok(tracks)
}

/// Everything wrong with the backtests of a story.
#[must_use]
pub fn check(story: &Story) -> Vec<ModelError> {
    let mut errors = Vec::new();
    for (id, backtest) in story.backtests.iter() {
        let place = |key: String| Place::new("backtests", id, key);
        for (name, text) in backtest.set.iter() {
            let lever = story.levers.get(name).map(|lever| lever.unit.as_str());
            let unit = lever.or(story.assumptions.get(name).map(|assumption| assumption.unit.as_str()));
            let known = story.levers.names().chain(story.assumptions.names());
            errors.extend(one(
                story,
                text,
                unit.ok_or_else(|| unknown(name, known)),
                place(format!("set.{name}")),
            ));
        }
        for (name, text) in backtest.figures.iter() {
            let unit = unit_in(&story.figures, name, |figure| &figure.unit);
            errors.extend(one(story, text, unit, place(format!("figures.{name}"))));
        }
        for (at, row) in backtest.compare.iter().enumerate() {
            let place = |key: &str| place(format!("compare.{at}.{key}"));
            match unit_in(&story.model, &row.quantity, |quantity| &quantity.unit) {
                Err(error) => errors.push(ModelError { place: place("quantity"), error }),
                Ok(unit) => {
                    errors.extend(one(story, &row.actual, Ok(unit), place("actual")));
                    let naive = row.naive.as_deref();
                    errors.extend(naive.and_then(|text| one(story, text, Ok(unit), place("naive"))));
                }
            }
        }
    }
    errors
}

fn unit_in<'a, T>(
    list: &'a Named<T>,
    name: &str,
    unit: impl Fn(&'a T) -> &'a String,
) -> Result<&'a str, ExprError> {
    list.get(name).map(|entry| unit(entry).as_str()).ok_or_else(|| unknown(name, list.names()))
}

fn one(story: &Story, text: &str, unit: Result<&str, ExprError>, place: Place) -> Option<ModelError> {
    let checked = unit.and_then(|unit| check_unit(story, text, unit)).and_then(|()| evaluate(story, text));
    checked.err().map(|error| ModelError { place, error })
}

fn unknown<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> ExprError {
    let problem = || ExprProblem::UnknownName { name: name.to_owned(), nearest: did_you_mean(name, known) };
    ExprError::new(Span::default(), problem)
}
