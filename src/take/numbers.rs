//! All that the scenario comes to as comma separated values.

use crate::browser::DIGITS;
use crate::explorer::Explorer;
use engine::{DRAWS, Ensemble, csv};

/// With its bands: what `sliderule run --format csv --draws 8192` writes.
pub(super) fn everything(explorer: Explorer) -> String {
    let model = explorer.model();
    // The page's own draws are of what is looked at; these are of everything, and gone afterwards.
    let mut draws = Ensemble::new(DRAWS, explorer.draws.seed.get_untracked());
    let mut slots = Vec::new();
    for quantity in &model.quantities {
        slots.extend_from_slice(&quantity.slots);
    }
    explorer.scenario.with_untracked(|scenario| {
        explorer.draws.ranges.with_untracked(|ranges| draws.update(model, ranges, scenario, &slots));
    });
    let spread = |slot| draws.bands(slot);
    explorer
        .projection
        .with_untracked(|projection| csv(explorer.story(), model, projection, DIGITS, Some(&spread)))
}
