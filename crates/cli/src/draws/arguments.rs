//! What `--draws`, `--rank` and `--range` take.

use crate::error::CliError;
use crate::values::whole;

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
