//! Where the labels of claims stand under a track, so that none collides or is cut.

/// Left edge and row of each label, in the order given. `centres` are where the ticks stand and `widths` how wide the
/// labels are, all in px from the left of a strip of `total` px. Side by side where that fits, else one under the other.
pub(crate) fn places(centres: &[f64], widths: &[f64], total: f64) -> Vec<(f64, usize)> {
    /// Between two labels.
    const GAP: f64 = 10.0;
    let mut lefts: Vec<f64> = Vec::new();
    let mut from = 0.0;
    for (centre, width) in centres.iter().zip(widths) {
        let left = f64::max(centre - width / 2.0, from);
        lefts.push(left);
        from = left + width + GAP;
    }
    let mut to = total;
    for (left, width) in lefts.iter_mut().zip(widths).rev() {
        *left = f64::min(*left, to - width);
        to = *left - GAP;
    }
    if lefts.first().is_none_or(|left| *left >= 0.0) {
        return lefts.into_iter().map(|left| (left, 0)).collect();
    }
    let alone =
        centres.iter().zip(widths).map(|(centre, width)| (centre - width / 2.0).min(total - width).max(0.0));
    alone.enumerate().map(|(row, left)| (left, row)).collect()
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn labels_keep_apart() {
        assert_eq!(places(&[50.0], &[40.0], 300.0), [(30.0, 0)]);
        assert_eq!(places(&[5.0, 290.0], &[40.0, 40.0], 300.0), [(0.0, 0), (260.0, 0)]);
        let close = places(&[100.0, 110.0], &[80.0, 80.0], 300.0);
        assert!(close[1].0 >= close[0].0 + 80.0 && close[1].1 == 0);
        assert_eq!(places(&[100.0, 110.0], &[180.0, 180.0], 300.0), [(10.0, 0), (20.0, 1)]);
    }
}
