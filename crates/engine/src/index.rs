//! Finds places in a list by what stands there. It keeps numbers only, so that one code serves lists of every kind.

/// Places of a list by the hashes of what stands there; `0` is a free entry, the place is one less.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Index {
    entries: Vec<(u32, u32)>,
    used: usize,
}

impl Index {
    /// The place with this hash for which `is` holds.
    pub(crate) fn find(&self, hash: u32, mut is: impl FnMut(usize) -> bool) -> Option<usize> {
        let mut at = hash as usize;
        loop {
            let (known, place) = *self.entries.get(at & self.entries.len().wrapping_sub(1))?;
            let place = (place as usize).checked_sub(1)?;
            if known == hash && is(place) {
                return Some(place);
            }
            at += 1;
        }
    }

    /// Notes that what has this hash stands at `place`. Of several that are alike the first is found.
    pub(crate) fn add(&mut self, hash: u32, place: usize) {
        // A power of two, three quarters full at most, so that every search ends.
        if self.used * 4 >= self.entries.len() * 3 {
            let larger = vec![(0, 0); (self.entries.len() * 2).max(64)];
            for (hash, place) in std::mem::replace(&mut self.entries, larger) {
                if place > 0 {
                    self.put(hash, place);
                }
            }
        }
        self.used += 1;
        self.put(hash, u32::try_from(place + 1).unwrap_or_default());
    }

    fn put(&mut self, hash: u32, place: u32) {
        let mask = self.entries.len() - 1;
        let mut at = hash as usize & mask;
        while self.entries[at].1 > 0 {
            at = (at + 1) & mask;
        }
        self.entries[at] = (hash, place);
    }
}

/// A hash of some numbers: that of Fowler, Noll and Vo, the high bits mixed into the low ones that choose the entry.
pub(crate) fn hash(numbers: impl Iterator<Item = u32>) -> u32 {
    let hash = numbers.fold(0x811c_9dc5_u32, |hash, number| (hash ^ number).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d) ^ (hash >> 12)
}
