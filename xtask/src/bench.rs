//! `cargo xtask bench`: to be written.

use crate::Error;

/// Measures.
///
/// # Errors
/// Always, for now.
pub(crate) fn run() -> Result<(), Error> {
    Err(Error::Bench("not yet there".into()))
}
