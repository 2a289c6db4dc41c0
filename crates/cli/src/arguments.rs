//! The command line's own language.

use crate::error::CliError;
use crate::output::Output;
use crate::values::{
    Settings, assignment, date, depth, draws, goal, output, overridden, range, rank, size, whole,
};
use engine::Override;
use engine::nearest::did_you_mean;
use lexopt::prelude::*;
use std::ffi::OsString;
use std::path::PathBuf;

/// What `--help` prints.
pub(crate) const HELP: &str = "\
sliderule: check, run and render a story outside the browser

  sliderule new FOLDER
      Makes a small story to change, in a folder that is new or empty.
  sliderule check STORY [--watch]
      Names every mistake of the story in the folder STORY, with --watch again at each save.
  sliderule serve STORY [--port N]
      Shows the story's page on http://127.0.0.1:8080, new at each save.
  sliderule bundle STORY -o FILE.html
      Puts the story into the page: one file that opens from a disk and needs nothing else.
  sliderule run STORY [--set ID=VALUE]… [--format table|json|csv] [--lang CODE]
      Projects a scenario. Levers and assumptions alike can be set, in the units of the story; a lever also to a path,
      like --set capex=2026:200,2028:250: linear between points, level outside. --preset ID starts from one of the
      story's own scenarios.
      --override FIGURE=VALUE or FIGURE=VALUE:REASON gives a figure that feeds the model another value.
      --as-of 2025-11-03 starts from what the articles published by then said. All fit explain, solve and render too.
      --draws N adds bands from N draws of the assumptions (a power of two; 8192 is what the page draws), --seed N shuffles them.
      --rank QUANTITY or QUANTITY:YEAR says which assumptions matter most to a number.
      --range ID=LOW:HIGH gives an assumption another range, --range ID=off holds it at its value.
      --link '#…' starts from a link of the page; what is said beside it comes on top. It fits explain, solve and render too.
  sliderule link STORY [--set ID=VALUE]… [--of QUANTITY:YEAR]
      Writes the link of a scenario, for the page's address; with --of it says what a number came to, so that whoever
      follows the link later sees whether it still does.
  sliderule explain STORY QUANTITY [--year N] [--set ID=VALUE]… [--depth N] [--format text|json] [--lang CODE]
      Opens a number: its equation, the same with the numbers filled in, and its operands, to a depth of 2 equations.
  sliderule equations STORY [--format text|mathml|json] [--lang CODE]
      Lists every equation with its unit, what it uses and what uses it.
  sliderule solve STORY QUANTITY:YEAR=TARGET [--for ID]… [--set ID=VALUE]… [--format text|json] [--lang CODE]
      What would have to be true: every lever and assumption, or those named, answers with all values that reach the
      target, all else equal, or says how near it comes. A quantity with a single value needs no year.
  sliderule compare STORY A.json B.json --of QUANTITY:YEAR [--format text|json] [--lang CODE]
      What differs between two scenarios, as `run --format json` writes them, and what each difference has to do with
      the gap in an output: Shapley's values, which add up to the gap.
  sliderule render STORY --view ID [--set ID=VALUE]… [--lang CODE] [--theme light|dark] [--size WxH] [--draws N] -o FILE.svg
      Draws a view as the page does; --draws, --seed and --range add the bands.
  sliderule export STORY --to python [--set ID=VALUE]… [--lang CODE] [-o FILE.py]
      Writes the scenario's model as a script for Python 3 that needs nothing but its standard library: the values with their
      sources, one function an equation. It prints a table, with --json what `run --format json` prints.
  sliderule xlsx STORY [--set ID=VALUE]… [--lang CODE] -o FILE.xlsx
      Writes a workbook with live formulas: what can be set as cells with their ranges, the figures with their sources, the
      projection, the equations.
  sliderule diff OLD NEW [--of QUANTITY:YEAR] [--format text|json] [--lang CODE]
      What differs between two versions of a story, and what each difference alone, put into the old version, does to the numbers
      of the verdict or to the one named.
  sliderule cite STORY [--link ADDRESS#…] [--format text|bibtex|csl] [--lang CODE]
      A citation of the story's explorer, its version and date, with the address where it was read and the scenario.
  sliderule command STORY [--link '#…'] [--set ID=VALUE]…
      The call of `sliderule run` that comes to the numbers of a scenario.

Exit status: 0, 1 for a mistake in the story, 2 for a wrong call.
";

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Command {
    /// Print the help.
    Help,
    /// Make a new story.
    New {
        /// Where.
        folder: PathBuf,
    },
    /// Name the mistakes of a story.
    Check {
        /// Its folder.
        story: PathBuf,
        /// How often.
        when: When,
    },
    /// Show the page while its story is written.
    Serve(Options),
    /// Put a story into the page.
    Bundle(Options),
    /// Project a scenario.
    Run(Options),
    /// Open a number.
    Explain(Options),
    /// Ask backwards.
    Solve(Options),
    /// Split a gap.
    Compare(Options),
    /// List the equations.
    Equations(Options),
    /// Draw a view.
    Render(Options),
    /// Write a link.
    Link(Options),
    /// Write a program.
    Export(Options),
    /// Write a workbook.
    Workbook(Options),
    /// Compare two versions of a story.
    Diff(Options),
    /// Cite the explorer.
    Cite(Options),
    /// Say how a scenario is run.
    Call(Options),
}

/// When a story is checked.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) enum When {
    /// Now.
    #[default]
    Once,
    /// Now and whenever one of its files is saved.
    EachSave,
}

