//! The state of the page: one scenario, the language, and what follows from them.

use crate::address::Address;
use crate::browser::{Intl, Later, Look, NextFrame, Part, Ruler, effect, end_of_work, start_of_work, timed};
use crate::chosen::Chosen;
use crate::compare::Kept;
use crate::draws::Draws;
use crate::evidence::Parts;
use crate::explanation::Value;
use crate::fixed::Fixed;
use crate::ground::Ground;
use crate::held::Held;
use crate::models::Models;
use crate::notices::Noted;
use crate::past::Past;
use crate::state::{Derived, State};
use crate::tour::Stop;
use crate::values::{changes, each_alone};
use charts::{ChartView, Shot, add_kept, compose_numbers, compose_words};
use engine::say::{Said, Voice, verdict};
use engine::story::Text;
use engine::{Model, Path, Projection, Ranges, Scenario, SetError, Story, fits, project};
use leptos::prelude::*;
use std::ops::Deref;
use std::sync::Arc;

/// A slider that has not moved for so long rests.
const REST_MS: u32 = 150;

/// Handed to every piece of the page. It is a mere address: every closure of the page holds one.
#[derive(Clone, Copy)]
pub(crate) struct Explorer(&'static Everything);

/// All that changes while the page lives, and what does not.
pub(crate) struct Everything {
    fixed: &'static Fixed,
    /// The only state of the model. Event handlers alone write it.
    pub(crate) scenario: State<Scenario>,
    /// The day and the overridden figures. Event handlers alone write it.
    pub(crate) ground: State<Ground>,
    /// What each input holds, by its place.
    pub(crate) values: Vec<Derived<Path>>,
    /// What differs from the start, in the order of the model's inputs: levers, assumptions, figures.
    pub(crate) changes: Derived<Vec<usize>>,
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
    /// What shall be how much; it counts only while that is the chosen number.
    pub(crate) wish: State<Option<(Chosen, f64)>>,
    /// The numbers that are open, each behind the one it was opened from.
    pub(crate) trail: State<Vec<Value>>,
    /// The scenarios that are kept beside this one.
    pub(crate) kept: State<Vec<Kept>>,
    /// The step of the tour, while one is under way.
    pub(crate) tour: State<Option<Stop>>,
    /// The lever that was touched last, by its place.
    pub(crate) in_hand: State<usize>,
    /// What the status line says next to its own words: a value under a chart's cursor.
    pub(crate) aside: State<String>,
    /// Which parts of the evidence are open.
    pub(crate) parts: Parts,
    /// What undo goes back to.
    pub(crate) past: Past,
    /// The page's address.
    pub(crate) address: Address,
    /// What the reader of a link should know.
    pub(crate) noted: State<Noted>,
    /// Changes when a slider rests.
    rested: State<()>,
    pause: Later,
    frame: StoredValue<NextFrame, LocalStorage>,
    /// Inputs, their next values, and the gestures that gave these.
    waiting: StoredValue<Vec<(usize, Path, usize)>>,
}

impl Deref for Explorer {
    type Target = Everything;

    fn deref(&self) -> &Everything {
        self.0
    }
}

impl Explorer {
    /// The state at the start.
    pub(crate) fn new(fixed: &'static Fixed, language: usize) -> Self {
        let ground = Ground::today(fixed.story, &fixed.models);
        let held =
            Held::of(&ground, ground.start.clone(), Ranges::default_of(fixed.models.plain()), Vec::new());
        let scenario = State::new(ground.start.clone());
        let (ground, count) = (State::new(ground), fixed.models.plain().inputs.len());
        let explorer = Self(Box::leak(Box::new(Everything {
            fixed,
            scenario,
            past: Past::new(held),
            ground,
            values: each_alone(count, scenario),
            changes: changes(count, scenario, ground),
            projection: Derived::new(move |_| {
                let project = |scenario: &Scenario| project(fixed.models.of(scenario), scenario);
                timed(Part::Project, || Arc::new(scenario.with(project)))
            }),
            draws: Draws::new(&fixed.models, scenario),
            language: State::new(language),
            look: State::new(Look::unseen()),
            card: State::new(None),
            chosen: State::new(Chosen::of(fixed.story, fixed.models.plain(), None)),
            wish: State::new(None),
            trail: State::new(Vec::new()),
            kept: State::new(Vec::new()),
            tour: State::new(None),
            in_hand: State::new(0),
            aside: State::new(String::new()),
            parts: [(); 6].map(|()| State::new(false)),
            address: Address::default(),
            noted: State::new(Noted::default()),
            rested: State::new(()),
            pause: Later::default(),
            frame: StoredValue::new_local(NextFrame::default()),
            waiting: StoredValue::default(),
        })));
        effect(move || {
            scenario.track();
            explorer.pause.ask(REST_MS, move || explorer.rested.update(|()| ()));
        });
        explorer
    }

    pub(crate) fn story(self) -> &'static Story {
        self.fixed.story
    }

    pub(crate) fn models(self) -> &'static Models {
        &self.fixed.models
    }

    /// The model of the scenario as it is. Inputs and quantities have the same places in all models, slots have not: whoever
    /// reads the projection asks for the model anew.
    pub(crate) fn model(self) -> &'static Model {
        self.scenario.with_untracked(|scenario| self.models().of(scenario))
    }

    pub(crate) fn ruler(self) -> &'static Ruler {
        &self.fixed.ruler
    }

    /// Drawings get other colours, or another density.
    pub(crate) fn look_like(self, look: Look) {
        if self.look.with_untracked(|before| *before != look) {
            self.look.set(look);
        }
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
        let mut chart = compose_words(self.model(), self.voice(), view);
        chart.default_label = self.start_name();
        chart
    }

    /// Sets the values of a chart as they are now; follows the scenario.
    pub(crate) fn set_chart_numbers(self, chart: &mut ChartView, view: usize) {
        let projection = self.projection.get();
        // Before the clock of what follows starts.
        self.draws.make();
        let spread = |slot| self.draws.bands(slot);
        let shot = Shot { model: self.model(), projection: &projection, spread: &spread };
        self.ground.with(|ground| {
            let (model, projection) = (self.models().of(&ground.start), &ground.start_projection);
            let start = Shot { model, projection, spread: &|_| None };
            timed(Part::Compose, || compose_numbers(chart, shot, start, view));
        });
        self.kept.with(|kept| {
            for kept in kept {
                let shot = Shot { model: kept.model(self), projection: &kept.projection, spread: &|_| None };
                add_kept(chart, &kept.name, shot, view);
            }
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

    /// Reads something for a place that is out of sight: follows the language, and all else when a slider rests.
    pub(crate) fn at_rest<T>(self, read: impl FnOnce() -> T) -> T {
        self.rested.track();
        self.language.track();
        untrack(read)
    }

    /// The verdict; follows the scenario and the language.
    pub(crate) fn verdict(self) -> Vec<Vec<Said>> {
        verdict(self.model(), &self.projection.get(), self.voice(), &|slot| self.draws.bands(slot))
    }

    /// Sets an input to one value for all years.
    ///
    /// # Errors
    /// As those of [`Self::set_path`].
    pub(crate) fn set(self, input: usize, value: f64) -> Result<(), SetError> {
        self.set_path(input, Path::constant(value))
    }

    /// Sets an input in the next frame, so that a storm of events costs one redraw a frame.
    ///
    /// # Errors
    /// A value that the input cannot take; the scenario stays as it was.
    pub(crate) fn set_path(self, input: usize, path: Path) -> Result<(), SetError> {
        for (_, value) in path.points() {
            fits(self.models().plain(), input, *value)?;
        }
        self.end_replay();
        let gesture = self.past.gesture();
        self.waiting.update_value(|waiting| {
            waiting.retain(|(other, ..)| *other != input);
            waiting.push((input, path, gesture));
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
            let held = waiting.into_iter().map(|(input, path, _)| (input, path)).collect();
            self.scenario.update(|scenario| *scenario = self.models().with(scenario, held));
        }
        self.remember(hand);
        end_of_work(started);
    }
}
