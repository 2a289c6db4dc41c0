//! Quantiles of a column: a histogram finds the right place in the order of all draws without sorting them.

use super::kernel::Lanes;
use wide::{CmpGt, CmpLt};

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

/// The bins of a histogram, each lane with its own so that neighbours do not wait for each other.
pub(super) struct Histogram(Vec<[u32; 4]>);

impl Default for Histogram {
    fn default() -> Self {
        Self(vec![[0; 4]; BINS])
    }
}

/// The bands of a column; absent where no draw has a value.
pub(super) fn bands(column: &[Lanes], histogram: &mut Histogram) -> Option<Bands> {
    let (mut low, mut high) = (Lanes::splat(f64::INFINITY), Lanes::splat(f64::NEG_INFINITY));
    let mut nothing = Lanes::ZERO;
    for lanes in column {
        low = lanes.cmp_lt(low).blend(*lanes, low);
        high = lanes.cmp_gt(high).blend(*lanes, high);
        // Stays zero as long as all are finite.
        nothing += *lanes * Lanes::ZERO;
    }
    if nothing.to_array().iter().any(|sum| *sum != 0.0) {
        let present: Vec<f64> = values(column).filter(|value| value.is_finite()).collect();
        let share = count(present.len()) / count(column.len() * 4);
        let found = SHARES.map(|share| at_rank(present.clone(), share * count(present.len())));
        return (!present.is_empty()).then(|| ordered(found, share));
    }
    let (low, high) = extremes(low, high);
    let scale = scale(low, high);
    let (zero, factor, magic) = (Lanes::splat(low), Lanes::splat(scale), Lanes::splat(MAGIC));
    histogram.0.fill([0; 4]);
    for lanes in column {
        let places = ((*lanes - zero) * factor + magic).to_array();
        for (lane, place) in places.into_iter().enumerate() {
            histogram.0[bin(place)][lane] += 1;
        }
    }
    let draws = column.len() * 4;
    let (mut below, mut at) = (0, 0);
    let found = SHARES.map(|share| {
        let rank = share * count(draws);
        let inside = loop {
            let inside = histogram.0[at].iter().sum::<u32>() as usize;
            if count(below + inside) > rank || at + 1 == BINS {
                break inside;
            }
            (below, at) = (below + inside, at + 1);
        };
        // Many draws at one place may be one value, a ceiling, say: it is given exactly.
        if inside * 32 > draws {
            let here = values(column).filter(|value| bin((value - low) * scale + MAGIC) == at).collect();
            return at_rank(here, rank - count(below));
        }
        (low + (count(at) - 0.5 + (rank - count(below)) / count(inside)) / scale).clamp(low, high)
    });
    Some(ordered(found, 1.0))
}

/// The value at a place in the order of some values.
fn at_rank(mut values: Vec<f64>, mut rank: f64) -> f64 {
    loop {
        let (low, high) = values.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (if *value < low { *value } else { low }, if *value > high { *value } else { high })
        });
        let scale = scale(low, high);
        // One value, or so near to each other or so far apart that no bin divides them.
        if !scale.is_normal() {
            return low;
        }
        let mut bins = vec![0_usize; BINS];
        let place = |value: f64| bin((value - low) * scale + MAGIC);
        for value in &values {
            bins[place(*value)] += 1;
        }
        let (mut below, mut at) = (0, 0);
        while count(below + bins[at]) <= rank && at + 1 < BINS {
            (below, at) = (below + bins[at], at + 1);
        }
        rank -= count(below);
        if bins[at] * 32 <= values.len() || bins[at] < 4 {
            return (low + (count(at) - 0.5 + rank / count(bins[at])) / scale).clamp(low, high);
        }
        values.retain(|value| place(*value) == at);
    }
}

/// All lanes of a column, one after the other.
pub(super) fn values(column: &[Lanes]) -> impl Iterator<Item = f64> {
    column.iter().flat_map(|lanes| lanes.to_array())
}

fn extremes(low: Lanes, high: Lanes) -> (f64, f64) {
    let least = low.to_array().into_iter().fold(f64::INFINITY, |a, b| if b < a { b } else { a });
    let most = high.to_array().into_iter().fold(f64::NEG_INFINITY, |a, b| if b > a { b } else { a });
    (least, most)
}

fn scale(low: f64, high: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a thousand")]
    let bins = (BINS - 1) as f64;
    if high > low { bins / (high - low) } else { 0.0 }
}

#[expect(clippy::cast_possible_truncation, reason = "the lowest bits are the number")]
fn bin(place: f64) -> usize {
    place.to_bits() as usize & (BINS - 1)
}

#[expect(clippy::cast_precision_loss, reason = "draws are counted so")]
fn count(number: usize) -> f64 {
    number as f64
}

/// Rounding never turns the order round.
fn ordered(found: [f64; 5], present: f64) -> Bands {
    let [p10, p25, p50, p75, p90] = found;
    let above = |low: f64, value: f64| if value > low { value } else { low };
    let p25 = above(p10, p25);
    let p50 = above(p25, p50);
    let p75 = above(p50, p75);
    Bands { p10, p25, p50, p75, p90: above(p75, p90), present }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: impl Iterator<Item = f64>) -> Option<Bands> {
        let values: Vec<f64> = values.collect();
        let lanes: Vec<Lanes> =
            values.chunks(4).map(|four| Lanes::from([four[0], four[1], four[2], four[3]])).collect();
        bands(&lanes, &mut Histogram::default())
    }

    /// 0 to 9,999 in a mixed order.
    fn mixed() -> impl Iterator<Item = f64> {
        (0..10_000_u32).map(|at| f64::from(at * 7_919 % 10_000))
    }

    fn near(found: f64, known: f64, within: f64) {
        assert!((found - known).abs() <= within, "{found}, not {known}");
    }

    #[test]
    fn even_values() {
        let found = of(mixed()).unwrap();
        for (quantile, known) in
            [(found.p10, 1e3), (found.p25, 2.5e3), (found.p50, 5e3), (found.p75, 7.5e3), (found.p90, 9e3)]
        {
            near(quantile, known, 1.5);
        }
    }

    /// Far ones do not blur the rest, and a ceiling is met exactly.
    #[test]
    fn far_values_and_ceilings() {
        let far = of(mixed().map(|x| if x > 9_990.0 { x * 1e9 } else { x })).unwrap();
        near(far.p50, 5e3, 1.5);
        near(far.p90, 9e3, 1.5);
        let capped = of(mixed().map(|x| x.min(0.123 * 5e4).max(2_600.3))).unwrap();
        assert_eq!((capped.p10, capped.p25, capped.p75, capped.p90), (2_600.3, 2_600.3, 6_150.0, 6_150.0));
        near(capped.p50, 5e3, 1.5);
    }

    #[test]
    fn one_value() {
        assert_eq!(of([0.1; 64].into_iter()), Some(Bands::of_one(0.1)));
    }

    #[test]
    fn absent_draws_do_not_count() {
        let half = of(mixed().map(|x| if x < 5e3 { f64::NAN } else { x })).unwrap();
        near(half.p50, 7.5e3, 3.0);
        assert_eq!(half.present, 0.5);
        near(of(mixed().map(|x| 1.0 / (if x < 1.0 { 0.0 } else { x }))).unwrap().p50, 1.0 / 5e3, 1e-7);
        assert_eq!(of([f64::INFINITY, f64::NAN].repeat(4).into_iter()), None);
    }
}
