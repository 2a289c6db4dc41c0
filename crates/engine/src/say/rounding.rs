//! The only place that decides how many digits a number deserves.

use crate::story::UnitWords;

/// Most decimals in running text of an already scaled value: 132, 75, 12.3, 0.45. Zeros at the end are not written.
#[must_use]
pub fn prose_decimals(scaled: f64, unit: &UnitWords) -> usize {
    match scaled.abs() {
        _ if unit.whole || unit.plain => 0,
        size if size >= 19.95 => 0,
        size if size >= 0.995 => 1,
        _ => 2,
    }
}

/// Decimals of a table's column, the same for all its scaled values.
#[must_use]
pub fn column_decimals(scaled: impl Iterator<Item = f64>, unit: &UnitWords) -> usize {
    let largest = scaled.map(f64::abs).fold(0.0, |a: f64, b| if a > b { a } else { b });
    match largest {
        _ if unit.plain => 0,
        size if size >= 1_000.0 => 0,
        size if size >= 10.0 => 1,
        _ => 2,
    }
}

/// Decimals of an axis whose ticks stand `step` apart: as many as tell them apart.
#[must_use]
pub fn axis_decimals(step: f64) -> usize {
    (0..9).find(|places| is_whole(step * libm::pow(10.0, f64::from(*places)))).unwrap_or(9) as usize
}

fn is_whole(value: f64) -> bool {
    (value - value.round()).abs() < 1e-6 * value.abs() && value.abs() >= 0.5
}
