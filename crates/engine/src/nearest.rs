//! The known word nearest to a mistyped one.

/// Letters of a word that are compared.
const LONGEST: usize = 40;

/// The nearest of `known`, if any is near enough to be meant.
#[must_use]
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed: Vec<char> = word.to_ascii_lowercase().chars().take(LONGEST).collect();
    let (distance, best) = known.map(|candidate| (distance(&typed, candidate), candidate)).min()?;
    (distance <= 1 + typed.len() / 3).then_some(best)
}

/// `; did you mean …?` for the end of a message, empty where nothing is near, and in the page, which shows no such message.
#[must_use]
pub fn did_you_mean<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> String {
    if cfg!(target_arch = "wasm32") {
        return String::new();
    }
    nearest(word, known).map_or_else(String::new, |best| format!("; did you mean `{best}`?"))
}

/// Levenshtein's distance.
fn distance(typed: &[char], candidate: &str) -> usize {
    let candidate: Vec<char> = candidate.chars().flat_map(char::to_lowercase).take(LONGEST).collect();
    let mut before: Vec<usize> = (0..=candidate.len()).collect();
    for (row, letter) in typed.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in candidate.iter().enumerate() {
            let replaced = before[column] + usize::from(letter != other);
            current.push(replaced.min(before[column + 1] + 1).min(current[column] + 1));
        }
        before = current;
    }
    before[candidate.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_and_far() {
        let known = ["capex", "power", "trainium_share"];
        assert_eq!(nearest("capx", known.into_iter()), Some("capex"));
        assert_eq!(nearest("trainum_share", known.into_iter()), Some("trainium_share"));
        assert_eq!(nearest("banana", known.into_iter()), None);
        assert_eq!(nearest("GWh", ["GW", "TWh/yr"].into_iter()), Some("GW"));
    }
}
