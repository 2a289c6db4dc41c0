//! A story's equations, compiled once: inputs, steps and the slots of everything that is shown.

#[cfg(not(target_arch = "wasm32"))]
mod bounds;
mod check;
mod checked;
mod compile;
mod inputs;
mod names;
mod over_years;
mod program;
mod shown;
mod template;
mod through_time;
mod varying;

pub use check::{Kind, kind};
pub use checked::{check, check_unit};
pub use inputs::{Belief, Input, inputs};
pub use names::{Name, Names, uses};
pub(crate) use program::apply;
pub use program::{Op, Program, Slot, Step};
pub use shown::{Shown, ShownSetting, ShownStep, ShownVariant, ShownView};
pub use template::{Number, Part, Template, placeholders};

use crate::expr::{Expr, ExprError, Span, parse};
use crate::story::Story;
use compile::Compiler;
use std::fmt;

/// Where something stands in a story.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The list: `model`, `views`, `figures` …
    pub list: &'static str,
    /// The block's name.
    pub block: String,
    /// The entry in the block: `value`, `dots.0.at`.
    pub key: String,
}

impl Place {
    /// A place in a block.
    #[must_use]
    pub fn new(list: &'static str, block: &str, key: impl Into<String>) -> Self {
        Self { list, block: block.to_owned(), key: key.into() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} [{}] {}", self.list, self.block, self.key)
    }
}

/// An expression's error with its place in the story.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{place}: {error}")]
pub struct ModelError {
    /// Whose text it is.
    pub place: Place,
    /// What is wrong, and where in that text.
    pub error: ExprError,
}

/// A quantity's slots.
#[derive(Clone, Debug, PartialEq)]
pub struct Computed {
    /// Its name.
    pub id: String,
    /// True where it has one value a year, false where it has one value.
    pub varies: bool,
    /// One slot, or one a projected year.
    pub slots: Vec<Slot>,
}

/// A compiled story.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    /// What can be set; an input's place is its slot.
    pub inputs: Vec<Input>,
    /// Projected years.
    pub years: Vec<i32>,
    /// Quantities in the order of the story.
    pub quantities: Vec<Computed>,
    /// What the page shows.
    pub shown: Shown,
    /// The steps.
    pub program: Program,
}

impl Model {
    /// Compiles a story. Units are not checked here but by [`check`], once, when the story is built.
    ///
    /// # Errors
    /// Every expression that cannot be read, names something unknown or runs in a circle.
    pub fn compile(story: &Story) -> Result<Self, Vec<ModelError>> {
        Self::over_years(story, &[])
    }

    /// Compiles a story for scenarios in which some inputs, named by their places, hold a path instead of one value. Where
    /// such a path is level, every number is that of [`Model::compile`] to the bit.
    ///
    /// # Errors
    /// As those of [`Model::compile`].
    pub fn over_years(story: &Story, paths: &[usize]) -> Result<Self, Vec<ModelError>> {
        let names = Names::new(story);
        let inputs = inputs(story, paths);
        let mut errors = Vec::new();
        let equations: Vec<Option<Expr>> = story
            .model
            .iter()
            .map(|(id, quantity)| {
                parse(&quantity.value)
                    .map_err(|error| {
                        errors.push(ModelError { place: Place::new("model", id, "value"), error })
                    })
                    .ok()
            })
            .collect();
        let mut compiler = Compiler::new(&names, &equations, &inputs);
        let mut quantities = Vec::new();
        for (at, (id, _)) in story.model.iter().enumerate() {
            let varies = compiler.varying.quantity(at);
            let years: Vec<_> = if varies { compiler.years().map(Some).collect() } else { vec![None] };
            let span = equations[at].as_ref().map_or(Span::default(), |equation| equation.span);
            let slots: Result<Vec<_>, _> =
                years.into_iter().map(|year| compiler.quantity(at, year, span)).collect();
            match slots {
                Ok(slots) => quantities.push(Computed { id: id.to_owned(), varies, slots }),
                Err(error) => errors.push(ModelError { place: Place::new("model", id, "value"), error }),
            }
        }
        let shown = shown::compile(story, &mut compiler, &mut errors);
        for (at, (id, _)) in story.model.iter().enumerate() {
            let place = || Place::new("model", id, "value");
            errors
                .extend(compiler.error(at).map(|error| ModelError { place: place(), error: error.clone() }));
        }
        let years = compiler.years().collect();
        let program = compiler.program;
        if errors.is_empty() { Ok(Self { inputs, years, quantities, shown, program }) } else { Err(errors) }
    }

    /// The place of the input called `id`.
    #[must_use]
    pub fn input(&self, id: &str) -> Option<usize> {
        // Figures come last and yield to levers and assumptions of the same name.
        self.inputs.iter().position(|input| input.id == id)
    }

    /// The places of the inputs that hold a path.
    pub fn paths(&self) -> impl Iterator<Item = usize> {
        self.inputs.iter().enumerate().filter(|(_, input)| input.yearly.is_some()).map(|(at, _)| at)
    }

    /// Writes a value for all years into the slots of an input.
    pub(crate) fn put(&self, slots: &mut [f64], input: usize, value: f64) {
        slots[input] = value;
        self.yearly(slots, input).fill(value);
    }

    /// The slots of an input by year; none where it has one value for all years.
    pub(crate) fn yearly<'a, T>(&self, slots: &'a mut [T], input: usize) -> &'a mut [T] {
        match self.inputs[input].yearly {
            Some(first) => &mut slots[first as usize..][..self.years.len()],
            None => &mut [],
        }
    }

    /// The place of the figure called `id`, where it has a number.
    #[must_use]
    pub fn figure(&self, id: &str) -> Option<usize> {
        self.inputs.iter().position(|input| input.id == id && matches!(input.name, Name::Figure(_)))
    }

    /// The quantity called `id`.
    #[must_use]
    pub fn quantity(&self, id: &str) -> Option<&Computed> {
        self.quantities.iter().find(|quantity| quantity.id == id)
    }
}

/// The value of an expression with everything at its default.
///
/// # Errors
/// What cannot be read or has no single value.
pub fn evaluate(story: &Story, text: &str) -> Result<f64, ExprError> {
    let names = Names::new(story);
    let equations: Vec<_> = story.model.iter().map(|(_, quantity)| parse(&quantity.value).ok()).collect();
    let inputs = inputs(story, &[]);
    let mut compiler = Compiler::new(&names, &equations, &inputs);
    let slot = compiler.slot(&parse(text)?, None)?;
    let mut slots: Vec<f64> = inputs.iter().map(|input| input.default).collect();
    compiler.program.run(&mut slots);
    Ok(slots[slot as usize])
}
