//! What can be set: ranges that hold their values, and names of what they rest on. The series behind `lag` too.

use super::Checks;
use engine::DIMENSIONS;
use engine::model::{Place, evaluate};
use engine::story::{Assumption, Draw, Lever};

/// Of a slider; a finer one could not be moved by hand.
const MOST_STEPS: f64 = 1e6;

impl Checks<'_> {
    pub(super) fn inputs(&mut self) {
        let story = self.story;
        for (id, lever) in story.levers.iter() {
            self.lever(id, lever);
        }
        for (id, assumption) in story.assumptions.iter() {
            self.assumption(id, assumption);
        }
        // Each has its own set of evenly spread points.
        if let Some(id) = story.assumptions.names().nth(DIMENSIONS) {
            let message = format!("one assumption too many: {DIMENSIONS} can be drawn");
            self.report(&Place::new("assumptions", id, ""), message);
        }
    }

    fn lever(&mut self, id: &str, lever: &Lever) {
        let story = self.story;
        let [low, high] = lever.range;
        if self.is_backwards([low, high], &Place::new("levers", id, "range")) {
            return;
        }
        for (key, value) in [("low", lever.low), ("default", lever.default), ("high", lever.high)] {
            self.inside(value, [low, high], &Place::new("levers", id, key));
        }
        self.is_above(lever.low, lever.high, &Place::new("levers", id, "low"));
        if !(lever.step > 0.0 && lever.step <= high - low) {
            let message = format!("a step of {} cannot move between {low} and {high}", lever.step);
            self.report(&Place::new("levers", id, "step"), message);
        } else if (high - low) / lever.step > MOST_STEPS {
            let message = format!("a step of {} makes more than {MOST_STEPS} of them", lever.step);
            self.report(&Place::new("levers", id, "step"), message);
        }
        self.known(&lever.view, &story.views, "view", &Place::new("levers", id, "view"));
        for (at, claim) in lever.claims.iter().enumerate() {
            let place = |key: &str| Place::new("levers", id, format!("claims.{at}.{key}"));
            self.known(&claim.figure, &story.figures, "figure", &place("figure"));
            // What cannot be computed is reported as an expression.
            if let Ok(value) = evaluate(story, &claim.at) {
                self.inside(value, [low, high], &place("at"));
            }
        }
    }

    fn assumption(&mut self, id: &str, assumption: &Assumption) {
        let story = self.story;
        let place = |key: &str| Place::new("assumptions", id, key);
        let [low, high] = assumption.settable();
        let (from, to) = (assumption.low.unwrap_or(low), assumption.high.unwrap_or(high));
        if self.is_backwards([low, high], &place("range")) {
            return;
        }
        let both = assumption.low.zip(assumption.high);
        if !both.is_some_and(|(low, high)| self.is_above(low, high, &place("low"))) {
            self.inside(assumption.central, [from, to], &place("central"));
        }
        for (key, value) in [("low", assumption.low), ("high", assumption.high)] {
            if let Some(value) = value {
                self.inside(value, [low, high], &place(key));
            }
        }
        self.draw(id, assumption);
        for (at, figure) in assumption.figures.iter().enumerate() {
            self.known(figure, &story.figures, "figure", &place(&format!("figures.{at}")));
        }
        for (at, source) in assumption.sources.iter().enumerate() {
            self.known(source, &story.sources, "source", &place(&format!("sources.{at}")));
        }
    }

    fn draw(&mut self, id: &str, assumption: &Assumption) {
        let place = Place::new("assumptions", id, "draw");
        let Some(draw) = &assumption.draw else { return };
        let Draw::Discrete(values) = draw else {
            match (assumption.low, assumption.high) {
                (Some(low), _) if low <= 0.0 && *draw == Draw::Lognormal => {
                    self.report(&place, format!("a lognormal distribution lies above 0, but `low` is {low}"));
                }
                (Some(_), Some(_)) => {}
                _ => {
                    let message = "drawn between `low` and `high`, of which one is missing".to_owned();
                    self.report(&place, message);
                }
            }
            if assumption.whole {
                let message =
                    "only whole numbers make sense here: list them, { discrete = [[3, 1], [4, 2]] }";
                self.report(&place, message.to_owned());
            }
            return;
        };
        if !values.iter().any(|(value, _)| *value == assumption.central) {
            self.report(&place, format!("the list lacks the central value {}", assumption.central));
        }
        for (value, weight) in values {
            self.inside(*value, assumption.settable(), &place);
            if weight.is_nan() || *weight <= 0.0 {
                self.report(&place, format!("the weight {weight} of {value} must be above 0"));
            }
        }
        if !values.is_sorted_by(|a, b| a.0 < b.0) {
            self.report(&place, "the values of a list rise".to_owned());
        }
    }

    /// Every figure of a series has its unit and a number.
    pub(super) fn series(&mut self) {
        let story = self.story;
        for (id, series) in story.series.iter() {
            for (at, (year, figure)) in series.years.iter().enumerate() {
                let place = Place::new("series", id, format!("years.{at}"));
                self.known(figure, &story.figures, "figure", &place);
                let message = match story.figures.get(figure) {
                    Some(found) if found.unit != series.unit => {
                        format!("`{figure}` is in {}, but the series is in {}", found.unit, series.unit)
                    }
                    Some(found) if found.number().is_none() => format!("the figure `{figure}` has no number"),
                    _ if series.years[..at].iter().any(|(known, _)| known == year) => {
                        format!("a second figure for {year}")
                    }
                    _ => continue,
                };
                self.report(&place, message);
            }
        }
    }

    fn is_backwards(&mut self, [low, high]: [f64; 2], place: &Place) -> bool {
        if low > high {
            self.report(place, format!("{low} to {high} runs backwards; the lower end comes first"));
        }
        low > high
    }

    fn is_above(&mut self, low: f64, high: f64, place: &Place) -> bool {
        if low > high {
            self.report(place, format!("{low} lies above `high`, {high}"));
        }
        low > high
    }

    pub(super) fn inside(&mut self, value: f64, [low, high]: [f64; 2], place: &Place) {
        // One that runs backwards holds nothing, and is said where it stands.
        if low <= high && !(low..=high).contains(&value) {
            self.report(place, format!("{value} lies outside the range {low} to {high}"));
        }
    }
}
