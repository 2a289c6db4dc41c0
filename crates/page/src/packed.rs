//! Bytes as text: LZMA, which takes a fifth less than gzip here, then in a page over seven bits a byte, where base64 has six.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use std::io::Write as _;

/// Letters of one byte that a script's text cannot hold: the first two the browser changes, and the third may end the script.
const FORBIDDEN: [u8; 3] = [0, b'\r', b'<'];
/// The letters that there are: so many of one byte, of two and of three, each kind with the weight of one of its letters. A byte
/// of the page holds the most where a letter's weight is the power of its bytes.
const KINDS: [(u64, u64); 3] = [(125, 118_484), (1_920, 837), (53_248, 6)];
/// Where the letters of two bytes and of three begin.
const BEGINS: [u64; 3] = [0, 0x80, 0x800];
/// The scale has 48 bits, which numbers of JavaScript hold with room for a carry, and is widened when its highest eight are used up.
const WHOLE: u64 = 1 << 48;
const NARROW: u64 = 1 << 40;

/// What `start.js` counts with. Four bits of literal context suit wasm; nothing in it has a place of its own modulo anything.
const LITERAL_CONTEXT: u32 = 4;

/// The parts in one text, behind a line with their lengths in bytes. `start.js` reads it.
pub(crate) fn packed(parts: &[&[u8]]) -> String {
    framed(parts, letters)
}

/// The same in base64, for a script, which may be read in any character set. `elements.js` reads it.
pub(crate) fn packed_plain(parts: &[&[u8]]) -> String {
    framed(parts, |bytes| STANDARD.encode(bytes))
}

fn framed(parts: &[&[u8]], letters: impl Fn(&[u8]) -> String) -> String {
    let lengths: Vec<String> = parts.iter().map(|part| part.len().to_string()).collect();
    format!("{}\n{}", lengths.join(" "), letters(&compressed(&parts.concat())))
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let options = LzmaOptions {
        // The whole is in reach.
        dict_size: u32::try_from(bytes.len()).unwrap_or(u32::MAX).max(lzma_rust2::DICT_SIZE_MIN),
        lc: LITERAL_CONTEXT,
        lp: 0,
        pb: 0,
        mode: EncodeMode::Normal,
        nice_len: LzmaOptions::NICE_LEN_MAX,
        mf: MfType::Bt4,
        depth_limit: 1000,
        preset_dict: None,
    };
    let written = LzmaWriter::new_no_header(Vec::new(), &options, false).and_then(|mut writer| {
        writer.write_all(bytes)?;
        writer.finish()
    });
    // The options are fit, and writing into memory does not fail.
    written.unwrap_or_default()
}

/// The letters whose weights, one after the other, lead to these bytes: what `start.js` does is arithmetic coding, and this is its
/// decoder.
fn letters(bytes: &[u8]) -> String {
    let total: u64 = KINDS.iter().map(|(count, weight)| count * weight).sum();
    // What is read behind them decides the carry into the last of them, and has none of its own: so a reader needs no end mark.
    let mut rest = bytes.iter().copied().chain(std::iter::repeat(0x80)).map(u64::from);
    let mut next = move || rest.next().unwrap_or_default();
    let mut text = String::with_capacity(bytes.len() * 8 / 7);
    let (mut range, mut code) = (WHOLE, 0);
    let mut read = 0;
    for _ in 0..6 {
        code = code << 8 | next();
    }
    // Then what is left of the range is within the last byte.
    while read <= bytes.len() {
        let unit = range / total;
        let mut place = (code / unit).min(total - 1);
        let mut from = 0;
        for ((count, weight), begins) in KINDS.into_iter().zip(BEGINS) {
            if place < count * weight {
                let number = place / weight;
                from += number * weight;
                let is_last = from + weight == total;
                text.extend(letter(begins, number));
                code -= unit * from;
                range = if is_last { range - unit * from } else { unit * weight };
                break;
            }
            place -= count * weight;
            from += count * weight;
        }
        while range < NARROW {
            range <<= 8;
            code = code << 8 | next();
            read += 1;
        }
    }
    text
}

/// The letter with a number among those of its kind, which begin there.
fn letter(begins: u64, number: u64) -> Option<char> {
    let skipped = |letter: u64, forbidden: u8| letter + u64::from(letter >= u64::from(forbidden));
    let letter = if begins == 0 { FORBIDDEN.into_iter().fold(number, skipped) } else { begins + number };
    u32::try_from(letter).ok().and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_become_letters_that_a_script_can_hold() {
        for bytes in [
            (0..=255).chain([0; 40]).chain([0xff; 40]).chain([0x3c; 9]).collect(),
            vec![0xff; 999],
            vec![0; 999],
            random(9_999),
            Vec::new(),
        ] {
            let text = letters(&bytes);
            assert!(!text.contains(['\0', '\r', '<']));
            assert_eq!(back(&text)[..bytes.len()], bytes);
        }
    }

    #[test]
    fn a_byte_of_the_page_holds_more_than_seven_bits() {
        let text = letters(&random(70_000));
        assert!(text.len() < 70_000 * 8 * 100 / 714, "{}", text.len());
    }

    fn random(count: usize) -> Vec<u8> {
        let mut state = 1_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        (0..count).map(|_| random()).collect()
    }

    /// What `start.js` does, with the weights as it has them.
    fn back(text: &str) -> Vec<u8> {
        let (mut found, mut low, mut range) = (Vec::new(), 0_u64, 1_u64 << 48);
        let out = |found: &mut Vec<u8>, low: &mut u64| {
            if *low >> 48 > 0 {
                for byte in found.iter_mut().rev() {
                    *byte = byte.wrapping_add(1);
                    if *byte > 0 {
                        break;
                    }
                }
            }
            found.push((*low >> 40 & 0xff) as u8);
            *low = (*low & ((1 << 40) - 1)) << 8;
        };
        for letter in text.chars().map(u64::from) {
            let (from, weight) = match letter {
                0x800.. => (16_417_540 + (letter - 0x800) * 6, 6),
                0x80.. => (14_810_500 + (letter - 0x80) * 837, 837),
                _ => ((letter - 1 - u64::from(letter > 13) - u64::from(letter > 60)) * 118_484, 118_484),
            };
            let unit = range / 16_737_028;
            low += unit * from;
            range = if letter == 0xd7ff { range - unit * from } else { unit * weight };
            while range < 1 << 40 {
                out(&mut found, &mut low);
                range <<= 8;
            }
        }
        found
    }

    #[test]
    fn what_is_packed_is_much_smaller_and_begins_with_the_lengths() {
        let text = "a story of watts and dollars ".repeat(100);
        let packed = packed(&[text.as_bytes(), b"end"]);
        assert!(packed.starts_with("2900 3\n"));
        assert!(packed.len() < 120, "{}", packed.len());
    }
}
