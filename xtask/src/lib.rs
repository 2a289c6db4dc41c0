//! The project's own tasks: set up, serve, build, test, measure. The browser tests use the same server and paths.

mod arguments;
mod bench;
mod bundle;
mod compress;
mod embed;
mod error;
mod lighthouse;
pub mod paths;
pub mod post_build;
mod process;
pub mod serve;
pub mod setup;
mod size;
mod suite;
mod throughput;
mod vectors;
pub mod versions;

pub use arguments::{Backend, Task, parse};
pub use error::Error;

/// Does a task.
///
/// # Errors
/// [`Error`], whose text is for the person at the terminal.
pub fn perform(task: &Task) -> Result<(), Error> {
    match task {
        Task::Serve { port } => {
            bundle::build(&setup::ready(setup::Purpose::Page)?)?;
            serve::until_ended(&paths::dist(), *port)
        }
        Task::Build => bundle::build(&setup::ready(setup::Purpose::Page)?),
        Task::Bundle => {
            bundle::build(&setup::ready(setup::Purpose::Page)?)?;
            size::one_file(&paths::dist())
        }
        Task::Test => suite::run(),
        Task::Size => size::report(&paths::dist()),
        Task::Bench { backend } => bench::run(*backend),
        Task::Embed => embed::run(),
        Task::Lighthouse => lighthouse::run(),
        Task::PostBuild => post_build::finish_staged(),
    }
}
