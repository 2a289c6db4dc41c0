//! Ways within the page. A button says where it leads: addresses stay free for what a link holds.

use crate::browser::{El, Event, attribute_at, el, focus};
use crate::evidence::Part;
use crate::explorer::Explorer;
use engine::Use;
use engine::model::{Name, Names};

/// Words and the id of what they lead to; `figure-…` leads to a card.
pub(crate) type Way = (String, String);

/// A button that leads somewhere. What a click on it does stands in one place for all: in [`follow`].
pub(crate) fn link((words, target): &Way) -> El {
    el("button").set("type", "button").class("link").set("data-go", target).text(words)
}

/// A line of ways under a word; absent without any.
pub(crate) fn links(word: &str, ways: &[Way]) -> Option<El> {
    let mut line = el("p").class("ways").with([el("b").text(word)]).text(" ");
    for (at, way) in ways.iter().enumerate() {
        line = line.text(if at == 0 { "" } else { " · " }).with([link(way)]);
    }
    (!ways.is_empty()).then_some(line)
}

/// Goes where the button leads that a click has met, if any.
pub(crate) fn follow(explorer: Explorer, event: &Event) {
    if let Some(target) = attribute_at(event, "data-go") {
        explorer.go(&target);
    }
}

/// The way to what has a name in the story.
pub(crate) fn to_name(explorer: Explorer, names: &Names, name: Name) -> Way {
    let kind = match name {
        Name::Lever(_) | Name::Assumption(_) => "lever",
        Name::Figure(_) => "figure",
        Name::Quantity(_) | Name::Series(_) => "equation",
    };
    let id = names.id(name);
    let words = names.label(name).map_or(id, |label| label.get(explorer.code()));
    (words.to_owned(), format!("{kind}-{id}"))
}

/// The ways to where something is used, each once.
pub(crate) fn to_uses(explorer: Explorer, names: &Names, uses: impl Iterator<Item = Use>) -> Vec<Way> {
    let mut ways: Vec<Way> = Vec::new();
    for used in uses {
        let way = match used {
            Use::Equation(at) => to_name(explorer, names, Name::Quantity(at)),
            Use::Assumption(at) => to_name(explorer, names, Name::Assumption(at)),
            Use::Claim(at) | Use::Start(at) => to_name(explorer, names, Name::Lever(at)),
            Use::Layer(at) | Use::Dot(at) | Use::Sentence(at) => to_view(explorer, at),
            Use::Preset(_) => (explorer.voice().word("presets"), "presets".to_owned()),
            Use::Step(_) => (explorer.voice().word("tour"), "tour-start".to_owned()),
            Use::Paragraph(_) => (explorer.voice().word("prose"), "prose-title".to_owned()),
            Use::Verdict => (explorer.voice().word("verdict"), "verdict".to_owned()),
            Use::Backtest(at) => {
                let (id, backtest) = &explorer.story().backtests.0[at];
                let year = backtest.year.to_string();
                (format!("{} {year}", explorer.voice().word("backtest")), format!("backtest-{id}"))
            }
        };
        if !ways.contains(&way) {
            ways.push(way);
        }
    }
    ways
}

/// The way to a chart, by the place of its view.
pub(crate) fn to_view(explorer: Explorer, at: usize) -> Way {
    let (id, view) = &explorer.story().views.0[at];
    (view.title.get(explorer.code()).to_owned(), format!("title-{id}"))
}

impl Explorer {
    /// Leaves what is open over the page for the element with an id, or opens the card of a figure over it.
    pub(crate) fn go(self, target: &str) {
        let (kind, id) = target.split_once('-').unwrap_or((target, ""));
        if kind == "figure" {
            self.card.set(Some(id.to_owned()));
            return;
        }
        self.card.set(None);
        self.trail.set(Vec::new());
        match kind {
            "equation" => self.open(Part::Equations),
            "backtest" => self.open(Part::Backtests),
            "lever" if self.story().assumptions.get(id).is_some() => self.open(Part::Assumptions),
            _ => {}
        }
        focus(target);
    }
}
