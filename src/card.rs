//! The card of a figure: where it stands, how it is printed, what to know before using it.

use crate::browser::{El, el};
use crate::claims::mark_class;
use crate::evidence::{about, value};
use crate::explorer::Explorer;
use crate::go::{links, to_uses};
use crate::override_form::override_form;
use crate::panel::panel;
use charts::Mark;
use engine::Uses;
use engine::model::{Name, Names};
use engine::story::{Figure, Source};

/// The card, over the page while a figure is open.
pub(crate) fn card(explorer: Explorer) -> El {
    let open = move || {
        let at = explorer.story().figures.position(&explorer.card.get()?)?;
        let (id, figure) = &explorer.story().figures.0[at];
        let mut content = content(explorer, figure, explorer.story().sources.get(&figure.source)?);
        let (uses, names) = (Uses::of(explorer.story()), Names::new(explorer.story()));
        let used = to_uses(explorer, &names, uses.by(Name::Figure(at)));
        content.extend(links(&explorer.voice().word("used_in"), &used));
        content.extend(override_form(explorer, id));
        Some(content)
    };
    let is_open = move || explorer.card.with(Option::is_some);
    panel(explorer, "card", is_open, open, move || explorer.card.set(None))
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
    let rows = [
        figure.printed.as_ref().and_then(|printed| row("printed", &voice.quoted(printed))),
        figure.value.as_ref().and_then(|_| row("value", &value(voice, figure))),
        row("source", source.title.get(voice.language)),
        row("kind", &voice.word(source.kind.word())),
        row("date", &date),
        figure.paragraph.and_then(|paragraph| row("paragraph", &paragraph.to_string())),
        row("about", &about(voice, figure)),
        row("status", &voice.word(figure.status.word())),
    ];
    let mark = format!("mark {}", mark_class(Mark::from(figure.status)));
    let title = el("h2")
        .id("card-title")
        .set("tabindex", "-1")
        .with([el("i").class(&mark)])
        .text(" ")
        .text(figure.label.get(voice.language));
    let mut content = vec![title, el("dl").each(rows.into_iter().flatten())];
    content.extend(figure.note.as_ref().map(|note| el("p").class("note").text(note.get(voice.language))));
    content
}
