//! Charts with the numbers of the model's central case, for tests and for the eye.

use charts::{ChartView, DotView, Ink, LayerView, Mark, TickText};
use engine::Bands;
use engine::story::LayerKind::{self, Bar, Limit, Line};

/// Numbers as English writes them.
pub(crate) struct Plain;

impl TickText for Plain {
    fn tick(&self, value: f64, decimals: usize) -> String {
        format!("{value:.decimals$}").replace('-', "\u{2212}")
    }
}

/// Every sample.
pub(crate) fn all() -> Vec<ChartView> {
    vec![power(), aws(), uncertain(), capex_split(), cash(), chips(), labour(), openai()]
}

/// Power at 3 GW a year, with the default scenario beside it.
pub(crate) fn power() -> ChartView {
    let default = [12.0, 18.0, 24.0, 30.0, 35.6, 39.3, 41.1, 43.0, 44.8];
    let idle_default = [0.0, 0.06, 0.05, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    let mut view = chart("power", "Power", "GW at year end", 2025);
    view.sentence = "Running power reaches 36 GW; 12.3 GW wait for a grid connection at the worst.".into();
    view.layers = vec![
        layer(Limit, "limit", "power limit", &[12.0, 15.0, 18.0, 21.0, 24.0, 27.0, 30.0, 33.0, 36.0]),
        with(
            layer(Line, "idle", "unpowered", &[0.0, 3.1, 6.0, 8.9, 11.6, 12.3, 11.1, 10.0, 8.8]),
            &idle_default,
        ),
        with(
            layer(Line, "running", "running", &[12.0, 15.0, 18.0, 21.0, 24.0, 27.0, 30.0, 33.0, 36.0]),
            &default,
        ),
    ];
    view.dots = vec![
        dot(2025, 12.0, "inferred, not published", Mark::Assumption),
        dot(2027, 24.0, "doubling by 2027", Mark::Plan),
    ];
    view
}

/// Three lines, two of them uncertain; one band has a gap.
pub(crate) fn uncertain() -> ChartView {
    let mut view = aws();
    view.id = "uncertain".into();
    for (layer, reach) in [(0, 0.3), (2, 0.8)] {
        view.layers[layer].bands = (0_u8..)
            .zip(&view.layers[layer].values)
            .map(|(year, value)| {
                let (p50, by) = ((*value)?, (*value)? * reach * f64::from(year) / 8.0);
                (year != 6 || layer == 0).then_some(Bands {
                    p10: p50 - by,
                    p25: p50 - by / 2.0,
                    p50,
                    p75: p50 + by / 2.0,
                    p90: p50 + by,
                    present: 1.0,
                })
            })
            .collect();
    }
    view
}

/// Three lines.
pub(crate) fn aws() -> ChartView {
    let mut view = chart("aws", "AWS", "billion $ a year", 2025);
    view.sentence = "Income of $132 billion in 2033.".into();
    let income = [45.6, 55.0, 63.0, 71.0, 79.0, 82.0, 78.0, 76.0, 75.0];
    let default = [45.6, 58.8, 75.9, 93.0, 108.8, 116.6, 121.9, 126.9, 131.8];
    view.layers = vec![
        layer(Line, "sales", "sales", &[128.7, 171.5, 223.4, 275.1, 325.3, 365.7, 389.6, 405.4, 421.0]),
        layer(
            Line,
            "depreciation",
            "depreciation",
            &[21.45, 38.3, 57.4, 76.6, 96.0, 116.5, 127.9, 134.0, 140.1],
        ),
        with(layer(Line, "income", "income", &income), &default),
    ];
    view.dots = vec![dot(2025, 128.7, "2025", Mark::Fact), dot(2025, 45.6, "2025", Mark::Fact)];
    view
}

/// Stacked bars.
pub(crate) fn capex_split() -> ChartView {
    let mut view = chart("capex_split", "Where AWS’s capex goes", "billion $ a year", 2026);
    view.sentence = "By 2031, 110 of 150 billion only replace old chips.".into();
    let old = [18.2, 19.7, 21.2, 27.3, 69.7, 110.0, 110.5, 110.9];
    let new = old.map(|replaced| 187.5 - replaced);
    view.layers = vec![
        with(layer(Bar, "replacing", "replacing", &old), &old.map(|replaced| replaced * 0.8)),
        with(layer(Bar, "new", "new", &new), &old.map(|replaced| 150.0 - replaced)),
    ];
    view
}

/// One line through zero.
pub(crate) fn cash() -> ChartView {
    let mut view = chart("cash", "Free cash flow", "billion $ a year", 2025);
    view.sentence = "Negative in the first year of the plan; what follows rests on flat capex.".into();
    view.layers = vec![layer(
        Line,
        "cash",
        "free cash flow",
        &[11.2, -19.7, 26.0, 69.1, 112.1, 150.3, 178.2, 201.4, 225.2],
    )];
    view.dots = vec![dot(2025, 11.2, "11.2 in 2025", Mark::Fact)];
    view
}

/// Two lines with labels close to each other.
pub(crate) fn chips() -> ChartView {
    let mut view = chart("chips", "Chips bought", "million a year", 2026);
    view.sentence = "Half the new AI power is Trainium, at 1.4 kW a chip.".into();
    view.layers = vec![
        layer(Line, "gpu", "Nvidia", &[1.80, 1.80, 1.81, 1.85, 2.02, 2.2, 2.2, 2.2]),
        layer(Line, "trainium", "Trainium", &[1.82, 1.82, 1.83, 1.86, 2.07, 2.27, 2.28, 2.28]),
    ];
    view.dots = vec![
        dot(2026, 1.0, "a million Trainium2 in 2025", Mark::Plan),
        dot(2026, 0.9, "500,000", Mark::Disputed),
    ];
    view
}

/// Shares in percent.
pub(crate) fn labour() -> ChartView {
    let mut view = chart("labour", "What the labour saving pays for", "% of the year’s spending", 2026);
    view.scale = 100.0;
    view.sentence = "30,000 office jobs pay for two weeks of a year’s spending.".into();
    let saving = [8.64, 15.8, 19.2, 22.5, 25.8, 29.2, 32.5, 35.8].map(|billion| billion / 200.0);
    view.layers = vec![layer(Line, "saving", "labour saving", &saving)];
    view
}

/// A limit, a line that starts late, and dots that crowd.
pub(crate) fn openai() -> ChartView {
    let mut view = chart("openai", "OpenAI: revenue against commitments", "% of an even yearly share", 2026);
    view.sentence = "At its own target, revenue covers 57 % of a year’s commitments in 2027.".into();
    let cover = [20.6, 57.1, 71.4, 89.3, 111.6, 139.5, 174.4, 218.0];
    view.layers = vec![
        layer(Limit, "limit", "all of it", &[100.0; 8]),
        layer(Line, "openai", "revenue over commitments", &cover),
    ];
    view.dots = vec![
        dot(2026, 8.0, "13 B$: asked, rumoured, denied", Mark::Disputed),
        dot(2026, 11.0, "20 B$ rate", Mark::Assumption),
        dot(2027, 57.1, "100 B$ by 2027", Mark::Plan),
    ];
    view
}

/// A chart from a year to 2033.
pub(crate) fn chart(id: &str, title: &str, unit_label: &str, from: i32) -> ChartView {
    ChartView {
        id: id.into(),
        title: title.into(),
        unit_label: unit_label.into(),
        years: (from..=2033).collect(),
        first_projected: 2026,
        illustrative_after: 2029,
        illustrative_label: "illustrative".into(),
        default_label: "default".into(),
        scale: 1.0,
        ..ChartView::default()
    }
}

/// A layer in a colour of the story.
pub(crate) fn layer(kind: LayerKind, colour: &str, label: &str, values: &[f64]) -> LayerView {
    LayerView {
        quantity: label.into(),
        kind,
        kept: false,
        ink: Ink::parse(colour).unwrap_or(Ink::Hot),
        label: label.into(),
        values: values.iter().copied().map(Some).collect(),
        baseline: None,
        bands: Vec::new(),
    }
}

fn with(mut layer: LayerView, default: &[f64]) -> LayerView {
    layer.baseline = Some(default.iter().copied().map(Some).collect());
    layer
}

/// A figure.
pub(crate) fn dot(year: i32, value: f64, label: &str, mark: Mark) -> DotView {
    DotView { figure: label.into(), year, value: Some(value), label: label.into(), mark }
}
