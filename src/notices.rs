//! What the reader of a link should know: what it says that could not be taken, and what has changed since it was made.
//! Nothing of the link itself is repeated but names that stand in the story.

use crate::browser::{El, button, el, focus};
use crate::explanation::named;
use crate::explorer::Explorer;
use crate::input::label;
use crate::lever::complaint;
use crate::number_box::Refused;
use engine::link::{Notice, Outcome, Why};
use leptos::prelude::untrack;

/// Lines that are spoken; a stranger's link can have dozens, which stand there to be read.
const SPOKEN: usize = 3;
/// Links hold three decimals.
const NEAR: f64 = 1e-3;

/// What was found in a link, and a number that is another now, with what it is.
#[derive(Default)]
pub(crate) struct Noted {
    /// The name of the file that the link comes from.
    file: Option<String>,
    /// The word for why the file was not read at all, with what the browser says of it.
    refused: Option<(&'static str, String)>,
    notices: Vec<Notice>,
    moved: Option<(Outcome, Option<f64>)>,
}

/// The list, until it is closed.
pub(crate) fn notices(explorer: Explorer) -> El {
    el("div").id("notices").piece(move || {
        let lines = lines(explorer);
        if lines.is_empty() {
            return Vec::new();
        }
        let lines = lines.iter().map(|line| el("li").text(line));
        let close = move || {
            explorer.noted.set(Noted::default());
            focus("verdict");
        };
        vec![el("section").class("notice").set("aria-labelledby", "notices-title").with([
            el("b").id("notices-title").says(move || about(explorer)),
            button(close).class("quiet").says(explorer.word("close")),
            el("ul").each(lines),
        ])]
    })
}

impl Explorer {
    /// Says why a file was not read.
    pub(crate) fn refuse_file(self, name: &str, refused: (&'static str, String)) {
        self.say(Noted { file: Some(name.to_owned()), refused: Some(refused), ..Noted::default() });
    }

    /// Says what was found in the link whose state is shown now, and in which file if it comes from one.
    pub(crate) fn take_note(self, file: Option<&str>, notices: Vec<Notice>, outcome: Option<Outcome>) {
        let moved = outcome.and_then(|outcome| {
            let model = self.model();
            let place = model.years.iter().position(|year| Some(*year) == outcome.year).unwrap_or_default();
            let value =
                |projection: &_| engine::Projection::value(projection, model, outcome.quantity, place);
            let now = self.projection.with_untracked(|projection| value(projection));
            let moved = now.is_none_or(|now| (now - outcome.value).abs() > NEAR);
            moved.then_some((outcome, now))
        });
        self.say(Noted { file: file.map(str::to_owned), notices, moved, ..Noted::default() });
    }

    fn say(self, noted: Noted) {
        self.noted.set(noted);
        let mut spoken = untrack(|| lines(self));
        spoken.truncate(SPOKEN);
        self.aside.set(spoken.join(" "));
    }
}

/// What the lines are about: a link, or a file by its name.
fn about(explorer: Explorer) -> String {
    let voice = explorer.voice();
    explorer.noted.with(|noted| match &noted.file {
        Some(name) => voice.word("opened_notes").replace("{}", name),
        None => voice.word("link_notes"),
    })
}

/// In the language of the page, which it follows.
fn lines(explorer: Explorer) -> Vec<String> {
    explorer.noted.with(|noted| {
        let refused =
            noted.refused.iter().map(|(word, what)| explorer.voice().word(word).replace("{}", what));
        let lines = refused.chain(noted.notices.iter().map(|notice| line(explorer, notice)));
        lines.chain(noted.moved.iter().map(|(outcome, now)| moved(explorer, outcome, *now))).collect()
    })
}

fn line(explorer: Explorer, notice: &Notice) -> String {
    let voice = explorer.voice();
    match notice {
        Notice::Long | Notice::Many => voice.word("link_more"),
        Notice::Newer => voice.word("link_newer"),
        Notice::Unknown(entry) => voice.word("link_unknown").replace("{}", &entry.to_string()),
        Notice::Ignored { entry, why } => ignored(explorer, entry, *why),
        Notice::Changed(at) => {
            let (_, change) = &explorer.story().changes.0[*at];
            let [what, effect] = [&change.what, &change.effect].map(|text| text.get(voice.language));
            voice.word("link_since").replace("{date}", &change.date).replace("{what}", what) + " " + effect
        }
    }
}

fn ignored(explorer: Explorer, entry: &str, why: Why) -> String {
    let voice = explorer.voice();
    let id = entry.rsplit('.').next().unwrap_or_default();
    let input = explorer.model().inputs.iter().position(|input| input.id == id);
    let figure = explorer.story().figures.get(id).map(|figure| &figure.label);
    let name = input.map(|input| label(explorer, input)).or(figure);
    let words = match (why, input) {
        (Why::Outside(_), Some(input)) => complaint(explorer, input, &Refused::Outside),
        (Why::Outside(_) | Why::Unreadable, _) => voice.word("link_unreadable"),
        (Why::Twice, _) => voice.word("link_twice"),
        (Why::Whole | Why::OneValue, _) => voice.word("link_whole"),
        (Why::FeedsNothing, _) => voice.word("link_idle"),
    };
    // A name that the story lacks is one of the link's own grammar.
    format!("{}: {words}", name.map_or(entry, |name| name.get(voice.language)))
}

fn moved(explorer: Explorer, of: &Outcome, now: Option<f64>) -> String {
    let (voice, id) = (explorer.voice(), &explorer.model().quantities[of.quantity].id);
    let about = explorer.story().model.get(id);
    let prose = |value: f64| voice.prose(value, about.map_or("", |about| &about.unit));
    let [mut before, mut after] =
        [Some(of.value), now].map(|value| value.map_or_else(|| voice.word("absent"), prose));
    if let (true, Some(now)) = (before == after, now) {
        [before, after] = [of.value, now].map(|value| voice.digits(value));
    }
    let name = named(about.map_or("", |about| about.label.get(voice.language)), of.year);
    voice
        .word("link_came_to")
        .replace("{name}", &name)
        .replace("{before}", &before)
        .replace("{after}", &after)
}
