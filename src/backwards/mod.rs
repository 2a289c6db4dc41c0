//! What would have to be true: the reader says what the chosen number shall be, and each lever answers alone.

mod answer;
mod point;

use crate::browser::{El, Later, button, effect, el};
use crate::explorer::Explorer;
use crate::number_box::{Boxed, Refused, number_box, take_back};
use crate::state::{Derived, State};
use answer::answer;
use engine::model::Slot;
use engine::solve::{Effort, Goal};
use engine::{Reach, Scenario};
use leptos::prelude::*;
use point::point;
use std::rc::Rc;

/// When nothing has moved for so long, the answers are looked for with all effort.
const PAUSE_MS: u32 = 300;

/// What is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Asked {
    explorer: Explorer,
    /// With what nothing has moved for a while.
    rested: State<Option<(Goal, Scenario)>>,
}

/// The part.
pub(crate) fn backwards(explorer: Explorer) -> El {
    let room = el("div").id("backwards");
    let asked = Asked { explorer, rested: State::new(None) };
    let pause = Later::default();
    effect(move || {
        explorer.scenario.track();
        if asked.goal().is_some() {
            pause.ask(PAUSE_MS, move || {
                let goal = untrack(|| asked.goal());
                asked.rested.set(goal.map(|goal| (goal, explorer.scenario.get_untracked())));
            });
        }
    });
    let (levers, assumptions) = (explorer.story().levers.len(), explorer.story().assumptions.len());
    let open = State::new(false);
    let more = el("details").on("toggle", move |_| open.update(|open| *open = !*open)).with([
        el("summary").says(explorer.word("goal_more")),
        list(asked, move || if open.get() { levers..levers + assumptions } else { 0..0 }),
    ]);
    room.with([
        el("h3").says(explorer.word("goal")),
        el("p").class("note").says(explorer.word("goal_lead")),
        el("div").class("asked").with([
            el("div").with([wish(asked), point(asked)]),
            el("div").with([list(asked, move || 0..levers), more]),
        ]),
    ])
}

/// The answers of those inputs that can move the chosen number; empty until something is asked for.
fn list(asked: Asked, inputs: impl Fn() -> std::ops::Range<usize> + 'static) -> El {
    let asking = Derived::new(move |_| asked.goal().is_some());
    el("ul").class("answers").piece(move || {
        let (model, slot) = (asked.explorer.model(), asked.slot());
        let bears = |input: &usize| Reach::of(model, &[*input]).slot(slot);
        match asking.get() {
            true => inputs().filter(bears).map(|input| answer(asked, input)).collect(),
            false => Vec::new(),
        }
    })
}

/// The box in which it is typed, made anew for another number; absent where that has no meaning.
fn wish(asked: Asked) -> El {
    let explorer = asked.explorer;
    let stands = Derived::new(move |_| asked.aim().map(|_| asked.unit()));
    el("div").class("lever").piece(move || {
        let Some(unit) = stands.get() else { return Vec::new() };
        let refused = State::new(None);
        let take = Box::new(move |value| {
            asked.ask(value);
            true
        });
        let reset = move || {
            take_back(refused);
            explorer.wish.set(None);
        };
        let boxed = Boxed { unit, value: Rc::new(move || asked.aim().unwrap_or_default()), take };
        let problem = move || match refused.get() {
            Some(Refused::Unreadable(written)) => {
                explorer.voice().word("not_a_number").replace("{}", &written)
            }
            _ => String::new(),
        };
        vec![
            el("div").class("lever-line").with([
                el("label").set("for", "goal").text(&explorer.voice().word("goal_target")),
                number_box(explorer, "goal", refused, boxed),
                el("span").text(explorer.voice().unit(unit).name.get(explorer.code())),
            ]),
            el("p").class("problem").id("goal-problem").says(problem),
            el("div").class("values").with([button(reset)
                .class("quiet")
                .id("goal-reset")
                .live("aria-disabled", move || asked.goal().is_none().to_string())
                .text(&explorer.voice().word("reset"))]),
        ]
    })
}

impl Asked {
    /// Asks for a value of the chosen number.
    fn ask(self, value: f64) {
        self.explorer.wish.set(Some((self.explorer.chosen.get_untracked(), value)));
    }

    /// What the chosen number shall be; nothing until it is said.
    fn goal(self) -> Option<Goal> {
        self.explorer.wished().map(|target| Goal { slot: self.slot(), target })
    }

    /// What it shall be, and until that is said what it is; absent where it has no meaning.
    fn aim(self) -> Option<f64> {
        match self.goal() {
            Some(goal) => Some(goal.target),
            None => self.explorer.projection.get().slot(self.slot()),
        }
    }

    fn slot(self) -> Slot {
        self.explorer.chosen.get().slot(self.explorer.model())
    }

    /// The unit of the chosen number.
    fn unit(self) -> &'static str {
        &self.explorer.story().model.0[self.explorer.chosen.get().quantity].1.unit
    }

    /// All of it where nothing moves.
    fn effort(self, goal: Goal) -> Effort {
        let rested = self.rested.with(|rested| {
            rested.as_ref().is_some_and(|(of, with)| {
                *of == goal && self.explorer.scenario.with_untracked(|scenario| scenario == with)
            })
        });
        if rested { Effort::FULL } else { Effort::DRAG }
    }
}
