//! Inverse distributions: a share of the draws becomes the value below which they lie.

use super::kernel::Lanes;
use super::sobol::{Sobol, hashed, shuffled};
use crate::model::Input;
use crate::story::Draw;

/// The 90 % point of the standard normal distribution.
const NINETY: f64 = 1.281_551_565_544_600_4;

/// The draws of the input at one place: dimension `dimension` of the point set, pushed through the input's distribution
/// between the ends of its range and with its peak or median at its value.
pub(super) fn column(
    input: &Input,
    [low, high]: [f64; 2],
    value: f64,
    points: impl Iterator<Item = f64>,
    column: &mut [Lanes],
) {
    let draw = input.belief.as_ref().and_then(|belief| belief.draw.as_ref()).unwrap_or(&Draw::Triangular);
    let choices = choices(draw, input.default, value, [low, high]);
    let mut points = points;
    for lanes in column {
        *lanes = Lanes::from([(); 4].map(|()| {
            let share = points.next().unwrap_or(0.5);
            let drawn = match draw {
                Draw::Triangular => triangular(share, [low, value, high]),
                Draw::Uniform => low + share * (high - low),
                Draw::Normal => normal(share, [low, value, high]),
                Draw::Lognormal => lognormal(share, [low, value, high]),
                Draw::Discrete(_) => chosen(share, &choices, value),
            };
            let drawn = if input.whole { drawn.round_ties_even() } else { drawn };
            // The tails of a normal distribution end where nothing can be set any more.
            drawn.clamp(input.range[0], input.range[1])
        }));
    }
}

/// The coordinates of one dimension in the middle of their cells, or shuffled by a seed.
pub(super) fn points(dimension: usize, draws: usize, seed: Option<u32>) -> impl Iterator<Item = f64> {
    let (own, bits) = (shuffle(dimension, seed), draws.trailing_zeros());
    // Shuffled points have all their digits; the others only as many as there are draws.
    let digits = if seed.is_some() { 32 } else { bits };
    // One draw a cell. What computes powers of two in general carries a table.
    let cells = (0..digits).fold(1.0, |cells, _| cells * 2.0);
    Sobol::new(dimension).take(draws).map(move |point| (f64::from(own(point) >> (32 - digits)) + 0.5) / cells)
}

/// How a seed shuffles the points of one dimension.
pub(super) fn shuffle(dimension: usize, seed: Option<u32>) -> impl Fn(u32) -> u32 {
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen")]
    let own = seed.map(|seed| hashed(seed, dimension as u32));
    move |point| own.map_or(point, |own| shuffled(point, own))
}

fn triangular(share: f64, [low, peak, high]: [f64; 3]) -> f64 {
    let (below, above) = (peak - low, high - peak);
    if share * (high - low) < below {
        low + (share * (high - low) * below).sqrt()
    } else {
        high - ((1.0 - share) * (high - low) * above).sqrt()
    }
}

/// A tenth lies below `low`, half below `middle`, nine tenths below `high`: two half normal curves that meet in the middle.
fn normal(share: f64, [low, middle, high]: [f64; 3]) -> f64 {
    let side = if share < 0.5 { middle - low } else { high - middle };
    middle + side * standard_normal(share) / NINETY
}

/// The same of the logarithms.
fn lognormal(share: f64, [low, middle, high]: [f64; 3]) -> f64 {
    let side = if share < 0.5 { middle / low } else { high / middle };
    middle * libm::pow(side, standard_normal(share) / NINETY)
}

/// Standard normal, by P. J. Acklam's rational functions, to 1.2e-9 of the value.
fn standard_normal(share: f64) -> f64 {
    const CENTRE: [f64; 6] = [
        -39.696_830_286_653_76,
        220.946_098_424_520_5,
        -275.928_510_446_968_7,
        138.357_751_867_269,
        -30.664_798_066_147_16,
        2.506_628_277_459_239,
    ];
    const BELOW: [f64; 6] = [
        -54.476_098_798_224_06,
        161.585_836_858_040_9,
        -155.698_979_859_886_6,
        66.801_311_887_719_72,
        -13.280_681_552_885_72,
        1.0,
    ];
    const TAIL: [f64; 6] = [
        -0.007_784_894_002_430_293,
        -0.322_396_458_041_136_5,
        -2.400_758_277_161_838,
        -2.549_732_539_343_734,
        4.374_664_141_464_968,
        2.938_163_982_698_783,
    ];
    const TAIL_BELOW: [f64; 5] = [
        0.007_784_695_709_041_462,
        0.322_467_129_070_039_8,
        2.445_134_137_142_996,
        3.754_408_661_907_416,
        1.0,
    ];
    let polynomial = |factors: &[f64], x: f64| factors.iter().fold(0.0, |sum, factor| sum * x + factor);
    let near = if share < 0.5 { share } else { 1.0 - share };
    if near < 0.02425 {
        let q = (-2.0 * libm::log(near)).sqrt();
        let tail = polynomial(&TAIL, q) / polynomial(&TAIL_BELOW, q);
        return if share < 0.5 { tail } else { -tail };
    }
    let q = share - 0.5;
    polynomial(&CENTRE, q * q) * q / polynomial(&BELOW, q * q)
}

/// The values of a list that lie in the range. The value that is set takes the weight of the story's own, as a triangle's
/// peak moves with it.
pub(crate) fn choices(draw: &Draw, default: f64, value: f64, [low, high]: [f64; 2]) -> Vec<(f64, f64)> {
    let Draw::Discrete(list) = draw else { return Vec::new() };
    let weight = |of: f64| list.iter().find(|entry| entry.0 == of).map(|entry| entry.1);
    let (own, set) = (weight(default), weight(value));
    let swapped = |(at, known): &(f64, f64)| match (own, set) {
        (Some(own), Some(_)) if *at == value => (*at, own),
        (Some(_), Some(set)) if *at == default => (*at, set),
        _ => (*at, *known),
    };
    list.iter().filter(|entry| entry.0 >= low && entry.0 <= high).map(swapped).collect()
}

fn chosen(share: f64, choices: &[(f64, f64)], otherwise: f64) -> f64 {
    let mut left = share * choices.iter().map(|entry| entry.1).sum::<f64>();
    for (value, weight) in choices {
        left -= weight;
        if left < 0.0 {
            return *value;
        }
    }
    choices.last().map_or(otherwise, |entry| entry.0)
}
