//! A lever: name, box, slider with the default and the claims marked, the reason for its range, reset.

use crate::browser::{El, button, decimal, el, slider_value};
use crate::claims::claims;
use crate::explorer::Explorer;
use crate::go::links;
use crate::input::{charts, held, label, signed, step, unit};
use crate::number_box::{Refused, input_box, take_back};
use crate::over_time::over_time;
use crate::state::State;
use crate::track::{place, share};
use engine::tenth_more;
use leptos::prelude::*;

/// The lever at place `at`, which is also its place among the inputs.
pub(crate) fn lever(explorer: Explorer, at: usize) -> El {
    let lever = &explorer.story().levers.0[at].1;
    let refused = State::new(None);
    let hold = move || explorer.in_hand.set(at);
    let foot = el("div").class("lever-foot").with([
        el("details").with([
            el("summary").says(explorer.word("reason")),
            el("p").says(explorer.text(&lever.reason)),
            el("div")
                .piece(move || Vec::from_iter(links(&explorer.voice().word("moves"), &charts(explorer, at)))),
        ]),
        reset(explorer, at, refused),
    ]);
    let set = move |value: f64| set(explorer, at, refused, value);
    changeable(explorer, at)
        .on("focusin", move |_| hold())
        .on("pointerdown", move |_| hold())
        .with(control(explorer, at, refused))
        .with([claims(explorer, at, set), nudge(explorer, at), foot, over_time(explorer, at)])
}

/// What a tenth more of it does to the chosen number now.
fn nudge(explorer: Explorer, at: usize) -> El {
    el("p").class("nudge").id(&format!("nudge-{}", explorer.model().inputs[at].id)).says(move || {
        let (story, model, voice) = (explorer.story(), explorer.model(), explorer.voice());
        let chosen = explorer.chosen.get();
        let more = explorer.with_scenario(|scenario| tenth_more(model, scenario, at, chosen.slot(model)));
        let Some(more) = more else { return String::new() };
        let quantity = &story.model.0[chosen.quantity].1;
        let change = signed(explorer, more, &quantity.unit);
        let (what, year) = (quantity.label.get(voice.language), model.years[chosen.year]);
        format!("+{}: {change} · {what}, {year}", voice.prose(0.1, "share"))
    })
}

/// A box that is marked while its input differs from the start.
pub(crate) fn changeable(explorer: Explorer, at: usize) -> El {
    el("div").live("class", move || if explorer.changed(at) { "lever changed" } else { "lever" }.to_owned())
}

/// Sets an input to a value within its range.
pub(crate) fn set(explorer: Explorer, at: usize, refused: State<Option<Refused>>, value: f64) {
    take_back(refused);
    explorer.set(at, value).ok();
}

/// Name and box, what is wrong with what was typed, and the slider, of a lever or an assumption.
pub(crate) fn control(explorer: Explorer, at: usize, refused: State<Option<Refused>>) -> [El; 3] {
    let input = &explorer.model().inputs[at];
    let (id, range) = (&input.id, input.range);
    let value = move || explorer.value(at);
    let named = |part: &str| format!("{part}-{id}");
    let line = el("div").class("lever-line").with([
        el("label").set("for", &named("lever")).id(&named("label")).says(explorer.text(label(explorer, at))),
        input_box(explorer, at, refused)
            .set("aria-labelledby", &format!("{} {}", named("label"), named("unit"))),
        el("span").id(&named("unit")).says(move || unit(explorer, at)),
    ]);
    let problem = problem(explorer, at, &named("box"), refused);
    let slider = el("input")
        .set("type", "range")
        .id(&named("lever"))
        .set("min", &decimal(range[0]))
        .set("max", &decimal(range[1]))
        .set("step", &decimal(step(explorer, at)))
        .live("aria-valuetext", move || held(explorer, at, &explorer.over_years(at)))
        .style("--share", move || decimal(share(range, value())))
        .shows(move || decimal(value()))
        .on("input", move |event| {
            if let Some(value) = slider_value(event) {
                set(explorer, at, refused, value);
            }
        });
    let start = el("i")
        .class("default")
        .style("left", move || place(range, explorer.start(at)))
        .live("title", move || explorer.start_name());
    [line, problem, el("div").class("track").with([start, slider])]
}

/// Back to where it starts.
pub(crate) fn reset(explorer: Explorer, at: usize, refused: State<Option<Refused>>) -> El {
    let label = explorer.text(label(explorer, at));
    button(move || set(explorer, at, refused, untrack(|| explorer.start(at))))
        .class("quiet")
        .id(&format!("reset-{}", explorer.model().inputs[at].id))
        .live("aria-label", move || format!("{}: {}", explorer.voice().word("reset"), label()))
        .live("aria-disabled", move || (!explorer.changed(at)).to_string())
        .says(explorer.word("reset"))
}

/// What is wrong with what was typed into a box about an input.
pub(crate) fn problem(explorer: Explorer, at: usize, id: &str, refused: State<Option<Refused>>) -> El {
    el("p")
        .class("problem")
        .id(&format!("{id}-problem"))
        .says(move || refused.get().map_or_else(String::new, |why| complaint(explorer, at, &why)))
}

/// The same in words; follows the language.
pub(crate) fn complaint(explorer: Explorer, at: usize, why: &Refused) -> String {
    let [low, high] = explorer.model().inputs[at].range;
    let voice = explorer.voice();
    match why {
        Refused::Unreadable(written) => voice.word("not_a_number").replace("{}", written),
        Refused::Outside => {
            let digits = |value| voice.exact(value, &explorer.model().inputs[at].unit);
            voice
                .word("out_of_range")
                .replace("{low}", &digits(low))
                .replace("{high}", &digits(high))
                .replace("{unit}", &unit(explorer, at))
        }
    }
}
