//! A value for every year: points, straight lines between them, level before the first and after the last.

use thiserror::Error;

/// What a lever holds over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct Path(Vec<(i32, f64)>);

/// Why points make no path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PathError {
    /// There are none.
    #[error("a path needs one point at least")]
    Empty,
    /// Points that are not in the order of their years, or two of one year.
    #[error("{0} does not come after the year before it")]
    Order(i32),
    /// What cannot be read.
    #[error("write a path like 2026:200,2028:250")]
    Unreadable,
}

impl Path {
    /// A path through points, each a year with its value.
    ///
    /// # Errors
    /// No points, or points that are not in the order of their years.
    pub fn new(points: Vec<(i32, f64)>) -> Result<Self, PathError> {
        if let Some(pair) = points.windows(2).find(|pair| pair[1].0 <= pair[0].0) {
            return Err(PathError::Order(pair[1].0));
        }
        if points.is_empty() { Err(PathError::Empty) } else { Ok(Self(points)) }
    }

    /// The same value in every year.
    #[must_use]
    pub fn constant(value: f64) -> Self {
        Self(vec![(0, value)])
    }

    /// Reads `2026:200,2028:250`; `number` reads the values.
    ///
    /// # Errors
    /// What cannot be read, and as those of [`Path::new`].
    pub fn read(text: &str, number: &dyn Fn(&str) -> Option<f64>) -> Result<Self, PathError> {
        let mut points = Vec::new();
        for point in text.split(',') {
            let (year, value) = point.split_once(':').ok_or(PathError::Unreadable)?;
            let year = year.trim().parse().map_err(|_| PathError::Unreadable)?;
            points.push((year, number(value.trim()).ok_or(PathError::Unreadable)?));
        }
        Self::new(points)
    }

    /// Its points, in the order of their years.
    #[must_use]
    pub fn points(&self) -> &[(i32, f64)] {
        &self.0
    }

    /// The value in `year`.
    #[must_use]
    pub fn at(&self, year: i32) -> f64 {
        let mut before = self.0[0];
        for &(next, value) in &self.0 {
            if year == next {
                return value;
            }
            if year < next {
                let share = f64::from(year.max(before.0)) - f64::from(before.0);
                let length = f64::from(next) - f64::from(before.0);
                return if length > 0.0 { before.1 + (value - before.1) * (share / length) } else { value };
            }
            before = (next, value);
        }
        before.1
    }

    /// The value that it has in every year, if it is the same in all.
    #[must_use]
    pub fn level(&self) -> Option<f64> {
        let (_, first) = self.0[0];
        self.0.iter().all(|(_, value)| *value == first).then_some(first)
    }
}
