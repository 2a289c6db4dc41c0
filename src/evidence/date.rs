//! The day whose articles count: one of the days on which an article came out, or any other.

use crate::browser::{El, button, el, written};
use crate::explorer::Explorer;
use engine::day;
use engine::story::{Source, SourceKind};

/// The choice of the day, and what it leaves as it is.
pub(crate) fn date(explorer: Explorer) -> El {
    let articles = explorer.story().sources.iter().map(|(_, source)| source);
    let mut articles: Vec<(String, Option<&'static Source>)> = articles
        .filter(|source| source.kind == SourceKind::Article)
        .map(|source| (day(&source.date), Some(source)))
        .collect();
    // A handful: the earlier one moves before the later ones.
    for at in 1..articles.len() {
        let earlier = articles[..at].iter().take_while(|(day, _)| *day <= articles[at].0).count();
        articles[earlier..=at].rotate_right(1);
    }
    articles.push((String::new(), None));
    let chosen = move || explorer.ground.with(|ground| ground.date().unwrap_or_default().to_owned());
    let choice = |(day, source): (String, Option<&'static Source>)| {
        let pressed = day.clone();
        let words = move || match source {
            Some(source) => source.title.get(explorer.code()).to_owned(),
            None => explorer.voice().word("as_of_all"),
        };
        let name = match source {
            Some(source) => el("b").text(&source.date),
            None => el("b").says(explorer.word("as_of_today")),
        };
        button(move || explorer.set_date(&day))
            .class("day")
            .live("aria-pressed", move || (chosen() == pressed).to_string())
            .with([name, el("small").says(words)])
    };
    let any = el("input")
        .set("type", "date")
        .id("as-of-day")
        .shows(chosen)
        .on("change", move |event| explorer.set_date(&written(event)));
    el("div").class("as-of").with([
        el("h3").id("as-of").set("tabindex", "-1").says(explorer.word("as_of")),
        el("div")
            .class("days")
            .set("role", "group")
            .set("aria-labelledby", "as-of")
            .each(articles.into_iter().map(choice))
            .with([el("label").set("for", "as-of-day").says(explorer.word("as_of_other")).with([any])]),
        el("p").class("note").says(explorer.word("as_of_note")),
    ])
}
