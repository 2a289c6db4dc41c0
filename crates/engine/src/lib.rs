//! The pure core of Sliderule: a story becomes a model, a scenario becomes a projection. No browser, clock, thread or chance.

pub mod backtest;
pub mod compare;
mod explain;
pub mod expr;
mod history;
pub mod model;
pub mod nearest;
mod path;
mod projection;
pub mod say;
mod scenario;
pub mod solve;
pub mod story;
pub mod units;

pub use explain::{ExplainError, Explanation, Operand, OperandKind, Piece, explain};
pub use history::History;
pub use model::Model;
pub use path::{Path, PathError};
pub use projection::{Projection, project};
pub use scenario::{Scenario, SetError, settable};
pub use story::Story;
