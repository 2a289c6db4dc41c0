//! `sliderule run`: a scenario's numbers as table, JSON or CSV.

use crate::arguments::Options;
use crate::choice::{Choices, choice};
use crate::draws::Uncertain;
use crate::error::CliError;
use crate::scenario_file;
use engine::link::Digits;
use engine::model::Names;
use engine::say::{Plain, Voice, column_decimals, plain_text, verdict};
use engine::story::{Quantity, Story};
use engine::{Model, Override, Projection, QUANTILES, Scenario, as_of, csv, project};
use serde_json::{Map, Value, json};
use std::fmt::Write;
use take_home::{Scene, affected, older};

/// A scenario of a story and what it comes to.
pub(crate) struct Case {
    pub(crate) story: Story,
    pub(crate) model: Model,
    pub(crate) scenario: Scenario,
    pub(crate) overrides: Vec<Override>,
    pub(crate) projection: Projection,
    pub(crate) language: String,
}

impl Case {
    /// Reads the story and sets what is to be set.
    pub(crate) fn of(options: &Options) -> Result<Self, CliError> {
        let story = author::read(&options.story)?;
        let asked = scenario_file::asked(&story, options)?;
        let model = scenario_file::model(&story, &[&asked])?;
        let mut scenario = match &options.as_of {
            Some(date) => as_of(&story, date).scenario(&story, &model),
            None => Scenario::default_of(&model),
        };
        for figure in &options.overrides {
            figure.apply(&story, &model, &mut scenario)?;
        }
        scenario_file::set(&mut scenario, &model, &asked)?;
        let language = language(&story, options)?;
        let projection = project(&model, &scenario);
        let overrides = options.overrides.clone();
        Ok(Self { story, model, scenario, overrides, projection, language })
    }

    /// The same for what is taken home.
    pub(crate) fn scene(&self) -> Scene<'_> {
        let Self { story, model, scenario, overrides, projection, language } = self;
        Scene { story, model, scenario, projection, overrides, language }
    }

    /// What an input is called.
    pub(crate) fn label(&self, input: usize) -> &str {
        let label = Names::new(&self.story).label(self.model.inputs[input].name);
        label.map_or("", |label| label.get(&self.language))
    }

    /// Names, units and values of the quantities that are put out.
    pub(crate) fn quantities(&self) -> impl Iterator<Item = (usize, &str, &Quantity)> {
        self.story.put_out().map(|(at, (id, quantity))| (at, id, quantity))
    }
}

/// The language that is asked for, or the story's first.
pub(crate) fn language(story: &Story, options: &Options) -> Result<String, CliError> {
    let languages = &story.about.languages;
    let language = options.language.clone().or_else(|| languages.first().cloned()).unwrap_or_default();
    if languages.contains(&language) {
        return Ok(language);
    }
    let known = languages.join(", ");
    Err(CliError::Call(format!("there is no language `{language}`; there are {known}")))
}

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

/// Answers the text, or nothing where it goes into a file.
pub(crate) fn put_out(options: &Options, text: String) -> Result<String, CliError> {
    match &options.output {
        None => Ok(text),
        Some(path) => {
            let result = std::fs::write(path, text);
            result.map(|()| String::new()).map_err(|source| CliError::Write { path: path.clone(), source })
        }
    }
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

/// The name of a choice's value.
pub(crate) fn chosen(quantity: &Quantity, value: Option<f64>) -> Option<String> {
    quantity.choice(value).map(|(name, _)| name.to_owned())
}
