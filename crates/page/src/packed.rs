//! Bytes as text: LZMA, which takes a fifth less than gzip here, then in a page over seven bits a byte, where base64 has six.

use crate::PageError;
use base64::{Engine as _, engine::general_purpose::STANDARD};
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};
use std::io::Write as _;
use unpack::ROOM;
use unpack::letters::{FORBIDDEN, KINDS, NARROW, TOTAL, WHOLE};

/// Where the letters of two bytes and of three begin.
const BEGINS: [u64; 3] = [0, 0x80, 0x800];

/// What `unpack` counts with. Four bits of literal context suit wasm; nothing in it has a place of its own modulo anything.
const LITERAL_CONTEXT: u32 = 4;

/// The parts in one text, behind a line with their lengths in bytes. `unpack.js` reads it.
///
/// # Errors
/// [`PageError::Room`] if they are more than `unpack` has room for.
pub(crate) fn packed(parts: &[&[u8]]) -> Result<String, PageError> {
    framed(parts, letters)
}

/// The same in base64, for a script, which may be read in any character set.
///
/// # Errors
/// As [`packed`].
pub(crate) fn packed_plain(parts: &[&[u8]]) -> Result<String, PageError> {
    framed(parts, |bytes| STANDARD.encode(bytes))
}

fn framed(parts: &[&[u8]], letters: impl Fn(&[u8]) -> String) -> Result<String, PageError> {
    let fits = |bytes: usize| if bytes > ROOM { Err(PageError::Room(bytes)) } else { Ok(()) };
    let whole = parts.concat();
    fits(whole.len())?;
    let text = letters(&compressed(&whole));
    fits(text.len())?;
    let lengths: Vec<String> = parts.iter().map(|part| part.len().to_string()).collect();
    Ok(format!("{}\n{text}", lengths.join(" ")))
}

/// What unpacks, as letters whose numbers less four are its bytes, whatever multiple of 256 is added: wasm has many zeros and small
/// numbers, which have letters of one byte so. `start.js` reads it.
pub(crate) fn shifted(wasm: &[u8]) -> String {
    let letter = |byte: &u8| {
        let letter = byte.wrapping_add(4);
        char::from_u32(u32::from(letter) + if FORBIDDEN.contains(&letter) { 256 } else { 0 })
    };
    wasm.iter().filter_map(letter).collect()
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

/// The letters whose weights, one after the other, lead to these bytes: what `unpack` does is arithmetic coding, and this is its
/// decoder.
fn letters(bytes: &[u8]) -> String {
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
        let unit = range / TOTAL;
        let mut place = (code / unit).min(TOTAL - 1);
        let mut from = 0;
        for ((count, weight), begins) in KINDS.into_iter().zip(BEGINS) {
            if place < count * weight {
                let number = place / weight;
                from += number * weight;
                let is_last = from + weight == TOTAL;
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
    use unpack::{letters::Letters, unpacked};

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
            let mut place: Box<[u8; ROOM]> = vec![0; ROOM].try_into().unwrap();
            place[..text.len()].copy_from_slice(text.as_bytes());
            let mut letters = Letters::new();
            // In two steps, wherever the first of them ends.
            letters.read(&mut place, text.len() / 2);
            letters.read(&mut place, text.len());
            assert_eq!(place[..bytes.len()], bytes);
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

    #[test]
    fn what_is_packed_is_much_smaller_and_begins_with_the_lengths() {
        let text = "a story of watts and dollars ".repeat(100);
        let packed = packed(&[text.as_bytes(), b"end"]).unwrap();
        assert!(packed.starts_with("2900 3\n"));
        assert!(packed.len() < 120, "{}", packed.len());
    }

    #[test]
    fn what_is_packed_is_what_is_unpacked() {
        let numbers: String =
            (0..5_000).map(|number| format!("{number} of {}, ", number * number % 977)).collect();
        let far = [random(9_000), b"again ".repeat(300), random(9_000)].concat();
        for parts in [[&b""[..], b""], [b"a", b""], [numbers.as_bytes(), b"the end"], [&far, &far[7..]]] {
            let whole = parts.concat();
            let (packed, plain) = (packed(&parts).unwrap(), packed_plain(&parts).unwrap());
            let rest = |text: &str| text.split_once('\n').unwrap().1.to_owned();
            assert_eq!(unpacked(rest(&packed).as_bytes(), true, whole.len()), Some(whole.clone()));
            let plain = STANDARD.decode(rest(&plain)).unwrap();
            assert_eq!(unpacked(&plain, false, whole.len()), Some(whole));
        }
    }

    #[test]
    fn what_unpacks_is_told_by_the_numbers_of_letters() {
        let bytes: Vec<u8> = (0..=255).collect();
        let text = shifted(&bytes);
        assert!(!text.contains(['\0', '\r', '<']));
        let back: Vec<u8> =
            text.chars().map(|letter| (u32::from(letter).wrapping_sub(4) % 256) as u8).collect();
        assert_eq!(back, bytes);
    }

    #[test]
    fn what_there_is_no_room_for_is_refused() {
        assert_eq!(packed(&[&vec![0; ROOM + 1]]), Err(PageError::Room(ROOM + 1)));
    }
}
