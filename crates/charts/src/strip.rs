//! What holds year by year, one of a few choices: a strip with a place for every year.

use crate::draw::Pen;
use crate::geometry::{Point, Rect};
use crate::layout::Words;
use crate::measure::{Approximate, Weight};
use crate::picture::head;
use plotters_backend::{DrawingBackend, DrawingErrorKind};

/// What holds in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Its place among the choices; none where nothing holds.
    pub place: Option<usize>,
    /// The year, the choice in words, what stands under it.
    pub lines: [String; 3],
}

/// The inks of choices by their places, as in the page's style: places in [`crate::Theme::inks`].
const INKS: [usize; 4] = [2, 1, 5, 0];

/// Draws a strip under its title and sentence, over a size in css px. What does not fit into a year's width is broken at spaces.
///
/// # Errors
/// What the backend says; the drawing ends there.
pub fn draw_strip<DB: DrawingBackend>(
    [title, sentence]: [&str; 2],
    years: &[Choice],
    (width, height): (u32, u32),
    pen: &mut Pen<'_, DB>,
) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
    let (width, theme) = (f64::from(width), pen.theme);
    pen.cover(Rect { left: 0.0, top: 0.0, right: width, bottom: f64::from(height) }, 1.0)?;
    pen.origin.y = head([title, "", sentence], width, pen)?;
    let each = width / f64::from(u32::try_from(years.len()).unwrap_or(u32::MAX));
    let mut left = 2.0;
    for year in years {
        let right = left + each - 4.0;
        let ink = year.place.map_or(theme.grid, |place| theme.inks[INKS[place % INKS.len()]]);
        pen.fill(Rect { left, top: 0.0, right, bottom: 6.0 }, ink, 1.0)?;
        let mut top = 9.0;
        for (at, text) in year.lines.iter().enumerate() {
            let (ink, weight) =
                if at == 1 { (theme.ink, Weight::Bold) } else { (theme.soft, Weight::Regular) };
            let mut words = Words::wrapped(text, right - left, &Approximate, 13.0, weight);
            words.move_to(Point { x: left, y: top + words.height() / 2.0 });
            top = words.rect.bottom + 2.0;
            pen.words(&words, ink)?;
        }
        left += each;
    }
    Ok(())
}
