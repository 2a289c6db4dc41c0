//! The canvas of one chart: laid out when its data, size or look change, drawn only while it is on screen.

use crate::browser::{Surface, watch_size, watch_visible};
use crate::explorer::explorer;
use charts::{ChartView, Layout};
use leptos::html;
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
    pub(crate) fn new(chart: Memo<ChartView>) -> Self {
        let explorer = explorer();
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

/// The canvas. It fills its parent.
#[component]
pub(crate) fn Canvas(
    /// What is drawn.
    plot: Plot,
) -> impl IntoView {
    let explorer = explorer();
    let canvas = NodeRef::<html::Canvas>::new();
    Effect::new(move |_| {
        if let Some(parent) = canvas.get().and_then(|canvas| canvas.parent_element()) {
            watch_size(&parent, plot.size);
            watch_visible(&parent, plot.visible);
        }
    });
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        let surface = Surface::new(canvas);
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
    view! { <canvas node_ref=canvas></canvas> }
}
