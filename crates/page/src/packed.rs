//! Bytes as text: LZMA, which takes a fifth less than gzip here, then in a page a little over seven bits a byte, where base64 has six.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use std::io::Write as _;

/// Letters of one byte that a script's text cannot hold: the first two the browser changes, and the third may end the script.
const FORBIDDEN: [u8; 3] = [0, b'\r', b'<'];
/// How many of the 125 others stand for seven bits; the rest stand for eight. What begins higher still is fourteen bits, for which
/// UTF-8 has letters of two bytes: just as many as are left.
const SEVENS: u16 = 101;
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

fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 7);
    let mut at = 0;
    while at < bytes.len() * 8 {
        let next = fourteen(bytes, at);
        let (letter, bits) = match (next >> 7, next >> 6) {
            (seven, _) if seven < SEVENS => (one_byte(seven), 7),
            (_, eight) if eight < SEVENS + 125 => (one_byte(eight - SEVENS), 8),
            _ => (next - (SEVENS + 125 << 6) + 128, 14),
        };
        text.extend(char::from_u32(letter.into()));
        at += bits;
    }
    text
}

/// The next fourteen bits, the highest first; behind the end stand zeros.
fn fourteen(bytes: &[u8], at: usize) -> u16 {
    let byte = |which: usize| u32::from(bytes.get(at / 8 + which).copied().unwrap_or_default());
    let three = byte(0) << 16 | byte(1) << 8 | byte(2);
    #[expect(clippy::cast_possible_truncation, reason = "fourteen bits")]
    {
        (three >> (10 - at % 8) & 0x3fff) as u16
    }
}

/// The letter of one byte at a place among those that are not forbidden.
fn one_byte(place: u16) -> u16 {
    FORBIDDEN
        .into_iter()
        .map(u16::from)
        .fold(place, |letter, forbidden| letter + u16::from(letter >= forbidden))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_become_letters_that_a_script_can_hold() {
        let bytes: Vec<u8> = (0..=255).chain([0; 40]).chain([0xff; 40]).chain([0x3c; 9]).collect();
        let text = letters(&bytes);
        assert!(!text.contains(['\0', '\r', '<']));
        let place = |letter: u32| letter - 1 - u32::from(letter > 13) - u32::from(letter > 60);
        let mut bits = String::new();
        for letter in text.chars().map(u32::from) {
            match letter {
                128.. => bits += &format!("{:014b}", letter - 128 + 226 * 64),
                _ if place(letter) < 101 => bits += &format!("{:07b}", place(letter)),
                _ => bits += &format!("{:08b}", place(letter) + 101),
            }
        }
        let back: Vec<u8> = bits
            .as_bytes()
            .chunks_exact(8)
            .map(|eight| u8::from_str_radix(std::str::from_utf8(eight).unwrap(), 2).unwrap())
            .collect();
        assert_eq!(back[..bytes.len()], bytes);
    }

    #[test]
    fn a_byte_of_the_page_holds_more_than_seven_bits() {
        let mut state = 1_u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            state.to_be_bytes()[0]
        };
        let bytes: Vec<u8> = (0..70_000).map(|_| random()).collect();
        let text = letters(&bytes);
        assert!(text.len() < 70_000 * 8 * 100 / 707, "{}", text.len());
    }

    #[test]
    fn what_is_packed_is_much_smaller_and_begins_with_the_lengths() {
        let text = "a story of watts and dollars ".repeat(100);
        let packed = packed(&[text.as_bytes(), b"end"]);
        assert!(packed.starts_with("2900 3\n"));
        assert!(packed.len() < 120, "{}", packed.len());
    }
}
