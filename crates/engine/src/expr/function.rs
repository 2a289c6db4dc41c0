//! The functions of the language, one row each.

/// A function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Function {
    /// `if(condition, a, b)`
    If,
    /// `not(condition)`
    Not,
    /// `min(a, b)`
    Min,
    /// `max(a, b)`
    Max,
    /// `prev(x, first)`: last year's `x`, in the first year `first`.
    Prev,
    /// `lag(x, n, series)`: `x` of `n` years ago, before the first year from the series.
    Lag,
    /// `straight_line(spend, life)`: this year's depreciation of all that was spent, half in the first and the last year.
    StraightLine,
    /// `sum(x)`: from the first year to this one.
    Sum,
    /// `at(x, 2033)`: `x` in one year.
    At,
    /// `peak(x)`: the largest of all years.
    Peak,
    /// `peak_year(x)`: when that is, the earliest.
    PeakYear,
    /// `lowest(x)`: the smallest of all years.
    Lowest,
    /// `lowest_year(x)`: when that is, the earliest.
    LowestYear,
    /// `first_year(condition)`: when it first holds, absent if never.
    FirstYear,
    /// `count(condition)`: in how many years it holds.
    Count,
    /// `years(condition)`: those in which it holds; in sentences only.
    Years,
}

const ALL: [(Function, &str, usize, &str); 16] = [
    (Function::If, "if", 3, "a condition and two values"),
    (Function::Not, "not", 1, "one condition"),
    (Function::Min, "min", 2, "two values"),
    (Function::Max, "max", 2, "two values"),
    (Function::Prev, "prev", 2, "a value and what stands for it in the first year"),
    (Function::Lag, "lag", 3, "a value, a number of years and a series for the years before"),
    (Function::StraightLine, "straight_line", 2, "what is spent in a year and its life"),
    (Function::Sum, "sum", 1, "one value"),
    (Function::At, "at", 2, "a value and a year"),
    (Function::Peak, "peak", 1, "one value"),
    (Function::PeakYear, "peak_year", 1, "one value"),
    (Function::Lowest, "lowest", 1, "one value"),
    (Function::LowestYear, "lowest_year", 1, "one value"),
    (Function::FirstYear, "first_year", 1, "one condition"),
    (Function::Count, "count", 1, "one condition"),
    (Function::Years, "years", 1, "one condition"),
];

impl Function {
    /// The function called `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// All names.
    pub fn names() -> impl Iterator<Item = &'static str> {
        ALL.iter().map(|row| row.1)
    }

    /// As it is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().1
    }

    /// How many arguments it takes.
    #[must_use]
    pub fn arity(self) -> usize {
        self.row().2
    }

    /// Its arguments in words.
    #[must_use]
    pub fn takes(self) -> &'static str {
        self.row().3
    }

    /// True where it looks over all years and gives one value.
    #[must_use]
    pub fn reduces(self) -> bool {
        self >= Self::At
    }

    fn row(self) -> &'static (Self, &'static str, usize, &'static str) {
        &ALL[self as usize]
    }
}
