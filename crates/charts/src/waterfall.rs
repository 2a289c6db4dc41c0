//! A gap as a waterfall: each part begins where the one before it ends.

/// Where the first value, each part of the gap and the last value stand, from left to right, in shares of the room's width.
/// The two values are places without a width; nothing where nothing differs.
#[must_use]
pub fn waterfall(from: f64, parts: &[f64]) -> Vec<[f64; 2]> {
    let mut level = from;
    let mut steps = vec![[from, from]];
    for part in parts {
        steps.push([level, level + part]);
        level += part;
    }
    steps.push([level, level]);
    let ends = || steps.iter().flatten().copied();
    let (low, high) = (ends().fold(f64::INFINITY, f64::min), ends().fold(f64::NEG_INFINITY, f64::max));
    if low >= high {
        return Vec::new();
    }
    let share = |value: f64| (value - low) / (high - low);
    steps.into_iter().map(|[a, b]| [share(a.min(b)), share(a.max(b))]).collect()
}

#[cfg(test)]
mod tests {
    use super::waterfall;

    #[test]
    fn each_part_begins_where_the_last_one_ends() {
        assert_eq!(
            waterfall(100.0, &[50.0, -30.0, 30.0]),
            [[0.0, 0.0], [0.0, 1.0], [0.4, 1.0], [0.4, 1.0], [1.0, 1.0]]
        );
        assert_eq!(waterfall(100.0, &[-50.0]), [[1.0, 1.0], [0.0, 1.0], [0.0, 0.0]]);
        assert!(waterfall(100.0, &[]).is_empty() && waterfall(1.0, &[0.0]).is_empty());
    }
}
