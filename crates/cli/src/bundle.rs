//! `sliderule bundle`: a story in the built page, as one file that needs no other.

use crate::arguments::Options;
use crate::error::CliError;
use engine::Story;
use page::Page;

/// The page without a story that this program carries; empty where it was built without one.
const CARRIED: &str = include_str!(concat!(env!("OUT_DIR"), "/page.html"));

/// The page that stories are put into: the one that `--page` names, or the one that is carried.
pub(crate) fn template(options: &Options) -> Result<String, CliError> {
    match &options.page {
        Some(path) => std::fs::read_to_string(path)
            .map_err(|error| CliError::File { path: path.clone(), message: error.to_string() }),
        None if CARRIED.is_empty() => Err(CliError::Call(
            "this program carries no page: `cargo xtask build` makes one, which building the program again takes up; \
             or name one with --page"
                .to_owned(),
        )),
        None => Ok(CARRIED.to_owned()),
    }
}

/// The page with a story in it.
pub(crate) fn told(template: &str, story: &Story) -> Result<String, CliError> {
    let mut page = Page { html: template.to_owned() };
    page.tell(story).map_err(CliError::Page)?;
    Ok(page.html)
}

/// Writes the file; answers nothing, or the page where no file is named.
pub(crate) fn bundle(options: &Options) -> Result<String, CliError> {
    let template = template(options)?;
    let html = told(&template, &author::read(&options.story)?)?;
    let Some(path) = &options.output else { return Ok(html) };
    std::fs::write(path, &html).map_err(|source| CliError::Write { path: path.clone(), source })?;
    Ok(format!("{}: {} kB, one file that opens everywhere\n", path.display(), html.len() / 1_000))
}
