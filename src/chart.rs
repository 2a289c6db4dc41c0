//! A chart as a figure: title, a sentence that is true now, canvas, cursor, dots that open, and the table.

use crate::browser::{El, button, decimal, el, focus, is_hosted, key, pointer_x};
use crate::canvas::{Plot, canvas};
use crate::explorer::Explorer;
use crate::ground::Shown;
use crate::number::of_layer;
use crate::overridden::overridden;
use crate::said::{Saying, said};
use crate::state::{Derived, State};
use crate::table::table;
use crate::take::{Taken, files};
use charts::table as rows;
use engine::say::sentence;
use leptos::prelude::*;

/// The chart of the view at place `at`.
pub(crate) fn chart(explorer: Explorer, at: usize) -> El {
    let (id, about) = &explorer.story().views.0[at];
    let plot = Plot::new(explorer, Derived::new(move |_| at));
    // A click or Enter holds the year under the cursor, so that its numbers can be opened.
    let held = State::new(false);
    let (title, says) = (format!("title-{id}"), format!("says-{id}"));
    let parts = move || {
        let shown = &explorer.model().shown.views[at].sentence;
        sentence(shown, &explorer.projection.get(), explorer.model(), explorer.voice())
    };
    let room = el("div")
        .class("canvas")
        .set("role", "img")
        .set("tabindex", "0")
        .set("aria-labelledby", &format!("{title} {says}"))
        .set("aria-describedby", "chart-help")
        .on("keydown", move |event| {
            let key = key(event);
            if key == "Enter" && plot.cursor.with_untracked(Option::is_some) {
                // The year stays while its numbers are visited.
                held.set(true);
                focus(&format!("readout-{id}"));
            } else if move_cursor(plot, &key) {
                held.set(held.get_untracked() && plot.cursor.with_untracked(Option::is_some));
                event.prevent_default();
                explorer.aside.set(spoken(explorer, plot, at));
            }
        })
        .on("click", move |_| held.update(|held| *held = !*held))
        .on("blur", move |_| leave(plot, held))
        .on("pointermove", move |event| {
            if held.get_untracked() {
                return;
            }
            let x = pointer_x(event);
            plot.cursor
                .set(plot.layout.with_untracked(|layout| layout.as_ref().and_then(|it| it.year_at(x))));
        })
        .on("pointerleave", move |_| leave(plot, held))
        .with([canvas(explorer, plot)]);
    let caption = el("figcaption").with([
        el("h2").id(&title).set("tabindex", "-1").says(explorer.text(&about.title)).text(" ").with([el(
            "span",
        )
        .class("unit")
        .says(explorer.text(&about.unit_label))]),
        said(el("p").id(&says), Saying { explorer, moves: false, seen: Some(plot.visible) }, parts),
        overridden(explorer, vec![Shown::View(at)]),
    ]);
    // Somebody else's page has its own ways to make files.
    let files = (!is_hosted()).then(|| files(explorer, Taken::Chart(plot, at)));
    el("figure").id(&format!("view-{id}")).set("aria-labelledby", &title).with([
        caption,
        el("div").class("plot").with([room, dots(explorer, plot)]),
        el("p")
            .class("readout")
            .id(&format!("readout-{id}"))
            .set("tabindex", "-1")
            .piece(move || readout(explorer, plot, at)),
        el("div").class("below").with([table(explorer, plot, at)]).each(files),
    ])
}

/// Buttons over the dots, which open the figure's card.
fn dots(explorer: Explorer, plot: Plot) -> El {
    let places = Derived::new(move |_| {
        plot.layout.with(|layout| {
            let dots = layout.iter().flat_map(|layout| &layout.dots);
            dots.map(|dot| (dot.dot, dot.button.x, dot.button.y)).collect::<Vec<_>>()
        })
    });
    let dot = move |(dot, x, y): (usize, f64, f64)| {
        let (figure, label) = plot
            .chart
            .with_untracked(|chart| (chart.dots[dot].figure.clone(), chart.dots[dot].label.clone()));
        let open = figure.clone();
        button(move || explorer.card.set(Some(open.clone())))
            .class("dot")
            .set("data-figure", &figure)
            .style("left", move || format!("{}px", decimal(x)))
            .style("top", move || format!("{}px", decimal(y)))
            .set("aria-label", &format!("{}: {label}", explorer.voice().word("open_figure")))
    };
    el("div").class("dots").piece(move || places.get().into_iter().map(dot).collect())
}

/// True where the key moves the cursor.
fn move_cursor(plot: Plot, key: &str) -> bool {
    let last = plot.chart.with_untracked(|chart| chart.years.len() - 1);
    let now = plot.cursor.get_untracked();
    let next = match key {
        "ArrowLeft" => Some(now.map_or(last, |year| year.saturating_sub(1))),
        "ArrowRight" => Some(now.map_or(0, |year| (year + 1).min(last))),
        "Home" => Some(0),
        "End" => Some(last),
        "Escape" => None,
        _ => return false,
    };
    plot.cursor.set(next);
    true
}

/// The year goes with the pointer and the focus, unless it is held.
fn leave(plot: Plot, held: State<bool>) {
    if !held.get_untracked() {
        plot.cursor.set(None);
    }
}

/// The values of the year under the cursor.
fn readout(explorer: Explorer, plot: Plot, at: usize) -> Vec<El> {
    let Some(year) = plot.cursor.get() else { return Vec::new() };
    let unit = &explorer.story().views.0[at].1.unit;
    plot.chart.with(|chart| {
        let Some((name, cells)) = rows(chart, unit, explorer.voice()).into_iter().nth(year) else {
            return Vec::new();
        };
        let mut readout = vec![el("b").text(&name.to_string())];
        readout.extend(cells.iter().zip(&chart.layers).map(|(cell, layer)| {
            let number = of_layer(layer, year, name, &cell.text);
            let range = cell.bands.as_ref().map(|[low, .., high]| format!(" ({low} – {high})"));
            el("span").text(&layer.label).text(" ").with([number]).text(&range.unwrap_or_default())
        }));
        readout
    })
}

/// The same for the status line.
fn spoken(explorer: Explorer, plot: Plot, at: usize) -> String {
    let unit = &explorer.story().views.0[at].1.unit;
    let Some(year) = plot.cursor.get_untracked() else { return String::new() };
    untrack(|| {
        plot.chart.with(|chart| {
            let values = chart.layers.iter().filter_map(|layer| {
                Some(format!("{} {}", layer.label, explorer.voice().prose(layer.value(year)?, unit)))
            });
            format!("{}: {}", chart.years[year], values.collect::<Vec<_>>().join(", "))
        })
    })
}
