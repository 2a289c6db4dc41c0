//! A chart as a figure: title, a sentence that is true now, canvas, cursor, dots that open, and the table.

use crate::browser::decimal;
use crate::canvas::{Canvas, Plot};
use crate::explorer::explorer;
use crate::live::{live, piece};
use crate::said::said;
use charts::table;
use engine::say::sentence;
use leptos::prelude::*;

/// The chart of the view at place `at`.
#[component]
pub(crate) fn Chart(
    /// Its place in the story.
    at: usize,
) -> impl IntoView {
    let explorer = explorer();
    let (id, about) = &explorer.story().views.0[at];
    let plot = Plot::new(Memo::new(move |_| explorer.chart(at)));
    let parts = Memo::new(move |_| {
        let shown = &explorer.model().shown.views[at].sentence;
        sentence(shown, &explorer.projection.get(), explorer.model(), explorer.voice())
    });
    let name = move || {
        format!("{}: {}", about.title.get(explorer.code()), plot.chart.with(|chart| chart.sentence.clone()))
    };
    view! {
        <figure id=format!("view-{id}") aria-labelledby=format!("title-{id}")>
            <figcaption>
                <h2 id=format!("title-{id}")>
                    {explorer.text(&about.title)} " " <span class="unit">{explorer.text(&about.unit_label)}</span>
                </h2>
                <p>{piece(move || said(parts.get()).into_any())}</p>
            </figcaption>
            <div class="plot">
                <div
                    class="canvas"
                    role="img"
                    tabindex="0"
                    aria-label=live(name)
                    aria-describedby="chart-help"
                    on:keydown=move |event| {
                        if move_cursor(plot, &event.key()) {
                            event.prevent_default();
                            explorer.aside.set(spoken(plot, at));
                        }
                    }
                    on:blur=move |_| plot.cursor.set(None)
                    on:pointermove=move |event| {
                        let x = f64::from(event.offset_x());
                        plot.cursor.set(plot.layout.with_untracked(|layout| layout.as_ref().and_then(|layout| layout.year_at(x))));
                    }
                    on:pointerleave=move |_| plot.cursor.set(None)
                >
                    <Canvas plot=plot />
                </div>
                <Dots plot=plot />
            </div>
            <p class="readout" aria-hidden="true">{piece(move || readout(plot, at).into_any())}</p>
            <Table plot=plot at=at />
        </figure>
    }
}

/// Buttons over the dots, which open the figure's card.
#[component]
fn Dots(plot: Plot) -> impl IntoView {
    let explorer = explorer();
    let places = Memo::new(move |_| {
        plot.layout.with(|layout| {
            let dots = layout.as_ref().map(|layout| layout.dots.clone()).unwrap_or_default();
            dots.into_iter().map(|dot| (dot.dot, dot.button.x, dot.button.y)).collect::<Vec<_>>()
        })
    });
    let button = move |(dot, x, y): (usize, f64, f64)| {
        let (figure, label) = plot
            .chart
            .with_untracked(|chart| (chart.dots[dot].figure.clone(), chart.dots[dot].label.clone()));
        let open = figure.clone();
        view! {
            <button
                type="button"
                class="dot"
                data-figure=figure
                style:left=format!("{}px", decimal(x))
                style:top=format!("{}px", decimal(y))
                aria-label=format!("{}: {label}", explorer.voice().word("open_figure"))
                on:click=move |_| explorer.card.set(Some(open.clone()))
            ></button>
        }
    };
    piece(move || places.get().into_iter().map(button).collect_view().into_any())
}

/// The same numbers as a table, made only while it is open.
#[component]
fn Table(plot: Plot, at: usize) -> impl IntoView {
    let explorer = explorer();
    let about = &explorer.story().views.0[at].1;
    let open = RwSignal::new(false);
    let head = move || {
        plot.chart.with(|chart| {
            chart
                .layers
                .iter()
                .map(|layer| view! { <th scope="col">{layer.label.clone()}</th> })
                .collect_view()
        })
    };
    let rows = move || {
        plot.chart.with(|chart| {
            let rows = table(chart, &about.unit, explorer.voice()).into_iter().enumerate();
            rows.map(|(row, (year, cells))| {
                let cells = cells.into_iter().zip(&chart.layers).map(|(text, layer)| {
                    let value = layer.value(row).map(decimal);
                    view! { <td><data value=value.clone() data-quantity=layer.quantity.clone() data-year=year.to_string() data-value=value>{text}</data></td> }
                });
                view! { <tr><th scope="row">{year}</th>{cells.collect_view()}</tr> }
            })
            .collect_view()
        })
    };
    view! {
        <details on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>{explorer.word("table")}</summary>
            <Show when=move || open.get()>
                <div class="table">
                    <table>
                        <caption class="unseen">{explorer.text(&about.title)}", "{explorer.text(&about.unit_label)}</caption>
                        <thead><tr><th scope="col">{explorer.word("year")}</th>{head}</tr></thead>
                        <tbody>{rows}</tbody>
                    </table>
                </div>
            </Show>
        </details>
    }
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

/// The values of the year under the cursor.
fn readout(plot: Plot, at: usize) -> Option<impl IntoView> {
    let explorer = explorer();
    let year = plot.cursor.get()?;
    let unit = &explorer.story().views.0[at].1.unit;
    plot.chart.with(|chart| {
        let rows = table(chart, unit, explorer.voice());
        let (name, cells) = rows.into_iter().nth(year)?;
        let cells = cells.into_iter().zip(&chart.layers).map(|(text, layer)| {
            let value = layer.value(year).map(decimal);
            view! { <span>{layer.label.clone()} " " <data value=value.clone() data-quantity=layer.quantity.clone() data-year=name.to_string() data-value=value>{text}</data></span> }
        });
        Some(view! { <b>{name}</b> {cells.collect_view()} })
    })
}

/// The same for the status line.
fn spoken(plot: Plot, at: usize) -> String {
    let explorer = explorer();
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
