//! A lever: name, box, slider with the default and the claims marked, the reason for its range, reset.

use crate::browser::{Ruler, watch_size};
use crate::claims::places;
use crate::explorer::{Explorer, explorer};
use crate::number_box::{NumberBox, Refused};
use charts::{Mark, Measure, Weight};
use leptos::html;
use leptos::prelude::*;

/// Half the slider's thumb: the track's ends lie so far inside.
const THUMB_PX: f64 = 11.0;
/// As in the style.
const CLAIM_FONT_PX: f64 = 12.5;
/// Mark, gap and padding beside a claim's text.
const CLAIM_EXTRA_PX: f64 = 10.0;
/// Height of one row of claims, a comfortable target.
const ROW_PX: f64 = 26.0;

/// The lever at place `at`, which is also its place among the inputs.
#[component]
pub(crate) fn Lever(
    /// Its place in the story.
    at: usize,
) -> impl IntoView {
    let explorer = explorer();
    let (id, lever) = &explorer.story().levers.0[at];
    let code = move || explorer.code();
    let refused = RwSignal::new(None::<Refused>);
    let value = move || explorer.value(at);
    let unit_label = move || lever.unit_label.get(code()).to_owned();
    let spoken = move || format!("{} {}", explorer.voice().exact(value(), &lever.unit), unit_label());
    let hold = move || explorer.in_hand.set(at);
    // Every value that a slider, a claim or a reset gives lies within the range.
    let set = move |value: f64| {
        refused.set(None);
        explorer.set(at, value).ok();
    };
    let slide = move |event: leptos::ev::Event| {
        if let Ok(value) = event_target_value(&event).parse() {
            set(value);
        }
    };
    let problem = move || refused.get().map(|why| problem(explorer, at, &why));
    let share = move |value: f64| (value - lever.range[0]) / (lever.range[1] - lever.range[0]);
    let place =
        move |value: f64| format!("calc({THUMB_PX}px + {:.4} * (100% - {}px))", share(value), 2.0 * THUMB_PX);
    view! {
        <div class="lever" class:changed=move || explorer.changed(at) on:focusin=move |_| hold() on:pointerdown=move |_| hold()>
            <div class="lever-line">
                <label for=format!("lever-{id}") id=format!("label-{id}")>{move || lever.label.get(code()).to_owned()}</label>
                <span class="box">
                    <NumberBox input=at id=format!("box-{id}") labelled_by=format!("label-{id} unit-{id}") refused=refused />
                    <span id=format!("unit-{id}")>{unit_label}</span>
                </span>
            </div>
            <p class="problem" id=format!("box-{id}-problem")>{problem}</p>
            <div class="track">
                <i class="default" style:left=place(lever.default) title=move || explorer.word("default")></i>
                <input
                    type="range"
                    id=format!("lever-{id}")
                    min=lever.range[0].to_string()
                    max=lever.range[1].to_string()
                    step=lever.step.to_string()
                    aria-valuetext=spoken
                    style:--share=move || share(value()).to_string()
                    prop:value=move || value().to_string()
                    on:input=slide
                />
            </div>
            <Claims at=at set=set place=place />
            <div class="lever-foot">
                <details>
                    <summary>{move || explorer.word("reason")}</summary>
                    <p>{move || lever.reason.get(code()).to_owned()}</p>
                </details>
                <button
                    type="button"
                    class="quiet"
                    id=format!("reset-{id}")
                    aria-label=move || format!("{}: {}", explorer.word("reset"), lever.label.get(code()))
                    aria-disabled=move || (!explorer.changed(at)).to_string()
                    on:click=move |_| set(lever.default)
                >
                    {move || explorer.word("reset")}
                </button>
            </div>
        </div>
    }
}

/// What the articles say it is, as ticks on the track with labels that snap to them.
#[component]
fn Claims(
    at: usize,
    set: impl Fn(f64) + Copy + Send + 'static,
    place: impl Fn(f64) -> String + Copy + Send + 'static,
) -> impl IntoView {
    let explorer = explorer();
    let lever = &explorer.story().levers.0[at].1;
    let slots = &explorer.model().shown.claims[at];
    let strip = NodeRef::<html::Div>::new();
    let size = RwSignal::new((300.0, 0.0));
    Effect::new(move |_| {
        if let Some(strip) = strip.get() {
            watch_size(&strip, size);
        }
    });
    let labels = Memo::new(move |_| {
        let voice = explorer.voice();
        let value = |slot: &u32| explorer.projection.with(|now| now.slot(*slot)).unwrap_or(lever.default);
        let claims = lever.claims.iter().zip(slots);
        claims
            .map(|(claim, slot)| {
                (
                    value(slot),
                    format!(
                        "{} {}",
                        voice.exact(round(value(slot)), &lever.unit),
                        claim.label.get(voice.language)
                    ),
                )
            })
            .collect::<Vec<_>>()
    });
    let laid =
        Memo::new(move |_| labels.with(|labels| lay(explorer.ruler(), labels, lever.range, size.get().0)));
    let rows = move || laid.with(|laid| laid.iter().map(|place| place.1 + 1).max().unwrap_or(0));
    #[expect(clippy::cast_precision_loss, reason = "a handful of rows")]
    let top = |row: usize| format!("{}px", row as f64 * ROW_PX);
    let claim = move |number: usize| {
        let figure = &lever.claims[number].figure;
        let status = explorer.story().figures.get(figure).map(|figure| figure.status);
        let mark = format!("mark {}", mark_class(status.map_or(Mark::Assumption, Mark::from)));
        let value = move || labels.with(|labels| labels[number].0);
        let at_place = move || laid.with(|laid| laid.get(number).copied().unwrap_or_default());
        view! {
            <i class=mark style:left=move || place(value())></i>
            <button
                type="button"
                class="claim"
                data-figure=figure.clone()
                style:left=move || format!("{}px", at_place().0)
                style:top=move || top(at_place().1)
                aria-pressed=move || (explorer.value(at) == value()).to_string()
                on:click=move |_| set(value())
            >
                {move || labels.with(|labels| labels[number].1.clone())}
            </button>
        }
    };
    let claims = (0..lever.claims.len()).map(claim).collect_view();
    view! {
        <div class="claims" role="group" aria-label=move || explorer.word("claims") node_ref=strip style:height=move || top(rows())>
            {claims}
        </div>
    }
}

fn lay(ruler: &Ruler, labels: &[(f64, String)], range: [f64; 2], total: f64) -> Vec<(f64, usize)> {
    let centre =
        |value: f64| THUMB_PX + (value - range[0]) / (range[1] - range[0]) * (total - 2.0 * THUMB_PX);
    let centres: Vec<f64> = labels.iter().map(|(value, _)| centre(*value)).collect();
    let width = |text: &String| ruler.width_px(text, CLAIM_FONT_PX, Weight::Regular) + CLAIM_EXTRA_PX;
    let widths: Vec<f64> = labels.iter().map(|(_, text)| width(text)).collect();
    places(&centres, &widths, total)
}

/// The class of a mark in the style.
pub(crate) fn mark_class(mark: Mark) -> &'static str {
    match mark {
        Mark::Fact => "fact",
        Mark::Plan => "plan",
        Mark::Assumption => "assumption",
        Mark::Disputed => "disputed",
    }
}

/// A claim that is computed, like 12 / 2, without the dust of its last bits.
fn round(value: f64) -> f64 {
    (value * 1e9).round() / 1e9
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
