//! What a scenario becomes outside: a program in Python, a workbook with live formulas. Both are made of the story's parsed
//! equations, so they are right for every story.

mod constant;
mod python;
mod scene;
mod sources;
mod workbook;

pub use python::python;
pub use scene::{Scene, affected, older};
pub use workbook::{WorkbookError, parts, workbook, workbook_at_start};
