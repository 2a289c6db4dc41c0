//! Layers in written units: bars stand on each other.

use crate::view::ChartView;
use engine::Bands;
use engine::story::LayerKind;

/// One layer in written units, from where it starts to its value: both the same for a line.
#[derive(Clone, Debug, Default)]
pub(super) struct Span {
    pub(super) values: Vec<Option<(f64, f64)>>,
    pub(super) defaults: Vec<Option<(f64, f64)>>,
    /// 10, 25, 50, 75 and 90 %, of lines and of the first bars of a stack; nothing in a year that is the same in every draw.
    pub(super) bands: Vec<Option<[f64; 5]>>,
}

/// Stacks the bars: what is above zero upwards, what is below downwards.
pub(super) fn spans(view: &ChartView) -> Vec<Span> {
    let years = 0..view.years.len();
    let mut now = Stack::new(years.len());
    let mut default = Stack::new(years.len());
    let mut stacked_on = false;
    let written = |value: f64| (value * view.scale).clamp(-LARGEST, LARGEST);
    view.layers
        .iter()
        .map(|layer| {
            let bar = layer.kind == LayerKind::Bar;
            let mut span = Span::default();
            for year in years.clone() {
                let value = layer.value(year).map(written);
                // Bars stand on each other's default even where their own does not differ.
                let other =
                    if layer.baseline.is_some() { layer.default_value(year).map(written) } else { value };
                let stacked = |stack: &mut Stack, value: Option<f64>| {
                    value.map(|value| if bar { stack.add(year, value) } else { (value, value) })
                };
                let other = stacked(&mut default, other);
                span.values.push(stacked(&mut now, value));
                if layer.baseline.is_some() {
                    span.defaults.push(other);
                }
            }
            // What stands on another part of a stack has a range that moves with that one's.
            let alone = !bar || !stacked_on;
            stacked_on |= bar;
            if alone && layer.kind != LayerKind::Limit {
                let edges = |band: &Bands| [band.p10, band.p25, band.p50, band.p75, band.p90].map(written);
                let known = |edges: &[f64; 5]| edges[0] < edges[4];
                span.bands = layer.bands.iter().map(|band| band.as_ref().map(edges).filter(known)).collect();
            }
            span
        })
        .collect()
}

/// Beyond this a number has left every chart; it keeps sums finite.
const LARGEST: f64 = 1e18;

/// How far each year's bars reach so far.
struct Stack {
    up: Vec<f64>,
    down: Vec<f64>,
}

impl Stack {
    fn new(years: usize) -> Self {
        Self { up: vec![0.0; years], down: vec![0.0; years] }
    }

    fn add(&mut self, year: usize, value: f64) -> (f64, f64) {
        let side = if value < 0.0 { &mut self.down } else { &mut self.up };
        let from = side[year];
        side[year] += value;
        (from, side[year])
    }
}
