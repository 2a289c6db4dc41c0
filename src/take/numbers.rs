//! Numbers as comma separated values, with all their digits: all that the scenario comes to, or what a chart draws.

use crate::address::DIGITS;
use crate::explorer::Explorer;
use charts::{ChartView, LayerView};
use engine::{DRAWS, Ensemble, QUANTILES, csv};

/// Everything, with its bands: what `sliderule run --format csv` writes.
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

/// One line a year, and for each layer its value and, where they differ, its bands.
pub(super) fn of_chart(chart: &ChartView) -> String {
    let mut text = "year".to_owned();
    for layer in &chart.layers {
        let mut name = layer.quantity.clone();
        if layer.kept {
            name = [&name, ": ", &layer.label].concat();
        }
        head(&mut text, &name, "");
        if is_spread(layer) {
            QUANTILES.iter().for_each(|(end, _)| head(&mut text, &name, end));
        }
    }
    for (at, year) in chart.years.iter().enumerate() {
        text += "\n";
        text += &year.to_string();
        for layer in &chart.layers {
            cell(&mut text, layer.value(at));
            if is_spread(layer) {
                let bands = layer.bands.get(at).and_then(Option::as_ref);
                QUANTILES.iter().for_each(|(_, quantile)| cell(&mut text, bands.map(quantile)));
            }
        }
    }
    text + "\n"
}

fn is_spread(layer: &LayerView) -> bool {
    layer.bands.iter().flatten().any(|bands| bands.p10 < bands.p90)
}

/// The name of a kept scenario is its reader's own and may hold anything.
fn head(text: &mut String, name: &str, end: &str) {
    let dot = if end.is_empty() { "" } else { "." };
    *text += &[",\"", &name.replace('"', "\"\""), dot, end, "\""].concat();
}

fn cell(text: &mut String, value: Option<f64>) {
    text.push(',');
    *text += &value.map(|value| DIGITS.plain(value)).unwrap_or_default();
}
