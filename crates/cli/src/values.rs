//! What stands behind options and words: settings, outputs, goals, dates, draws, sizes.

use crate::error::CliError;
use crate::output::Output;
use engine::{Override, Path};

/// What is set by name; one value for all years is a level path.
pub(crate) type Settings = Vec<(String, Path)>;

pub(crate) fn assignment(text: &str) -> Result<(String, Path), CliError> {
    let wrong = || {
        CliError::Call(format!(
            "`--set {text}`: write it like --set capex=250, or --set capex=2026:200,2028:250 for a path"
        ))
    };
    let (id, value) = text.split_once('=').filter(|(id, _)| !id.is_empty()).ok_or_else(wrong)?;
    let number = |text: &str| text.parse().ok().filter(|value: &f64| value.is_finite());
    let path = match value.contains(':') {
        true => Path::read(value, &number),
        false => number(value).ok_or_else(wrong).map(|value| Ok(Path::constant(value)))?,
    };
    path.map(|path| (id.to_owned(), path)).map_err(|error| CliError::Call(format!("`--set {text}`: {error}")))
}

pub(crate) fn output(text: &str) -> Result<Output, CliError> {
    let wrong = || CliError::Call(format!("`--of {text}`: write it like --of income:2033"));
    Output::read(text).ok_or_else(wrong)
}

pub(crate) fn goal(text: &str) -> Result<(Output, f64), CliError> {
    let wrong = || CliError::Call(format!("`{text}` is no goal: write one like income:2033=150"));
    let (output, target) = text.split_once('=').ok_or_else(wrong)?;
    let target = target.parse().ok().filter(|target: &f64| target.is_finite()).ok_or_else(wrong)?;
    Ok((Output::read(output).ok_or_else(wrong)?, target))
}

pub(crate) fn overridden(text: &str) -> Result<Override, CliError> {
    let (assigned, reason) = text.split_once(':').unwrap_or((text, ""));
    let number = |text: &str| text.parse().ok().filter(|value: &f64| value.is_finite());
    let assigned = assigned.split_once('=').filter(|(figure, _)| !figure.is_empty());
    let (figure, value) =
        assigned.and_then(|(id, value)| Some((id.to_owned(), number(value)?))).ok_or_else(|| {
            CliError::Call(format!(
                "`--override {text}`: write it like --override sales_2025=130:\"as the report prints it\""
            ))
        })?;
    Ok(Override { figure, value, reason: reason.to_owned(), address: String::new() })
}

pub(crate) fn date(text: String) -> Result<String, CliError> {
    let wrong = || CliError::Call(format!("`--as-of {text}`: write it like --as-of 2025-11-03"));
    if engine::is_day(&text) { Ok(text) } else { Err(wrong()) }
}

pub(crate) fn whole<T: std::str::FromStr>(option: &str, example: &str, text: &str) -> Result<T, CliError> {
    let wrong = |_| CliError::Call(format!("`--{option} {text}`: write it like --{option} {example}"));
    text.parse().map_err(wrong)
}

pub(crate) fn depth(text: &str) -> Result<usize, CliError> {
    match whole("depth", "2", text)? {
        0 => Err(CliError::Call("`--depth 0`: 1 opens the quantity itself, 2 its operands too".to_owned())),
        depth => Ok(depth),
    }
}

pub(crate) fn size(text: &str) -> Result<(u32, u32), CliError> {
    let parts =
        text.split_once('x').and_then(|(width, height)| Some((width.parse().ok()?, height.parse().ok()?)));
    parts
        .filter(|(width, height)| (280..=4_000).contains(width) && (120..=4_000).contains(height))
        .ok_or_else(|| {
            CliError::Call(format!(
                "`--size {text}`: write it like 720x320, 280x120 at least, 4000x4000 at most"
            ))
        })
}

/// A power of two.
pub(crate) fn draws(text: &str) -> Result<usize, CliError> {
    let draws: usize = whole("draws", "8192", text)?;
    match (64..=1 << 20).contains(&draws) && draws.is_power_of_two() {
        true => Ok(draws),
        false => Err(CliError::Call(format!(
            "`--draws {text}`: a power of two from 64 to 1048576, since only so many points are evenly spread"
        ))),
    }
}

/// A quantity and perhaps a year.
pub(crate) fn rank(text: &str) -> Result<(String, Option<i32>), CliError> {
    match text.split_once(':') {
        None => Ok((text.to_owned(), None)),
        Some((id, year)) => match year.parse() {
            Ok(year) => Ok((id.to_owned(), Some(year))),
            Err(_) => Err(CliError::Call(format!("`--rank {text}`: write it like --rank income:2033"))),
        },
    }
}

/// An assumption and its ends, none where it is held.
pub(crate) fn range(text: &str) -> Result<(String, Option<[f64; 2]>), CliError> {
    let wrong =
        || CliError::Call(format!("`--range {text}`: write it like --range cost_gpu=18:40 or cost_gpu=off"));
    let (id, ends) = text.split_once('=').filter(|(id, _)| !id.is_empty()).ok_or_else(wrong)?;
    if ends == "off" {
        return Ok((id.to_owned(), None));
    }
    let (low, high) = ends.split_once(':').ok_or_else(wrong)?;
    let end = |text: &str| text.parse().ok().filter(|end: &f64| end.is_finite());
    let ends = end(low).zip(end(high)).ok_or_else(wrong)?;
    Ok((id.to_owned(), Some([ends.0, ends.1])))
}
