//! Quantiles of a column: a histogram finds the right place in the order of all draws without sorting them.

use super::kernel::Lanes;
use wide::{CmpEq, CmpGe, CmpGt, CmpLe, CmpLt};

/// What the draws of one slot come to. Draws whose value is absent do not count.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bands {
    /// A tenth of the draws lies below.
    pub p10: f64,
    /// A quarter lies below.
    pub p25: f64,
    /// The median.
    pub p50: f64,
    /// A quarter lies above.
    pub p75: f64,
    /// A tenth lies above.
    pub p90: f64,
    /// Share of the draws that have a value at all.
    pub present: f64,
}

/// One of the five numbers of a band.
type Quantile = fn(&Bands) -> f64;

/// Names of the quantiles with what reads them, in their order.
pub const QUANTILES: [(&str, Quantile); 5] = [
    ("p10", |bands| bands.p10),
    ("p25", |bands| bands.p25),
    ("p50", |bands| bands.p50),
    ("p75", |bands| bands.p75),
    ("p90", |bands| bands.p90),
];

impl Bands {
    /// Of something that is the same in every draw.
    pub(super) fn of_one(value: f64) -> Self {
        Self { p10: value, p25: value, p50: value, p75: value, p90: value, present: 1.0 }
    }
}

const SHARES: [f64; 5] = [0.1, 0.25, 0.5, 0.75, 0.9];
const BINS: usize = 1_024;
/// Added to a number below 2^51 it leaves the nearest whole number in the lowest bits.
const MAGIC: f64 = 4_503_599_627_370_496.0;

/// How many draws lie in each bin; the last counts those outside all. Loops and lanes are plain, since at the page's level of
/// optimisation iterators stay calls.
pub(super) struct Histogram {
    bins: Vec<u32>,
    low: f64,
    scale: f64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self { bins: vec![0; BINS * 2], low: 0.0, scale: 0.0 }
    }
}

impl Histogram {
    /// The bands of a column; absent where no draw has a value.
    pub(super) fn bands(&mut self, column: &[Lanes]) -> Option<Bands> {
        let [low, high] = extremes(column, |lanes| (lanes * Lanes::ZERO).cmp_eq(Lanes::ZERO));
        if low > high {
            return None;
        }
        self.fill(column, [low, high]);
        let draws = count(column.len() * 4);
        let present = draws - f64::from(self.bins[BINS]);
        let (mut below, mut at, mut found) = (0.0, 0, [low; 5]);
        let (mut crowded, mut last) = ([None; 5], (BINS, [low; 2]));
        for (place, share) in SHARES.iter().enumerate() {
            let rank = share * present;
            while below + f64::from(self.bins[at]) <= rank && at + 1 < BINS {
                below += f64::from(self.bins[at]);
                at += 1;
            }
            if self.is_crowded(at, present) {
                if last.0 != at {
                    last = (at, self.ends(column, at));
                }
                crowded[place] = Some((rank - below, last.1));
            }
            found[place] = self.inside(at, rank - below).clamp(low, high);
        }
        for place in 0..5 {
            if let Some((rank, ends)) = crowded[place] {
                found[place] = self.at_rank(column, rank, ends);
            }
            // Rounding never turns the order round.
            if place > 0 && found[place] < found[place - 1] {
                found[place] = found[place - 1];
            }
        }
        let [p10, p25, p50, p75, p90] = found;
        Some(Bands { p10, p25, p50, p75, p90, present: present / draws })
    }

    /// Counts the draws between two ends.
    fn fill(&mut self, column: &[Lanes], [low, high]: [f64; 2]) {
        self.low = low;
        self.scale = if high > low { count(BINS - 1) / (high - low) } else { 0.0 };
        self.bins.fill(0);
        let Ok(bins) = <&mut [u32; BINS * 2]>::try_from(self.bins.as_mut_slice()) else { return };
        let (low, high, scale) = (Lanes::splat(low), Lanes::splat(high), Lanes::splat(self.scale));
        let (magic, outside) = (Lanes::splat(MAGIC), Lanes::splat(MAGIC + count(BINS)));
        for lanes in column {
            let inside = lanes.cmp_ge(low) & lanes.cmp_le(high);
            let places = inside.blend((*lanes - low) * scale + magic, outside).to_array();
            for place in &places {
                #[expect(clippy::cast_possible_truncation, reason = "the lowest bits are the number")]
                let at = place.to_bits() as usize;
                bins[at & (BINS * 2 - 1)] += 1;
            }
        }
    }

    /// Many draws in one bin may be one value, a ceiling, say, which then is given exactly.
    fn is_crowded(&self, at: usize, present: f64) -> bool {
        f64::from(self.bins[at]) * 32.0 > present && self.bins[at] > 3
    }

    /// The value at a place in the order of a bin's draws, if they are spread evenly.
    fn inside(&self, at: usize, rank: f64) -> f64 {
        if self.scale == 0.0 {
            return self.low;
        }
        self.low + (count(at) - 0.5 + rank / f64::from(self.bins[at])) / self.scale
    }

    /// The smallest and the largest draw of a bin.
    fn ends(&self, column: &[Lanes], at: usize) -> [f64; 2] {
        let (low, scale) = (Lanes::splat(self.low), Lanes::splat(self.scale));
        let (magic, place) = (Lanes::splat(MAGIC), Lanes::splat(MAGIC + count(at)));
        extremes(column, |lanes| ((lanes - low) * scale + magic).cmp_eq(place))
    }

    /// The value at a place in the order of the draws between two ends.
    fn at_rank(&mut self, column: &[Lanes], mut rank: f64, mut ends: [f64; 2]) -> f64 {
        while ends[0] < ends[1] {
            self.fill(column, ends);
            // So near to each other or so far apart that no bin divides them.
            if !self.scale.is_normal() {
                break;
            }
            let (mut all, mut at) = (0.0, 0);
            for bin in &self.bins[..BINS] {
                all += f64::from(*bin);
            }
            while f64::from(self.bins[at]) <= rank && at + 1 < BINS {
                rank -= f64::from(self.bins[at]);
                at += 1;
            }
            if !self.is_crowded(at, all) {
                return self.inside(at, rank).clamp(ends[0], ends[1]);
            }
            ends = self.ends(column, at);
        }
        ends[0]
    }
}

/// The smallest and the largest of the draws that are chosen; the wrong way round where there are none.
fn extremes(column: &[Lanes], chosen: impl Fn(Lanes) -> Lanes) -> [f64; 2] {
    let (mut low, mut high) = (Lanes::splat(f64::INFINITY), Lanes::splat(f64::NEG_INFINITY));
    for lanes in column {
        let chosen = chosen(*lanes);
        low = (chosen & lanes.cmp_lt(low)).blend(*lanes, low);
        high = (chosen & lanes.cmp_gt(high)).blend(*lanes, high);
    }
    let (lows, highs) = (low.to_array(), high.to_array());
    let (mut low, mut high) = (lows[0], highs[0]);
    for lane in 1..4 {
        low = if lows[lane] < low { lows[lane] } else { low };
        high = if highs[lane] > high { highs[lane] } else { high };
    }
    [low, high]
}

/// All lanes of a column, one after the other.
pub(super) fn values(column: &[Lanes]) -> impl Iterator<Item = f64> {
    column.iter().flat_map(|lanes| lanes.to_array())
}

#[expect(clippy::cast_precision_loss, reason = "draws are counted so")]
fn count(number: usize) -> f64 {
    number as f64
}
