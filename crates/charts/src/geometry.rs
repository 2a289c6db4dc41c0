//! Points and boxes in css px, from the upper left corner.

/// A place.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// A box.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Rect {
    /// Right edge less left edge.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    /// Lower edge less upper edge.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    /// True where the two share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// True where the other lies wholly within.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }

    /// Larger by a margin on all sides.
    #[must_use]
    pub fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// True where the straight line from one point to the other passes through.
    #[must_use]
    pub fn meets(&self, from: Point, to: Point) -> bool {
        // Liang and Barsky: the part of the line, from 0 to 1, that lies between each pair of edges.
        let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
        for (start, change, low, high) in
            [(from.x, to.x - from.x, self.left, self.right), (from.y, to.y - from.y, self.top, self.bottom)]
        {
            if change.abs() < 1e-9 {
                if start < low || start > high {
                    return false;
                }
                continue;
            }
            let (a, b) = ((low - start) / change, (high - start) / change);
            enter = enter.max(a.min(b));
            leave = leave.min(a.max(b));
        }
        enter <= leave
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_meets_a_box() {
        let square = Rect { left: 0.0, top: 0.0, right: 10.0, bottom: 10.0 };
        let point = |x, y| Point { x, y };
        assert!(square.meets(point(-5.0, 5.0), point(15.0, 5.0)));
        assert!(square.meets(point(2.0, 2.0), point(3.0, 3.0)));
        assert!(square.meets(point(-5.0, 5.0), point(5.0, -4.0)));
        assert!(!square.meets(point(-5.0, 4.0), point(4.0, -5.0)));
        assert!(!square.meets(point(11.0, 0.0), point(11.0, 9.0)));
        assert!(!square.meets(point(-9.0, 5.0), point(-1.0, 5.0)));
    }
}
