//! Where an answer goes.

use crate::arguments::Options;
use crate::error::CliError;

/// Answers the text, or nothing where it goes into a file.
pub(crate) fn put_out(options: &Options, text: String) -> Result<String, CliError> {
    match &options.output {
        None => Ok(text),
        Some(path) => {
            let result = std::fs::write(path, text);
            result.map(|()| String::new()).map_err(|source| CliError::Write { path: path.clone(), source })
        }
    }
}
