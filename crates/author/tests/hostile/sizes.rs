//! What is too large is refused by name, in seconds even where nothing is optimised.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The story to start from with other text in some files: what is wrong with it, by message. It may not take long.
pub(crate) fn messages(files: &[(&str, String)]) -> Vec<String> {
    let mut texts = author::starter();
    for (name, text) in files {
        texts.retain(|(path, _)| path != Path::new(name));
        texts.push((PathBuf::from(name), text.clone()));
    }
    let start = Instant::now();
    let problems =
        author::read_texts(Path::new("story"), texts).map_or_else(|problems| problems.0, |_| Vec::new());
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
    problems.iter().map(ToString::to_string).collect()
}

/// The only thing, or the first, that is wrong says all of `words`.
fn refused(files: &[(&str, String)], words: &[&str]) {
    let messages = messages(files);
    let first = messages.first().expect("it is refused");
    for word in words {
        assert!(first.contains(word), "{word:?} is missing in: {first}");
    }
}

fn equation(id: &str, value: &str) -> String {
    format!("[{id}]\nunit = \"share\"\nvalue = \"{value}\"\nlabel = {{ en = \"A\" }}\nintermediate = true\n")
}

/// The model to start from, which the charts want, with more equations.
fn model(more: &str) -> (&'static str, String) {
    let own =
        author::starter().into_iter().find(|(path, _)| path == Path::new("model.toml")).expect("a model").1;
    ("model.toml", own + more)
}

#[test]
fn a_million_lines() {
    refused(
        &[("terms.toml", "# nothing\n".repeat(1_000_000))],
        &["terms.toml:1:1", "larger than 1048576 bytes"],
    );
    let many = |at: usize| "# nothing\n".repeat(100_000) + &format!("[t{at}]\n");
    let names: Vec<String> = (0..5).map(|at| format!("terms/{at}.toml")).collect();
    let files: Vec<_> = names.iter().enumerate().map(|(at, name)| (name.as_str(), many(at))).collect();
    refused(&files, &["bytes with the files before it", "a story has 4194304 at most"]);
}

#[test]
fn thousands_of_files() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("thousands of files");
    fs::create_dir_all(folder.join("terms")).unwrap();
    for at in 0..3_000 {
        fs::write(folder.join(format!("terms/{at}.toml")), "").unwrap();
    }
    let error = author::read(&folder).expect_err("it is refused").to_string();
    assert!(error.contains("a story has 500 at most"), "{error}");
}

#[test]
fn a_file_that_never_ends() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("endless");
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("/dev/zero", folder.join("model.toml")).unwrap();
    #[cfg(not(unix))]
    fs::write(folder.join("model.toml"), "\0".repeat(2 << 20)).unwrap();
    let error = author::read(&folder).expect_err("it is refused").to_string();
    assert!(error.contains("model.toml:1:1: larger than 1048576 bytes"), "{error}");
}

#[test]
fn blocks_and_values_without_number() {
    let blocks: String = (0..2_001).map(|at| format!("[t{at}]\n")).collect();
    refused(&[("terms.toml", blocks)], &["2001 blocks; 2000 can be read"]);
    let values = format!("[a]\nx = [{}]\n", "1,".repeat(40_000));
    refused(&[("terms.toml", values)], &["values in all files; 30000 can be read"]);
    let claims =
        "[[loaves.claims]]\nat = \"1\"\nfigure = \"loaves_2025\"\nlabel = { en = \"A\" }\n".repeat(1_001);
    let levers =
        author::starter().into_iter().find(|(path, _)| path == Path::new("levers.toml")).expect("levers").1;
    refused(&[("levers.toml", levers + &claims)], &["1000 can be computed"]);
}

#[test]
fn nesting_without_end() {
    for text in [
        "(".repeat(100_000),
        "-".repeat(100_000),
        "min(".repeat(100_000),
        "1+".repeat(100_000),
        "2^".repeat(100_000),
    ] {
        let all = messages(&[model(&equation("a", &text))]);
        assert!(
            all.iter().any(|message| message.contains("more than 500 numbers, names and signs")),
            "{all:?}"
        );
    }
    let all = messages(&[model(&equation("a", &"(".repeat(400)))]);
    assert!(all.iter().any(|message| message.contains("nested more than 60 deep")), "{all:?}");
    for text in [
        format!("a = {}", "[".repeat(100_000)),
        format!("a = {}", "{a=".repeat(100_000)),
        format!("[a{}]", ".a".repeat(100_000)),
    ] {
        assert!(!messages(&[("terms.toml", text)]).is_empty());
    }
}

#[test]
fn equations_that_lead_to_each_other_for_ever() {
    let chain: String =
        (0..1_200).map(|at| equation(&format!("q{at}"), &format!("q{} + 1", at + 1))).collect();
    refused(&[model(&(chain + &equation("q1200", "1")))], &["opened more than 300 parts deep"]);
    let circle: String =
        (0..200).map(|at| equation(&format!("q{at}"), &format!("q{}", (at + 1) % 200))).collect();
    refused(&[model(&circle)], &["a circle within one year: q0 → q1 → q2"]);
    // The same chain written the other way round opens one equation at a time.
    let easy: String =
        (1..600).map(|at| equation(&format!("q{at}"), &format!("q{} + year / 1 [yr]", at - 1))).collect();
    assert_eq!(messages(&[model(&(equation("q0", "1") + &easy))]), [""; 0]);
}

#[test]
fn sums_of_sums_of_sums() {
    for text in ["sum(".repeat(30) + "year" + &")".repeat(30), "peak(".repeat(30) + "year" + &")".repeat(30)]
    {
        let text = text.replace("year", "year / 1 [yr]");
        let all = messages(&[model(&equation("a", &text))]);
        assert!(all.iter().any(|message| message.contains("compiling takes more than")), "{all:?}");
    }
    let lag = "lag(".repeat(20) + "year / 1 [yr]" + &", loaves / 1 [loaves/yr] * 1 [yr], s)".repeat(20);
    let series = "[s]\nunit = \"share\"\nyears = []\n".to_owned();
    assert!(!messages(&[model(&equation("a", &lag)), ("series.toml", series)]).is_empty());
}

#[test]
fn years_without_end() {
    let story =
        author::starter().into_iter().find(|(path, _)| path == Path::new("story.toml")).expect("a story").1;
    for (first, last, words) in [
        ("-2147483648", "2147483647", "1 to 100 can be projected"),
        ("2033", "2026", "1 to 100 can be projected"),
        ("99999999999999999999", "2033", "story.toml"),
    ] {
        let text = story.replace("first_year = 2026", &format!("first_year = {first}"));
        let text = text.replace("last_year = 2033", &format!("last_year = {last}"));
        refused(&[("story.toml", text)], &[words]);
    }
    let many: String = (0..600).map(|at| equation(&format!("q{at}"), "1")).collect();
    let text = story.replace("last_year = 2033", "last_year = 2125");
    refused(&[("story.toml", text), model(&many)], &["equations over 100 years", "fewer years would fit"]);
}

#[test]
fn a_thousand_names_that_nobody_knows() {
    let many: String = (0..1_100)
        .map(|at| equation(&format!("quantity_{at}"), &format!("quantity_{at}_{at} + quantiy")))
        .collect();
    let all = messages(&[model(&many)]);
    assert_eq!(all.len(), author::limits::PROBLEMS);
}
