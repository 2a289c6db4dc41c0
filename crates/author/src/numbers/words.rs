//! The words and signs of numbers in each language: one block a language.

/// How a language writes numbers. Words stand in lower case.
pub(super) struct Words {
    /// Sign before the fraction.
    pub(super) decimal: char,
    /// Sign between groups of three digits.
    pub(super) group: char,
    /// Words that are a number, with its digits.
    numbers: &'static [(&'static str, &'static str)],
    /// Stems that are a number once one of `endings` follows; bare they mean something else (`erst` is "only").
    stems: &'static [(&'static str, &'static str)],
    /// Endings of stems, the longest first.
    endings: &'static [&'static str],
    /// Powers of ten.
    scales: &'static [(&'static str, i32)],
}

impl Words {
    /// The words of a language by its code.
    pub(super) fn of(language: &str) -> Option<&'static Self> {
        match language {
            "de" => Some(&GERMAN),
            "en" => Some(&ENGLISH),
            _ => None,
        }
    }

    /// The digits of a word that is a number.
    pub(super) fn number(&self, word: &str) -> Option<&'static str> {
        let stem = || self.endings.iter().find_map(|ending| word.strip_suffix(ending));
        find(self.numbers, word).or_else(|| find(self.stems, stem()?))
    }

    /// The power of ten that a word stands for.
    pub(super) fn scale(&self, word: &str) -> Option<i32> {
        find(self.scales, word)
    }
}

fn find<T: Copy>(list: &[(&str, T)], word: &str) -> Option<T> {
    list.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}

const ENGLISH: Words = Words {
    decimal: '.',
    group: ',',
    numbers: &[
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
        ("eleven", "11"),
        ("twelve", "12"),
        ("dozen", "12"),
        ("first", "1"),
        ("second", "2"),
        ("third", "3"),
        ("fourth", "4"),
        ("once", "1"),
        ("twice", "2"),
        ("double", "2"),
        ("triple", "3"),
        ("half", "0.5"),
        ("one-quarter", "0.25"),
        ("three-quarters", "0.75"),
    ],
    stems: &[],
    endings: &[],
    scales: &[("thousand", 3), ("million", 6), ("billion", 9), ("trillion", 12), ("%", -2), ("percent", -2)],
};

const GERMAN: Words = Words {
    decimal: ',',
    group: '.',
    numbers: &[
        ("ein", "1"),
        ("eine", "1"),
        ("eins", "1"),
        ("zwei", "2"),
        ("drei", "3"),
        ("vier", "4"),
        ("fünf", "5"),
        ("sechs", "6"),
        ("sieben", "7"),
        ("acht", "8"),
        ("neun", "9"),
        ("zehn", "10"),
        ("elf", "11"),
        ("zwölf", "12"),
        ("dutzend", "12"),
        ("einmal", "1"),
        ("zweimal", "2"),
        ("hälfte", "0.5"),
        ("dreiviertel", "0.75"),
    ],
    stems: &[
        ("erst", "1"),
        ("zweit", "2"),
        ("dritt", "3"),
        ("viert", "4"),
        ("doppelt", "2"),
        ("dreifach", "3"),
    ],
    endings: &["en", "er", "es", "em", "e"],
    scales: &[
        ("tausend", 3),
        ("million", 6),
        ("millionen", 6),
        ("mio", 6),
        ("milliarde", 9),
        ("milliarden", 9),
        ("mrd", 9),
        ("billion", 12),
        ("billionen", 12),
        ("%", -2),
        ("prozent", -2),
    ],
};
