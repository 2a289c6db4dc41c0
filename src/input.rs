//! The words of what can be set: a lever, an assumption or a figure, by its place among the model's inputs.

use crate::browser::{decimal_sign, without_dust};
use crate::explorer::Explorer;
use crate::go::{Way, to_view};
use engine::model::Name;
use engine::story::Text;
use engine::{Path, Reach};

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

/// What it holds, in all digits and with its unit; follows the language.
pub(crate) fn held(explorer: Explorer, input: usize, path: &Path) -> String {
    format!("{} {}", bare(explorer, input, path), unit(explorer, input))
}

/// The same without its unit; of a path the points.
pub(crate) fn bare(explorer: Explorer, input: usize, path: &Path) -> String {
    match path.level() {
        Some(value) => explorer.voice().exact(value, &explorer.model().inputs[input].unit),
        None => points(explorer, input, path.points()),
    }
}

/// A change of a number, with its sign; follows the language.
pub(crate) fn signed(explorer: Explorer, change: f64, unit: &str) -> String {
    let prose = |value| explorer.voice().prose(value, unit);
    match prose(change) {
        same if same == prose(0.0) => "±0".to_owned(),
        text if change > 0.0 => format!("+{text}"),
        text => text,
    }
}

/// `2026: 200, 2028: 250`, with semicolons where the comma is in the numbers.
pub(crate) fn points(explorer: Explorer, input: usize, points: &[(i32, f64)]) -> String {
    let unit = &explorer.model().inputs[input].unit;
    let between = if decimal_sign(explorer.code()) == ',' { "; " } else { ", " };
    let mut written = String::new();
    for (year, value) in points {
        written += if written.is_empty() { "" } else { between };
        written += &format!("{year}: {}", explorer.voice().exact(*value, unit));
    }
    written
}

/// The id of what leads to it.
pub(crate) fn way(explorer: Explorer, input: usize) -> String {
    let of = &explorer.model().inputs[input];
    let kind = if matches!(of.name, Name::Figure(_)) { "figure" } else { "lever" };
    format!("{kind}-{}", of.id)
}

/// From one place of its slider to the next.
pub(crate) fn step(explorer: Explorer, input: usize) -> f64 {
    let of = &explorer.model().inputs[input];
    match of.name {
        Name::Lever(at) => explorer.story().levers.0[at].1.step,
        _ if of.whole => 1.0,
        // A power of ten, about a hundredth of the range.
        _ => {
            let mut step = 1e-9;
            while step * 200.0 < of.range[1] - of.range[0] {
                step *= 10.0;
            }
            without_dust(step)
        }
    }
}

/// The charts that it changes; follows the language.
pub(crate) fn charts(explorer: Explorer, input: usize) -> Vec<Way> {
    let reach = Reach::of(explorer.model(), &[input]);
    let views = 0..explorer.story().views.len();
    views.filter(|at| reach.view(explorer.model(), *at)).map(|at| to_view(explorer, at)).collect()
}
