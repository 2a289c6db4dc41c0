//! How large a story can be. What is larger is refused before it is looked at, so that no text can exhaust time or memory.

/// Bytes of one file.
pub const FILE_BYTES: u64 = 1 << 20;
/// Bytes of all files of a story.
pub const STORY_BYTES: u64 = 4 << 20;
/// Files of a story.
pub const FILES: usize = 500;
/// Blocks of one list: equations, figures, charts.
pub const BLOCKS: usize = 2_000;
/// Values of all blocks together, each text, number, list and table counted.
pub const VALUES: usize = 30_000;
/// Projected years.
pub const YEARS: i64 = 100;
/// Equations times years.
pub const EQUATION_YEARS: i64 = 50_000;
/// Mistakes that are collected; whoever made so many has enough to do.
pub const PROBLEMS: usize = 1_000;
/// Mistakes that are printed.
pub const PRINTED: usize = 100;
/// Expressions of claims, dots, settings and backtests, each of which is computed for itself.
pub const EVALUATED: usize = 1_000;
/// Equations times the names in all of them: how long it can take to find out which vary by year.
pub const REFERENCES: usize = 10_000_000;
