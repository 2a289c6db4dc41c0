//! The vertical axis: round steps that include zero, so that it moves in steps and not with every pixel of a slider.

/// A vertical axis in written units.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axis {
    /// Lowest tick.
    pub(crate) low: f64,
    /// Highest tick.
    pub(crate) high: f64,
    /// All ticks, upwards.
    pub(crate) ticks: Vec<f64>,
    /// Digits the ticks need after the decimal sign.
    pub(crate) decimals: usize,
}

/// The axis that holds zero and all values in about so many steps.
pub(crate) fn axis(values: impl IntoIterator<Item = f64>, steps: u32) -> Axis {
    let (low, high) = values.into_iter().fold((0.0_f64, 0.0_f64), |(low, high), v| (low.min(v), high.max(v)));
    if high - low < SMALLEST {
        return Axis { low: 0.0, high: 1.0, ticks: vec![0.0, 1.0], decimals: 0 };
    }
    let (tenths, exponent) = nice((high - low) / f64::from(steps.max(1)));
    let unit = power_of_ten(exponent.unsigned_abs());
    let multiple = |count: f64| {
        if exponent < 0 { count * f64::from(tenths) / unit } else { count * f64::from(tenths) * unit }
    };
    // A value that lies on a tick but for its last bits needs no further step.
    let first = (low / multiple(1.0) + 1e-6).floor();
    let last = (high / multiple(1.0) - 1e-6).ceil();
    let mut ticks = Vec::with_capacity(8);
    let mut count = first;
    while count <= last {
        ticks.push(multiple(count));
        count += 1.0;
    }
    let trailing_zeros = if tenths % 100 == 0 { 2 } else { u32::from(tenths % 10 == 0) };
    let decimals = (-exponent - i32::try_from(trailing_zeros).unwrap_or(0)).max(0);
    Axis {
        low: multiple(first),
        high: multiple(last),
        ticks,
        decimals: usize::try_from(decimals).unwrap_or(0),
    }
}

/// Below this everything counts as zero.
const SMALLEST: f64 = 1e-12;

/// The next of 1, 2, 2.5, 5 and 10 times a power of ten, as ten times that number and the power less one, which keeps
/// ticks such as 0.3 exact.
fn nice(step: f64) -> (u32, i32) {
    let (mut mantissa, mut exponent) = (step, 0);
    while mantissa >= 10.0 {
        mantissa /= 10.0;
        exponent += 1;
    }
    while mantissa < 1.0 {
        mantissa *= 10.0;
        exponent -= 1;
    }
    let tenths = [10, 20, 25, 50].into_iter().find(|tenths| mantissa <= f64::from(*tenths) / 10.0 + 1e-9);
    (tenths.unwrap_or(100), exponent - 1)
}

fn power_of_ten(exponent: u32) -> f64 {
    (0..exponent).fold(1.0, |power, _| power * 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[f64], steps: u32) -> (Vec<f64>, usize) {
        let axis = axis(values.iter().copied(), steps);
        (axis.ticks, axis.decimals)
    }

    #[test]
    fn steps_are_round_and_exact() {
        assert_eq!(ticks(&[171.5, 421.0], 5), (vec![0.0, 100.0, 200.0, 300.0, 400.0, 500.0], 0));
        assert_eq!(ticks(&[150.000_000_01], 5), (vec![0.0, 50.0, 100.0, 150.0], 0));
        assert_eq!(ticks(&[-19.7, 225.2], 4), (vec![-100.0, 0.0, 100.0, 200.0, 300.0], 0));
        assert_eq!(ticks(&[0.29], 3), (vec![0.0, 0.1, 0.2, 0.3], 1));
        assert_eq!(ticks(&[8.1], 4), (vec![0.0, 2.5, 5.0, 7.5, 10.0], 1));
        assert_eq!(ticks(&[0.9], 4), (vec![0.0, 0.25, 0.5, 0.75, 1.0], 2));
        assert_eq!(ticks(&[0.0, 0.0], 5), (vec![0.0, 1.0], 0));
        assert_eq!(ticks(&[-3.0], 3), (vec![-3.0, -2.0, -1.0, 0.0], 0));
    }

    #[test]
    fn every_axis_holds_its_values_in_few_ticks() {
        let mut value = 1e-9;
        while value < 1e16 {
            for low in [0.0, -value, -0.01 * value] {
                let axis = axis([low, value], 5);
                let room = (axis.high - axis.low) * 1e-5;
                assert!(axis.low <= low + room && axis.high >= value - room, "{axis:?}");
                assert!((3..=8).contains(&axis.ticks.len()), "{axis:?}");
                assert!(axis.ticks.contains(&0.0));
            }
            value *= 1.37;
        }
    }
}
