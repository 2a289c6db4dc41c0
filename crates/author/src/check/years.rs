//! Years that are some: with four digits at most, wherever one stands.

use super::Checks;
use engine::model::Place;

impl Checks<'_> {
    pub(super) fn years(&mut self) {
        let story = self.story;
        let about = &story.about;
        for (key, year) in [
            ("first_year", about.first_year),
            ("last_year", about.last_year),
            ("illustrative_after", about.illustrative_after),
        ] {
            self.year(year, "story", "", key);
        }
        for (id, view) in story.views.iter() {
            for (at, dot) in view.dots.iter().enumerate() {
                self.year(dot.year, "views", id, &format!("dots.{at}.year"));
            }
        }
        for (id, series) in story.series.iter() {
            for (at, (year, _)) in series.years.iter().enumerate() {
                self.year(*year, "series", id, &format!("years.{at}"));
            }
        }
        for (id, backtest) in story.backtests.iter() {
            self.year(backtest.year, "backtests", id, "year");
        }
        let presets = story.presets.iter().map(|(id, preset)| ("presets", id, &preset.set));
        let steps = story.tour.iter().map(|(id, step)| ("tour", id, &step.set));
        for (list, id, set) in presets.chain(steps) {
            for (name, setting) in set.iter().filter(|(_, setting)| setting.0.len() > 1) {
                for (year, _) in &setting.0 {
                    self.year(*year, list, id, &format!("set.{name}.{year}"));
                }
            }
        }
    }

    fn year(&mut self, year: i32, list: &'static str, id: &str, key: &str) {
        if !(1..=9999).contains(&year) {
            self.report(&Place::new(list, id, key), format!("{year} is no year"));
        }
    }
}
