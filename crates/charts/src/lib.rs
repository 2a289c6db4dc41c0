//! A view, as plain data, becomes a picture over any plotters backend: a canvas in the page, SVG everywhere else.
//!
//! [`layout()`] decides where everything stands, in css px; [`draw_axes()`] and [`draw_data()`] put it onto a backend.
//! The layout is plain data too, so the page can lay buttons over the dots and ask which year is under the pointer.

mod compose;
mod draw;
mod geometry;
mod ink;
mod layout;
mod measure;
mod picture;
mod scale;
mod strip;
#[cfg(not(target_arch = "wasm32"))]
mod svg;
mod theme;
mod view;
mod waterfall;

pub use compose::{Cell, Shot, add_kept, compose, compose_numbers, compose_words, table};
pub use draw::{Dash, Manner, Pen, draw_axes, draw_data};
pub use geometry::{Point, Rect};
pub use ink::Ink;
pub use layout::{Axes, BandPlace, DotPlace, Frame, Label, Layout, Shape, Tick, Words, YearTick, layout};
pub use measure::{Approximate, Measure, TickText, Weight};
pub use picture::{Heading, draw_picture};
pub use strip::{Choice, draw_strip};
#[cfg(not(target_arch = "wasm32"))]
pub use svg::{SvgError, escaped, svg, svg_part};
pub use theme::{Rgb, Theme};
pub use view::{ChartView, DotView, LayerView, Mark};
pub use waterfall::waterfall;