/// Options of a scenario and of what is made of it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// The story's folder.
    pub(crate) story: PathBuf,
    /// `--port`
    pub(crate) port: Option<u16>,
    /// `--page`, another page than the one that is carried.
    pub(crate) page: Option<PathBuf>,
    /// `--watch`
    pub(crate) when: When,
    /// The quantity to explain.
    pub(crate) quantity: String,
    /// `--year`
    pub(crate) year: Option<i32>,
    /// `--depth`, 1 at least.
    pub(crate) depth: Option<usize>,
    /// The output that is asked for, and `--of`.
    pub(crate) of: Output,
    /// What it shall be.
    pub(crate) target: f64,
    /// `--for`, in order.
    pub(crate) inputs: Vec<String>,
    /// Files of scenarios.
    pub(crate) files: Vec<PathBuf>,
    /// `--preset`
    pub(crate) preset: Option<String>,
    /// What is set, in order, on top of the preset.
    pub(crate) set: Settings,
    /// What is overridden, in order.
    pub(crate) overrides: Vec<Override>,
    /// `--as-of`
    pub(crate) as_of: Option<String>,
    /// `--draws`, a power of two.
    pub(crate) draws: Option<usize>,
    /// `--seed`
    pub(crate) seed: Option<u32>,
    /// `--rank`, a quantity and its year.
    pub(crate) rank: Option<(String, Option<i32>)>,
    /// `--link`
    pub(crate) link: Option<String>,
    /// `--range`, in order; none holds the assumption.
    pub(crate) ranges: Vec<(String, Option<[f64; 2]>)>,
    /// `--format`
    pub(crate) format: Option<String>,
    /// `--lang`
    pub(crate) language: Option<String>,
    /// `--view`
    pub(crate) view: Option<String>,
    /// `--to`
    pub(crate) to: Option<String>,
    /// `--theme`
    pub(crate) theme: Option<String>,
    /// `--size`, width and height.
    pub(crate) size: Option<(u32, u32)>,
    /// `-o`
    pub(crate) output: Option<PathBuf>,
}

const COMMANDS: &str =
    "new check serve bundle run explain equations solve compare render link export xlsx diff cite command";

