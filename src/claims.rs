//! What the articles say a lever is: ticks on its track, with labels that snap to them and never collide.

use crate::browser::{El, button, decimal, el, watch_size};
use crate::explorer::Explorer;
use crate::state::{Derived, State};
use crate::track::{THUMB_PX, place, share};
use charts::{Mark, Measure, Weight};

/// As in the style.
const FONT_PX: f64 = 12.5;
/// Padding beside a claim's text.
const PADDING_PX: f64 = 10.0;
/// Height of one row of claims, a comfortable target.
const ROW_PX: usize = 26;

/// The claims of the lever at place `at`; `set` takes the one that is chosen.
pub(crate) fn claims(explorer: Explorer, at: usize, set: impl Fn(f64) + Copy + 'static) -> El {
    let lever = &explorer.story().levers.0[at].1;
    let size = State::new((300.0, 0.0));
    let known = move || -> Vec<usize> {
        (0..lever.claims.len()).filter(|claim| explorer.knows(&lever.claims[*claim].figure)).collect()
    };
    let laid = Derived::new(move |_| lay(explorer, at, &known(), size.get().0));
    let rows = move || laid.with(|laid| laid.iter().map(|place| place.1 + 1).max().unwrap_or(0));
    let top = move |row: usize| format!("{}px", row * ROW_PX);
    let claim = move |(place_in_row, number): (usize, usize)| {
        let figure = &lever.claims[number].figure;
        let status = explorer.story().figures.get(figure).map(|figure| figure.status);
        let mark = mark_class(status.map_or(Mark::Assumption, Mark::from));
        let value = value(explorer, at, number);
        let mine = move || laid.with(|laid| laid.get(place_in_row).copied().unwrap_or_default());
        [
            el("i").class(&format!("mark {mark}")).style("left", move || place(lever.range, value)),
            button(move || set(value))
                .class("claim")
                .set("data-figure", figure)
                .style("left", move || format!("{}px", decimal(mine().0)))
                .style("top", move || top(mine().1))
                .live("aria-pressed", move || {
                    (explorer.path(at).is_none() && explorer.value(at) == value).to_string()
                })
                .says(move || label(explorer, at, number)),
        ]
    };
    let strip = el("div")
        .class("claims")
        .set("role", "group")
        .live("aria-label", explorer.word("claims"))
        .style("height", move || top(rows()))
        .piece(move || known().into_iter().enumerate().flat_map(claim).collect());
    watch_size(strip.node(), size);
    strip
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

/// Where a claim stands, in the lever's unit. Claims follow from figures alone, not from the levers.
fn value(explorer: Explorer, lever: usize, claim: usize) -> f64 {
    let slot = explorer.models().plain().shown.claims[lever][claim];
    explorer.ground.with(|ground| ground.given.slot(slot)).unwrap_or_default()
}

fn label(explorer: Explorer, lever: usize, claim: usize) -> String {
    let about = &explorer.story().levers.0[lever].1;
    let voice = explorer.voice();
    // Without the dust of the last bits that a computed claim has.
    let rounded = (value(explorer, lever, claim) * 1e9).round() / 1e9;
    format!("{} · {}", voice.exact(rounded, &about.unit), about.claims[claim].label.get(voice.language))
}

fn lay(explorer: Explorer, lever: usize, claims: &[usize], total: f64) -> Vec<(f64, usize)> {
    let range = explorer.story().levers.0[lever].1.range;
    let width = |text: &str| explorer.ruler().width_px(text, FONT_PX, Weight::Regular) + PADDING_PX;
    let numbers = claims.iter().copied();
    let thumb = f64::from(THUMB_PX);
    let centre = |claim| thumb + share(range, value(explorer, lever, claim)) * (total - 2.0 * thumb);
    let centres: Vec<f64> = numbers.clone().map(centre).collect();
    let widths: Vec<f64> = numbers.map(|claim| width(&label(explorer, lever, claim))).collect();
    places(&centres, &widths, total)
}

/// Left edge and row of each label, in the order given. `centres` are where the ticks stand and `widths` how wide the
/// labels are, all in px from the left of a strip of `total` px. Side by side where that fits, else one under the other.
fn places(centres: &[f64], widths: &[f64], total: f64) -> Vec<(f64, usize)> {
    /// Between two labels.
    const GAP: f64 = 10.0;
    let mut lefts: Vec<f64> = Vec::new();
    let mut from = 0.0;
    for (centre, width) in centres.iter().zip(widths) {
        let left = f64::max(centre - width / 2.0, from);
        lefts.push(left);
        from = left + width + GAP;
    }
    let mut to = total;
    for (left, width) in lefts.iter_mut().zip(widths).rev() {
        *left = f64::min(*left, to - width);
        to = *left - GAP;
    }
    if lefts.first().is_none_or(|left| *left >= 0.0) {
        return lefts.into_iter().map(|left| (left, 0)).collect();
    }
    let alone =
        centres.iter().zip(widths).map(|(centre, width)| (centre - width / 2.0).min(total - width).max(0.0));
    alone.enumerate().map(|(row, left)| (left, row)).collect()
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn labels_keep_apart() {
        assert_eq!(places(&[50.0], &[40.0], 300.0), [(30.0, 0)]);
        assert_eq!(places(&[5.0, 290.0], &[40.0, 40.0], 300.0), [(0.0, 0), (260.0, 0)]);
        let close = places(&[100.0, 110.0], &[80.0, 80.0], 300.0);
        assert!(close[1].0 >= close[0].0 + 80.0 && close[1].1 == 0);
        assert_eq!(places(&[100.0, 110.0], &[180.0, 180.0], 300.0), [(10.0, 0), (20.0, 1)]);
    }
}
