//! The marks of how sure a number is.

use super::dash::Dash;
use super::pen::{Drawn, Pen};
use crate::geometry::Point;
use crate::layout::RADIUS;
use crate::view::Mark;
use plotters_backend::DrawingBackend;
use std::f64::consts::PI;

/// Draws a mark with a rim of paper, which parts it from a line that runs through.
pub(super) fn mark<DB: DrawingBackend>(mark: Mark, center: Point, pen: &mut Pen<'_, DB>) -> Drawn<DB> {
    let theme = pen.theme;
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
            pen.polygon(arc(center, rim, PI, 12), theme.ink, 1.0)
        }
    }
}

/// Width of a rim in css px.
const STROKE: f64 = 1.6;

/// Points from the top round by the left.
fn arc(center: Point, radius: f64, angle: f64, steps: u32) -> Vec<Point> {
    // Turned step by step: the first terms of sine and cosine are exact to a thousandth of a px for such small steps,
    // and the general functions would cost the page 10 kB.
    let step = angle / f64::from(steps);
    let square = step * step;
    let (sin, cos) =
        (step * (1.0 - square / 6.0 * (1.0 - square / 20.0)), 1.0 - square / 2.0 * (1.0 - square / 12.0));
    let mut arm = Point { x: 0.0, y: -radius };
    let mut points = Vec::new();
    for _ in 0..=steps {
        points.push(Point { x: center.x + arm.x, y: center.y + arm.y });
        arm = Point { x: arm.x * cos + arm.y * sin, y: arm.y * cos - arm.x * sin };
    }
    points
}
