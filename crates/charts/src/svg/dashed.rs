//! plotters' SVG backend with the dashes of SVG: outlines of dashes would be a third of the static page.

use crate::draw::Dash;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_svg::SVGBackend;

/// What plotters writes for a path.
const PATH: &str = "<polyline ";

type Drawn = Result<(), DrawingErrorKind<std::io::Error>>;

/// Draws as the backend within does and remembers how the paths are dashed.
pub(super) struct Dashed<'a> {
    inner: SVGBackend<'a>,
    /// Dashes of the next path.
    pub(super) next: Option<Dash>,
    /// Those of every path so far, in the order in which they were drawn.
    pub(super) dashes: Vec<Option<Dash>>,
}

impl<'a> Dashed<'a> {
    pub(super) fn new(text: &'a mut String, size: (u32, u32)) -> Self {
        Self { inner: SVGBackend::with_string(text, size), next: None, dashes: Vec::new() }
    }
}

/// The drawing, in which every path knows its dashes.
pub(super) fn written(drawing: &str, dashes: &[Option<Dash>]) -> String {
    let mut parts = drawing.split(PATH);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, dash) in parts.zip(dashes) {
        text += PATH;
        if let Some(Dash { on, off }) = dash {
            text += &format!("stroke-dasharray=\"{on:.1} {off:.1}\" stroke-linecap=\"butt\" ");
        }
        text += part;
    }
    text
}

impl DrawingBackend for Dashed<'_> {
    type ErrorType = std::io::Error;

    fn get_size(&self) -> (u32, u32) {
        self.inner.get_size()
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.inner.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.inner.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.inner.draw_pixel(point, colour)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.inner.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.inner.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let dash = self.next.take();
        // The backend writes nothing that cannot be seen.
        if style.color().alpha > 0.0 {
            self.dashes.push(dash);
        }
        self.inner.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.inner.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.inner.fill_polygon(path, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.inner.draw_text(text, style, at)
    }
}
