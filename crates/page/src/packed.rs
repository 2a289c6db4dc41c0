//! Bytes as text: LZMA, which takes a fifth less than gzip here, then in a page seven bits a letter, where base64 has six.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use std::io::Write as _;

/// Letters that a script's text cannot hold: the first two the browser changes, and the third may end the script.
const FORBIDDEN: [u8; 3] = [0, b'\r', b'<'];
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
    let mut text = String::with_capacity(bytes.len() * 8 / 7 + 2);
    let mut sevens = sevens(bytes);
    while let Some(seven) = sevens.next() {
        match (0..).zip(FORBIDDEN).find(|(_, forbidden)| *forbidden == seven) {
            None => text.push(char::from(seven)),
            Some((which, _)) => {
                let code = 128 + (which << 7 | u32::from(sevens.next().unwrap_or_default()));
                text.extend(char::from_u32(code));
            }
        }
    }
    text
}

/// Seven bits at a time, the highest first; the last ones filled with zeros.
fn sevens(bytes: &[u8]) -> impl Iterator<Item = u8> {
    (0..(bytes.len() * 8).div_ceil(7)).map(|at| {
        let (byte, shift) = (at * 7 / 8, at * 7 % 8);
        let pair = u16::from_be_bytes([bytes[byte], bytes.get(byte + 1).copied().unwrap_or_default()]);
        ((pair << shift >> 9) & 0x7f).to_be_bytes()[1]
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_become_letters_that_a_script_can_hold() {
        let bytes: Vec<u8> = (0..=255).chain([0; 40]).chain([0x3c; 9]).collect();
        let text = letters(&bytes);
        assert!(!text.contains(['\0', '\r', '<']));
        assert!(text.len() <= bytes.len() * 8 / 7 + 2, "{}", text.len());
        let mut bits = String::new();
        for letter in text.chars().map(u32::from) {
            match letter {
                0..128 => bits += &format!("{letter:07b}"),
                _ => bits += &format!("{:07b}{:07b}", FORBIDDEN[(letter as usize - 128) >> 7], letter & 127),
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
    fn what_is_packed_is_much_smaller_and_begins_with_the_lengths() {
        let text = "a story of watts and dollars ".repeat(100);
        let packed = packed(&[text.as_bytes(), b"end"]);
        assert!(packed.starts_with("2900 3\n"));
        assert!(packed.len() < 120, "{}", packed.len());
    }
}
