//! A lever: name, box, slider with the default and the claims marked, the reason for its range, reset.

use crate::browser::{decimal, slider_value};
use crate::claims::Claims;
use crate::explorer::{Explorer, explorer};
use crate::live::live;
use crate::number_box::{NumberBox, Refused};
use crate::track::{place, share};
use leptos::prelude::*;

/// The lever at place `at`, which is also its place among the inputs.
#[component]
pub(crate) fn Lever(
    /// Its place in the story.
    at: usize,
) -> impl IntoView {
    let explorer = explorer();
    let (id, lever) = &explorer.story().levers.0[at];
    let refused = RwSignal::new(None::<Refused>);
    let value = move || explorer.value(at);
    let label = explorer.text(&lever.label);
    let unit = explorer.text(&lever.unit_label);
    // Every value that a slider, a claim or a reset gives lies within the range.
    let set = Callback::new(move |value: f64| {
        refused.set(None);
        explorer.set(at, value).ok();
    });
    let slide = move |event: leptos::ev::Event| {
        if let Some(value) = slider_value(&event) {
            set.run(value);
        }
    };
    let hold = move || explorer.in_hand.set(at);
    let reset = explorer.word("reset");
    view! {
        <div class=live(move || if explorer.changed(at) { "lever changed" } else { "lever" }.to_owned()) on:focusin=move |_| hold() on:pointerdown=move |_| hold()>
            <div class="lever-line">
                <label for=format!("lever-{id}") id=format!("label-{id}")>{label}</label>
                <NumberBox input=at id=format!("box-{id}") labelled_by=format!("label-{id} unit-{id}") refused=refused />
                <span id=format!("unit-{id}")>{unit}</span>
            </div>
            <p class="problem" id=format!("box-{id}-problem")>{live(move || refused.get().map_or_else(String::new, |why| problem(explorer, at, &why)))}</p>
            <div class="track">
                <i class="default" style:left=place(lever.range, lever.default) title=explorer.word("default")></i>
                <input
                    type="range"
                    id=format!("lever-{id}")
                    min=decimal(lever.range[0])
                    max=decimal(lever.range[1])
                    step=decimal(lever.step)
                    aria-valuetext=live(move || format!("{} {}", explorer.voice().exact(value(), &lever.unit), unit.get()))
                    style:--share=live(move || decimal(share(lever.range, value())))
                    prop:value=live(move || decimal(value()))
                    on:input=slide
                />
            </div>
            <Claims at=at set=set />
            <div class="lever-foot">
                <details>
                    <summary>{explorer.word("reason")}</summary>
                    <p>{explorer.text(&lever.reason)}</p>
                </details>
                <button
                    type="button"
                    class="quiet"
                    id=format!("reset-{id}")
                    aria-label=live(move || format!("{}: {}", reset.get(), label.get()))
                    aria-disabled=live(move || (!explorer.changed(at)).to_string())
                    on:click=move |_| set.run(lever.default)
                >
                    {reset}
                </button>
            </div>
        </div>
    }
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
