//! What a picture says: the words and the chart of a scenario in one language.

use crate::case::Case;
use charts::{ChartView, Shot, compose};
use engine::say::{Plain, Said, Voice, plain_text, verdict};
use engine::story::Story;

/// The explorer's name.
pub(crate) const NAME: &str = "Sliderule";

/// All that a picture says.
pub(crate) struct Card {
    /// What its files are called.
    pub(crate) name: String,
    /// The language's code.
    pub(crate) language: String,
    /// What is asked, or what the preset is called.
    pub(crate) title: String,
    /// Above the title: the question, where that is not the title.
    pub(crate) above: Option<String>,
    /// What it comes to: the verdict up to the number that the story asks about, or the sentence of the chart.
    pub(crate) takeaway: String,
    /// Why anybody would look at it, of a preset.
    pub(crate) reason: Option<String>,
    /// What the page says under its question.
    pub(crate) lead: String,
    /// The page's address of the scenario, behind the `#`; empty for the default.
    link: String,
    pub(crate) subject: String,
    pub(crate) chart: ChartView,
    /// Names of the levers that move the chart most.
    pub(crate) levers: Vec<String>,
    pub(crate) numbers: Plain,
}

impl Card {
    /// What a scenario comes to in one of the story's languages.
    pub(crate) fn of(case: &Case, story: &Story, language: &str) -> Self {
        let numbers = Plain::new(language);
        let voice = Voice { story, language, numbers: &numbers };
        let spread = |slot| case.draws.bands(slot);
        let shot = |projection| Shot { model: &case.model, projection, spread: &spread };
        let chart = compose(shot(&case.projection), shot(&case.default), voice, case.view);
        // Where the main chart says nothing new, the verdict hardly does.
        let own = (case.view != 0).then(|| chart.sentence.clone()).filter(|sentence| !sentence.is_empty());
        let takeaway = own.unwrap_or_else(|| verdict_of(case, voice));
        let levers = story.levers.iter().filter(|(_, lever)| lever.view == chart.id);
        let levers = levers.map(|(name, _)| name.to_owned()).collect();
        let question = story.about.question.get(language).to_owned();
        let (title, above) = match case.preset {
            None => (question, None),
            Some(preset) => (preset.label.get(language).to_owned(), Some(question)),
        };
        Self {
            name: format!("{}-{language}", case.name),
            language: language.to_owned(),
            title,
            above,
            takeaway,
            reason: case.preset.map(|preset| preset.reason.get(language).to_owned()),
            lead: story.about.lead.get(language).to_owned(),
            link: case.link.clone(),
            subject: story.about.subject.get(language).to_owned(),
            chart,
            levers,
            numbers,
        }
    }

    /// The end of the page's address that sets the scenario.
    pub(crate) fn fragment(&self) -> String {
        if self.link.is_empty() { String::new() } else { format!("#{}", self.link) }
    }

    /// Every text of the picture.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let chart = &self.chart;
        let own = [&self.title, &self.takeaway, &self.subject, &chart.title, &chart.unit_label];
        let marks = [&chart.illustrative_label, &chart.default_label];
        let layers = chart.layers.iter().map(|layer| &layer.label);
        let dots = chart.dots.iter().map(|dot| &dot.label);
        own.into_iter().chain(&self.above).chain(marks).chain(layers).chain(dots).map(String::as_str)
    }
}

/// The verdict, up to the number that the story asks about.
fn verdict_of(case: &Case, voice: Voice) -> String {
    let asked = &voice.story.about.asked;
    let mut sentences = verdict(&case.model, &case.projection, voice, &|slot| case.draws.bands(slot));
    let is_asked = |said: &Said| matches!(said, Said::Number { id: Some(id), .. } if id == asked);
    let last = sentences.iter().position(|said| said.iter().any(is_asked));
    sentences.truncate(last.map_or(sentences.len(), |at| at + 1));
    sentences.iter().map(|said| plain_text(said)).collect::<Vec<_>>().join(" ")
}
