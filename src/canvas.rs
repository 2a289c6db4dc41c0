//! The canvas of one chart: laid out when its data, size or look change, drawn only while it is on screen.

use crate::browser::{El, Surface, effect, el, watch_size, watch_visible};
use crate::explorer::Explorer;
use charts::{ChartView, Layout};
use leptos::prelude::*;

/// A chart, its room and its cursor.
#[derive(Clone, Copy)]
pub(crate) struct Plot {
    /// What is drawn.
    pub(crate) chart: Memo<ChartView>,
    /// Where everything stands; absent until the room is known, and as it was while off screen.
    pub(crate) layout: Memo<Option<Layout>>,
    /// The position of the year under the cursor.
    pub(crate) cursor: RwSignal<Option<usize>>,
    size: RwSignal<(f64, f64)>,
    visible: RwSignal<bool>,
}

impl Plot {
    /// A plot of `chart`.
    pub(crate) fn new(explorer: Explorer, chart: Memo<ChartView>) -> Self {
        let size = RwSignal::new((0.0, 0.0));
        let visible = RwSignal::new(false);
        let layout = Memo::new(move |before: Option<&Option<Layout>>| {
            let (ratio, printed) = explorer.look.with(|look| (look.ratio, look.print));
            if !(visible.get() || printed) || size.get().0 < 1.0 {
                return before.cloned().flatten();
            }
            let (ruler, numbers) = (explorer.ruler(), explorer.numbers());
            chart.with(|chart| Some(Surface::lay_out(chart, size.get(), ratio, ruler, numbers)))
        });
        Self { chart, layout, cursor: RwSignal::new(None), size, visible }
    }
}

/// The canvas in a box that it fills.
pub(crate) fn canvas(explorer: Explorer, plot: Plot) -> El {
    let canvas = el("canvas");
    let room = el("div").with([canvas.clone()]);
    watch_size(room.node(), plot.size);
    watch_visible(room.node(), plot.visible);
    let surface = Surface::new(&canvas);
    effect(move || {
        explorer.look.with(|look| {
            if !(plot.visible.get() || look.print) {
                return;
            }
            plot.layout.with(|layout| {
                if let Some(layout) = layout {
                    plot.chart.with(|chart| surface.draw(chart, layout, look, plot.cursor.get()));
                }
            });
        });
    });
    room
}
