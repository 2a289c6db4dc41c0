//! Text whose letters are the input of arithmetic coding: a page in UTF-8 holds over seven bits a byte so, where base64 has six.

use crate::ROOM;

/// The letters that there are: so many of one byte, of two and of three, each kind with the weight of one of its letters. A byte
/// of the page holds the most where a letter's weight is the power of its bytes.
pub const KINDS: [(u64, u64); 3] = [(125, 118_484), (1_920, 837), (53_248, 6)];
/// The weight of all letters together.
pub const TOTAL: u64 = KINDS[0].0 * KINDS[0].1 + KINDS[1].0 * KINDS[1].1 + KINDS[2].0 * KINDS[2].1;
/// Letters of one byte that a script's text cannot hold: the first two the browser changes, and the third may end the script.
pub const FORBIDDEN: [u8; 3] = [0, b'\r', b'<'];
/// The scale's 48 bits leave room for a carry and for the weights; it is widened when its highest eight are used up.
pub const WHOLE: u64 = 1 << 48;
/// See [`WHOLE`].
pub const NARROW: u64 = 1 << 40;

/// How far letters have been read.
#[derive(Debug)]
pub struct Letters {
    low: u64,
    range: u64,
    at: usize,
    written: usize,
}

impl Letters {
    /// Not at all.
    #[expect(clippy::new_without_default, reason = "it stands in a static, where a default cannot")]
    #[must_use]
    pub const fn new() -> Self {
        Self { low: 0, range: WHOLE, at: 0, written: 0 }
    }

    /// Makes what is left of the first `until` bytes, which are letters, into the bytes that they mean. These are fewer, so they stand
    /// in the same place.
    pub fn read(&mut self, place: &mut [u8; ROOM], until: usize) {
        // Not in memory while letters are read.
        let Self { mut low, mut range, mut at, mut written } = *self;
        while at < until {
            let mut letter = u64::from(place[at % ROOM]);
            let kind = usize::from(letter >= 0x80) + usize::from(letter >= 0xe0);
            // What follows the first byte of a letter in UTF-8 has six bits.
            letter = if kind > 0 { letter & 0x1f } else { letter };
            for _ in 0..kind {
                at += 1;
                letter = letter << 6 | u64::from(place[at % ROOM] & 0x3f);
            }
            at += 1;
            let [one, two, three] = KINDS;
            let (before, number, weight) = match kind {
                0 => (0, letter - skipped(letter), one.1),
                1 => (one.0 * one.1, letter - 0x80, two.1),
                _ => (one.0 * one.1 + two.0 * two.1, letter - 0x800, three.1),
            };
            let (unit, from) = (range / TOTAL, before + number * weight);
            low += unit * from;
            // The last letter has what is left of the range.
            range = if from + weight == TOTAL { range - unit * from } else { unit * weight };
            while range < NARROW {
                if low >= WHOLE {
                    carry(place, written);
                }
                place[written % ROOM] = (low >> 40) as u8;
                written += 1;
                low = low << 8 & (WHOLE - 1);
                range <<= 8;
            }
        }
        *self = Self { low, range, at, written };
    }
}

/// How many letters of one byte before this one are none.
fn skipped(letter: u64) -> u64 {
    let [_, one, two] = FORBIDDEN;
    1 + u64::from(letter > one.into()) + u64::from(letter > two.into())
}

/// Adds one to the number that ends here.
fn carry(place: &mut [u8; ROOM], mut end: usize) {
    loop {
        end = end.wrapping_sub(1);
        let byte = &mut place[end % ROOM];
        *byte = byte.wrapping_add(1);
        if *byte > 0 {
            return;
        }
    }
}
