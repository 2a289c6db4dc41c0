//! The pure core of Sliderule: a story becomes a model, a scenario becomes a projection. No browser, clock, thread or chance.

mod as_of;
pub mod backtest;
pub mod compare;
mod ensemble;
mod explain;
pub mod expr;
mod history;
mod index;
pub mod mathematics;
pub mod model;
pub mod nearest;
mod overrides;
mod path;
mod projection;
mod reach;
pub mod reference;
pub mod say;
mod scenario;
pub mod solve;
pub mod story;
mod tenth_more;
pub mod units;
mod uses;

pub use as_of::{Known, as_of, day};
pub use ensemble::{Bands, DIMENSIONS, DRAWS, Effect, Ensemble, Range, Ranges, total_effects};
pub use explain::{ExplainError, Explanation, Operand, OperandKind, Piece, Writing, explain};
pub use history::History;
pub use model::Model;
pub use overrides::{Override, OverrideError};
pub use path::{Path, PathError};
pub use projection::{Projection, project};
pub use reach::Reach;
pub use scenario::{Scenario, SetError, fits, settable};
pub use story::Story;
pub use tenth_more::tenth_more;
pub use uses::{Use, Uses};
