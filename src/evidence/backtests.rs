//! The model run from past years, beside what came and beside repeating the year before: a table with a bar for each value.

use crate::browser::{El, decimal, el};
use crate::explorer::Explorer;
use engine::backtest::{Track, tracks};

/// The table, and what to know about each year; follows the language.
pub(super) fn backtests(explorer: Explorer) -> Vec<El> {
    let voice = explorer.voice();
    let tracks = tracks(explorer.story(), explorer.models().plain()).unwrap_or_default();
    let column = |name: &str| el("th").set("scope", "col").text(&voice.word(name));
    let head = ["about", "year", "what_came", "model_says", "naive_says"].map(column);
    let rows = tracks.iter().flat_map(|track| rows(explorer, track));
    let table = el("table").class("backtests").with([
        el("caption").class("unseen").text(&voice.word("backtests_title")),
        el("thead").with([el("tr").with(head)]),
        el("tbody").each(rows),
    ]);
    let mut content = vec![
        el("p").class("note").text(&voice.word("backtests_lead")),
        el("div").class("table").with([table]),
    ];
    for (id, backtest) in explorer.story().backtests.iter() {
        let year =
            el("b").id(&format!("backtest-{id}")).set("tabindex", "-1").text(&backtest.year.to_string());
        content.push(el("p").class("note").with([year]).text(" ").text(backtest.note.get(voice.language)));
    }
    content
}

fn rows(explorer: Explorer, track: &Track) -> Vec<El> {
    let voice = explorer.voice();
    let label = explorer.story().model.get(&track.quantity).map_or("", |it| it.label.get(voice.language));
    let values = |of: &engine::backtest::Outcome| [Some(of.actual), of.predicted, of.naive];
    let all = track.years.iter().flat_map(|(_, outcome)| values(outcome)).flatten();
    let most = all.fold(0.0, |most: f64, value| most.max(value.abs()));
    let row = |(year, outcome): &(i32, engine::backtest::Outcome)| {
        let errors = [None, outcome.error(), outcome.naive_error()];
        let kinds = ["fact", "computed", "naive"];
        let cells = values(outcome).into_iter().zip(errors).zip(kinds).map(|((value, error), kind)| {
            let Some(value) = value else { return el("td").text("–") };
            let mut words = voice.prose(value, &track.unit);
            if let Some(error) = error {
                let sign = if error > 0.0 { "+" } else { "" };
                words += &format!(" ({sign}{})", voice.prose(error, "share"));
            }
            let bar = el("i")
                .class(kind)
                .style("width", move || format!("{}%", decimal(value.abs() / most * 100.0)));
            el("td").with([el("span").text(&words), bar])
        });
        let mut line = vec![el("th").set("scope", "row").text(label), el("td").text(&year.to_string())];
        line.extend(cells);
        el("tr").with(line)
    };
    track.years.iter().map(row).collect()
}
