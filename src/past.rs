//! The way back: undo, redo, and the last change once more before the reader's eyes.

use crate::browser::{El, NextFrame, el, on_document, shortcut, wants_stillness};
use crate::explorer::Explorer;
use crate::held::Held;
use crate::state::State;
use engine::{History, Path, Scenario};
use leptos::prelude::*;

/// How long a change takes when it is shown again.
const REPLAY_MS: f64 = 1_000.0;

/// What the page remembers.
#[derive(Clone, Copy)]
pub(crate) struct Past {
    history: State<History<Held>>,
    /// Counts what the reader does, so that all moves of one drag have the same number.
    gesture: StoredValue<usize>,
    /// True while a button or a key is down.
    in_hand: StoredValue<bool>,
    /// The next frame of the change that is being shown again.
    replay: StoredValue<Option<NextFrame>, LocalStorage>,
}

impl Past {
    /// Begins with a state.
    pub(crate) fn new(now: Held) -> Self {
        Self {
            history: State::new(History::new(now)),
            gesture: StoredValue::new(0),
            in_hand: StoredValue::new(false),
            replay: StoredValue::new_local(None),
        }
    }

    /// Begins anew with a state.
    pub(crate) fn begin(self, now: Held) {
        self.history.set(History::new(now));
    }

    /// Reads the state that is remembered last, and is done again when it changes.
    pub(crate) fn with_now<T>(self, read: impl FnOnce(&Held) -> T) -> T {
        self.history.with(|history| read(history.now()))
    }

    /// True while a button or a key is down: what is being done has no end yet.
    pub(crate) fn is_in_hand(self) -> bool {
        self.in_hand.get_value()
    }

    /// What is being done.
    pub(crate) fn gesture(self) -> usize {
        self.gesture.get_value()
    }
}

/// The buttons. What begins and ends a gesture, and their keys, are heard all over the page.
pub(crate) fn past(explorer: Explorer) -> El {
    let history = explorer.past.history;
    for event in ["pointerdown", "pointerup", "pointercancel", "keyup"] {
        on_document(event, move |_| {
            explorer.past.gesture.update_value(|gesture| *gesture += 1);
            explorer.past.in_hand.set_value(false);
            explorer.write_address_soon();
        });
    }
    // Whoever touches anything goes on from the state as it is.
    on_document("pointerdown", move |_| {
        explorer.past.in_hand.set_value(true);
        explorer.end_replay();
    });
    on_document("keydown", move |event| {
        explorer.past.in_hand.set_value(true);
        explorer.end_replay();
        let done = match shortcut(event).as_deref() {
            Some("z") => explorer.undo(),
            Some("shift z" | "y") => explorer.redo(),
            _ => false,
        };
        if done {
            event.prevent_default();
        }
    });
    let sign = move |name: &'static str, sign: &str, can: fn(&History<Held>) -> bool| {
        el("button")
            .set("type", "button")
            .class("quiet sign")
            .id(name)
            .live("title", explorer.word(name))
            .live("aria-label", explorer.word(name))
            .live("aria-disabled", move || (!history.with(can)).to_string())
            .text(sign)
    };
    el("div").class("past").with([
        sign("undo", "↶", History::can_undo).on("click", move |_| {
            explorer.undo();
        }),
        sign("redo", "↷", History::can_redo).on("click", move |_| {
            explorer.redo();
        }),
        sign("replay", "▷", History::can_undo).on("click", move |_| explorer.replay()),
    ])
}

impl Explorer {
    /// Remembers the state if it is another one. All that is done to one input in one gesture is one change; `hand` names
    /// both.
    pub(crate) fn remember(self, hand: Option<usize>) {
        let held = self.held();
        self.past.history.update(|history| {
            let hand = hand.filter(|_| held.same_but_inputs(history.now()));
            history.change(held, hand);
        });
    }

    /// Takes the last change back; false where there is none.
    pub(crate) fn undo(self) -> bool {
        self.step(History::undo)
    }

    /// Makes the last change again that was taken back; false where there is none.
    pub(crate) fn redo(self) -> bool {
        self.step(History::redo)
    }

    fn step(self, step: fn(&mut History<Held>) -> bool) -> bool {
        self.end_replay();
        self.settle();
        let mut done = false;
        self.past.history.update(|history| done = step(history));
        if done {
            self.hold_now();
        }
        done
    }

    /// Goes once more from the state before the last change to this one.
    fn replay(self) {
        self.end_replay();
        self.settle();
        let history = self.past.history.get_untracked();
        if let Some(before) = history.before().cloned() {
            self.hold(&before);
            self.show(before, history.now().clone(), None);
        }
    }

    fn show(self, from: Held, to: Held, start: Option<f64>) {
        let frame = NextFrame::default();
        frame.ask(move |now| {
            let start = start.unwrap_or(now);
            let share = (now - start) / REPLAY_MS;
            if share >= 1.0 {
                return self.end_replay();
            }
            // Where nothing shall move, what was before stands for as long.
            if !wants_stillness() {
                self.scenario.set(self.between(&from.scenario, &to.scenario, share));
            }
            self.show(from, to, Some(start));
        });
        self.past.replay.set_value(Some(frame));
    }

    fn between(self, from: &Scenario, to: &Scenario, share: f64) -> Scenario {
        let model = self.models().plain();
        let mut held = Vec::new();
        for input in (0..model.inputs.len()).filter(|input| from.differs(to, *input)) {
            let [from, to] = [from, to].map(|scenario| scenario.held(input));
            let value = |year: i32| from.at(year) + (to.at(year) - from.at(year)) * share;
            let value = |year| if model.inputs[input].whole { value(year).round() } else { value(year) };
            let years = model.years.iter().map(|year| (*year, value(*year)));
            held.extend(Path::new(years.collect()).ok().map(|path| (input, path)));
        }
        self.models().with(from, held)
    }

    /// The state as it is, whatever is being shown: the reader goes on.
    pub(crate) fn end_replay(self) {
        let mut frame = None;
        self.past.replay.update_value(|replay| frame = replay.take());
        if frame.is_some() {
            self.hold_now();
        }
    }

    fn hold_now(self) {
        let now = self.past.history.with_untracked(|history| history.now().clone());
        self.hold(&now);
    }
}
