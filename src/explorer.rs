//! The state of the page: one scenario, the language, and what follows from them.

use crate::browser::{Intl, Look, NextFrame, Part, Ruler, end_of_work, start_of_work, timed};
use crate::chosen::Chosen;
use crate::draws::Draws;
use crate::evidence::Parts;
use crate::explanation::Value;
use crate::ground::Ground;
use crate::held::Held;
use crate::past::Past;
use crate::state::{Derived, State};
use charts::{ChartView, Shot, compose_numbers, compose_words};
use engine::say::{Said, Voice, verdict};
use engine::story::Text;
use engine::{Model, Projection, Ranges, Scenario, SetError, Story, project};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::sync::Arc;

/// What does not change while the page lives.
pub(crate) struct Fixed {
    /// The story.
    pub(crate) story: Story,
    /// Its model.
    pub(crate) model: Model,
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
    pub(crate) scenario: State<Scenario>,
    /// The day and the overridden figures. Event handlers alone write it.
    pub(crate) ground: State<Ground>,
    /// What the scenario comes to.
    pub(crate) projection: Derived<Arc<Projection>>,
    /// How uncertain that is.
    pub(crate) draws: Draws,
    /// The place of the language in the story's list.
    pub(crate) language: State<usize>,
    /// Colours and density of drawings.
    pub(crate) look: State<Look>,
    /// The figure whose card is open.
    pub(crate) card: State<Option<String>>,
    /// The number that is asked about.
    pub(crate) chosen: State<Chosen>,
    /// The numbers that are open, each behind the one it was opened from.
    pub(crate) trail: State<Vec<Value>>,
    /// The lever that was touched last, by its place.
    pub(crate) in_hand: State<usize>,
    /// What the status line says next to its own words: a value under a chart's cursor.
    pub(crate) aside: State<String>,
    /// Which parts of the evidence are open.
    pub(crate) parts: Parts,
    /// What undo goes back to.
    pub(crate) past: Past,
    frame: StoredValue<NextFrame, LocalStorage>,
    /// Inputs, their next values, and the gestures that gave these.
    waiting: StoredValue<Vec<(usize, f64, usize)>>,
}

impl Explorer {
    /// The state at the start. What never changes is kept for the life of the page.
    pub(crate) fn new(fixed: Fixed, language: usize, look: Look) -> Self {
        let fixed: &'static Fixed = Box::leak(Box::new(fixed));
        let ground = Ground::today(&fixed.story, &fixed.model);
        let held = Held::of(&ground, ground.start.clone(), Ranges::default_of(&fixed.model));
        let scenario = State::new(ground.start.clone());
        Self {
            fixed,
            scenario,
            past: Past::new(held),
            ground: State::new(ground),
            projection: Derived::new(move |_| {
                timed(Part::Project, || Arc::new(scenario.with(|scenario| project(&fixed.model, scenario))))
            }),
            draws: Draws::new(&fixed.model, scenario),
            language: State::new(language),
            look: State::new(look),
            card: State::new(None),
            chosen: State::new(Chosen::first(&fixed.story, &fixed.model)),
            trail: State::new(Vec::new()),
            in_hand: State::new(0),
            aside: State::new(String::new()),
            parts: [(); 6].map(|()| State::new(false)),
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
        self.ground.with(|ground| {
            let (model, default) = (self.model(), &ground.start_projection);
            let spread = |slot| self.draws.bands(slot);
            let shot = Shot { model, projection: &projection, default, spread: &spread };
            timed(Part::Compose, || compose_numbers(chart, shot, view));
        });
        for dot in chart.dots.iter_mut().filter(|dot| !self.knows(&dot.figure)) {
            dot.value = None;
        }
    }

    /// What `explain` says of the state now; follows the scenario.
    pub(crate) fn explain<T>(
        self,
        explain: impl FnOnce(&'static Story, &'static Model, &Projection, &Scenario) -> T,
    ) -> T {
        let projection = self.projection.get();
        self.scenario.with(|scenario| explain(self.story(), self.model(), &projection, scenario))
    }

    /// Reads the scenario and follows it.
    pub(crate) fn with_scenario<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.scenario.with(read)
    }

    /// The verdict; follows the scenario and the language.
    pub(crate) fn verdict(self) -> Vec<Vec<Said>> {
        verdict(self.model(), &self.projection.get(), self.voice(), &|slot| self.draws.bands(slot))
    }

    /// The value of an input; follows the scenario.
    pub(crate) fn value(self, input: usize) -> f64 {
        self.scenario.with(|scenario| scenario.values()[input])
    }

    /// Where an input starts; follows the day.
    pub(crate) fn start(self, input: usize) -> f64 {
        self.ground.with(|ground| ground.start.values()[input])
    }

    /// True where an input differs from its start; follows the scenario and the day.
    pub(crate) fn changed(self, input: usize) -> bool {
        self.value(input) != self.start(input)
    }

    /// Sets an input in the next frame, so that a storm of events costs one redraw a frame.
    ///
    /// # Errors
    /// A value that the input cannot take; the scenario stays as it was.
    pub(crate) fn set(self, input: usize, value: f64) -> Result<(), SetError> {
        self.ground.with_untracked(|ground| ground.start.clone()).set_at(self.model(), input, value)?;
        self.end_replay();
        let gesture = self.past.gesture();
        self.waiting.update_value(|waiting| {
            waiting.retain(|(other, ..)| *other != input);
            waiting.push((input, value, gesture));
        });
        self.settle_soon();
        Ok(())
    }

    /// Asks for what was changed to be shown and remembered in the next frame.
    pub(crate) fn settle_soon(self) {
        self.frame.with_value(|frame| frame.ask(move |_| self.settle()));
    }

    /// Sets what waits, as one change.
    pub(crate) fn settle(self) {
        let started = start_of_work();
        let waiting = self.waiting.try_update_value(std::mem::take).unwrap_or_default();
        let hand = match waiting[..] {
            [(input, _, gesture)] => Some(gesture * self.model().inputs.len() + input),
            _ => None,
        };
        if !waiting.is_empty() {
            self.scenario.update(|scenario| {
                for (input, value, _) in waiting {
                    // Checked when it was asked for.
                    scenario.set_at(self.model(), input, value).ok();
                }
            });
        }
        self.remember(hand);
        end_of_work(started);
    }
}
