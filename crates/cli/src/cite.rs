//! `sliderule cite`: a ready citation of the story's explorer.

use crate::answer::put_out;
use crate::arguments::Options;
use crate::case::Case;
use crate::choice::{Choices, choice};
use crate::error::CliError;
use crate::link::{apart, state, taken};
use engine::cite::Citation;
use engine::link::{Digits, write};
use engine::say::{Plain, Voice};

/// A citation in one of three forms.
type Form = fn(&Citation, Voice) -> String;
const FORMS: Choices<Form> = &[
    ("text", |citation, voice| citation.text(voice) + "\n"),
    ("bibtex", |citation, _| citation.bibtex()),
    ("csl", |citation, _| citation.csl()),
];

/// A citation of the story's explorer, with the address that `--link` has and the scenario.
pub(crate) fn cite(options: &Options) -> Result<String, CliError> {
    let form = choice("format", options.format.as_deref(), FORMS)?;
    let place = options.link.as_deref().map_or("", |link| apart(link).0);
    let options = taken(options.clone())?;
    let case = Case::of(&options)?;
    let written = write(&state(&options, &case)?, &case.story, &case.model, Digits::native());
    let state = if written.text.is_empty() { String::new() } else { format!("#{}", written.text) };
    let address = format!("{place}{state}");
    let numbers = Plain::new(&case.language);
    let voice = Voice { story: &case.story, language: &case.language, numbers: &numbers };
    let citation = Citation::of(&case.story, &case.language, &address);
    put_out(&options, form(&citation, voice))
}
