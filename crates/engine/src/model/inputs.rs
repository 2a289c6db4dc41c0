//! What a scenario sets: levers, assumptions, and the figures that equations use.

use super::names::Name;
use super::program::Slot;
use crate::story::{Draw, Story};

/// One thing that can be set.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Its name.
    pub id: String,
    /// What it is.
    pub name: Name,
    /// Its value in the default scenario.
    pub default: f64,
    /// Lowest and highest value that can be set; a figure's value has no bounds.
    pub range: [f64; 2],
    /// True where only whole numbers make sense.
    pub whole: bool,
    /// Its unit, as the story writes it.
    pub unit: String,
    /// Where it may differ from year to year: its slot in the first projected year, those of the others behind it.
    pub yearly: Option<Slot>,
    /// How an assumption is drawn; levers and figures never are.
    pub belief: Option<Belief>,
}

/// What the story believes about an assumption.
#[derive(Clone, Debug, PartialEq)]
pub struct Belief {
    /// Its low and high end; its value twice where it has none.
    pub range: [f64; 2],
    /// How it is drawn; absent: only if the reader says so, and then in a triangle.
    pub draw: Option<Draw>,
}

/// Levers first, then assumptions, then figures with a number; an input's place is also its slot. Behind them stand the
/// slots by year of those that hold a path.
#[must_use]
pub fn inputs(story: &Story, paths: &[usize]) -> Vec<Input> {
    let levers = story.levers.iter().enumerate().map(|(at, (id, lever))| Input {
        id: id.to_owned(),
        name: Name::Lever(at),
        default: lever.default,
        range: lever.range,
        whole: false,
        unit: lever.unit.clone(),
        yearly: None,
        belief: None,
    });
    let assumptions = story.assumptions.iter().enumerate().map(|(at, (id, assumption))| Input {
        id: id.to_owned(),
        name: Name::Assumption(at),
        default: assumption.central,
        range: assumption.settable(),
        whole: assumption.whole,
        unit: assumption.unit.clone(),
        yearly: None,
        belief: Some(Belief {
            range: [assumption.low, assumption.high].map(|end| end.unwrap_or(assumption.central)),
            draw: assumption.draw.clone(),
        }),
    });
    let figures = story.figures.iter().enumerate().filter_map(|(at, (id, figure))| {
        Some(Input {
            id: id.to_owned(),
            name: Name::Figure(at),
            default: figure.number()?,
            range: [f64::NEG_INFINITY, f64::INFINITY],
            whole: false,
            unit: figure.unit.clone(),
            yearly: None,
            belief: None,
        })
    });
    let mut inputs: Vec<Input> = levers.chain(assumptions).chain(figures).collect();
    let years = story.about.last_year - story.about.first_year + 1;
    let mut next = Slot::try_from(inputs.len()).unwrap_or(Slot::MAX);
    for at in paths {
        if let Some(input) = inputs.get_mut(*at).filter(|input| input.yearly.is_none()) {
            input.yearly = Some(next);
            next += Slot::try_from(years).unwrap_or_default();
        }
    }
    inputs
}
