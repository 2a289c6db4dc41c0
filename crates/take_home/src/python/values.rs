//! The values of a script: what is set, the figures that equations take, the series, each with what a reader must know of it.

use super::Script;
use super::words::{comment, number};
use crate::sources::{Told, stands};
use engine::model::{Input, Name};
use engine::say::Voice;
use std::fmt::Write;

impl Script<'_> {
    /// All values, under the headings of the page.
    pub(super) fn values(&self) -> String {
        let mut text = String::new();
        if self.scene.model.paths().next().is_some() {
            text += "\n\n";
            text += include_str!("path.py");
            text += "\n";
        }
        self.scene.speak(|voice| {
            let mut before = String::new();
            for name in self.used {
                let (heading, lines) = match name {
                    Name::Lever(at) => (voice.word("levers"), self.lever(voice, *at)),
                    Name::Assumption(at) => (voice.word("assumptions"), self.assumption(voice, *at)),
                    Name::Figure(at) => (voice.word("figures"), self.figure(voice, *at)),
                    Name::Series(at) => {
                        self.series(*at, &mut text);
                        continue;
                    }
                    Name::Quantity(_) => break,
                };
                if heading != before {
                    write!(text, "\n# --- {heading} ").ok();
                    text += &"-".repeat(100_usize.saturating_sub(heading.chars().count()));
                    text += "\n";
                    before = heading;
                }
                text += "\n";
                lines.iter().for_each(|line| comment(&mut text, line));
                text += &self.value(*name);
            }
        });
        text
    }

    fn lever(&self, voice: Voice, at: usize) -> Vec<String> {
        let lever = &self.scene.story.levers.0[at].1;
        let cases = [("low", lever.low), ("default", lever.default), ("high", lever.high)];
        vec![self.cases(voice, Name::Lever(at), &cases), lever.reason.get(voice.language).to_owned()]
    }

    fn assumption(&self, voice: Voice, at: usize) -> Vec<String> {
        let (story, assumption) = (self.scene.story, &self.scene.story.assumptions.0[at].1);
        let ends =
            [("low", assumption.low), ("central", Some(assumption.central)), ("high", assumption.high)];
        let cases: Vec<_> = ends.iter().filter_map(|(word, value)| Some((*word, (*value)?))).collect();
        let mut lines = vec![self.cases(voice, Name::Assumption(at), &cases)];
        lines.push(assumption.reason.get(voice.language).to_owned());
        let sources = assumption.sources.iter().filter_map(|id| story.sources.get(id));
        lines.extend(sources.map(|source| Told::of(source, voice).text(voice)));
        lines
    }

    fn figure(&self, voice: Voice, at: usize) -> Vec<String> {
        let (story, (id, figure)) = (self.scene.story, &self.scene.story.figures.0[at]);
        let status = voice.word(figure.status.word());
        let mut lines = vec![format!("{} [{}], {status}", figure.label.get(voice.language), figure.unit)];
        lines.extend(story.sources.get(&figure.source).map(|source| {
            let source = Told::of(source, voice).text(voice);
            stands(figure, voice).map_or(source.clone(), |place| format!("{source}; {place}"))
        }));
        lines.extend(figure.note.as_ref().map(|note| note.get(voice.language).to_owned()));
        if let Some(other) = self.scene.overridden(id) {
            let was = figure.number().map(number).unwrap_or_default();
            lines.push(format!("{}: {} ({was})", voice.word("overridden"), other.reason));
        }
        lines
    }

    /// `Capital spending [B$/yr]: low 100.0, default 200.0, high 250.0 (0.0 – 400.0)`
    fn cases(&self, voice: Voice, name: Name, cases: &[(&str, f64)]) -> String {
        let label = self.names.label(name).map_or("", |label| label.get(voice.language));
        let cases: Vec<String> =
            cases.iter().map(|(word, value)| format!("{} {}", voice.word(word), number(*value))).collect();
        let range = self.input(name).map(|input| input.range.map(number).join(" – ")).unwrap_or_default();
        format!("{label} [{}]: {} ({range})", self.names.unit_text(name), cases.join(", "))
    }

    fn input(&self, name: Name) -> Option<&Input> {
        self.scene.model.inputs.iter().find(|input| input.name == name)
    }

    /// The assignment itself.
    fn value(&self, name: Name) -> String {
        let at = self.scene.model.inputs.iter().position(|input| input.name == name);
        let value = match at.map(|at| self.scene.scenario.held(at)) {
            None => "math.nan".to_owned(),
            Some(path) => match path.level() {
                Some(value) => number(value),
                None => {
                    let points =
                        path.points().iter().map(|(year, value)| format!("{year}: {}", number(*value)));
                    format!("Path({{{}}})", points.collect::<Vec<_>>().join(", "))
                }
            },
        };
        format!("{} = {value}\n", self.words.of(name))
    }

    /// A table of years with the figures above.
    fn series(&self, at: usize, text: &mut String) {
        let story = self.scene.story;
        // Writing to a string cannot fail.
        write!(text, "\n{} = {{", self.words.of(Name::Series(at))).ok();
        let mut known = Vec::new();
        for (year, figure) in &story.series.0[at].1.years {
            let figure = story.figures.position(figure).filter(|_| !known.contains(year));
            if let Some(figure) = figure {
                known.push(*year);
                write!(text, "{year}: {}, ", self.words.of(Name::Figure(figure))).ok();
            }
        }
        text.push_str("}\n");
    }
}
