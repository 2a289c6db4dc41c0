//! The card of a figure: where it stands, how it is printed, what to know before using it.

use crate::browser::{El, close_dialog, effect, el, open_dialog};
use crate::claims::mark_class;
use crate::explorer::Explorer;
use charts::Mark;
use engine::story::{Figure, FigureValue, Source, SourceKind, Status};
use leptos::prelude::*;

/// The card, over the page while a figure is open.
pub(crate) fn card(explorer: Explorer) -> El {
    let open = move || {
        let figure = explorer.card.get()?;
        let figure = explorer.story().figures.get(&figure)?;
        Some(content(explorer, figure, explorer.story().sources.get(&figure.source)?))
    };
    let dialog = el("dialog").id("card").set("aria-labelledby", "card-title").with([
        el("div").piece(move || open().unwrap_or_default()),
        el("form")
            .set("method", "dialog")
            .with([el("button").set("type", "submit").says(explorer.word("close"))]),
    ]);
    let node = dialog.clone();
    effect(move || match explorer.card.with(Option::is_some) {
        true => open_dialog(&node),
        false => close_dialog(&node),
    });
    dialog.on("close", move |_| explorer.card.set(None))
}

fn content(explorer: Explorer, figure: &'static Figure, source: &'static Source) -> Vec<El> {
    let voice = explorer.voice();
    let row = |name: &str, text: &str| {
        Some(el("div").with([el("dt").text(&voice.word(name)), el("dd").text(text)]))
    };
    let date = match source.date_inferred {
        true => format!("{} ({})", source.date, voice.word("inferred")),
        false => source.date.clone(),
    };
    let value = figure.value.as_ref().map(|value| match value {
        FigureValue::Number(value) => format!(
            "{} {}",
            voice.exact(*value, &figure.unit),
            voice.unit(&figure.unit).name.get(voice.language)
        ),
        FigureValue::Date(date) => date.clone(),
    });
    let rows = [
        figure.printed.as_ref().and_then(|printed| row("printed", &format!("“{printed}”"))),
        value.and_then(|value| row("value", &value)),
        row("source", source.title.get(voice.language)),
        row("kind", &voice.word(kind_word(source.kind))),
        row("date", &date),
        figure.paragraph.and_then(|paragraph| row("paragraph", &paragraph.to_string())),
        row("about", &format!("{}, {}", figure.entity, figure.period)),
        row("status", &voice.word(status_word(figure.status))),
    ];
    let mark = format!("mark {}", mark_class(Mark::from(figure.status)));
    let title = el("h2")
        .id("card-title")
        .with([el("i").class(&mark)])
        .text(" ")
        .text(figure.label.get(voice.language));
    let mut content = vec![title, el("dl").with(rows.into_iter().flatten().collect::<Vec<_>>())];
    content.extend(figure.note.as_ref().map(|note| el("p").class("note").text(note.get(voice.language))));
    content
}

fn kind_word(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Article => "kind_article",
        SourceKind::Filing => "kind_filing",
        SourceKind::Publication => "kind_publication",
        SourceKind::Inference => "kind_inference",
    }
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Reported => "status_reported",
        Status::Guidance => "status_guidance",
        Status::Plan => "status_plan",
        Status::LeakedPlan => "status_leaked_plan",
        Status::Estimate => "status_estimate",
        Status::Claim => "status_claim",
        Status::Rumour => "status_rumour",
        Status::Disputed => "status_disputed",
        Status::Inferred => "status_inferred",
    }
}
