//! The known word nearest to a mistyped one.

/// Letters of a word that are compared.
const LONGEST: usize = 40;

/// The nearest of `known`, if any is near enough to be meant.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = word.to_ascii_lowercase().chars().take(LONGEST).collect();
    let most = 1 + typed.len() / 3;
    let near = known.filter_map(|candidate| Some((distance(&typed, candidate, most)?, candidate)));
    near.min().map(|(_, best)| best)
}

/// `; did you mean …?` for the end of a message, empty where nothing is near, and in the page, which shows no such message.
#[must_use]
pub fn did_you_mean<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    if cfg!(target_arch = "wasm32") {
        return String::new();
    }
    nearest(word, known).map_or_else(String::new, |best| format!("; did you mean `{best}`?"))
}

/// Levenshtein's distance; none beyond `most`, which is noticed as soon as it is sure.
fn distance(typed: &[char], candidate: &str, most: usize) -> Option<usize> {
    let candidate: Vec<char> = candidate.chars().flat_map(char::to_lowercase).take(LONGEST).collect();
    if typed.len().abs_diff(candidate.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=candidate.len()).collect();
    for letter in typed {
        // What stands left above, before it is overwritten.
        let mut corner = row[0];
        row[0] += 1;
        for (column, other) in candidate.iter().enumerate() {
            let replaced = corner + usize::from(letter != other);
            corner = row[column + 1];
            row[column + 1] = replaced.min(corner + 1).min(row[column] + 1);
        }
        if row.iter().all(|distance| *distance > most) {
            return None;
        }
    }
    row.last().copied().filter(|distance| *distance <= most)
}
