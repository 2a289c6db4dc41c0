//! Sobol points: evenly spread, the same on every machine, one fixed set for each dimension.

/// How many assumptions a story can have: one dimension for each, by its place.
pub const DIMENSIONS: usize = DIRECTIONS.len();

/// The dimension that no assumption has.
pub(super) const SPARE: usize = DIMENSIONS;

/// Of each dimension after the first, the polynomial's inner coefficients as bits and then as many first direction numbers as its
/// degree: S. Joe and F. Y. Kuo, Constructing Sobol sequences with better two-dimensional projections (2008), new-joe-kuo-6.
const DIRECTIONS: [&[u8]; 36] = [
    &[0, 1],
    &[1, 1, 3],
    &[1, 1, 3, 1],
    &[2, 1, 1, 1],
    &[1, 1, 1, 3, 3],
    &[4, 1, 3, 5, 13],
    &[2, 1, 1, 5, 5, 17],
    &[4, 1, 1, 5, 5, 5],
    &[7, 1, 1, 7, 11, 19],
    &[11, 1, 1, 5, 1, 1],
    &[13, 1, 1, 1, 3, 11],
    &[14, 1, 3, 5, 5, 31],
    &[1, 1, 3, 3, 9, 7, 49],
    &[13, 1, 1, 1, 15, 21, 21],
    &[16, 1, 3, 1, 13, 27, 49],
    &[19, 1, 1, 1, 15, 7, 5],
    &[22, 1, 3, 1, 15, 13, 25],
    &[25, 1, 1, 5, 5, 19, 61],
    &[1, 1, 3, 7, 11, 23, 15, 103],
    &[4, 1, 3, 7, 13, 13, 15, 69],
    &[7, 1, 1, 3, 13, 7, 35, 63],
    &[8, 1, 3, 5, 9, 1, 25, 53],
    &[14, 1, 3, 1, 13, 9, 35, 107],
    &[19, 1, 3, 1, 5, 27, 61, 31],
    &[21, 1, 1, 5, 11, 19, 41, 61],
    &[28, 1, 3, 5, 3, 3, 13, 69],
    &[31, 1, 1, 7, 13, 1, 19, 1],
    &[32, 1, 3, 7, 5, 13, 19, 59],
    &[37, 1, 1, 3, 9, 25, 29, 41],
    &[41, 1, 3, 5, 13, 23, 1, 55],
    &[42, 1, 3, 7, 3, 13, 59, 17],
    &[50, 1, 3, 1, 3, 5, 53, 69],
    &[55, 1, 1, 5, 5, 23, 33, 13],
    &[56, 1, 1, 7, 7, 1, 61, 123],
    &[59, 1, 1, 7, 9, 13, 61, 49],
    &[62, 1, 3, 3, 5, 3, 55, 33],
];

/// The coordinates of a dimension, one a point, as 32 bits after the binary point. The first half, quarter, … of a power of
/// two of them is as evenly spread as the whole.
pub(super) struct Sobol {
    directions: [u32; 32],
    next: u32,
    at: u32,
}

impl Sobol {
    /// Dimensions beyond the spare one begin again at the first; a checked story has none.
    pub(super) fn new(dimension: usize) -> Self {
        let mut directions = [0; 32];
        match (dimension % (DIMENSIONS + 1)).checked_sub(1).map(|at| DIRECTIONS[at]) {
            None => {
                for (bit, direction) in directions.iter_mut().enumerate() {
                    *direction = 1 << (31 - bit);
                }
            }
            Some(row) => {
                let degree = row.len() - 1;
                for bit in 0..32 {
                    directions[bit] = if bit < degree {
                        u32::from(row[bit + 1]) << (31 - bit)
                    } else {
                        let last = directions[bit - degree];
                        (1..degree)
                            .filter(|back| row[0] >> (degree - 1 - back) & 1 == 1)
                            .fold(last ^ (last >> degree), |sum, back| sum ^ directions[bit - back])
                    };
                }
            }
        }
        Self { directions, next: 0, at: 0 }
    }
}

impl Iterator for Sobol {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let point = self.next;
        self.at = self.at.wrapping_add(1);
        // In the order of Gray codes neighbours differ in one direction only.
        self.next ^= self.directions[(self.at.trailing_zeros() & 31) as usize];
        Some(point)
    }
}

/// Shuffles the points of a dimension without making them less even: every bit is flipped or not by what stands above it
/// (B. Burley, Practical hash-based Owen scrambling, 2020).
pub(super) fn shuffled(point: u32, seed: u32) -> u32 {
    let mut bits = point.reverse_bits().wrapping_add(seed);
    for factor in [0x6c50_b47c, 0xb82f_1e52, 0xc7af_e638, 0x8d22_f6e6] {
        bits ^= bits.wrapping_mul(factor);
    }
    bits.reverse_bits()
}

/// Makes one seed many that have nothing to do with each other.
pub(super) fn hashed(seed: u32, dimension: u32) -> u32 {
    let mut bits = seed ^ dimension.wrapping_add(1).wrapping_mul(0x9e37_79b9);
    for factor in [0x7feb_352d, 0x846c_a68b] {
        bits = (bits ^ bits >> 16).wrapping_mul(factor);
    }
    bits ^ bits >> 16
}
