//! What presets and steps of the tour set, as slots: an overridden figure moves them too.

use super::Slot;
use crate::path::Path;
use crate::projection::Projection;

/// What one input is set to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ShownSetting {
    /// The input's place in the model's list.
    pub input: usize,
    /// Years with the slots of their values; a single one is one value for all years.
    pub points: Vec<(i32, Slot)>,
}

/// The inputs of a preset or a step with what each of them is to hold. Where a path is not level, the model to set them in
/// is [`super::Model::over_years`] of its inputs.
#[must_use]
pub fn settings(set: &[ShownSetting], projection: &Projection) -> Vec<(usize, Path)> {
    let held = |setting: &ShownSetting| {
        let points = setting.points.iter().filter_map(|(year, slot)| Some((*year, projection.slot(*slot)?)));
        Some((setting.input, Path::new(points.collect()).ok()?))
    };
    set.iter().filter_map(held).collect()
}
