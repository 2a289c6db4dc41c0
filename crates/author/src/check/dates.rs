//! What was known when: dates of articles, where levers started before, and what figures count as until they are printed.

use super::Checks;
use super::figures::is_date;
use engine::model::{Name, Names, Place, uses};
use engine::story::{SourceKind, Story};
use engine::{Use, Uses, day};

impl Checks<'_> {
    pub(super) fn dates(&mut self) {
        let story = self.story;
        let before = self.problems.len();
        for (id, source) in story.sources.iter().filter(|(_, source)| source.kind == SourceKind::Article) {
            if !is_date(&source.date) || source.date.len() < "2026-02".len() {
                let message = format!(
                    "`{}` dates no article; write the day or the month, \"2025-11-03\" or \"2025-11\"",
                    source.date
                );
                self.report(&Place::new("sources", id, "date"), message);
            }
        }
        // Without their dates nothing can be in order.
        if self.problems.len() > before {
            return;
        }
        self.starts();
        self.unknown();
        let expressions = story.levers.iter().flat_map(|(id, lever)| {
            let claims = lever.claims.iter().enumerate();
            claims.map(move |(at, claim)| {
                (Place::new("levers", id, format!("claims.{at}.at")), &claim.figure, &claim.at)
            })
        });
        let dots = story.views.iter().flat_map(|(id, view)| {
            let dots = view.dots.iter().enumerate();
            dots.map(move |(at, dot)| {
                (Place::new("views", id, format!("dots.{at}.at")), &dot.figure, &dot.at)
            })
        });
        let names = Names::new(story);
        for (place, figure, text) in expressions.chain(dots) {
            self.not_before(&place, figure, text, &names);
        }
    }

    /// A lever's earlier starts: each ended by an article, the oldest first, from a figure that was known by then.
    fn starts(&mut self) {
        let story = self.story;
        for (id, lever) in story.levers.iter() {
            let mut before = String::new();
            for (at, earlier) in lever.earlier.iter().enumerate() {
                let place = |key: &str| Place::new("levers", id, format!("earlier.{at}.{key}"));
                self.inside(earlier.value, lever.range, &place("value"));
                self.known(&earlier.figure, &story.figures, "figure", &place("figure"));
                self.known(&earlier.until, &story.sources, "source", &place("until"));
                let Some(source) = story.sources.get(&earlier.until) else { continue };
                let until = day(&source.date);
                if source.kind != SourceKind::Article {
                    let message =
                        format!("`{}` is no article, and only those are picked by date", earlier.until);
                    self.report(&place("until"), message);
                } else if until <= before {
                    let message =
                        format!("ends on {until}, not after the one before it: the oldest comes first");
                    self.report(&place("until"), message);
                } else if published(story, &earlier.figure).is_some_and(|date| date >= until) {
                    let message =
                        format!("`{}` was not yet printed by {until}, when this start ends", earlier.figure);
                    self.report(&place("figure"), message);
                }
                before = until;
            }
        }
    }

    /// What the model takes from an article must count as something before the article was out.
    fn unknown(&mut self) {
        let story = self.story;
        let uses = Uses::of(story);
        let articles = story.sources.iter().filter(|(_, source)| source.kind == SourceKind::Article);
        let first = articles.map(|(_, source)| day(&source.date)).min();
        for (at, (id, figure)) in story.figures.iter().enumerate() {
            let fed = uses.by(Name::Figure(at)).any(|place| matches!(place, Use::Equation(_)));
            let later = published(story, id).is_some_and(|date| Some(date) > first);
            let place = |key| Place::new("figures", id, key);
            match (fed && later, figure.before) {
                (true, None) => self.report(
                    &place(""),
                    "feeds an equation; say with `before` what it counts as until its article came out".to_owned(),
                ),
                (false, Some(_)) => self.report(
                    &place("before"),
                    "of no use: only figures that feed an equation and come from a later article than the first need it"
                        .to_owned(),
                ),
                (true, Some(value)) if !value.is_finite() => {
                    self.report(&place("before"), format!("{value} is no number"));
                }
                _ => {}
            }
        }
    }

    /// A claim and a dot are out with their figure, so that what places them must have been known with it.
    fn not_before(&mut self, place: &Place, figure: &str, text: &str, names: &Names) {
        let story = self.story;
        if story.figures.get(figure).is_none() {
            return;
        }
        let own = published(story, figure);
        for name in uses(text, names) {
            if let Name::Figure(at) = name
                && published(story, &story.figures.0[at].0) > own
            {
                let message = format!(
                    "`{}` comes from a later article than `{figure}`, whose date decides when this is shown",
                    story.figures.0[at].0
                );
                self.report(place, message);
            }
        }
    }
}

/// The day on which an article printed a figure; none for what comes from elsewhere.
fn published(story: &Story, figure: &str) -> Option<String> {
    let source = story.sources.get(&story.figures.get(figure)?.source)?;
    (source.kind == SourceKind::Article).then(|| day(&source.date))
}
