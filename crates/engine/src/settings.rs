//! What presets and steps of the tour set, which an overridden figure moves too.

use crate::model::ShownSetting;
use crate::path::Path;
use crate::projection::Projection;

/// The inputs of a preset or a step with what each of them is to hold. Where a path is not level, the model to set them in
/// is [`crate::Model::over_years`] of its inputs.
#[must_use]
pub fn settings(set: &[ShownSetting], projection: &Projection) -> Vec<(usize, Path)> {
    let held = |setting: &ShownSetting| {
        let points = setting.points.iter().filter_map(|(year, slot)| Some((*year, projection.slot(*slot)?)));
        Some((setting.input, Path::new(points.collect()).ok()?))
    };
    set.iter().filter_map(held).collect()
}
