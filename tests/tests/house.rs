//! The house rules. Each failure says the rule's sentence, the file and the line.

use promises::house::{Place, Source, files, sources};
use std::{env, fs};

#[expect(clippy::unwrap_used, reason = "without the files no rule can be tested")]
fn all() -> Vec<Source> {
    let sources = sources(&xtask::paths::root()).unwrap();
    assert!(sources.len() > 10, "the project's files are not where they are looked for");
    sources
}

/// Fails with the rule's sentence and every place that breaks it.
fn hold(rule: &str, broken: &[String]) {
    assert!(broken.is_empty(), "{rule}\n  {}", broken.join("\n  "));
}

fn list(source: &Source, places: Vec<Place>) -> Vec<String> {
    places.into_iter().map(|place| format!("{}:{} {}", source.path, place.line, place.what)).collect()
}

/// Files under `folder` may not name any of `forbidden`.
fn forbid(rule: &str, within: impl Fn(&Source) -> bool, forbidden: &[&str]) {
    let sources = all();
    let broken: Vec<String> = sources
        .iter()
        .filter(|source| within(source))
        .flat_map(|source| forbidden.iter().flat_map(|path| list(source, source.names(path))))
        .collect();
    hold(rule, &broken);
}

fn is_in(source: &Source, folder: &str) -> bool {
    source.path.starts_with(folder)
}

#[test]
fn a_file_is_one_idea() {
    let long = all().into_iter().map(|source| (source.text.lines().count(), source.path));
    let broken: Vec<String> = long
        .filter(|(lines, _)| *lines > 300)
        .map(|(lines, path)| format!("{path}: {lines} lines"))
        .collect();
    hold("A Rust file is one idea: about 100 lines, 300 at most.", &broken);
}

#[test]
fn a_file_says_what_it_is_for() {
    let mute = all().into_iter().filter(|source| !source.text.starts_with("//! "));
    hold("A module's first line says what it is for.", &mute.map(|source| source.path).collect::<Vec<_>>());
}

#[test]
fn the_engine_knows_no_browser_clock_or_thread() {
    let outside = [
        "author",
        "charts",
        "gloo",
        "js_sys",
        "leptos",
        "plotters",
        "rand",
        "std::thread",
        "std::time",
        "wasm_bindgen",
        "web_sys",
    ];
    let rule = "`engine` depends on no browser, clock, thread or chance, and on none of the crates above it.";
    forbid(rule, |source| is_in(source, "crates/engine/src/"), &outside);
}

#[test]
fn charts_know_no_page() {
    let rule = "`charts` turns a view into a picture over any backend: it knows no page.";
    forbid(
        rule,
        |source| is_in(source, "crates/charts/src/"),
        &["author", "js_sys", "leptos", "wasm_bindgen", "web_sys"],
    );
}

#[test]
fn what_is_taken_home_knows_no_page_and_no_file() {
    let rule = "`take_home` turns a scenario into texts and bytes: it knows no page, no author's folder and no file.";
    let outside = ["author", "charts", "js_sys", "leptos", "std::fs", "wasm_bindgen", "web_sys"];
    forbid(rule, |source| is_in(source, "crates/take_home/src/"), &outside);
}

#[test]
fn pictures_know_no_page() {
    let rule = "`pictures` shows a story's scenarios without a page: it knows engine and charts.";
    let outside =
        ["author", "js_sys", "leptos", "page", "std::fs", "std::time", "wasm_bindgen", "web_sys", "xtask"];
    forbid(rule, |source| is_in(source, "crates/pictures/src/") && !source.is_test(), &outside);
}

#[test]
fn only_charts_know_plotters() {
    let rule = "Only `charts` knows plotters.";
    let elsewhere = |source: &Source| !is_in(source, "crates/charts/") && !is_in(source, "src/");
    forbid(rule, elsewhere, &["plotters", "plotters_backend", "plotters_canvas", "plotters_svg"]);
    forbid(rule, |source| is_in(source, "src/"), &["plotters", "plotters_svg"]);
    for name in ["plotters_canvas", "plotters_backend"] {
        let knows = |source: &Source| is_in(source, "src/") && !source.names(name).is_empty();
        let files: Vec<String> = all().into_iter().filter(knows).map(|source| source.path).collect();
        assert!(files.len() <= 1, "Only one file of `src/` knows {name}.\n  {}", files.join("\n  "));
    }
}

