//! A state becomes a call of the command line that comes to the same numbers.

use super::Link;
use super::digits::Digits;
use super::write::state;
use crate::DRAWS;
use crate::model::Model;
use crate::story::Story;

/// The call, as shells of every Unix read it: what differs from the start, for the story in `folder`. Ranges and the seed come with
/// as many draws as the page makes; what is kept beside the scenario has no numbers here and is left out.
#[must_use]
pub fn command(link: &Link, folder: &str, story: &Story, model: &Model, digits: Digits) -> String {
    let mut options: Vec<(&str, String)> = Vec::new();
    state(link, story, model, digits, &mut |_, name, id, value| {
        let of_id = || [id, "=", value].concat();
        let draws = ("draws", DRAWS.to_string());
        let said = match name {
            "" => ("set", of_id()),
            "figure." => ("override", of_id()),
            "why." => {
                // It follows the figure that it is of.
                if let Some((_, figure)) = options.last_mut() {
                    *figure += &[":", value].concat();
                }
                return;
            }
            "where." => return,
            "as-of" => (name, value.to_owned()),
            believed => {
                if !options.contains(&draws) {
                    options.push(draws);
                }
                match value.strip_suffix(":off") {
                    _ if believed == "random-seed" => ("seed", value.to_owned()),
                    Some(ends) => {
                        options.push(("range", [id, "=", ends].concat()));
                        ("range", [id, "=off"].concat())
                    }
                    None => ("range", of_id()),
                }
            }
        };
        options.push(said);
    });
    let mut words = ["sliderule run ", &quoted(folder)].concat();
    for (option, value) in options {
        words += &[" --", option, " ", &quoted(&value)].concat();
    }
    words
}

/// A word that a shell takes as it is: anything but letters, digits and harmless signs stands between quotes.
fn quoted(word: &str) -> String {
    let plain =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ',' | ':' | '=' | '/' | '+');
    match word.chars().all(plain) && !word.is_empty() {
        true => word.to_owned(),
        false => ["'", &word.replace('\'', "'\\''"), "'"].concat(),
    }
}
