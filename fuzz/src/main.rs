//! The same with stable Rust and without coverage, many texts in little time: links that are half right, and noise.
//! `cargo run --release --manifest-path fuzz/Cargo.toml --bin fuzz -- 10000000`

use fuzz::Reader;

const SIGNS: [&str; 16] =
    ["&", "&", "&", "&", "=", "=", "=", ":", ",", ".", "-", "+", "%", "#", "ß", "\u{202e}"];
const WORDS: [&str; 31] = [
    "v=1",
    "v=2",
    "1",
    "0.5",
    "2026",
    "2033",
    "250",
    "1e9",
    "NaN",
    "-0",
    "999999999999999999999",
    "off",
    "18:40",
    "figure.",
    "why.",
    "where.",
    "range.",
    "kept-as=",
    "baseline-as=",
    "as-of=",
    "2025-11-03",
    "story-of=",
    "random-seed=",
    "came-to=",
    "income:2033:",
    "payback:",
    "https://a",
    "%C3%A4",
    "%ff",
    "A",
    "0.0000001",
];

fn main() -> Result<(), String> {
    let count = std::env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(1_000_000_u64);
    let reader = Reader::new()?;
    let mut words: Vec<&str> = [&SIGNS[..], &WORDS[..]].concat();
    words.extend(reader.story.levers.names().chain(reader.story.assumptions.names()).chain(["sales_2025"]));
    let mut chance = Chance(1);
    for done in 0..count {
        reader.try_text(&text(&mut chance, &words));
        if done % 1_000_000 == 999_999 {
            println!("{} texts", done + 1);
        }
    }
    println!("{count} texts, no panic");
    Ok(())
}

/// Half of them nearly right, the others words in any order; one in eight with a letter that is noise.
fn text(chance: &mut Chance, words: &[&str]) -> String {
    let mut text = String::new();
    let word = |chance: &mut Chance| words[chance.below(words.len())];
    let nearly_right = chance.below(2) == 0;
    for _ in 0..chance.below(24) {
        if nearly_right {
            let value = WORDS[2 + chance.below(10)];
            text += &[word(chance), "=", value, "&"].concat();
        } else {
            text += word(chance);
        }
    }
    if chance.below(8) == 0 {
        let letter = char::from_u32(u32::try_from(chance.below(0x11_0000)).unwrap_or_default());
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        text.insert(places[chance.below(places.len())], letter.unwrap_or('\0'));
    }
    text
}

/// Chance from a seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) >> 11) as usize % end
    }
}
