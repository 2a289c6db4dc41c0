//! Sizes that only a read story shows. They come first: what is too large is not looked at any further.

use super::Checks;
use crate::limits::{EQUATION_YEARS, EVALUATED, REFERENCES, YEARS};
use engine::expr::{ExprKind, parse};
use engine::model::Place;

impl Checks<'_> {
    /// True where the story can be computed at all.
    pub(super) fn size(&mut self) -> bool {
        let about = &self.story.about;
        let years = i64::from(about.last_year) - i64::from(about.first_year) + 1;
        let last_year = Place::new("story", "", "last_year");
        if !(1..=YEARS).contains(&years) {
            let (first, last) = (about.first_year, about.last_year);
            let message = match last < first {
                true => format!("{last} comes before `first_year`, {first}; 1 to {YEARS} can be projected"),
                false => format!("{first} to {last} are {years} years; 1 to {YEARS} can be projected"),
            };
            self.report(&last_year, message);
            return false;
        }
        let equations = self.story.model.len();
        if i64::try_from(equations).unwrap_or(i64::MAX).saturating_mul(years) > EQUATION_YEARS {
            let message = format!(
                "{equations} equations over {years} years are more than {EQUATION_YEARS} numbers; fewer years would fit"
            );
            self.report(&last_year, message);
            return false;
        }
        let references = equations.saturating_mul(self.references());
        if references > REFERENCES {
            let message =
                format!("{equations} equations with {} names in them are too many", self.references());
            self.report(&Place::new("model", "", ""), message);
            return false;
        }
        let evaluated = self.evaluated();
        if evaluated > EVALUATED {
            let message = format!(
                "{evaluated} claims, dots, settings and expressions of backtests; {EVALUATED} can be computed"
            );
            self.report(&Place::new("story", "", ""), message);
            return false;
        }
        true
    }

    /// Names in all equations.
    fn references(&self) -> usize {
        let mut found = 0;
        for (_, quantity) in self.story.model.iter() {
            if let Ok(expr) = parse(&quantity.value) {
                expr.walk(&mut |part| found += usize::from(matches!(part.kind, ExprKind::Name(_))));
            }
        }
        found
    }

    fn evaluated(&self) -> usize {
        let story = self.story;
        let claims = story.levers.iter().map(|(_, lever)| lever.claims.len());
        let dots = story.views.iter().map(|(_, view)| view.dots.len());
        let presets = story.presets.iter().map(|(_, preset)| &preset.set);
        let steps = story.tour.iter().map(|(_, step)| &step.set);
        let settings = presets.chain(steps).flat_map(|set| set.iter().map(|(_, setting)| setting.0.len()));
        let backtests = story
            .backtests
            .iter()
            .map(|(_, test)| test.set.len() + test.figures.len() + 2 * test.compare.len());
        claims.chain(dots).chain(settings).chain(backtests).sum()
    }
}
