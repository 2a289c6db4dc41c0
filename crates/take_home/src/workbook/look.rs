//! How cells look, and how texts and numbers get into them.

use super::WorkbookError;
use engine::say::{Voice, column_decimals};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet};

/// The formats of a workbook.
pub(super) struct Look {
    pub(super) title: Format,
    pub(super) head: Format,
    pub(super) group: Format,
    /// What can be set: the colours that people who make models know such cells by.
    pub(super) input: Format,
    pub(super) plain: Format,
    pub(super) long: Format,
    pub(super) quiet: Format,
}

impl Look {
    pub(super) fn new() -> Self {
        let top = || Format::new().set_align(FormatAlign::Top);
        let input = top().set_font_color(Color::RGB(0x1F_3F_BF)).set_background_color(Color::RGB(0xFF_F6_D6));
        Self {
            title: Format::new().set_bold().set_font_size(14),
            head: Format::new().set_bold().set_border_bottom(FormatBorder::Thin).set_text_wrap(),
            group: Format::new().set_bold(),
            input: input.set_border(FormatBorder::Hair),
            plain: top(),
            long: top().set_text_wrap().set_indent(1),
            quiet: top().set_font_color(Color::RGB(0x6B_6B_6B)),
        }
    }
}

/// How the values of a unit are shown: its name, and the format of their cells.
pub(super) fn shown(voice: Voice, unit: &str, values: impl Iterator<Item = f64>) -> (String, String) {
    let words = voice.unit(unit);
    let name = words.name.get(voice.language).to_owned();
    let decimals = |count: usize| if count == 0 { String::new() } else { format!(".{}", "0".repeat(count)) };
    if words.plain {
        return (name, "0".to_owned());
    }
    if words.scale == 100.0 && name.starts_with('%') {
        return (name, "0.0%".to_owned());
    }
    if words.scale != 1.0 {
        // The cell holds what the equations take, which the unit's words do not stand for.
        return (unit.to_owned(), "General".to_owned());
    }
    let count = if words.whole { 0 } else { column_decimals(values, &words) };
    (name, format!("#,##0{}", decimals(count)))
}

/// Writes a text that stays one, whatever stands in it: no formula, no signs that a file of this kind cannot hold.
pub(super) fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    look: &Format,
) -> Result<(), WorkbookError> {
    const LONGEST: usize = 32_000;
    let kept = |c: char| if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') { ' ' } else { c };
    let text: String = text.chars().map(kept).take(LONGEST).collect();
    sheet.write_string_with_format(row, column, text, look)?;
    Ok(())
}

/// A row of headings.
pub(super) fn heads(
    sheet: &mut Worksheet,
    row: u32,
    words: &[String],
    look: &Look,
) -> Result<(), WorkbookError> {
    for (column, word) in (0..).zip(words) {
        write(sheet, row, column, word, &look.head)?;
    }
    Ok(())
}

/// The widths of the columns, in signs; on paper they all stand side by side.
pub(super) fn widths(sheet: &mut Worksheet, widths: &[f64]) -> Result<(), WorkbookError> {
    for (column, width) in (0..).zip(widths) {
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    Ok(())
}

/// Makes a row as high as its longest text needs in a column of so many signs: not every program does so by itself.
pub(super) fn height(sheet: &mut Worksheet, row: u32, texts: &[(&str, usize)]) -> Result<(), WorkbookError> {
    const LINE: u32 = 15;
    let lines = texts.iter().map(|(text, width)| text.chars().count().div_ceil(*width)).max().unwrap_or(1);
    // No row may be higher than 409 points.
    let points = LINE * u32::try_from(lines).unwrap_or(1).clamp(1, 27);
    sheet.set_row_height(row, points)?;
    Ok(())
}
