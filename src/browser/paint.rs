//! What all that is drawn has in common: how fine its places are, and how its colours are said.

/// Units of the drawing per device pixel, each way: plotters' places are whole numbers, and a quarter of a pixel is fine
/// enough for smooth curves.
pub(super) const FINER: f64 = 4.0;

/// A colour as `#rrggbbaa`.
pub(super) fn hex(colour: u32, set: impl FnOnce(&str)) {
    let mut text = [b'#'; 9];
    for (digit, place) in text[1..].iter_mut().zip((0..8).rev()) {
        *digit = b"0123456789abcdef"[(colour >> (4 * place)) as usize & 15];
    }
    set(std::str::from_utf8(&text).unwrap_or("#000"));
}
