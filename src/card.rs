//! The card of a figure: where it stands, how it is printed, what to know before using it.

use crate::browser::{close_dialog, open_dialog};
use crate::claims::mark_class;
use crate::explorer::{Explorer, explorer};
use crate::live::piece;
use charts::Mark;
use engine::story::{Figure, FigureValue, Source, SourceKind, Status};
use leptos::html;
use leptos::prelude::*;

/// The card, over the page while a figure is open.
#[component]
pub(crate) fn Card() -> impl IntoView {
    let explorer = explorer();
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get() {
            match explorer.card.with(Option::is_some) {
                true => open_dialog(&dialog),
                false => close_dialog(&dialog),
            }
        }
    });
    let open = move || {
        let figure = explorer.story().figures.get(&explorer.card.get()?)?;
        Some(content(explorer, figure, explorer.story().sources.get(&figure.source)?))
    };
    let content = piece(move || open().into_any());
    view! {
        <dialog id="card" node_ref=dialog aria-labelledby="card-title" on:close=move |_| explorer.card.set(None)>
            {content}
            <form method="dialog">
                <button type="submit">{explorer.word("close")}</button>
            </form>
        </dialog>
    }
}

fn content(explorer: Explorer, figure: &'static Figure, source: &'static Source) -> impl IntoView {
    let voice = explorer.voice();
    let row = move |name: &str, text: String| view! { <div><dt>{voice.word(name)}</dt><dd>{text}</dd></div> };
    let date = match source.date_inferred {
        true => format!("{} ({})", source.date, voice.word("inferred")),
        false => source.date.clone(),
    };
    let printed = figure.printed.as_ref().map(|printed| row("printed", format!("“{printed}”")));
    let paragraph = figure.paragraph.map(|paragraph| row("paragraph", paragraph.to_string()));
    let note =
        figure.note.as_ref().map(|note| view! { <p class="note">{note.get(voice.language).to_owned()}</p> });
    let value = figure.value.as_ref().map(|value| {
        let text = match value {
            FigureValue::Number(value) => format!(
                "{} {}",
                voice.exact(*value, &figure.unit),
                voice.unit(&figure.unit).name.get(voice.language)
            ),
            FigureValue::Date(date) => date.clone(),
        };
        row("value", text)
    });
    view! {
        <h2 id="card-title">
            <i class=format!("mark {}", mark_class(Mark::from(figure.status)))></i> {figure.label.get(voice.language).to_owned()}
        </h2>
        <dl>
            {printed}
            {value}
            {row("source", source.title.get(voice.language).to_owned())}
            {row("kind", voice.word(kind_word(source.kind)))}
            {row("date", date)}
            {paragraph}
            {row("about", format!("{}, {}", figure.entity, figure.period))}
            {row("status", voice.word(status_word(figure.status)))}
        </dl>
        {note}
    }
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
