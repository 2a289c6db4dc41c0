//! The draws behind the bands: made anew at every event, for what is being looked at.

use crate::browser::{El, Part, el, timed};
use crate::explorer::Explorer;
use crate::models::Models;
use crate::state::{Derived, State};
use engine::model::{Model, Slot};
use engine::{Bands, Effect, Ensemble, Ranges, Scenario};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Which slots somebody looks at now.
type Want = Rc<dyn Fn() -> Vec<Slot>>;

/// Handed to every piece of the page with the rest of its state.
#[derive(Clone, Copy)]
pub(crate) struct Draws {
    /// What is believed about each assumption. Event handlers alone write it.
    pub(crate) ranges: State<Ranges>,
    /// The seed, where a link gave one.
    pub(crate) seed: State<Option<u32>>,
    ensemble: StoredValue<RefCell<Ensemble>, LocalStorage>,
    wants: State<Vec<Want>>,
    /// What they come to, each once.
    wanted: Derived<Vec<Slot>>,
    begun: State<bool>,
    /// How often they were made.
    made: Derived<u32>,
}

impl Draws {
    /// Draws that follow a scenario.
    pub(crate) fn new(models: &'static Models, scenario: State<Scenario>) -> Self {
        let ranges = State::new(Ranges::default_of(models.plain()));
        let ensemble = StoredValue::new_local(RefCell::new(Ensemble::new(engine::DRAWS, None)));
        let wants = State::new(Vec::<Want>::new());
        let seed = State::new(None);
        let of = Cell::new((models.plain(), None));
        let wanted = Derived::new(move |_| {
            // Another model has the same at other places.
            scenario.track();
            let mut wanted: Vec<Slot> = wants.with(|wants| wants.iter().flat_map(|want| want()).collect());
            // Somebody more who wants the same makes no difference.
            wanted.sort_unstable();
            wanted.dedup();
            wanted
        });
        let begun = State::new(false);
        let made = Derived::new(move |before| {
            if !begun.get() {
                return 0;
            }
            timed(Part::Draws, || {
                ensemble.with_value(|ensemble| {
                    let mut ensemble = ensemble.borrow_mut();
                    scenario.with(|scenario| {
                        let model = models.of(scenario);
                        let before = of.replace((model, seed.get()));
                        if !std::ptr::eq(before.0, model) || before.1 != seed.get_untracked() {
                            *ensemble = Ensemble::new(engine::DRAWS, seed.get_untracked());
                        }
                        wanted.with(|wanted| {
                            ranges.with(|ranges| ensemble.update(model, ranges, scenario, wanted));
                        });
                    });
                });
            });
            before.map_or(0, |before| before + 1)
        });
        Self { ranges, seed, ensemble, wants, wanted, begun, made }
    }

    /// Draws from now on. Until then nothing has bands: the first frame need not wait for them.
    pub(crate) fn begin(self) {
        self.begun.set(true);
    }

    /// As long as the piece of the page lives that asks, what `slots` answers is among what is drawn; follows what that reads.
    pub(crate) fn want(self, slots: impl Fn() -> Vec<Slot> + 'static) {
        let want: Want = Rc::new(slots);
        let wants = self.wants;
        wants.update(|wants| wants.push(want.clone()));
        let want = SendWrapper::new(want);
        on_cleanup(move || {
            wants.update(|wants| {
                wants.retain(|other| !std::ptr::addr_eq(Rc::as_ptr(other), Rc::as_ptr(&want)))
            })
        });
    }

    /// The bands of a slot that somebody wants; follows the draws.
    pub(crate) fn bands(self, slot: Slot) -> Option<Bands> {
        self.read(|ensemble| ensemble.bands(slot))
    }

    /// What matters to a slot that somebody wants, the most first; follows the draws.
    pub(crate) fn ranking(self, model: &Model, slot: Slot) -> Vec<Effect> {
        self.read(|ensemble| ensemble.ranking(model, slot))
    }

    /// Makes the draws if they are not of the state as it is; follows them.
    pub(crate) fn make(self) {
        self.made.with(|_| ());
    }

    fn read<T>(self, read: impl FnOnce(&Ensemble) -> T) -> T {
        self.make();
        self.ensemble.with_value(|ensemble| read(&ensemble.borrow()))
    }
}

impl Explorer {
    /// Draws so many of the assumptions that were not drawn yet, which is half of the work of the first draws.
    pub(crate) fn draw_some(self, most: usize) {
        self.before_begun(|ensemble, ranges, scenario| {
            ensemble.prepare(self.model(), ranges, scenario, most)
        });
    }

    /// Takes them through the model to what somebody wants, which is most of the rest.
    pub(crate) fn draw_wanted(self) {
        let wanted = self.draws.wanted.get_untracked();
        self.before_begun(|ensemble, ranges, scenario| {
            ensemble.update(self.model(), ranges, scenario, &wanted);
        });
    }

    fn before_begun(self, work: impl FnOnce(&mut Ensemble, &Ranges, &Scenario)) {
        let ranges = self.draws.ranges.get_untracked();
        self.scenario.with_untracked(|scenario| {
            self.draws.ensemble.with_value(|ensemble| work(&mut ensemble.borrow_mut(), &ranges, scenario));
        });
    }

    /// Draws an assumption between other ends; false where they do not fit, and nothing changes.
    pub(crate) fn believe(self, input: usize, ends: [f64; 2]) -> bool {
        self.end_replay();
        let mut ranges = self.draws.ranges.get_untracked();
        let fits = ranges.set(self.model(), input, ends).is_ok();
        if fits {
            self.draws.ranges.set(ranges);
            self.settle_soon();
        }
        fits
    }

    /// Holds an assumption that is drawn, draws one that is held.
    pub(crate) fn vary(self, input: usize) {
        self.end_replay();
        self.draws.ranges.update(|ranges| match ranges.of(input).drawn {
            true => ranges.hold(input),
            false => ranges.free(input),
        });
        self.settle_soon();
    }
}

/// What the bands are, and how many assumptions vary in them.
pub(crate) fn about_bands(explorer: Explorer) -> El {
    el("p").id("bands").class("note").says(move || {
        let ranges = explorer.draws.ranges;
        let count = explorer
            .with_scenario(|scenario| ranges.with(|ranges| ranges.varying(explorer.model(), scenario)));
        let voice = explorer.voice();
        let number = |number: usize| {
            voice.numbers.number(f64::from(u32::try_from(number).unwrap_or(u32::MAX)), 0, true)
        };
        voice.word("bands").replace("{draws}", &number(engine::DRAWS)).replace("{count}", &number(count))
    })
}
