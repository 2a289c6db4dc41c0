//! The canvas of one chart: laid out when its data, size or look change, drawn only while it is on screen.

use crate::browser::{El, Part, Surface, effect, el, timed, watch_size, watch_visible};
use crate::explorer::Explorer;
use crate::state::{Derived, State};
use charts::{ChartView, Layout};
use std::cell::RefCell;

/// A chart, its room and its cursor.
#[derive(Clone, Copy)]
pub(crate) struct Plot {
    /// What is drawn, computed only where somebody asks. It has no sentence: that stands in the page.
    pub(crate) chart: Derived<ChartView>,
    /// Where everything stands; absent until the room is known, and as it was while off screen.
    pub(crate) layout: Derived<Option<Layout>>,
    /// The position of the year under the cursor.
    pub(crate) cursor: State<Option<usize>>,
    /// True while its numbers are read in a table.
    pub(crate) read: State<bool>,
    size: State<(f64, f64)>,
    /// True while it is on screen or close to it.
    pub(crate) visible: State<bool>,
}

impl Plot {
    /// A plot of the view at a place of the story, which may change.
    pub(crate) fn new(explorer: Explorer, at: Derived<usize>) -> Self {
        let words = Derived::new(move |_| explorer.chart_words(at.get()));
        let chart = Derived::new(move |_| {
            let mut chart = words.get();
            explorer.set_chart_numbers(&mut chart, at.get());
            chart
        });
        let size = State::new((0.0, 0.0));
        // The first is: nobody has to wait until the browser says so.
        let visible = State::new(at.get_untracked() == 0);
        let layout = Derived::new(move |before: Option<&Option<Layout>>| {
            let ratio = explorer.look.with(|look| look.ratio);
            if !visible.get() || size.get().0 < 1.0 {
                return before.cloned().flatten();
            }
            let (ruler, numbers) = (explorer.ruler(), explorer.numbers());
            let size = size.get();
            chart.with(|chart| {
                Some(timed(Part::LayOut, || Surface::lay_out(chart, size, ratio, ruler, numbers)))
            })
        });
        let read = State::new(false);
        explorer.draws.want(move || {
            if !(visible.get() || read.get() || explorer.look.with(|look| look.print)) {
                return Vec::new();
            }
            let model = explorer.model();
            let layers = model.shown.views[at.get()].layers.iter();
            layers.flat_map(|(quantity, _)| model.quantities[*quantity].slots.iter().copied()).collect()
        });
        Self { chart, layout, cursor: State::new(None), read, size, visible }
    }
}

/// A chart to look at beside something else, which says what it shows; the chart itself stands elsewhere on the page.
pub(crate) fn small(explorer: Explorer, view: Derived<usize>) -> El {
    let about = move || &explorer.story().views.0[view.get()].1;
    el("div").class("small").set("aria-hidden", "true").with([
        el("p")
            .says(move || about().title.get(explorer.code()).to_owned())
            .text(" ")
            .with([el("span").says(move || about().unit_label.get(explorer.code()).to_owned())]),
        canvas(explorer, Plot::new(explorer, view)),
    ])
}

/// The canvas in a box that it fills.
pub(crate) fn canvas(explorer: Explorer, plot: Plot) -> El {
    let canvas = el("canvas");
    let room = el("div").with([canvas.clone()]);
    watch_size(room.node(), plot.size);
    watch_visible(room.node(), plot.visible);
    let surface = RefCell::new(Surface::new(&canvas));
    effect(move || {
        explorer.look.with(|look| {
            if !plot.visible.get() {
                return;
            }
            plot.layout.with(|layout| {
                if let (Some(layout), Some(surface)) = (layout, &mut *surface.borrow_mut()) {
                    let cursor = plot.cursor.get();
                    plot.chart.with(|chart| timed(Part::Draw, || surface.draw(chart, layout, look, cursor)));
                }
            });
        });
    });
    room
}
