//! Presets, the tour and the paragraphs: values within range, points in order, names that exist.

use super::Checks;
use engine::model::{Place, evaluate};
use engine::story::{Named, Setting};
use engine::{Path, PathError};

impl Checks<'_> {
    pub(super) fn telling(&mut self) {
        let story = self.story;
        for (id, preset) in story.presets.iter() {
            self.settings(&preset.set, "presets", id);
            if preset.set.is_empty() {
                self.report(
                    &Place::new("presets", id, "set"),
                    "sets nothing: that is the default".to_owned(),
                );
            }
            self.rests_on(&preset.figures, "presets", id);
        }
        for (id, step) in story.tour.iter() {
            self.settings(&step.set, "tour", id);
            self.known(&step.view, &story.views, "view", &Place::new("tour", id, "view"));
        }
        for (id, paragraph) in story.prose.iter() {
            if let Some(view) = &paragraph.view {
                self.known(view, &story.views, "view", &Place::new("prose", id, "view"));
            }
            self.rests_on(&paragraph.figures, "prose", id);
        }
    }

    fn rests_on(&mut self, figures: &[String], list: &'static str, block: &str) {
        for (at, figure) in figures.iter().enumerate() {
            let place = Place::new(list, block, format!("figures.{at}"));
            self.known(figure, &self.story.figures, "figure", &place);
        }
    }

    fn settings(&mut self, set: &Named<Setting>, list: &'static str, block: &str) {
        let story = self.story;
        for (id, setting) in set.iter() {
            let place = Place::new(list, block, format!("set.{id}"));
            let lever = story.levers.get(id).map(|lever| (lever.range, false));
            let assumption = || story.assumptions.get(id).map(|entry| (entry.settable(), entry.whole));
            // What is called otherwise, and what cannot be computed, is reported as an expression.
            let Some((range, whole)) = lever.or_else(assumption) else { continue };
            let mut points = Vec::new();
            for (year, text) in &setting.0 {
                if let Ok(value) = evaluate(story, text) {
                    self.inside(value, range, &place);
                    points.push((*year, value));
                    if whole && value.fract() != 0.0 {
                        self.report(&place, format!("{value} is not a whole number"));
                    }
                }
            }
            if whole && points.len() > 1 {
                self.report(&place, "a whole number takes one value for all years".to_owned());
            }
            match Path::new(points) {
                Err(error) if error != PathError::Empty || setting.0.is_empty() => {
                    self.report(&place, error.to_string());
                }
                _ => {}
            }
        }
    }
}
