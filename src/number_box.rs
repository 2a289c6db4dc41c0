//! A box for the exact value: comma and point, the page language's sign first.

use crate::browser::{El, decimal_sign, el, number, set_box, without_dust, written};
use crate::explorer::Explorer;
use crate::state::State;
use engine::say::typed;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Why a typed value was not taken.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Refused {
    /// It is not a number.
    Unreadable(String),
    /// It lies outside, or is a fraction where only whole numbers fit.
    Outside,
}

/// What a box shows and what takes what is typed into it; that is false for what does not fit.
pub(crate) struct Boxed {
    /// Its unit in the story.
    pub(crate) unit: &'static str,
    /// The value, in that unit; follows what it reads.
    pub(crate) value: Rc<dyn Fn() -> f64>,
    /// Takes another value.
    pub(crate) take: Box<dyn Fn(f64) -> bool>,
}

/// The box, to be named `id`; what is wrong stands under `<id>-problem` and goes to `refused`.
pub(crate) fn number_box(
    explorer: Explorer,
    id: &str,
    refused: State<Option<Refused>>,
    Boxed { unit, value, take }: Boxed,
) -> El {
    let input = el("input")
        .set("type", "text")
        .set("inputmode", "decimal")
        .set("autocomplete", "off")
        .set("spellcheck", "false")
        .id(id)
        .set("aria-describedby", &format!("{id}-problem"))
        .maybe("aria-invalid", move || refused.with(Option::is_some).then(|| "true".to_owned()));
    // The value, and what stood there while it was refused.
    let (node, last) = (input.clone(), RefCell::new((f64::NAN, None)));
    let text = move || {
        let (value, written) = (value(), node.written());
        let is_refused = refused.with(Option::is_some);
        let (before, mended) = last.replace((value, is_refused.then(|| written.clone())));
        // What was refused stays to be mended until the value moves, and what mends it stands there already.
        let stays = is_refused || mended.is_some_and(|refused| refused != written);
        if stays && before == value { written } else { explorer.voice().exact(value, unit) }
    };
    input.shows(text).on("change", move |event| {
        untrack(|| match read(explorer, unit, &written(event)) {
            Ok(value) if take(value) => {
                // Also where the value stays the same: `30000` becomes `30,000`.
                set_box(event, &explorer.voice().exact(value, unit));
                take_back(refused);
            }
            Ok(_) => refused.set(Some(Refused::Outside)),
            Err(error) => refused.set(Some(error)),
        });
    })
}

/// Nothing is refused any more; says so only where something was.
pub(crate) fn take_back(refused: State<Option<Refused>>) {
    if refused.with_untracked(Option::is_some) {
        refused.set(None);
    }
}

/// The box of the input at place `at`, named `box-<id>`.
pub(crate) fn input_box(explorer: Explorer, at: usize, refused: State<Option<Refused>>) -> El {
    let input = &explorer.model().inputs[at];
    let value = Rc::new(move || explorer.value(at));
    let take = Box::new(move |value| explorer.set(at, value).is_ok());
    number_box(explorer, &format!("box-{}", input.id), refused, Boxed { unit: &input.unit, value, take })
}

/// The value that somebody has written, in a unit as the story stores it.
///
/// # Errors
/// What is no number.
pub(crate) fn read(explorer: Explorer, unit: &str, written: &str) -> Result<f64, Refused> {
    let read = typed(written, decimal_sign(explorer.code())).and_then(|plain| number(&plain));
    let value = read.ok_or_else(|| Refused::Unreadable(written.to_owned()))?;
    let scale = explorer.voice().unit(unit).scale;
    Ok(if scale == 1.0 { value } else { without_dust(value / scale) })
}
