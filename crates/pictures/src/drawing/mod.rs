//! How a picture is set: title, sentence, main chart, and whose it is. 1200 by 630, which every chat shows whole.

use crate::PictureError;
use crate::card::{Card, NAME};
use crate::font::{self, Font};
use charts::{Approximate, Measure, Rgb, Theme, Weight, Words, escaped, svg_part};

/// Width and height in px.
pub const SIZE: (u32, u32) = (1200, 630);

/// Left and right of everything.
const MARGIN: f64 = 64.0;
/// Letters of the chart are this much larger than on the page: a chat shows the picture at half its size.
const CHART_SCALE: f64 = 1.72;
/// Below the chart stands whose picture it is.
const FOOT: f64 = 576.0;
/// Height of the chart at least.
const LEAST_CHART: f64 = 225.0;

/// What a picture is set in.
pub(crate) struct Type<'a> {
    measure: &'a dyn Measure,
    theme: Theme,
}

impl<'a> Type<'a> {
    /// The font that lies here, for pixels.
    pub(crate) fn own(font: &'a Font) -> Self {
        Self { measure: font, theme: Theme { font: font::FAMILY.to_owned(), ..Theme::light() } }
    }

    /// Whatever a reader's browser has, with room for the widest.
    pub(crate) fn any() -> Self {
        Self { measure: &Approximate, theme: Theme::light() }
    }
}

impl Card {
    /// The picture, set as large as leaves the chart its room.
    pub(crate) fn svg(&self, set: &Type) -> Result<String, PictureError> {
        let mut room = 0.0;
        for size in [30.0, 28.0, 26.0, 24.0] {
            let mut sheet = Sheet::new(set);
            let top = self.words(&mut sheet, size);
            room = FOOT - 16.0 - top;
            if room >= LEAST_CHART {
                self.chart(&mut sheet, top, room)?;
                self.foot(&mut sheet);
                return Ok(self.whole(&sheet));
            }
        }
        Err(PictureError::Room { name: self.name.clone(), room: room as i32, least: LEAST_CHART as i32 })
    }

    /// Title and sentence; gives where the chart can begin.
    fn words(&self, sheet: &mut Sheet, size: f64) -> f64 {
        let theme = &sheet.set.theme;
        let (ink, soft, accent) = (theme.ink, theme.soft, theme.inks[0]);
        let mut y = 52.0;
        if let Some(above) = &self.above {
            y = sheet.block(above, y, (24.0, 1.3), Weight::Regular, accent) + 4.0;
        }
        let fits = |size: &f64| sheet.lines(&self.title, *size, Weight::Bold).len() < 2;
        let title = [52.0, 48.0, 44.0, 40.0].into_iter().find(fits).unwrap_or(44.0);
        y = sheet.block(&self.title, y, (title, 1.14), Weight::Bold, ink) + 12.0;
        y = sheet.block(&self.takeaway, y, (size, 1.32), Weight::Regular, ink) + 18.0;
        let heading = format!("{}, {}", self.chart.title, self.chart.unit_label);
        sheet.block(&heading, y, (21.0, 1.3), Weight::Regular, soft) + 4.0
    }

    fn chart(&self, sheet: &mut Sheet, top: f64, height: f64) -> Result<(), PictureError> {
        let (width, height) = (sheet.width() / CHART_SCALE, height / CHART_SCALE);
        let size = (width as u32, height as u32);
        let part = svg_part(&self.chart, size, &sheet.set.theme, sheet.set.measure, &self.numbers)?;
        sheet.body +=
            &format!("<g transform=\"translate({MARGIN} {top:.1}) scale({CHART_SCALE})\">\n{part}</g>\n");
        Ok(())
    }

    /// Whose picture it is.
    fn foot(&self, sheet: &mut Sheet) {
        let theme = &sheet.set.theme;
        let (grid, ink) = (theme.grid, theme.ink);
        sheet.body += &format!(
            "<rect y=\"{FOOT}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>\n",
            SIZE.0,
            f64::from(SIZE.1) - FOOT,
            hex(grid)
        );
        let place = format!("<svg x=\"{MARGIN}\" y=\"{}\" width=\"28\" height=\"28\" ", FOOT + 13.0);
        sheet.body += &ICON.trim().replacen("<svg ", &place, 1);
        let (x, y, size) = (MARGIN + 40.0, FOOT + 34.5, 22.0);
        sheet.line(NAME, (x, y), size, Weight::Bold, ink);
        let width = |text: &str, weight| sheet.set.measure.width_px(text, size, weight);
        let after = x + width(NAME, Weight::Bold) + 8.0;
        let (subject, whole) =
            (format!("· {}", self.subject), format!("· {} · {}", self.subject, self.title));
        // The title stands above, too.
        let has_room =
            self.above.is_some() && after + width(&whole, Weight::Regular) < MARGIN + sheet.width();
        let rest = if has_room { whole } else { subject };
        sheet.line(&rest, (after, y), size, Weight::Regular, ink);
    }

    fn whole(&self, sheet: &Sheet) -> String {
        let ((width, height), name) = (SIZE, escaped(&self.name));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             lang=\"{}\" role=\"img\" aria-labelledby=\"{name}-title {name}-takeaway\">\n<title id=\"{name}-title\">{}</title>\n<desc id=\"{name}-takeaway\">{}</desc>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n<g font-family=\"{}\">\n{}</g>\n</svg>\n",
            escaped(&self.language),
            escaped(&self.title),
            escaped(&self.takeaway),
            hex(sheet.set.theme.paper),
            escaped(&sheet.set.theme.font),
            sheet.body,
        )
    }
}

/// Its sign.
const ICON: &str = include_str!("../../../../public/icon.svg");

/// What has been drawn so far.
struct Sheet<'a> {
    set: &'a Type<'a>,
    body: String,
}

impl<'a> Sheet<'a> {
    fn new(set: &'a Type<'a>) -> Self {
        Self { set, body: String::new() }
    }

    fn width(&self) -> f64 {
        f64::from(SIZE.0) - 2.0 * MARGIN
    }

    fn lines(&self, text: &str, size: f64, weight: Weight) -> Vec<String> {
        Words::wrapped(text, self.width(), self.set.measure, size, weight).lines
    }

    /// Lines from `top` on; gives where they end. The size comes with the height of a line, as a share of it.
    fn block(&mut self, text: &str, top: f64, (size, high): (f64, f64), weight: Weight, colour: Rgb) -> f64 {
        let mut y = top;
        for line in self.lines(text, size, weight) {
            // Capitals and digits are 0.7 of the size high.
            self.line(&line, (MARGIN, y + size * (high / 2.0 + 0.35)), size, weight, colour);
            y += size * high;
        }
        y
    }

    fn line(&mut self, text: &str, (x, y): (f64, f64), size: f64, weight: Weight, colour: Rgb) {
        let weight = match weight {
            Weight::Regular => "",
            Weight::Bold => " font-weight=\"700\"",
        };
        self.body += &format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size}\"{weight} fill=\"{}\">{}</text>\n",
            hex(colour),
            escaped(text)
        );
    }
}

fn hex(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests;
