//! A lever: name, box, slider with the default and the claims marked, the reason for its range, reset.

use crate::browser::{El, button, decimal, el, slider_value};
use crate::claims::claims;
use crate::explorer::Explorer;
use crate::number_box::{Refused, number_box};
use crate::track::{place, share};
use leptos::prelude::*;

/// The lever at place `at`, which is also its place among the inputs.
pub(crate) fn lever(explorer: Explorer, at: usize) -> El {
    let (id, lever) = &explorer.story().levers.0[at];
    let refused = RwSignal::new(None::<Refused>);
    let value = move || explorer.value(at);
    let (label, unit) = (explorer.text(&lever.label), explorer.text(&lever.unit_label));
    let named = |part: &str| format!("{part}-{id}");
    // Every value that a slider, a claim or a reset gives lies within the range.
    let set = move |value: f64| {
        refused.set(None);
        explorer.set(at, value).ok();
    };
    let hold = move || explorer.in_hand.set(at);
    let line = el("div").class("lever-line").with([
        el("label").set("for", &named("lever")).id(&named("label")).says(label),
        number_box(explorer, at, &named("box"), refused)
            .set("aria-labelledby", &format!("{} {}", named("label"), named("unit"))),
        el("span").id(&named("unit")).says(unit),
    ]);
    let problem = el("p")
        .class("problem")
        .id(&format!("box-{id}-problem"))
        .says(move || refused.get().map_or_else(String::new, |why| problem(explorer, at, &why)));
    let slider = el("input")
        .set("type", "range")
        .id(&named("lever"))
        .set("min", &decimal(lever.range[0]))
        .set("max", &decimal(lever.range[1]))
        .set("step", &decimal(lever.step))
        .live("aria-valuetext", move || {
            format!("{} {}", explorer.voice().exact(value(), &lever.unit), unit())
        })
        .style("--share", move || decimal(share(lever.range, value())))
        .shows(move || decimal(value()))
        .on("input", move |event| {
            if let Some(value) = slider_value(event) {
                set(value);
            }
        });
    let default = el("i")
        .class("default")
        .style("left", move || place(lever.range, lever.default))
        .live("title", explorer.word("default"));
    let foot = el("div").class("lever-foot").with([
        el("details")
            .with([el("summary").says(explorer.word("reason")), el("p").says(explorer.text(&lever.reason))]),
        button(move || set(lever.default))
            .class("quiet")
            .id(&named("reset"))
            .live("aria-label", move || format!("{}: {}", explorer.voice().word("reset"), label()))
            .live("aria-disabled", move || (!explorer.changed(at)).to_string())
            .says(explorer.word("reset")),
    ]);
    el("div")
        .live("class", move || if explorer.changed(at) { "lever changed" } else { "lever" }.to_owned())
        .on("focusin", move |_| hold())
        .on("pointerdown", move |_| hold())
        .with([
            line,
            problem,
            el("div").class("track").with([default, slider]),
            claims(explorer, at, set),
            foot,
        ])
}

fn problem(explorer: Explorer, input: usize, why: &Refused) -> String {
    let lever = &explorer.story().levers.0[input].1;
    let voice = explorer.voice();
    match why {
        Refused::Unreadable(written) => voice.word("not_a_number").replace("{}", written),
        Refused::Outside => voice
            .word("out_of_range")
            .replace("{low}", &voice.exact(lever.range[0], &lever.unit))
            .replace("{high}", &voice.exact(lever.range[1], &lever.unit))
            .replace("{unit}", lever.unit_label.get(voice.language)),
    }
}
