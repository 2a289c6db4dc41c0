//! One of a few words: formats, themes.

use crate::error::CliError;
use engine::nearest::did_you_mean;

/// What can be chosen, by name.
pub(crate) type Choices<T> = &'static [(&'static str, T)];

/// What the given word stands for, the first one where none is given.
pub(crate) fn choice<T: Copy>(of: &str, given: Option<&str>, known: Choices<T>) -> Result<T, CliError> {
    let names = || known.iter().map(|(name, _)| *name);
    let found = given.map_or(known.first(), |given| known.iter().find(|(name, _)| *name == given));
    found.map(|(_, chosen)| *chosen).ok_or_else(|| {
        let given = given.unwrap_or_default();
        let nearest = did_you_mean(given, names());
        let all = names().collect::<Vec<_>>();
        let (others, last) = all.split_at(all.len() - 1);
        CliError::Call(format!(
            "there is no {of} `{given}`{nearest}; there are {} and {}",
            others.join(", "),
            last.concat()
        ))
    })
}
