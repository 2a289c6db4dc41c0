//! The data: bars, bands, lines, the default scenario, and the year under the cursor.

use super::dash::Dash;
use super::pen::{Drawn, Pen};
use crate::geometry::{Point, Rect};
use crate::layout::Layout;
use crate::theme::Theme;
use crate::view::ChartView;
use engine::story::LayerKind;
use plotters_backend::DrawingBackend;

/// Bars with a seam of paper between them, so that neighbours part without their colours.
pub(super) fn bars<DB: DrawingBackend>(
    view: &ChartView,
    layout: &Layout,
    pen: &mut Pen<'_, DB>,
) -> Drawn<DB> {
    let theme = pen.theme;
    for (layer, shape) in view.layers.iter().zip(&layout.shapes) {
        for bar in shape.bars.iter().flatten() {
            let seam = if bar.height() > 3.0 { 0.5 } else { 0.0 };
            let bar = Rect { top: bar.top + seam, bottom: bar.bottom - seam, ..*bar };
            pen.fill(bar, theme.of(layer.ink), 1.0)?;
        }
    }
    Ok(())
}

/// The likely and the less likely range of each line with the median, quiet under all lines, and as whiskers on bars. They
/// differ from what is around them by lightness alone, so that they are the same to every eye.
pub(super) fn bands<DB: DrawingBackend>(
    view: &ChartView,
    layout: &Layout,
    pen: &mut Pen<'_, DB>,
) -> Drawn<DB> {
    for (layer, shape) in view.layers.iter().zip(&layout.shapes) {
        let ink = pen.theme.of(layer.ink);
        if layer.kind == LayerKind::Bar {
            for band in shape.bands.iter().flatten() {
                for (outer, half) in [(0, 0.7), (1, 2.0)] {
                    let [left, right] = [band.x - half, band.x + half];
                    pen.fill(
                        Rect { left, top: band.y[4 - outer], right, bottom: band.y[outer] },
                        pen.theme.ink,
                        0.7,
                    )?;
                }
            }
            continue;
        }
        // A year without a band ends an area; the next begins another.
        for stretch in shape.bands.split(Option::is_none).filter(|stretch| stretch.len() > 1) {
            for (outer, alpha) in [(0, 0.12), (1, 0.16)] {
                let edge = |place: usize| {
                    stretch.iter().flatten().map(move |band| Point { x: band.x, y: band.y[place] })
                };
                pen.polygon(edge(outer).chain(edge(4 - outer).rev()), ink, alpha)?;
            }
            pen.path(stretch.iter().flatten().map(|band| Point { x: band.x, y: band.y[2] }), ink, 0.8)?;
        }
    }
    Ok(())
}

/// The default scenario: dotted under the lines, and as a dotted sill across each bar.
pub(super) fn defaults<DB: DrawingBackend>(
    view: &ChartView,
    layout: &Layout,
    pen: &mut Pen<'_, DB>,
) -> Drawn<DB> {
    let theme = pen.theme;
    for (layer, shape) in view.layers.iter().zip(&layout.shapes) {
        if layer.kind != LayerKind::Bar {
            // Along the zero line it would only look like dirt.
            let flat =
                shape.defaults.iter().flatten().all(|point| (point.y - layout.axes.zero_y).abs() < 1.5);
            for run in runs(&shape.defaults).filter(|_| !flat) {
                pen.dashed(&run.collect::<Vec<_>>(), theme.base, 1.4, Dash { on: 1.5, off: 3.0 })?;
            }
            continue;
        }
        for (sill, bar) in shape.defaults.iter().zip(&shape.bars) {
            let (Some(sill), Some(bar)) = (sill, bar) else { continue };
            let edge = if sill.y < layout.axes.zero_y { bar.top } else { bar.bottom };
            if (sill.y - edge).abs() < 1.5 {
                continue;
            }
            let ends = [bar.left - 3.0, bar.right + 3.0].map(|x| Point { x, y: sill.y });
            pen.fill(
                Rect { left: ends[0].x, top: sill.y - 1.2, right: ends[1].x, bottom: sill.y + 1.2 },
                theme.paper,
                0.6,
            )?;
            pen.dashed(&ends, theme.ink, 1.4, Dash { on: 2.0, off: 2.0 })?;
        }
    }
    Ok(())
}

/// Lines and limits.
pub(super) fn lines<DB: DrawingBackend>(
    view: &ChartView,
    layout: &Layout,
    pen: &mut Pen<'_, DB>,
) -> Drawn<DB> {
    let theme = pen.theme;
    for (place, (layer, shape)) in view.layers.iter().zip(&layout.shapes).enumerate() {
        let ink = theme.of(layer.ink);
        for mut run in runs(&shape.points) {
            match layer.kind {
                LayerKind::Bar => {}
                LayerKind::Limit => {
                    pen.dashed(&run.collect::<Vec<_>>(), ink, 1.2, Dash { on: 5.0, off: 4.0 })?;
                }
                LayerKind::Line if run.len() == 1 => {
                    if let Some(alone) = run.next() {
                        pen.disc(alone, 2.0, ink)?;
                    }
                }
                LayerKind::Line if layer.kept => pen.path(run, ink, 1.1)?,
                LayerKind::Line => match alike(view, theme, place) {
                    0 => pen.path(run, ink, 2.4)?,
                    nth => {
                        let dash = Dash { on: 12.0 / f64::from(nth), off: 2.5 };
                        pen.dashed(&run.collect::<Vec<_>>(), ink, 2.4, dash)?;
                    }
                },
            }
        }
    }
    Ok(())
}

/// A hairline through the year under the cursor.
pub(super) fn hairline<DB: DrawingBackend>(layout: &Layout, year: usize, pen: &mut Pen<'_, DB>) -> Drawn<DB> {
    let plot = &layout.axes.plot;
    pen.vertical(layout.axes.years[year].x, plot.top, plot.bottom + 4.0, pen.theme.soft)
}

/// A bead on each line at the year under the cursor, and the year in full on the axis.
pub(super) fn beads<DB: DrawingBackend>(
    view: &ChartView,
    layout: &Layout,
    year: usize,
    pen: &mut Pen<'_, DB>,
) -> Drawn<DB> {
    let theme = pen.theme;
    for (layer, shape) in view.layers.iter().zip(&layout.shapes) {
        let beads = layer.kind == LayerKind::Line;
        if let Some(point) = shape.points.get(year).copied().flatten().filter(|_| beads) {
            pen.disc(point, 5.0, theme.paper)?;
            pen.disc(point, 3.6, theme.of(layer.ink))?;
        }
    }
    let words = &layout.axes.years[year].words;
    pen.cover(words.rect.grown(3.0), 1.0)?;
    pen.words(words, theme.ink)
}

/// How many earlier lines are so close in lightness that a second sign than colour has to part them.
fn alike(view: &ChartView, theme: &Theme, place: usize) -> u32 {
    let own = theme.of(view.layers[place].ink);
    let earlier = view.layers[..place].iter().filter(|layer| layer.kind == LayerKind::Line && !layer.kept);
    let close = earlier.filter(|layer| theme.of(layer.ink).contrast(own) < 1.15).count();
    u32::try_from(close).unwrap_or(0)
}

/// The stretches of a line between absent values.
fn runs(points: &[Option<Point>]) -> impl Iterator<Item = impl ExactSizeIterator<Item = Point>> {
    let stretches = points.split(Option::is_none).filter(|stretch| !stretch.is_empty());
    // Every point of a stretch is there; the default is never used.
    stretches.map(|stretch| stretch.iter().map(|point| point.unwrap_or_default()))
}
