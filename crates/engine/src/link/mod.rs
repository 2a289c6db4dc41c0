//! The whole state as a text for an address, and back: `v=1&story-of=model_1&capex=2026:200,2028:250&figure.sales_2025=130`.
//!
//! | entry | holds |
//! |---|---|
//! | `v=1` | the version of this grammar, always first |
//! | `story-of=model_1` | the newest change of results that the story had when the link was made |
//! | `as-of=2025-11-03` | the day whose articles count |
//! | `capex=250`, `capex=2026:200,2028:250` | a lever or an assumption: one value, or a path |
//! | `figure.sales_2025=130` | a figure with another value; `why.sales_2025` and `where.sales_2025` its reason and address |
//! | `range.cost_gpu=18:40`, `=off`, `=18:40:off` | what is believed of an assumption; `off` holds it at its value |
//! | `random-seed=7` | the draws' seed |
//! | `came-to=income:2033:131.752` | the number that is asked about, as it was when the link was made |
//! | `shall-be=150` | what the reader wants that number to be |
//! | `kept-as=A` | what follows, up to the next such entry, belongs to a scenario that is kept under this name |
//! | `baseline-as=A` | the same, and changes are measured against it |
//!
//! Only what differs from the start is written, in this order and the story's. Names never have hyphens, so none can be taken for another.

mod command;
mod differences;
mod digits;
mod encoding;
mod entries;
mod notice;
mod read;
mod versions;
mod write;

pub use command::command;
pub use differences::Differences;
pub use digits::Digits;
pub use notice::{Notice, Why};
pub use read::read;
pub use write::{Written, write};

use crate::ensemble::Ranges;

/// The longest text that is written, in bytes, all of them ASCII.
pub const LONGEST: usize = 2_000;
/// The longest text that is read.
const LONGEST_READ: usize = 4_096;
/// As many entries are written and read.
const ENTRIES: usize = 64;
/// As many scenarios can be kept beside the one that is shown.
pub const KEPT: usize = 4;

/// All that a link holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The scenario that is shown.
    pub now: Differences,
    /// What is believed about the assumptions.
    pub ranges: Ranges,
    /// The draws' seed.
    pub seed: Option<u32>,
    /// The number that is asked about; written to the third decimal, and only if something differs or it is another than at the start.
    pub outcome: Option<Outcome>,
    /// What that number shall be, in its unit; counts for nothing without it.
    pub wish: Option<f64>,
    /// Scenarios that are kept for comparison, by their names.
    pub kept: Vec<(String, Differences)>,
    /// The place of the kept scenario that changes are measured against, in place of the default.
    pub baseline: Option<usize>,
}

/// The number that is asked about, as it was when a link was made, so that its reader can see whether it still is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The place of the quantity.
    pub quantity: usize,
    /// The year; none of a quantity with a single value.
    pub year: Option<i32>,
    /// In the quantity's unit.
    pub value: f64,
}

impl Link {
    /// Nothing differs.
    #[must_use]
    pub fn start(model: &crate::Model) -> Self {
        Self {
            now: Differences::default(),
            ranges: Ranges::default_of(model),
            seed: None,
            outcome: None,
            wish: None,
            kept: Vec::new(),
            baseline: None,
        }
    }
}
