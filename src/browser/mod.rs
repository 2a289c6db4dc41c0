//! The only rooms that know the browser: everything else asks them.

mod address;
mod brush;
mod clock;
mod data;
mod element;
mod exports;
mod files;
mod frame;
mod host;
mod intl;
mod later;
mod look;
mod measure;
mod number;
mod page;
mod paint;
#[cfg(feature = "plotters-canvas")]
mod plotters_brush;
mod record;
mod snippet;
mod sprite;
mod surface;
mod turns;
mod watch;

pub(crate) use address::{Writing, address_with, copy, link_of_address, on_window, write_link};
pub(crate) use clock::{Part, end_of_work, start_of_work, timed};
pub(crate) use data::story;
pub(crate) use element::{El, button, effect, el, leaves, math};
pub(crate) use files::{Picture, citations, keep, on_file, print, save_csv, save_json, save_table, tabbed};
pub(crate) use frame::NextFrame;
pub(crate) use host::{asked, block, changed, is_hosted, leave_place, take_place};
pub(crate) use intl::{Intl, decimal_sign, preferred_languages};
pub(crate) use later::Later;
pub(crate) use look::{Look, current_look, first_look, watch_look};
pub(crate) use measure::Ruler;
pub(crate) use number::{DIGITS, decimal, folded, number, slider_value, without_dust};
pub(crate) use page::{
    attribute_at, bring_on_screen, close_dialog, drag_at, failed, focus, hold_pointer, key, live, number_at,
    on_document, open_dialog, pointer_x, ready, set_box, set_language, set_theme, set_title, shortcut, show,
    wants_stillness, written,
};
pub(crate) use record::Record;
pub(crate) use snippet::embed;
pub(crate) use surface::Surface;
pub(crate) use turns::{Turn, take_turns};
pub(crate) use watch::{watch_size, watch_visible};
pub(crate) use web_sys::Event;
