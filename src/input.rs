//! The words of what can be set: a lever, an assumption or a figure, by its place among the model's inputs.

use crate::explorer::Explorer;
use crate::go::{Way, to_view};
use engine::Reach;
use engine::model::Name;
use engine::story::Text;

/// What it is called.
pub(crate) fn label(explorer: Explorer, input: usize) -> &'static Text {
    let story = explorer.story();
    match explorer.model().inputs[input].name {
        Name::Lever(at) => &story.levers.0[at].1.label,
        Name::Assumption(at) => &story.assumptions.0[at].1.label,
        Name::Figure(at) | Name::Quantity(at) | Name::Series(at) => &story.figures.0[at].1.label,
    }
}

/// Its unit in words; follows the language.
pub(crate) fn unit(explorer: Explorer, input: usize) -> String {
    let voice = explorer.voice();
    let of = &explorer.model().inputs[input];
    match of.name {
        Name::Lever(at) => explorer.story().levers.0[at].1.unit_label.get(voice.language).to_owned(),
        _ => voice.unit(&of.unit).name.get(voice.language).to_owned(),
    }
}

/// A value of it with all its digits and its unit; follows the language.
pub(crate) fn exact(explorer: Explorer, input: usize, value: f64) -> String {
    let digits = explorer.voice().exact(value, &explorer.model().inputs[input].unit);
    format!("{digits} {}", unit(explorer, input))
}

/// The charts that it changes; follows the language.
pub(crate) fn charts(explorer: Explorer, input: usize) -> Vec<Way> {
    let reach = Reach::of(explorer.model(), &[input]);
    let views = 0..explorer.story().views.len();
    views.filter(|at| reach.view(explorer.model(), *at)).map(|at| to_view(explorer, at)).collect()
}
