//! `sliderule compare`: what differs between two scenarios, and what that has to do with the gap in an output.

use crate::answer::put_out;
use crate::arguments::Options;
use crate::case::Case;
use crate::choice::{Choices, choice};
use crate::error::CliError;
use crate::scenario_file::{file, json, model, scenario};
use engine::compare::{PAIRS, Split, split};
use engine::model::Name;
use engine::say::{Plain, Voice};
use engine::{Scenario, project};
use serde_json::{Value, json};
use std::fmt::Write as _;

type Write = fn(&Case, &Options, &[Scenario; 2], &Split) -> String;
/// The first where none is named.
const FORMATS: Choices<Write> = &[("text", text), ("json", json_text)];

/// The answer as text.
pub(crate) fn answer(options: &Options) -> Result<String, CliError> {
    let write = choice("format", options.format.as_deref(), FORMATS)?;
    let [from, to] = &options.files[..] else {
        return Err(CliError::Call(
            "`compare` needs two files behind the story's folder, as `run --format json` writes them"
                .to_owned(),
        ));
    };
    let files = [file(from)?, file(to)?];
    let mut case = Case::of(options)?;
    case.model = model(&case.story, &[&files[0].0, &files[1].0])?;
    let [mut first, mut second] = [scenario(&case.model, &files[0].0)?, scenario(&case.model, &files[1].0)?];
    for (scenario, (_, overrides)) in [&mut first, &mut second].into_iter().zip(&files) {
        for figure in overrides {
            figure.apply(&case.story, &case.model, scenario)?;
        }
    }
    let ends = [first, second];
    case.projection = project(&case.model, &ends[0]);
    let slot = options.of.slot(&case.story, &case.model)?;
    let split = split(&case.model, &ends[0], &ends[1], slot, PAIRS).ok_or_else(|| {
        CliError::Call(format!("`{}` has no value in some mixture of the two", options.of.id))
    })?;
    put_out(options, write(&case, options, &ends, &split))
}

/// Levers, assumptions and figures apart, so that changed decisions and changed beliefs do not blur.
const GROUPS: [(&str, &str); 3] =
    [("levers", "gap_levers"), ("assumptions", "gap_assumptions"), ("figures", "gap_figures")];

fn group(case: &Case, input: usize) -> usize {
    match case.model.inputs[input].name {
        Name::Lever(_) => 0,
        Name::Assumption(_) => 1,
        _ => 2,
    }
}

fn json_text(case: &Case, options: &Options, ends: &[Scenario; 2], split: &Split) -> String {
    let part = |part: &engine::compare::Part| {
        let input = &case.model.inputs[part.input];
        let [from, to] = ends.each_ref().map(|end| json(&case.model, end, part.input));
        json!({
            "id": input.id,
            "group": GROUPS[group(case, part.input)].0,
            "unit": input.unit,
            "from": from,
            "to": to,
            "share": part.share,
            "error": part.error,
        })
    };
    let whole = json!({
        "quantity": options.of.id,
        "year": options.of.year,
        "unit": options.of.unit(&case.story),
        "from": split.from,
        "to": split.to,
        "orders_drawn": split.drawn,
        "parts": split.parts.iter().map(part).collect::<Vec<Value>>(),
    });
    format!("{whole:#}\n")
}

fn text(case: &Case, options: &Options, ends: &[Scenario; 2], split: &Split) -> String {
    let numbers = Plain::new(&case.language);
    let voice = Voice { story: &case.story, language: &case.language, numbers: &numbers };
    let unit = options.of.unit(&case.story);
    let signed = |value: f64| {
        let text = voice.prose(value, unit);
        if value > 0.0 { format!("+{text}") } else { text }
    };
    let head = voice.word("gap_head").replace("{output}", &case.label_of(&options.of));
    let head = head.replace("{from}", &voice.prose(split.from, unit));
    let gap = split.to - split.from;
    let mut text = head.replace("{to}", &voice.prose(split.to, unit)).replace("{gap}", &signed(gap));
    text.push('\n');
    for (at, (_, word)) in GROUPS.into_iter().enumerate() {
        let parts = || split.parts.iter().filter(|part| group(case, part.input) == at);
        if parts().next().is_none() {
            continue;
        }
        let whole = signed(parts().map(|part| part.share).sum());
        writeln!(text, "{:54}{whole}", voice.word(word)).ok();
        for part in parts() {
            let unit = &case.model.inputs[part.input].unit;
            let [from, to] = ends.each_ref().map(|end| held(&voice, end, part.input, unit));
            let error = match split.drawn {
                Some(_) => format!(" ± {}", voice.prose(part.error, options.of.unit(&case.story))),
                None => String::new(),
            };
            let (label, share) = (case.label(part.input), signed(part.share));
            writeln!(text, "  {label:52}{share}{error}   ({from} → {to})").ok();
        }
    }
    text
}

/// What a scenario holds for an input: a value, or the points of a path.
fn held(voice: &Voice, scenario: &Scenario, input: usize, unit: &str) -> String {
    match scenario.path(input) {
        None => voice.prose(scenario.values()[input], unit),
        Some(path) => {
            let points =
                path.points().iter().map(|(year, value)| format!("{year}: {}", voice.prose(*value, unit)));
            points.collect::<Vec<_>>().join(", ")
        }
    }
}