/// Reads the arguments behind the program's name.
pub(crate) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Command, CliError> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let mut words: Vec<OsString> = Vec::new();
    let mut options = Options::default();
    while let Some(argument) = parser.next().map_err(call)? {
        match argument {
            Short('h') | Long("help") => return Ok(Command::Help),
            Long("set") => options.set.push(assignment(&text(&mut parser)?)?),
            Long("preset") => options.preset = Some(text(&mut parser)?),
            Long("for") => options.inputs.push(text(&mut parser)?),
            Long("of") => options.of = output(&text(&mut parser)?)?,
            Long("override") => options.overrides.push(overridden(&text(&mut parser)?)?),
            Long("as-of") => options.as_of = Some(date(text(&mut parser)?)?),
            Long("draws") => options.draws = Some(draws(&text(&mut parser)?)?),
            Long("seed") => options.seed = Some(whole("seed", "1", &text(&mut parser)?)?),
            Long("rank") => options.rank = Some(rank(&text(&mut parser)?)?),
            Long("range") => options.ranges.push(range(&text(&mut parser)?)?),
            Long("link") => options.link = Some(text(&mut parser)?),
            Long("port") => options.port = Some(whole("port", "8080", &text(&mut parser)?)?),
            Long("page") => options.page = Some(parser.value().map_err(call)?.into()),
            Long("watch") => options.when = When::EachSave,
            Long("format") => options.format = Some(text(&mut parser)?),
            Long("lang") => options.language = Some(text(&mut parser)?),
            Long("year") => options.year = Some(whole("year", "2033", &text(&mut parser)?)?),
            Long("depth") => options.depth = Some(depth(&text(&mut parser)?)?),
            Long("view") => options.view = Some(text(&mut parser)?),
            Long("to") => options.to = Some(text(&mut parser)?),
            Long("theme") => options.theme = Some(text(&mut parser)?),
            Long("size") => options.size = Some(size(&text(&mut parser)?)?),
            Short('o') | Long("output") => options.output = Some(parser.value().map_err(call)?.into()),
            Value(word) => words.push(word),
            other => return Err(call(other.unexpected())),
        }
    }
    let mut words = words.into_iter();
    let Some(command) = words.next() else { return Err(CliError::Call("a command is missing".to_owned())) };
    let command = command.to_string_lossy().into_owned();
    if !COMMANDS.split(' ').any(|known| known == command) {
        let nearest = did_you_mean(&command, COMMANDS.split(' '));
        return Err(CliError::Call(format!("there is no command `{command}`{nearest}")));
    }
    options.story =
        words.next().ok_or_else(|| CliError::Call(format!("`{command}` needs the story's folder")))?.into();
    if command == "explain" {
        let quantity = words.next().ok_or_else(|| {
            CliError::Call("`explain` needs a quantity behind the story's folder, such as income".to_owned())
        })?;
        options.quantity = quantity.to_string_lossy().into_owned();
    }
    if command == "solve" {
        let goal = words.next().unwrap_or_default().to_string_lossy().into_owned();
        (options.of, options.target) = self::goal(&goal)?;
    }
    if command == "diff" {
        options.files = words.by_ref().take(1).map(PathBuf::from).collect();
    }
    if command == "compare" {
        options.files = words.by_ref().take(2).map(PathBuf::from).collect();
        if options.of == Output::default() {
            return Err(CliError::Call("--of is missing; write it like --of income:2033".to_owned()));
        }
    }
    let draws = options.draws.is_some()
        || options.rank.is_some()
        || ["link", "command", "cite"].contains(&command.as_str());
    let idle = [("--seed", options.seed.is_some()), ("--range", !options.ranges.is_empty())];
    if let Some((option, _)) = idle.iter().find(|(_, given)| *given && !draws) {
        return Err(CliError::Call(format!("`{option}` needs --draws or --rank")));
    }
    if let Some(extra) = words.next() {
        return Err(CliError::Call(format!("`{}` is one word too many", extra.to_string_lossy())));
    }
    Ok(match command.as_str() {
        "new" => Command::New { folder: options.story },
        "check" => Command::Check { story: options.story, when: options.when },
        "serve" => Command::Serve(options),
        "bundle" => Command::Bundle(options),
        "run" => Command::Run(options),
        "explain" => Command::Explain(options),
        "solve" => Command::Solve(options),
        "compare" => Command::Compare(options),
        "equations" => Command::Equations(options),
        "link" => Command::Link(options),
        "export" => Command::Export(options),
        "xlsx" => Command::Workbook(options),
        "diff" => Command::Diff(options),
        "cite" => Command::Cite(options),
        "command" => Command::Call(options),
        _ => Command::Render(options),
    })
}

fn text(parser: &mut lexopt::Parser) -> Result<String, CliError> {
    parser.value().and_then(|value| value.string()).map_err(call)
}

#[expect(clippy::needless_pass_by_value, reason = "fits map_err")]
fn call(error: lexopt::Error) -> CliError {
    CliError::Call(error.to_string())
}
