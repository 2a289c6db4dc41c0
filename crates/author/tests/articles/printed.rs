//! Every printed number stands in its article, and reads as its figure's value.

use crate::files::{article_text, articles, figures, own, stories, story_files};
use author::numbers::parse;
use engine::story::{Figure, Source};
use std::path::Path;

#[test]
fn all_figures_of_the_articles_are_there() {
    let articles = articles(&own());
    let count = figures(&own()).values().filter(|figure| articles.contains_key(&figure.source)).count();
    assert_eq!((articles.len(), count), (4, 87));
}

/// The figures of a story that articles print, with name and source.
fn printed(story: &Path) -> Vec<(String, Figure, Source)> {
    let articles = articles(story);
    let figures = figures(story).into_iter();
    let found: Vec<_> = figures
        .filter_map(|(id, figure)| articles.get(&figure.source).cloned().map(|source| (id, figure, source)))
        .collect();
    assert!(!found.is_empty(), "{} rests on no article", story.display());
    found
}

#[test]
fn printed_numbers_stand_at_their_paragraph() {
    let mut missing = Vec::new();
    for (id, figure, source) in stories().iter().flat_map(|story| printed(story)) {
        let Some(text) = article_text(&source) else { return };
        let printed = figure.printed.expect(&id);
        let paragraph = figure.paragraph.expect(&id);
        let line = text.lines().filter(|line| !line.trim().is_empty()).nth(paragraph as usize - 1);
        if !line.is_some_and(|line| line.contains(&printed)) {
            let place = format!("paragraph {paragraph} of {}", figure.source);
            missing.push(format!("{id}: `{printed}` does not stand in {place}"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn printed_numbers_read_as_their_values() {
    let mut wrong = Vec::new();
    for (id, figure, source) in stories().iter().flat_map(|story| printed(story)) {
        if figure.unit == "date" {
            continue;
        }
        let read = parse(&figure.printed.clone().expect(&id), source.language.as_deref().expect(&id));
        // A fall is printed without its sign.
        if read != figure.number().map(f64::abs) {
            wrong.push(format!("{id}: {:?} reads as {read:?}, not {:?}", figure.printed, figure.value));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Numbers are facts, sentences belong to their writers.
#[test]
fn no_sentence_of_an_article_is_copied() {
    const RUN: usize = 7;
    let files = || stories().into_iter().flat_map(|story| story_files(&story));
    let story: Vec<_> = files().map(|(path, text)| (path, words(&text).join(" "))).collect();
    for source in articles(&own()).values() {
        let Some(article) = article_text(source) else { return };
        for run in words(&article).windows(RUN) {
            let run = run.join(" ");
            for (path, text) in &story {
                assert!(!text.contains(&run), "{} repeats `{run}` of an article", path.display());
            }
        }
    }
}

fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}
