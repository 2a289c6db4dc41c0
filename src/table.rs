//! The numbers of a chart as a table, made only while it is open.

use crate::browser::{El, el};
use crate::canvas::Plot;
use crate::explorer::Explorer;
use crate::number::of_layer;
use charts::table as rows;

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

fn whole(explorer: Explorer, plot: Plot, at: usize) -> El {
    let about = &explorer.story().views.0[at].1;
    let column = |text: &str| el("th").set("scope", "col").text(text);
    plot.chart.with(|chart| {
        let mut head = vec![column(&explorer.voice().word("year"))];
        head.extend(chart.layers.iter().map(|layer| column(&layer.label)));
        let rows = rows(chart, &about.unit, explorer.voice()).into_iter().enumerate();
        let rows = rows.map(|(row, (year, cells))| {
            let mut line = vec![el("th").set("scope", "row").text(&year.to_string())];
            let cells = cells.iter().zip(&chart.layers);
            line.extend(cells.map(|(cell, layer)| {
                let bands = cell.bands.as_ref().map(|bands| el("small").text(&bands.join(" · ")));
                el("td").with([of_layer(layer, row, year, &cell.text)]).with(Vec::from_iter(bands))
            }));
            el("tr").with(line)
        });
        let (title, unit) = (about.title.get(explorer.code()), about.unit_label.get(explorer.code()));
        el("table").with([
            el("caption").class("unseen").text(&format!("{title}, {unit}")),
            el("thead").with([el("tr").with(head)]),
            el("tbody").with(rows.collect::<Vec<_>>()),
        ])
    })
}
