//! The same with stable Rust and without coverage, many texts in little time: links, stories and expressions that are half right,
//! and noise. `cargo run --release --manifest-path fuzz/Cargo.toml --bin fuzz -- links 10000000`

use fuzz::chance::Chance;
use fuzz::stories::{Outcome, try_story};
use fuzz::{Reader, expressions, hostile};
use std::fs::read_dir;
use std::path::Path;

const SIGNS: [&str; 16] =
    ["&", "&", "&", "&", "=", "=", "=", ":", ",", ".", "-", "+", "%", "#", "ß", "\u{202e}"];
const WORDS: &[&str] = &[
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
    "shall-be=",
    "income:2033:",
    "payback:",
    "https://a",
    "%C3%A4",
    "%ff",
    "A",
    "0.0000001",
];

fn main() -> Result<(), String> {
    let mut arguments = std::env::args().skip(1);
    let what = arguments.next().unwrap_or_default();
    let mut number =
        |otherwise: u64| arguments.next().and_then(|text| text.parse().ok()).unwrap_or(otherwise);
    let (count, seed) = (number(100_000), number(1));
    match what.as_str() {
        "links" => links(count, seed),
        "stories" => stories(count, seed),
        "expressions" => expressions(count, seed),
        _ => Err("say what and how many: links, stories or expressions, such as `stories 10000`".to_owned()),
    }
}

fn links(count: u64, seed: u64) -> Result<(), String> {
    let reader = Reader::new()?;
    let mut words: Vec<&str> = [&SIGNS[..], WORDS].concat();
    words.extend(reader.story.levers.names().chain(reader.story.assumptions.names()).chain(["sales_2025"]));
    repeat(count, seed, "links", 1_000_000, |chance| reader.try_text(&text(chance, &words)));
    Ok(())
}

/// Those that are kept first, then changed ones.
fn stories(count: u64, seed: u64) -> Result<(), String> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/story");
    for entry in read_dir(&seeds).map_err(|error| error.to_string())?.flatten() {
        let text = std::fs::read_to_string(entry.path()).map_err(|error| error.to_string())?;
        println!("{:?}: {}", try_story(&text), entry.file_name().to_string_lossy());
    }
    println!("{:?}: a long chain", try_story(&hostile::long_chain(1_500)));
    let stories = hostile::stories()?;
    let mut good = 0_u64;
    repeat(count, seed, "stories", 10_000, |chance| {
        let text = hostile::story(chance, &stories);
        let tried = std::panic::catch_unwind(|| try_story(&text));
        let outcome = tried.unwrap_or_else(|_| {
            std::fs::write("hostile-story.txt", &text).ok();
            panic!("the story stands in hostile-story.txt");
        });
        good += u64::from(outcome == Outcome::Good);
    });
    println!("{good} of them without a mistake");
    Ok(())
}

fn expressions(count: u64, seed: u64) -> Result<(), String> {
    let bakery = expressions::Bakery::new()?;
    let mut good = 0_u64;
    repeat(count, seed, "expressions", 1_000_000, |chance| {
        good += u64::from(bakery.try_expression(&hostile::expression(chance)));
    });
    println!("{good} of them with a value");
    Ok(())
}

fn repeat(count: u64, seed: u64, what: &str, step: u64, mut once: impl FnMut(&mut Chance)) {
    let mut chance = Chance(seed);
    for done in 1..=count {
        once(&mut chance);
        if done % step == 0 {
            println!("{done} {what}");
        }
    }
    println!("{count} {what}, no panic");
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
