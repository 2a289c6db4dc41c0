//! Links of the page: `sliderule link` writes one, `--link` starts from one, `sliderule command` says how its scenario is run.

use crate::answer::put_out;
use crate::arguments::Options;
use crate::case::Case;
use crate::draws::ranges;
use crate::error::CliError;
use crate::output::Output;
use crate::scenario_file::model;
use engine::link::{Differences, Digits, Link, Notice, Outcome, read, write};
use engine::{Path, Ranges, Story, project};

/// The link of a scenario, with its sign.
pub(crate) fn link(options: &Options) -> Result<String, CliError> {
    let case = Case::of(options)?;
    let link = state(options, &case)?;
    let written = write(&link, &case.story, &case.model, Digits::native());
    if !written.whole {
        eprintln!("the link would be too long: addresses and reasons are left out first");
    }
    put_out(options, format!("#{}\n", written.text))
}

/// All that the options hold, as a link has it.
pub(crate) fn state(options: &Options, case: &Case) -> Result<Link, CliError> {
    let date = options.as_of.as_deref();
    Ok(Link {
        now: Differences::of(&case.story, &case.model, &case.scenario, date, &case.overrides),
        ranges: ranges(options, case)?,
        seed: options.seed,
        outcome: outcome(options, case)?,
        wish: None,
        kept: Vec::new(),
        baseline: None,
    })
}

/// The call that comes to the numbers of a scenario.
pub(crate) fn command(options: &Options) -> Result<String, CliError> {
    let case = Case::of(options)?;
    let (link, folder) = (state(options, &case)?, options.story.to_string_lossy());
    let call = engine::link::command(&link, &folder, &case.story, &case.model, Digits::native());
    put_out(options, call + "\n")
}

/// The place and the link of a whole address; a link may stand alone, with its sign or without.
pub(crate) fn apart(address: &str) -> (&str, &str) {
    match address.find('#') {
        Some(at) => address.split_at(at),
        None if address.contains("://") => (address, ""),
        None => ("", address),
    }
}

fn outcome(options: &Options, case: &Case) -> Result<Option<Outcome>, CliError> {
    if options.of == Output::default() {
        return Ok(None);
    }
    let slot = options.of.slot(&case.story, &case.model)?;
    let quantity = case.story.model.position(&options.of.id);
    let value = case.projection.slot(slot);
    Ok(quantity.zip(value).map(|(quantity, value)| Outcome { quantity, year: options.of.year, value }))
}

/// The options with what `--link` holds: what is said beside it comes on top. What could not be taken is said aside.
pub(crate) fn taken(mut options: Options) -> Result<Options, CliError> {
    let Some(text) = options.link.take() else { return Ok(options) };
    let text = apart(&text).1;
    let story = author::read(&options.story)?;
    let whole = model(&story, &[])?;
    let (link, notices) = read(text, &story, &whole, Digits::native());
    for notice in notices {
        match notice {
            Notice::Changed(at) => {
                let (_, change) = &story.changes.0[at];
                eprintln!("--link: since then, {}: {}", change.date, change.what.get("en"));
            }
            other => eprintln!("--link: {other}"),
        }
    }
    let named = |(at, path): &(usize, Path)| (whole.inputs[*at].id.clone(), path.clone());
    let mut set: Vec<_> = link.now.set.iter().map(named).collect();
    compare(&story, &link, &set)?;
    set.append(&mut options.set);
    options.set = set;
    options.as_of = options.as_of.or(link.now.date);
    let said = |id: &str| options.overrides.iter().any(|figure| figure.figure == id);
    let mut overrides: Vec<_> =
        link.now.overrides.into_iter().filter(|figure| !said(&figure.figure)).collect();
    overrides.append(&mut options.overrides);
    options.overrides = overrides;
    options.seed = options.seed.or(link.seed);
    let usual = Ranges::default_of(&whole);
    let mut ranges = Vec::new();
    for (at, input) in whole.inputs.iter().enumerate().filter(|(at, _)| link.ranges.of(*at) != usual.of(*at))
    {
        let range = link.ranges.of(at);
        ranges.push((input.id.clone(), Some([range.low, range.high])));
        ranges.extend((!range.drawn).then(|| (input.id.clone(), None)));
    }
    ranges.append(&mut options.ranges);
    options.ranges = ranges;
    Ok(options)
}

/// Says where a number is no longer what it was when the link was made.
fn compare(story: &Story, link: &Link, set: &[(String, Path)]) -> Result<(), CliError> {
    let Some(Outcome { quantity, year, value }) = link.outcome else { return Ok(()) };
    let model = model(story, &[&set.to_vec()])?;
    let projection = project(&model, &link.now.scenario(story, &model));
    let place = year.and_then(|year| model.years.iter().position(|known| *known == year)).unwrap_or_default();
    let found = projection.value(&model, quantity, place);
    // Links hold three decimals.
    if found.is_none_or(|found| (found - value).abs() > 1e-3) {
        let (id, found) = (
            &model.quantities[quantity].id,
            found.map_or("absent".to_owned(), |found| format!("{found:.3}")),
        );
        eprintln!("--link: {id} was {value} when the link was made, now it is {found}");
    }
    Ok(())
}
