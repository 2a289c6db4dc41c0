//! LZMA without a header, with four bits of literal context and none of position, as `packed.rs` writes it: a range coder over bits,
//! each with odds of its own that learn.

use crate::{ODDS, ROOM, Unpacker};

// Where the odds begin of what several bits decide. Those of single bits stand before, by the state.
const SLOT: usize = 72;
const FAR: usize = 328;
const FAR_LAST: usize = 456;
const COPIES: usize = 472;
const COPIES_AGAIN: usize = 746;
const LITERAL: usize = 1020;

impl Unpacker {
    /// Goes on until so many bytes are found, or some more where the last are copies.
    pub(crate) fn unpack(&mut self, until: usize) {
        if self.read == 0 {
            self.begin();
        }
        while self.at < until {
            if self.bit(self.state) == 0 {
                self.literal();
            } else {
                let copies = self.copies();
                for _ in 0..copies {
                    self.put(self.back(self.near[0]));
                }
            }
        }
    }

    /// From the first byte on.
    pub(crate) fn begin(&mut self) {
        (self.range, self.code, self.read) = (u32::MAX, 0, 0);
        (self.at, self.state, self.near) = (0, 0, [0; 4]);
        self.odds.fill(1024);
        while self.read < 5 {
            self.code = self.code << 8 | self.next();
        }
    }

    fn literal(&mut self) {
        let base = LITERAL + 768 * usize::from(self.back(0) >> 4);
        let mut sign = 1;
        if self.state > 6 {
            // Behind copies the byte is not what another copy would give, which says something about its bits.
            let mut other = usize::from(self.back(self.near[0]));
            while sign < 256 {
                other <<= 1;
                let expected = other & 256;
                let is = self.bit(base + 256 + expected + sign);
                sign = sign << 1 | is;
                if is << 8 != expected {
                    break;
                }
            }
        }
        let sign = self.tree(base, sign, 256);
        self.put(sign as u8);
        self.state -= match self.state {
            0..4 => self.state,
            4..10 => 3,
            _ => 6,
        };
    }

    /// How many bytes to copy from as far as `near` says first.
    fn copies(&mut self) -> usize {
        let state = self.state;
        let behind = |literal, copies| if state < 7 { literal } else { copies };
        if self.choice(12 + state) == 0 {
            self.remember(3);
            let copies = self.many(COPIES);
            self.state = behind(7, 10);
            self.near[0] = self.far(copies);
            return copies;
        }
        let mut kept = self.choice(24 + state);
        if kept == 0 && self.choice(60 + state) == 0 {
            self.state = behind(9, 11);
            return 1;
        }
        if kept > 0 && self.choice(36 + state) > 0 {
            kept = 2 + self.choice(48 + state);
        }
        self.remember(kept);
        self.state = behind(8, 11);
        self.many(COPIES_AGAIN)
    }

    /// Puts the distance at `kept` first and those before it one further.
    #[inline(never)]
    fn remember(&mut self, kept: usize) {
        let mut near = self.near[kept % 4];
        for place in &mut self.near[..=kept % 4] {
            std::mem::swap(place, &mut near);
        }
    }

    #[inline(never)]
    fn many(&mut self, base: usize) -> usize {
        if self.choice(base) == 0 {
            return 2 + self.tree(base + 2, 1, 8);
        }
        if self.choice(base + 1) == 0 {
            return 10 + self.tree(base + 10, 1, 8);
        }
        18 + self.tree(base + 18, 1, 256)
    }

    /// How far back so many copies are, less one.
    fn far(&mut self, copies: usize) -> usize {
        let slot = self.tree(SLOT + 64 * (copies - 2).min(3), 1, 64);
        if slot < 4 {
            return slot;
        }
        let bits = (slot >> 1) - 1;
        let far = (2 | slot & 1) << bits;
        if slot < 14 {
            return far + self.reversed(FAR + far - slot, bits);
        }
        let mut even = 0;
        for _ in 4..bits {
            self.range >>= 1;
            let is = self.code >= self.range;
            if is {
                self.code -= self.range;
            }
            self.widen();
            even = even << 1 | usize::from(is);
        }
        far + (even << 4) + self.reversed(FAR_LAST, 4)
    }

    /// Bits from the highest on, each decided by those before it, until `end`, a power of two, is reached.
    #[inline(never)]
    fn tree(&mut self, base: usize, mut bits: usize, end: usize) -> usize {
        while bits < end {
            bits = bits << 1 | self.bit(base + bits);
        }
        bits - end
    }

    /// The same from the lowest on.
    #[inline(never)]
    fn reversed(&mut self, base: usize, count: usize) -> usize {
        let (mut bits, mut sum) = (1, 0);
        for at in 0..count {
            let is = self.bit(base + bits);
            bits = bits << 1 | is;
            sum |= is << at;
        }
        sum
    }

    /// The same where it is asked for a few times a copy: called, it makes the program smaller and costs little.
    #[inline(never)]
    fn choice(&mut self, at: usize) -> usize {
        self.bit(at)
    }

    /// The next bit, by its odds, which learn from it. It is asked for millions of times: what it costs to call it is a tenth of all,
    /// and a branch, which could only guess, would be a sixth more.
    #[inline(always)]
    fn bit(&mut self, at: usize) -> usize {
        let odds = i32::from(self.odds[at % ODDS]);
        let bound = (self.range >> 11) * odds as u32;
        let above = u64::from(self.code).wrapping_sub(bound.into());
        // All ones where it is zero, else none.
        let zero = (above >> 32) as u32;
        self.code = (above as u32).wrapping_add(bound & zero);
        self.range = (bound & zero) + ((self.range - bound) & !zero);
        self.odds[at % ODDS] = (odds - ((odds - (2017 & zero as i32)) >> 5)) as u16;
        self.widen();
        zero.wrapping_add(1) as usize
    }

    fn widen(&mut self) {
        if self.range < 1 << 24 {
            self.range <<= 8;
            self.code = self.code << 8 | self.next();
        }
    }

    fn next(&mut self) -> u32 {
        let byte = self.packed[self.read % ROOM];
        self.read += 1;
        byte.into()
    }

    fn back(&self, far: usize) -> u8 {
        self.found[self.at.wrapping_sub(far + 1) % ROOM]
    }

    fn put(&mut self, byte: u8) {
        self.found[self.at % ROOM] = byte;
        self.at += 1;
    }
}
