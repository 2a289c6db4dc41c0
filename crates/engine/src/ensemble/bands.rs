//! Quantiles of a column: a histogram finds the right place in the order of all draws without sorting them.

use super::kernel::Lanes;
use wide::{CmpEq, CmpGt, CmpLt};

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
/// Bins between the two ends of a histogram.
const INNER: usize = 1_024;
/// Where the lowest bits of what is not a number point to: draws without a value.
const ABSENT: usize = 0;
/// Draws below both ends.
const BELOW: usize = 1;
/// The first of the inner bins.
const FIRST: usize = 2;
/// The last of them.
const LAST: usize = FIRST + INNER - 1;
/// Draws above both ends.
const ABOVE: usize = LAST + 1;
/// The lowest bin with draws of a value, and how many lie below it.
const LOWEST: (usize, f64) = (BELOW, 0.0);
/// Added to a number below 2^51 it leaves the nearest whole number in the lowest bits.
const MAGIC: f64 = 4_503_599_627_370_496.0;
/// The ends are looked for among one draw of so many: the first draws are spread as evenly as all are.
const LOOKED_AT: usize = 8;

/// How many draws lie in each bin. Loops and lanes are plain, since at the page's level of optimisation iterators stay calls
/// and loops stay rolled up.
pub(super) struct Histogram {
    bins: Vec<u32>,
    low: f64,
    high: f64,
    scale: f64,
}

impl Default for Histogram {
    fn default() -> Self {
        Self { bins: vec![0; INNER * 2], low: 0.0, high: 0.0, scale: 0.0 }
    }
}

impl Histogram {
    /// The bands of a column; absent where no draw has a value.
    pub(super) fn bands(&mut self, column: &[Lanes]) -> Option<Bands> {
        let mut ends = extremes(&column[..column.len().div_ceil(LOOKED_AT)], is_present);
        if ends[0] >= ends[1] {
            ends = extremes(column, is_present);
        }
        if ends[0] > ends[1] {
            return None;
        }
        self.fill(column, ends);
        let draws = count(column.len() * 4);
        let present = draws - f64::from(self.bins[ABSENT]);
        let (mut found, mut crowded) = ([ends[0]; 5], [None; 5]);
        let mut last = (ABSENT, ends);
        let (mut at, mut below) = LOWEST;
        for (place, share) in SHARES.iter().enumerate() {
            let rank = share * present;
            (at, below) = self.bin(rank, (at, below));
            if self.is_crowded(at, present) {
                if last.0 != at {
                    last = (at, self.ends(column, at));
                }
                crowded[place] = Some(last.1);
            } else {
                found[place] = self.inside(at, rank - below).clamp(ends[0], ends[1]);
            }
        }
        for place in 0..5 {
            if let Some(ends) = crowded[place] {
                found[place] = self.at_rank(column, SHARES[place] * present, present, ends);
            }
            // Rounding never turns the order round.
            if place > 0 && found[place] < found[place - 1] {
                found[place] = found[place - 1];
            }
        }
        let [p10, p25, p50, p75, p90] = found;
        Some(Bands { p10, p25, p50, p75, p90, present: present / draws })
    }

    /// Counts the draws between two ends, and those beyond them.
    fn fill(&mut self, column: &[Lanes], [low, high]: [f64; 2]) {
        (self.low, self.high) = (low, high);
        // Infinite, it would make no number of the lowest draw, which processors compare in ways of their own.
        self.scale = Some(count(INNER - 1) / (high - low)).filter(|scale| scale.is_finite()).unwrap_or(0.0);
        self.bins.fill(0);
        let places = self.places();
        let Ok(bins) = <&mut [u32; INNER * 2]>::try_from(self.bins.as_mut_slice()) else { return };
        for lanes in column {
            let places = places.of(*lanes).to_array();
            bins[lowest(places[0])] += 1;
            bins[lowest(places[1])] += 1;
            bins[lowest(places[2])] += 1;
            bins[lowest(places[3])] += 1;
        }
    }

