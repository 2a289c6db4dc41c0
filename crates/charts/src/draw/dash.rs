//! Dashes, which plotters does not have: a whole dashed line as the outline of one shape, so that it costs one call.

use crate::geometry::Point;
use plotters_backend::BackendCoord;

/// Lengths along a line: in css px, unless it is said otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dash {
    /// Drawn.
    pub on: f64,
    /// Left out.
    pub off: f64,
}

/// The outline of all dashes along a line, in the backend's units.
///
/// It runs out along one side of every dash and back along the other. Between two dashes out and back coincide, so
/// nothing is filled there. The thickness is rounded once a piece and not at each corner, so that dashes are equally
/// thick at coarse units too.
pub(crate) fn dashes(
    points: impl IntoIterator<Item = Point>,
    dash: Dash,
    width_css: f64,
    ratio: f64,
) -> Vec<BackendCoord> {
    let (on, period) = (dash.on * ratio, (dash.on + dash.off) * ratio);
    let width = (width_css * ratio).max(1.0);
    let mut out = Vec::with_capacity(256);
    let mut back = Vec::with_capacity(256);
    let mut travelled = 0.0;
    let mut previous: Option<Point> = None;
    for point in points {
        let Some(from) = previous.replace(point) else { continue };
        let (dx, dy) = (point.x - from.x, point.y - from.y);
        let length = (dx * dx + dy * dy).sqrt();
        if length < 1e-9 {
            continue;
        }
        let (ux, uy) = (dx / length, dy / length);
        let across = ((-uy * width).round() as i32, (ux * width).round() as i32);
        let mut dash_start = (travelled / period).floor() * period;
        while dash_start < travelled + length {
            let start = (dash_start - travelled).max(0.0);
            let end = (dash_start + on - travelled).min(length);
            if end > start {
                let near = |along: f64| {
                    let x = from.x + ux * along - f64::from(across.0) / 2.0;
                    let y = from.y + uy * along - f64::from(across.1) / 2.0;
                    (x.round() as i32, y.round() as i32)
                };
                let far = |(x, y): BackendCoord| (x + across.0, y + across.1);
                let (start, end) = (near(start), near(end));
                out.extend([start, end]);
                back.extend([start, far(start), far(end), end]);
            }
            dash_start += period;
        }
        travelled += length;
    }
    out.extend(back.into_iter().rev());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twice the area of an outline.
    fn area(outline: &[BackendCoord]) -> i64 {
        let next = outline.iter().cycle().skip(1);
        let cross = |(a, b): (&BackendCoord, &BackendCoord)| {
            i64::from(a.0) * i64::from(b.1) - i64::from(b.0) * i64::from(a.1)
        };
        outline.iter().zip(next).map(cross).sum::<i64>().abs()
    }

    #[test]
    fn only_the_dashes_are_filled() {
        let line = [Point { x: 0.0, y: 50.0 }, Point { x: 100.0, y: 50.0 }];
        let outline = dashes(line, Dash { on: 6.0, off: 4.0 }, 2.0, 1.0);
        assert_eq!(area(&outline), 2 * 10 * 6 * 2);
        let bent = [(0.0, 0.0), (160.0, 0.0), (160.0, 240.0)].map(|(x, y)| Point { x, y });
        assert_eq!(area(&dashes(bent, Dash { on: 6.0, off: 4.0 }, 2.0, 4.0)), 16 * area(&outline));
        assert!(dashes([line[0], line[0]], Dash { on: 6.0, off: 4.0 }, 2.0, 1.0).is_empty());
    }
}
