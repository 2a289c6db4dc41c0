//! Another value for a figure, with a reason and an address: how the reader gives it, and how it stands afterwards.

use crate::browser::{El, button, el, focus};
use crate::explorer::Explorer;
use crate::input::exact;
use crate::number_box::{Refused, read};
use engine::{Override, Reach};
use leptos::prelude::*;

/// The form, or what was given; absent for a figure that nothing is calculated from. Follows the overridden figures.
pub(crate) fn override_form(explorer: Explorer, figure: &str) -> Option<El> {
    let input = explorer.model().figure(figure)?;
    let given = explorer.ground.with(|ground| ground.overridden(figure).cloned());
    if let Some(given) = given {
        return Some(standing(explorer, input, given));
    }
    Reach::of(explorer.model(), &[input]).feeds(explorer.model()).then(|| form(explorer, input))
}

fn form(explorer: Explorer, input: usize) -> El {
    let voice = explorer.voice();
    let of = &explorer.model().inputs[input];
    let field = |name: &str, id: &str| {
        let input = el("input").set("type", "text").set("autocomplete", "off").id(id);
        (el("label").set("for", id).text(&voice.word(name)).with([input.clone()]), input)
    };
    let (value, value_box) = field("override_value", "override-value");
    let (reason, reason_box) = field("override_reason", "override-reason");
    let (address, address_box) = field("override_address", "override-address");
    value_box.clone().set("inputmode", "decimal").set("aria-describedby", "override-problem");
    let problem = el("p").class("problem").set("role", "alert").id("override-problem");
    let trouble = problem.clone();
    let submit = el("button").set("type", "submit").text(&voice.word("override"));
    let act = move |written: &str| -> Result<(), Refused> {
        let value = read(explorer, &of.unit, written)?;
        let (figure, reason, address) = (of.id.clone(), reason_box.written(), address_box.written());
        match explorer.override_figure(Override { figure, value, reason, address }) {
            true => Ok(()),
            false => Err(Refused::Outside),
        }
    };
    el("form")
        .class("override")
        .on("submit", move |event| {
            event.prevent_default();
            let written = value_box.written();
            match untrack(|| act(&written)) {
                Ok(()) => focus("card-title"),
                Err(_) => {
                    trouble.say(&untrack(|| explorer.voice().word("not_a_number")).replace("{}", &written));
                    value_box.clone().set("aria-invalid", "true");
                    focus("override-value");
                }
            }
        })
        .with([
            el("h3").text(&voice.word("override_title")),
            value,
            problem,
            reason,
            address,
            el("p").with([submit]),
        ])
}

fn standing(explorer: Explorer, input: usize, given: Override) -> El {
    let voice = explorer.voice();
    let figure = given.figure.clone();
    let mut told = vec![
        el("h3").text(&voice.word("overridden")),
        el("p").with([el("b").text(&exact(explorer, input, given.value))]),
    ];
    // What the reader has written is text, whatever it looks like.
    told.extend((!given.reason.is_empty()).then(|| el("p").class("reason").text(&given.reason)));
    told.extend((!given.address.is_empty()).then(|| el("p").with([address(&given.address)])));
    let back = button(move || {
        explorer.take_back(&figure);
        focus("card-title");
    });
    told.push(el("p").with([back.id("take-back").text(&voice.word("take_back"))]));
    el("div").class("override").with(told)
}

/// An address of the web leads there; anything else is mere text.
fn address(text: &str) -> El {
    match text.starts_with("https://") || text.starts_with("http://") {
        true => {
            el("a").set("href", text).set("rel", "noopener noreferrer").set("target", "_blank").text(text)
        }
        false => el("span").text(text),
    }
}