    /// What the histogram was filled by.
    fn places(&self) -> Places {
        Places {
            low: Lanes::splat(self.low),
            scale: Lanes::splat(self.scale),
            under: Lanes::splat(-1.0),
            over: Lanes::splat(count(INNER)),
            magic: Lanes::splat(MAGIC + count(FIRST)),
        }
    }

    /// The bin of a place in the order of the draws, and how many draws lie below it; looked for from another such bin upwards.
    fn bin(&self, rank: f64, (mut at, mut below): (usize, f64)) -> (usize, f64) {
        while below + f64::from(self.bins[at]) <= rank && at < ABOVE {
            below += f64::from(self.bins[at]);
            at += 1;
        }
        (at, below)
    }

    /// Many draws in one bin may be one value, a ceiling, say, which then is given exactly.
    fn is_crowded(&self, at: usize, present: f64) -> bool {
        // Those beyond the ends may be few and far apart.
        at == BELOW || at == ABOVE || (f64::from(self.bins[at]) * 32.0 > present && self.bins[at] > 3)
    }

    /// The value at a place in the order of a bin's draws, if they are spread evenly.
    fn inside(&self, at: usize, rank: f64) -> f64 {
        if self.scale == 0.0 {
            return self.low;
        }
        self.low + (count(at) - count(FIRST) - 0.5 + rank / f64::from(self.bins[at])) / self.scale
    }

    /// The smallest and the largest draw of a bin.
    fn ends(&self, column: &[Lanes], at: usize) -> [f64; 2] {
        // Many at an end are a floor or a ceiling, mostly, and nothing beside it.
        let edge = if at == LAST { self.high } else { self.low };
        if (at == FIRST || at == LAST) && equal(column, edge) == f64::from(self.bins[at]) {
            return [edge; 2];
        }
        let (places, wanted) = (self.places(), Lanes::splat(MAGIC + count(at)));
        extremes(column, |lanes| places.of(lanes).cmp_eq(wanted))
    }

    /// The value at a place in the order of all draws, which lies between two ends.
    fn at_rank(&mut self, column: &[Lanes], rank: f64, present: f64, mut ends: [f64; 2]) -> f64 {
        while ends[0] < ends[1] {
            self.fill(column, ends);
            // So near to each other or so far apart that no bin divides them.
            if !self.scale.is_normal() {
                break;
            }
            let (at, below) = self.bin(rank, LOWEST);
            if !self.is_crowded(at, present) {
                return self.inside(at, rank - below).clamp(ends[0], ends[1]);
            }
            ends = self.ends(column, at);
        }
        ends[0]
    }
}

/// What makes bins of draws.
struct Places {
    low: Lanes,
    scale: Lanes,
    under: Lanes,
    over: Lanes,
    magic: Lanes,
}

impl Places {
    /// Four draws to the numbers whose lowest bits are their bins. Nothing times what has no value is none, however it
    /// was compared before.
    #[inline(always)]
    fn of(&self, draws: Lanes) -> Lanes {
        let place = ((draws - self.low) * self.scale).fast_max(self.under).fast_min(self.over);
        place + draws * Lanes::ZERO + self.magic
    }
}

/// True in the lanes that have a value.
#[inline(always)]
fn is_present(lanes: Lanes) -> Lanes {
    (lanes * Lanes::ZERO).cmp_eq(Lanes::ZERO)
}

/// The number in the lowest bits, of as many as there are bins.
#[expect(clippy::cast_possible_truncation, reason = "the lowest bits are the number")]
fn lowest(place: f64) -> usize {
    place.to_bits() as usize & (INNER * 2 - 1)
}

/// How many draws have a value.
fn equal(column: &[Lanes], value: f64) -> f64 {
    let (value, mut found) = (Lanes::splat(value), Lanes::ZERO);
    for lanes in column {
        found += lanes.cmp_eq(value) & Lanes::ONE;
    }
    let [a, b, c, d] = found.to_array();
    a + b + c + d
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
