//! `sliderule run`: a scenario's numbers as table, JSON or CSV.

use crate::answer::put_out;
use crate::arguments::Options;
use crate::case::{Case, chosen};
use crate::choice::{Choices, choice};
use crate::draws::Uncertain;
use crate::error::CliError;
use crate::scenario_file;
use engine::link::Digits;
use engine::say::{Plain, Voice, column_decimals, plain_text, verdict};
use engine::{Override, QUANTILES, csv};
use serde_json::{Map, Value, json};
use std::fmt::Write;
use take_home::{affected, older};

/// The first where none is named.
const FORMATS: Choices<fn(&Case, Option<&Uncertain>) -> String> =
    &[("table", table_text), ("json", json_text), ("csv", csv_text)];

/// The answer as text.
pub(crate) fn run(options: &Options) -> Result<String, CliError> {
    let write = choice("format", options.format.as_deref(), FORMATS)?;
    let case = Case::of(options)?;
    let uncertain = Uncertain::of(options, &case)?;
    let text = write(&case, uncertain.as_ref());
    put_out(options, text)
}

fn json_text(case: &Case, uncertain: Option<&Uncertain>) -> String {
    let model = &case.model;
    let settable = 0..case.story.levers.len() + case.story.assumptions.len();
    let held = |at: usize| (model.inputs[at].id.clone(), scenario_file::json(model, &case.scenario, at));
    let scenario: Map<String, Value> = settable.map(held).collect();
    let mut quantities = Map::new();
    for (at, id, quantity) in case.quantities() {
        let value = |value: Option<f64>| match chosen(quantity, value) {
            Some(name) => json!(name),
            None => json!(value),
        };
        let mut values = case.projection.values(model, at).into_iter().map(value);
        let varies = model.quantities[at].varies;
        let whole =
            if varies { Value::Array(values.collect()) } else { values.next().unwrap_or(Value::Null) };
        quantities.insert(id.to_owned(), whole);
    }
    let mut answer = json!({ "scenario": scenario, "years": model.years, "quantities": quantities });
    let older = older(case.scene()).into_iter();
    let older: Map<_, _> =
        older.map(|at| (model.inputs[at].id.clone(), json!(case.scenario.values()[at]))).collect();
    if !older.is_empty() {
        answer["figures"] = Value::Object(older);
    }
    if !case.overrides.is_empty() {
        let one = |figure: &Override| {
            let affects = affected(case.scene(), &figure.figure);
            json!({ "figure": figure.figure, "value": figure.value, "reason": figure.reason, "affects": affects })
        };
        answer["overrides"] = case.overrides.iter().map(one).collect();
    }
    if let Some(uncertain) = uncertain {
        uncertain.json(case, &mut answer);
    }
    format!("{answer:#}\n")
}

fn csv_text(case: &Case, uncertain: Option<&Uncertain>) -> String {
    let digits = Digits::native();
    match uncertain {
        None => csv(&case.story, &case.model, &case.projection, digits, None),
        Some(of) => csv(&case.story, &case.model, &case.projection, digits, Some(&|slot| of.spread(slot))),
    }
}

fn table_text(case: &Case, uncertain: Option<&Uncertain>) -> String {
    let numbers = Plain::new(&case.language);
    let voice = Voice { story: &case.story, language: &case.language, numbers: &numbers };
    let spread = |slot| uncertain.and_then(|uncertain| uncertain.spread(slot));
    let sentences = verdict(&case.model, &case.projection, voice, &spread);
    let mut text = sentences.iter().map(|said| plain_text(said)).collect::<Vec<_>>().join(" ");
    for Override { figure, value, reason, .. } in &case.overrides {
        let Some(entry) = case.story.figures.get(figure) else { continue };
        let (label, number) = (entry.label.get(&case.language), voice.exact(*value, &entry.unit));
        let reason = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
        write!(text, "\n{}: {label}, {number}{reason}", voice.word("overridden")).ok();
    }
    let years = case.model.years.iter().map(|year| format!("{year:>9}")).collect::<String>();
    write!(text, "\n\n{:52}{years}\n", "").ok();
    for (at, _, quantity) in case.quantities() {
        let words = voice.unit(&quantity.unit);
        let values = case.projection.values(&case.model, at);
        let decimals = column_decimals(values.iter().flatten().map(|value| value * words.scale), &words);
        let cell = |value: &Option<f64>| match (value, chosen(quantity, *value)) {
            (_, Some(name)) => {
                quantity.choices.get(&name).map_or(name, |text| text.get(&case.language).to_owned())
            }
            (Some(value), None) => voice.cell(*value, &quantity.unit, decimals),
            (None, None) => "–".to_owned(),
        };
        let cells = values.iter().map(|value| format!("{:>9}", cell(value))).collect::<String>();
        let unit = if quantity.choices.is_empty() { words.name.get(&case.language) } else { "" };
        let label = quantity.label.get(&case.language);
        let head = if unit.is_empty() { label.to_owned() } else { format!("{label}, {unit}") };
        writeln!(text, "{head:52}{cells}").ok();
        let bands = uncertain.map(|uncertain| uncertain.bands(case, at, quantity)).unwrap_or_default();
        // What is the same in every draw needs no lines of its own.
        if bands.iter().flatten().any(|bands| bands.p90 > bands.p10) {
            for (name, quantile) in [QUANTILES[0], QUANTILES[2], QUANTILES[4]] {
                let cells = bands.iter().map(|bands| format!("{:>9}", cell(&bands.as_ref().map(quantile))));
                writeln!(text, "{:52}{}", format!("  {} %", &name[1..]), cells.collect::<String>()).ok();
            }
        }
    }
    if let Some(ranked) = uncertain.and_then(Uncertain::ranked) {
        let (_, quantity) = &case.story.model.0[ranked.quantity];
        let year = ranked.year.map_or_else(String::new, |year| format!(", {year}"));
        write!(text, "\n{}{year}\n", quantity.label.get(&case.language)).ok();
        for (effect, _) in &ranked.effects {
            let label = case.label(effect.input);
            let [low, high] = [effect.low, effect.high].map(|value| voice.prose(value, &quantity.unit));
            writeln!(text, "  {label:50}{:>7.1} %  {low} → {high}", 100.0 * effect.share).ok();
        }
    }
    text
}
