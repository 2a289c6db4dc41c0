//! How a number comes about: its equation, the same with the numbers in their places, and every operand, which opens further
//! down to the articles. The way back stands above it.

use crate::browser::{El, button, el, focus, key, number_at};
use crate::evidence::equation;
use crate::explorer::Explorer;
use crate::panel::panel;
use engine::model::Names;
use engine::say::Voice;
use engine::story::Quantity;
use engine::{Explanation, Operand, OperandKind, explain};

/// A value of a quantity: its name, and its year where it varies.
pub(crate) type Value = (String, Option<i32>);

/// The panel, over the page while a number is open.
pub(crate) fn explanation(explorer: Explorer) -> El {
    let is_open = move || explorer.trail.with(|trail| !trail.is_empty());
    let closed = move || explorer.trail.set(Vec::new());
    panel(explorer, "explanation", is_open, move || opened(explorer), closed).on("keydown", move |event| {
        // One step back; the first step leaves the panel, which the browser does itself.
        if key(event) == "Escape" && explorer.trail.with_untracked(|trail| trail.len() > 1) {
            event.prevent_default();
            explorer.trail.update(|trail| drop(trail.pop()));
            focus("explanation-title");
        }
    })
}

/// Opens the number that a click has met, if any.
pub(crate) fn open_number(explorer: Explorer, event: &crate::browser::Event) {
    if let Some(value) = number_at(event) {
        open(explorer, value);
    }
}

/// Opens a value behind what is open.
fn open(explorer: Explorer, value: Value) {
    explorer.trail.update(|trail| trail.push(value));
    focus("explanation-title");
}

fn opened(explorer: Explorer) -> Option<Vec<El>> {
    let trail = explorer.trail.get();
    let (id, year) = trail.last()?;
    let found = explorer.explain(|story, model, projection, scenario| {
        explain(story, model, projection, scenario, id, *year).ok()
    })?;
    let at = explorer.story().model.position(id)?;
    let quantity = &explorer.story().model.0[at].1;
    let voice = explorer.voice();
    let label = quantity.label.get(voice.language);
    let title = el("h2").id("explanation-title").set("tabindex", "-1").text(&named(label, *year));
    let mut content = vec![way(explorer, &trail), title];
    if !found.agrees {
        // It recomputes its own result; what disagrees is not shown.
        content.push(el("p").class("alarm").text(&voice.word("disagrees")));
        return Some(content);
    }
    content.push(el("p").class("result").text(&prose(voice, quantity, found.result)));
    content.extend(quantity.note.as_ref().map(|note| el("p").class("note").text(note.get(voice.language))));
    // In words, in names, in numbers.
    content.extend(equation(explorer, &Names::new(explorer.story()), at));
    content.push(el("p").class("equation").with([el("code").text(&format!("{id} = {}", found.equation))]));
    content.push(filled(voice, &found, quantity));
    let told = found.operands.iter().filter(|of| of.kind != OperandKind::Constant || of.year.is_some());
    content.push(el("ul").class("operands").each(told.map(|of| operand(explorer, of))));
    Some(content)
}

/// What was opened before, each a step to go back to.
fn way(explorer: Explorer, trail: &[Value]) -> El {
    let voice = explorer.voice();
    let step = |(at, (id, year)): (usize, &Value)| {
        let label = explorer.story().model.get(id).map_or("", |quantity| quantity.label.get(voice.language));
        button(move || {
            explorer.trail.update(|trail| trail.truncate(at + 1));
            focus("explanation-title");
        })
        .class("quiet")
        .text(&named(label, *year))
    };
    let steps = trail[..trail.len() - 1].iter().enumerate().map(step);
    el("nav").class("way").set("aria-label", &voice.word("way_back")).each(steps)
}

/// A quantity's name with its year.
pub(crate) fn named(label: &str, year: Option<i32>) -> String {
    year.map_or_else(|| label.to_owned(), |year| format!("{label} {year}"))
}

fn prose(voice: Voice, quantity: &Quantity, value: Option<f64>) -> String {
    match quantity.choice(value) {
        Some((_, words)) => words.get(voice.language).to_owned(),
        None => value.map_or_else(|| voice.word("absent"), |value| voice.prose(value, &quantity.unit)),
    }
}

/// The equation with its operands in their places, and what it gives.
fn filled(voice: Voice, of: &Explanation, quantity: &Quantity) -> El {
    let result = match quantity.choice(of.result) {
        Some((name, _)) => format!("'{name}'"),
        None => of.result.map_or_else(|| voice.word("absent"), |value| voice.digits(value)),
    };
    let (filled, result) = (format!("= {}", voice.filled(of)), format!("= {result} {}", of.unit));
    el("p").class("equation").with([el("code").text(&filled), el("br"), el("code").text(&result)])
}

/// The value of what is not computed, exactly: what was set or printed. A constant may be a calendar year.
fn stated(voice: Voice, of: &Operand, value: f64) -> String {
    match of.kind {
        OperandKind::Constant => voice.prose(value, &of.unit),
        _ => voice.stated(value, &of.unit),
    }
}

/// An operand: what it is, its value, its kind, and how to open it.
fn operand(explorer: Explorer, of: &Operand) -> El {
    let (story, voice) = (explorer.story(), explorer.voice());
    let id = of.id.clone();
    let name = named(of.label(story).map_or(&id, |label| label.get(voice.language)), of.year);
    let name = match of.kind {
        OperandKind::Constant => el("span").text(&name),
        kind => {
            let year = of.year;
            button(move || match kind {
                OperandKind::Computed => open(explorer, (id.clone(), year)),
                OperandKind::Figure => explorer.card.set(Some(id.clone())),
                _ => explorer.go(&format!("lever-{id}")),
            })
            .class("link")
            .text(&name)
        }
    };
    let value = match story.model.get(&of.id).filter(|_| of.kind == OperandKind::Computed) {
        Some(quantity) => prose(voice, quantity, of.value),
        None => of.value.map_or_else(|| voice.word("absent"), |value| stated(voice, of, value)),
    };
    let mut words = voice.word(of.kind.word());
    if !of.counts {
        words = format!("{words}, {}", voice.word("operand_idle"));
    }
    el("li").class(if of.counts { "" } else { "idle" }).with([
        name,
        el("span").class("value").text(&value),
        el("small").class(of.kind.word()).text(&words),
        el("code").text(&of.id),
    ])
}
