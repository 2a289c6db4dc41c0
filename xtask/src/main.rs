//! `cargo xtask`: reads the command line and does the task.

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match xtask::parse(&words).and_then(|task| xtask::perform(&task)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(if matches!(error, xtask::Error::Usage(_)) { 2 } else { 1 })
        }
    }
}
