//! The numbers of a chart as a table, made only while it is open.

use crate::browser::{El, decimal, el};
use crate::canvas::Plot;
use crate::explorer::Explorer;
use crate::number::of_layer;
use charts::{Cell, table as rows};
use engine::Bands;

/// The table behind its disclosure.
pub(crate) fn table(explorer: Explorer, plot: Plot, at: usize) -> El {
    let open = plot.read;
    el("details").on("toggle", move |_| open.update(|open| *open = !*open)).with([
        el("summary").says(explorer.word("table")),
        el("div").class("table").piece(
            move || {
                if open.get() { vec![whole(explorer, plot, at)] } else { Vec::new() }
            },
        ),
    ])
}

/// The table itself, as it stands now; follows the chart.
pub(crate) fn whole(explorer: Explorer, plot: Plot, at: usize) -> El {
    let about = &explorer.story().views.0[at].1;
    let column = |text: &str| el("th").set("scope", "col").text(text);
    plot.chart.with(|chart| {
        let year = column(&explorer.voice().word("year"));
        let head = el("tr").with([year]).each(chart.layers.iter().map(|layer| column(&layer.label)));
        let share = |share| explorer.voice().prose(share, "share");
        let [p10, p25, p50, p75, p90] = [0.1, 0.25, 0.5, 0.75, 0.9].map(share);
        let quantiles = format!("{p10} – {p90}\n{p25} – {p75}\n{p50}");
        let rows = rows(chart, &about.unit, explorer.voice()).into_iter().enumerate();
        let rows = rows.map(|(row, (year, cells))| {
            // Beside the numbers under each other stands what they are.
            let banded = cells.iter().any(|cell| cell.bands.is_some());
            let quantiles = banded.then(|| el("small").text(&quantiles));
            let head = el("th").set("scope", "row").text(&year.to_string());
            let cells = cells.iter().zip(&chart.layers).map(|(cell, layer)| {
                let number = of_layer(layer, row, year, &cell.text);
                el("td").with([number]).each(bands(cell, layer.bands.get(row)))
            });
            el("tr").with([head.each(quantiles)]).each(cells)
        });
        let (title, unit) = (about.title.get(explorer.code()), about.unit_label.get(explorer.code()));
        el("table").with([
            el("caption").class("unseen").text(&format!("{title}, {unit}")),
            el("thead").with([head]),
            el("tbody").each(rows),
        ])
    })
}

/// The quantiles under a number, exact for machines.
fn bands(cell: &Cell, exact: Option<&Option<Bands>>) -> Option<El> {
    let ([p10, p25, p50, p75, p90], of) = (cell.bands.as_ref()?, exact?.as_ref()?);
    let exact = [of.p10, of.p25, of.p50, of.p75, of.p90].map(decimal);
    Some(
        el("small").set("data-bands", &exact.join(" ")).text(&format!("{p10} – {p90}\n{p25} – {p75}\n{p50}")),
    )
}
