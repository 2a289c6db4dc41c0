//! What a scenario holds, from arguments and from files, with a model compiled for its paths.

use crate::arguments::Options;
use crate::error::CliError;
use crate::values::Settings;
use engine::nearest::did_you_mean;
use engine::{Model, Override, Path, Scenario, Story, project, settable};
use serde_json::{Map, Value, json};
use std::path::Path as FilePath;

/// What is set by the arguments: that of the preset, then that of `--set`.
pub(crate) fn asked(story: &Story, options: &Options) -> Result<Settings, CliError> {
    let mut settings = Settings::new();
    if let Some(id) = &options.preset {
        let names = || story.presets.names();
        let at = story.presets.position(id).ok_or_else(|| {
            let known = names().collect::<Vec<_>>().join(", ");
            let nearest = did_you_mean(id, names());
            CliError::Call(format!("there is no preset `{id}`{nearest}; there are {known}"))
        })?;
        let model = model(story, &[])?;
        let projection = project(&model, &Scenario::default_of(&model));
        let held = engine::settings(&model.shown.presets[at], &projection);
        settings.extend(held.into_iter().map(|(input, path)| (model.inputs[input].id.clone(), path)));
    }
    settings.extend(options.set.iter().cloned());
    Ok(settings)
}

/// A model that holds the paths among all `settings`.
pub(crate) fn model(story: &Story, settings: &[&Settings]) -> Result<Model, CliError> {
    // A checked story compiles.
    let compiled = |errors| CliError::Call(format!("{errors:?}"));
    let model = Model::compile(story).map_err(compiled)?;
    let mut paths = Vec::new();
    for (id, path) in settings.iter().flat_map(|settings| settings.iter()) {
        let at = settable(&model, id)?;
        if path.level().is_none() && !paths.contains(&at) {
            paths.push(at);
        }
    }
    if paths.is_empty() { Ok(model) } else { Model::over_years(story, &paths).map_err(compiled) }
}

/// The default scenario with `settings`, in order.
pub(crate) fn scenario(model: &Model, settings: &Settings) -> Result<Scenario, CliError> {
    let mut scenario = Scenario::default_of(model);
    set(&mut scenario, model, settings)?;
    Ok(scenario)
}

/// Sets all of `settings`, in order.
pub(crate) fn set(scenario: &mut Scenario, model: &Model, settings: &Settings) -> Result<(), CliError> {
    for (id, path) in settings {
        scenario.set_path(model, settable(model, id)?, path.clone())?;
    }
    Ok(())
}

/// What is held for an input: a number, or an object of years with the value of each point.
pub(crate) fn json(model: &Model, scenario: &Scenario, input: usize) -> Value {
    match scenario.path(input) {
        None => json!(scenario.values()[input]),
        Some(path) => {
            debug_assert!(model.inputs[input].yearly.is_some());
            let points = path.points().iter().map(|(year, value)| (year.to_string(), json!(value)));
            Value::Object(points.collect::<Map<_, _>>())
        }
    }
}

/// Reads what `run --format json` writes: what is set, and the figures that are older or overridden.
pub(crate) fn file(path: &FilePath) -> Result<(Settings, Vec<Override>), CliError> {
    let wrong = |message: String| CliError::File { path: path.to_owned(), message };
    let text = std::fs::read_to_string(path).map_err(|error| wrong(error.to_string()))?;
    let whole: Value = serde_json::from_str(&text).map_err(|error| wrong(error.to_string()))?;
    let entries = whole.get("scenario").and_then(Value::as_object).ok_or_else(|| {
        wrong("no entry `scenario`; `sliderule run --format json` writes such a file".to_owned())
    })?;
    let entry = |(id, value): (&String, &Value)| {
        let held = held(value).ok_or_else(|| {
            wrong(format!("`{id}`: a number belongs here, or a path like {{\"2026\": 200, \"2028\": 250}}"))
        });
        Ok((id.clone(), held?.map_err(|error| wrong(format!("`{id}`: {error}")))?))
    };
    let overrides = whole.get("overrides").and_then(Value::as_array).into_iter().flatten();
    let overridden = |value: &Value| {
        let figure = value.get("figure").and_then(Value::as_str).map(str::to_owned);
        let known = figure.zip(value.get("value").and_then(Value::as_f64));
        let (figure, value) =
            known.ok_or_else(|| wrong("an override needs `figure` and `value`".to_owned()))?;
        Ok(Override { figure, value, ..Override::default() })
    };
    let older = whole.get("figures").and_then(Value::as_object).into_iter().flatten();
    let older = older.map(|(figure, value)| {
        let value = value.as_f64().ok_or_else(|| wrong(format!("`{figure}`: a number belongs here")))?;
        Ok(Override { figure: figure.clone(), value, ..Override::default() })
    });
    let settings = entries.iter().map(entry).collect::<Result<Settings, CliError>>()?;
    Ok((settings, older.chain(overrides.map(overridden)).collect::<Result<Vec<_>, CliError>>()?))
}

fn held(value: &Value) -> Option<Result<Path, engine::PathError>> {
    if let Some(number) = value.as_f64() {
        return Some(Ok(Path::constant(number)));
    }
    let points = value.as_object()?.iter().map(|(year, value)| Some((year.parse().ok()?, value.as_f64()?)));
    Some(Path::new(points.collect::<Option<Vec<_>>>()?))
}