#[test]
fn only_one_folder_touches_the_browser() {
    let rule = "Only `src/browser/` touches the browser.";
    // The stand-in has the types of what it stands in for.
    let browser = |source: &Source| {
        is_in(source, "src/browser/")
            || is_in(source, "crates/wasm-streams/")
            // Runs in Node, to be measured.
            || is_in(source, "crates/throughput/")
            || source.path == "src/browser.rs"
    };
    forbid(
        rule,
        |source| !browser(source),
        &[
            "gloo",
            "gloo_events",
            "gloo_render",
            "gloo_timers",
            "js_sys",
            "wasm_bindgen",
            "wasm_bindgen_futures",
            "web_sys",
        ],
    );
}

#[test]
fn nothing_unwraps() {
    let rule = "No unwrap, expect or panic outside tests: each error is handled once, by name.";
    let sources = all();
    let ours = |source: &&Source| {
        let in_crate = is_in(source, "crates/") && source.path.contains("/src/");
        (in_crate || is_in(source, "src/")) && !source.is_test()
    };
    // A text must follow `expect`: a parser has one of its own.
    let patterns = [".unwrap()", ".expect(\"", ".expect(&", "panic!(", "#[allow("];
    let broken: Vec<String> = sources
        .iter()
        .filter(ours)
        .flat_map(|source| patterns.iter().flat_map(|pattern| list(source, source.places_of(pattern))))
        .collect();
    hold(rule, &broken);
}

/// Names that code asks the story's words for: texts within `word(…)`, and all that a function called `…_word` can give.
fn words_asked_for(source: &Source) -> Vec<String> {
    let mut found = Vec::new();
    for (at, _) in source.code.match_indices("word(") {
        let start = source.code[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let (open, close) = match source.code[start..at].contains("fn ") {
            true => ('{', '}'),
            false => ('(', ')'),
        };
        let mut depth = 0;
        let end = source.code[at..].char_indices().find(|(_, letter)| {
            depth += i32::from(*letter == open) - i32::from(*letter == close);
            *letter == close && depth == 0
        });
        // Blanked letters count as many, but take fewer bytes.
        let [from, count] = [&source.code[..at], &source.code[at..][..end.map_or(0, |(end, _)| end)]]
            .map(|code| code.chars().count());
        let part: String = source.text.chars().skip(from).take(count).collect();
        let names = part.split('"').skip(1).step_by(2);
        let plain =
            |name: &&str| !name.is_empty() && name.chars().all(|c| c == '_' || c.is_ascii_lowercase());
        found.extend(names.filter(plain).map(str::to_owned));
    }
    found
}

#[test]
fn every_word_is_there_and_used() {
    let words = fs::read_to_string(xtask::paths::root().join("crates/author/words.toml")).unwrap();
    let head = |line: &str| line.strip_prefix('[')?.strip_suffix(']').map(str::to_owned);
    let known: Vec<String> = words.lines().filter_map(head).collect();
    let sources: Vec<Source> = all().into_iter().filter(|source| !source.is_test()).collect();
    let asked: Vec<(&str, String)> = sources
        .iter()
        .flat_map(|source| words_asked_for(source).into_iter().map(|name| (source.path.as_str(), name)))
        .collect();
    assert!(asked.len() > 20, "the places that ask for words are not found: {asked:?}");
    let missing = asked.iter().filter(|(_, name)| !known.contains(name));
    let missing: Vec<String> = missing.map(|(path, name)| format!("{path}: {name}")).collect();
    hold("Every word of the page stands in crates/author/words.toml.", &missing);
    let used = |name: &String| sources.iter().any(|source| source.text.contains(&format!("\"{name}\"")));
    let idle: Vec<String> = known.into_iter().filter(|name| !used(name)).collect();
    hold("Every word in crates/author/words.toml is used.", &idle);
}

#[test]
fn no_foreign_address_stands_in_the_page() {
    let dist = xtask::paths::dist();
    let pages = files(&dist, &["html", "js", "css", "svg", "webmanifest"]).unwrap();
    assert!(!pages.is_empty(), "{} holds no page: cargo xtask test builds it", dist.display());
    // What is made for others to show names the site itself in full.
    let own = env::var(xtask::post_build::SITE_ADDRESS).unwrap_or_default();
    let is_own = |address: &str| !own.is_empty() && address.starts_with(own.trim_end_matches('/'));
    let mut broken = Vec::new();
    for path in pages {
        let text = fs::read_to_string(&path).unwrap();
        for scheme in ["http://", "https://"] {
            for (at, _) in text.match_indices(scheme) {
                let address: String = text[at..]
                    .chars()
                    .take_while(|c| !c.is_whitespace() && !"\"'`<>)\\".contains(*c))
                    .collect();
                // Names of XML dialects, which no browser asks for.
                if !address.starts_with("http://www.w3.org/") && !is_own(&address) {
                    broken.push(format!("{}: {address}", path.display()));
                }
            }
        }
    }
    hold(
        "No third-party address stands in the page: after loading it asks the network for nothing.",
        &broken,
    );
}
