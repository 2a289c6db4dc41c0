//! How an assumption is drawn: between which ends, or not at all.

use crate::browser::{El, button, el};
use crate::explorer::Explorer;
use crate::lever::problem;
use crate::number_box::{Boxed, number_box};
use crate::state::State;
use engine::Range;
use engine::say::belief as sentence;
use std::rc::Rc;

/// The sentence and what changes it; absent for an assumption without a range.
pub(super) fn belief(explorer: Explorer, input: usize) -> Option<El> {
    let of = &explorer.model().inputs[input];
    of.belief.as_ref()?;
    let range = move || explorer.draws.ranges.with(|ranges| ranges.of(input));
    let refused = State::new(None);
    let end = |name: &'static str, end: fn(&mut Range) -> &mut f64| {
        let value = Rc::new(move || *end(&mut range()));
        let take = Box::new(move |value| {
            let mut range = range();
            *end(&mut range) = value;
            explorer.believe(input, [range.low, range.high])
        });
        let id = format!("{name}-{}", of.id);
        let boxed = Boxed { unit: &of.unit, value, take };
        let written = number_box(explorer, &id, refused, boxed)
            .set("aria-describedby", &format!("range-{}-problem", of.id));
        el("label").says(explorer.word(name)).text(" ").with([written])
    };
    let varies = button(move || explorer.vary(input))
        .class("claim")
        .id(&format!("varies-{}", of.id))
        .live("aria-pressed", move || range().drawn.to_string())
        .says(explorer.word("varies"));
    Some(el("div").class("belief").with([
        el("p").class("note").says(move || sentence(of, range(), explorer.value(input), explorer.voice())),
        el("div").class("values").with([
            varies,
            end("low", |range| &mut range.low),
            end("high", |range| &mut range.high),
        ]),
        problem(explorer, input, &format!("range-{}", of.id), refused),
    ]))
}
