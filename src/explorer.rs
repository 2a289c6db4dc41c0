//! The state of the page: one scenario, the language, and what follows from them.

use crate::browser::{Intl, Look, NextFrame, Part, Ruler, end_of_work, start_of_work, timed};
use charts::{ChartView, Shot, compose_numbers, compose_words};
use engine::say::Voice;
use engine::story::Text;
use engine::{Model, Projection, Scenario, SetError, Story, project};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::sync::Arc;

/// What does not change while the page lives.
pub(crate) struct Fixed {
    /// The story.
    pub(crate) story: Story,
    /// Its model.
    pub(crate) model: Model,
    /// The default scenario.
    pub(crate) start: Scenario,
    /// Its projection.
    pub(crate) start_projection: Projection,
    /// One formatter of numbers a language of the story.
    pub(crate) numbers: SendWrapper<Vec<Intl>>,
    /// Measures the text of drawings.
    pub(crate) ruler: SendWrapper<Ruler>,
}

/// Handed to every piece of the page.
#[derive(Clone, Copy)]
pub(crate) struct Explorer {
    fixed: &'static Fixed,
    /// The only state of the model. Event handlers alone write it.
    scenario: RwSignal<Scenario>,
    /// What it comes to.
    pub(crate) projection: Memo<Arc<Projection>>,
    /// The place of the language in the story's list.
    pub(crate) language: RwSignal<usize>,
    /// Colours and density of drawings.
    pub(crate) look: RwSignal<Look>,
    /// The figure whose card is open.
    pub(crate) card: RwSignal<Option<String>>,
    /// The lever that was touched last, by its place.
    pub(crate) in_hand: RwSignal<usize>,
    /// What the status line says next to its own words: a value under a chart's cursor.
    pub(crate) aside: RwSignal<String>,
    frame: StoredValue<NextFrame, LocalStorage>,
    waiting: StoredValue<Vec<(usize, f64)>>,
}

impl Explorer {
    /// The state at the start. What never changes is kept for the life of the page.
    pub(crate) fn new(fixed: Fixed, language: usize, look: Look) -> Self {
        let fixed: &'static Fixed = Box::leak(Box::new(fixed));
        let scenario = RwSignal::new(fixed.start.clone());
        Self {
            fixed,
            scenario,
            projection: Memo::new(move |_| {
                timed(Part::Project, || Arc::new(scenario.with(|scenario| project(&fixed.model, scenario))))
            }),
            language: RwSignal::new(language),
            look: RwSignal::new(look),
            card: RwSignal::new(None),
            in_hand: RwSignal::new(0),
            aside: RwSignal::new(String::new()),
            frame: StoredValue::new_local(NextFrame::default()),
            waiting: StoredValue::default(),
        }
    }

    pub(crate) fn story(self) -> &'static Story {
        &self.fixed.story
    }

    pub(crate) fn model(self) -> &'static Model {
        &self.fixed.model
    }

    pub(crate) fn ruler(self) -> &'static Ruler {
        &self.fixed.ruler
    }

    /// The numbers of the language that is chosen now; follows the language.
    pub(crate) fn numbers(self) -> &'static Intl {
        &self.fixed.numbers[self.language.get()]
    }

    /// The code of the language; follows it.
    pub(crate) fn code(self) -> &'static str {
        &self.story().about.languages[self.language.get()]
    }

    /// Words and numbers of the language; follows it.
    pub(crate) fn voice(self) -> Voice<'static> {
        Voice { story: self.story(), language: self.code(), numbers: self.numbers() }
    }

    /// A word of the page, in the language that is chosen.
    pub(crate) fn word(self, id: &'static str) -> impl Fn() -> String + Copy + 'static {
        move || self.voice().word(id)
    }

    /// A text of the story, in the language that is chosen.
    pub(crate) fn text(self, text: &'static Text) -> impl Fn() -> String + Copy + 'static {
        move || text.get(self.code()).to_owned()
    }

    /// The words of a chart; follows the language.
    pub(crate) fn chart_words(self, view: usize) -> ChartView {
        compose_words(self.model(), self.voice(), view)
    }

    /// Sets the values of a chart as they are now; follows the scenario.
    pub(crate) fn set_chart_numbers(self, chart: &mut ChartView, view: usize) {
        let projection = self.projection.get();
        let fixed = self.fixed;
        let shot = Shot { model: &fixed.model, projection: &projection, default: &fixed.start_projection };
        timed(Part::Compose, || compose_numbers(chart, shot, view));
    }

    /// What the default scenario comes to.
    pub(crate) fn start_projection(self) -> &'static Projection {
        &self.fixed.start_projection
    }

    /// The value of an input; follows the scenario.
    pub(crate) fn value(self, input: usize) -> f64 {
        self.scenario.with(|scenario| scenario.values()[input])
    }

    /// Where an input starts.
    pub(crate) fn start(self, input: usize) -> f64 {
        self.fixed.start.values()[input]
    }

    /// True where an input differs from its default; follows the scenario.
    pub(crate) fn changed(self, input: usize) -> bool {
        self.value(input) != self.start(input)
    }

    /// Sets an input in the next frame, so that a storm of events costs one redraw a frame.
    ///
    /// # Errors
    /// A value that the input cannot take; the scenario stays as it was.
    pub(crate) fn set(self, input: usize, value: f64) -> Result<(), SetError> {
        self.fixed.start.clone().set_at(self.model(), input, value)?;
        self.waiting.update_value(|waiting| {
            waiting.retain(|(other, _)| *other != input);
            waiting.push((input, value));
        });
        self.frame.with_value(|frame| frame.ask(move || self.settle()));
        Ok(())
    }

    /// Everything back to its default.
    pub(crate) fn reset_all(self) {
        for input in 0..self.story().levers.len() {
            // A default is within its range: the build has checked it.
            self.set(input, self.start(input)).ok();
        }
    }

    fn settle(self) {
        let started = start_of_work();
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        self.scenario.update(|scenario| {
            for (input, value) in waiting {
                // Checked when it was asked for.
                scenario.set_at(self.model(), input, value).ok();
            }
        });
        end_of_work(started);
    }
}
