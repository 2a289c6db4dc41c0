//! `sliderule`: checks, runs and renders a story outside the browser.

mod answer;
mod arguments;
mod bundle;
mod case;
mod check;
mod choice;
mod cite;
mod compare;
mod diff;
mod draws;
mod equations;
mod error;
mod explain;
mod export;
mod link;
mod new;
mod output;
mod render;
mod run;
mod scenario_file;
mod serve;
mod solve;
mod values;

use arguments::{Command, When, parse};
use error::CliError;
use link::taken;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    match answer() {
        Ok(text) => {
            // A reader that closed the pipe has seen enough.
            std::io::stdout().write_all(text.as_bytes()).ok();
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(error.status())
        }
    }
}

fn answer() -> Result<String, CliError> {
    let command = parse(std::env::args_os().skip(1))?;
    match command {
        Command::Help => Ok(arguments::HELP.to_owned()),
        Command::Check { story, when: When::Once } => check::check(&story),
        Command::Check { story, when: When::EachSave } => check::watch(&story),
        Command::New { folder } => new::new(&folder),
        Command::Bundle(options) => bundle::bundle(&options),
        Command::Serve(options) => serve::serve(&options),
        Command::Run(options) => run::run(&taken(options)?),
        Command::Explain(options) => explain::explain(&taken(options)?),
        Command::Solve(options) => solve::answer(&taken(options)?),
        Command::Compare(options) => compare::answer(&options),
        Command::Equations(options) => equations::equations(&options),
        Command::Render(options) => render::render(&taken(options)?),
        Command::Link(options) => link::link(&taken(options)?),
        Command::Export(options) => export::export(&taken(options)?),
        Command::Workbook(options) => export::xlsx(&taken(options)?),
        Command::Diff(options) => diff::diff(&options),
        Command::Cite(options) => cite::cite(&options),
        Command::Call(options) => link::command(&taken(options)?),
    }
}
