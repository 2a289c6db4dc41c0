//! The marks of how sure a number is.

use super::dash::Dash;
use super::pen::Pen;
use crate::geometry::Point;
use crate::layout::RADIUS;
use crate::theme::Theme;
use crate::view::Mark;
use plotters_backend::{DrawingBackend, DrawingErrorKind};
use std::f64::consts::PI;

/// Draws a mark with a rim of paper, which parts it from a line that runs through.
pub(super) fn mark<DB: DrawingBackend>(
    mark: Mark,
    center: Point,
    theme: &Theme,
    pen: &mut Pen<'_, DB>,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    pen.disc(center, RADIUS + 1.5, theme.paper)?;
    let rim = RADIUS - STROKE / 2.0;
    match mark {
        Mark::Fact => pen.disc(center, RADIUS, theme.ink),
        Mark::Plan => {
            // Six dashes go round exactly once.
            let period = 2.0 * PI * rim / 6.0;
            let dash = Dash { on: period * 0.62, off: period * 0.38 };
            pen.dashed(&arc(center, rim, 2.0 * PI, 36), theme.ink, STROKE, dash)
        }
        Mark::Assumption => pen.ring(center, rim, theme.ink, STROKE),
        Mark::Disputed => {
            pen.ring(center, rim, theme.ink, STROKE)?;
            pen.polygon(arc(center, rim, PI, 12), theme.ink)
        }
    }
}

/// Width of a rim in css px.
const STROKE: f64 = 1.6;

/// Points from the top round by the left.
fn arc(center: Point, radius: f64, angle: f64, steps: u32) -> Vec<Point> {
    (0..=steps)
        .map(|step| {
            let (sin, cos) = (angle * f64::from(step) / f64::from(steps)).sin_cos();
            Point { x: center.x - radius * sin, y: center.y - radius * cos }
        })
        .collect()
}
