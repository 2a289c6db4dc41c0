//! `render`: a view as SVG that any program can read.

use crate::program::{Called, fresh, sliderule, stories, story, with};
use std::path::{Path, PathBuf};

fn render(path: &Path, options: &str) -> Called {
    render_of(&story(), path, options)
}

fn render_of(story: &Path, path: &Path, options: &str) -> Called {
    let mut words: Vec<PathBuf> = vec!["render".into(), story.to_owned()];
    words.extend(options.split_whitespace().map(PathBuf::from));
    words.extend(["-o".into(), path.to_owned()]);
    with(words)
}

fn views() -> Vec<String> {
    views_of(&story())
}

fn views_of(story: &Path) -> Vec<String> {
    author::read(story).unwrap().views.names().map(str::to_owned).collect()
}

/// What is not well-formed, if anything: tags that do not close, quotes that do not end, bare signs.
fn malformed(svg: &str) -> Option<String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        let text = &rest[..start];
        if open.is_empty() && !text.trim().is_empty() || text.contains('>') {
            return Some(format!("text outside: {text}"));
        }
        let end = rest[start..].find('>')? + start;
        let tag = &rest[start + 1..end];
        if tag.contains('<') || tag.matches('"').count() % 2 == 1 {
            return Some(format!("tag: {tag}"));
        }
        let name = tag.trim_start_matches('/').split(|c: char| c.is_whitespace() || c == '/').next();
        match (tag.chars().next()?, tag.ends_with('/'), name) {
            ('?' | '!', _, _) => {}
            ('/', _, name) if open.pop() != name => return Some(format!("closes nothing: {tag}")),
            ('/', _, _) | (_, true, _) => {}
            (_, false, name) => open.extend(name),
        }
        rest = &rest[end + 1..];
    }
    let bare = svg.match_indices('&').find(|(at, _)| {
        let entity = svg[at + 1..].split(';').next().unwrap_or("");
        !(["amp", "lt", "gt", "quot", "apos"].contains(&entity) || entity.starts_with('#'))
    });
    match (open.is_empty(), bare) {
        (true, None) => None,
        (false, _) => Some(format!("left open: {open:?}")),
        (_, Some((at, _))) => Some(format!("bare sign at {at}")),
    }
}

#[test]
fn every_view_of_every_story_in_both_languages() {
    assert!(views().len() >= 7, "{:?}", views());
    for (at, story) in stories().iter().enumerate() {
        for view in views_of(story) {
            for (language, draws) in [("en", ""), ("de", "--draws 1024")] {
                let path = fresh(&format!("{at}-{view}-{language}.svg"));
                let called = render_of(story, &path, &format!("--view {view} --lang {language} {draws}"));
                assert_eq!((called.answer().as_str(), path.exists()), ("", true));
                let svg = std::fs::read_to_string(&path).unwrap();
                assert!(svg.contains("<svg") && svg.trim_end().ends_with("</svg>"), "{view}");
                assert_eq!(malformed(&svg), None, "{view} in {language}");
                assert!(!svg.contains("NaN") && !svg.contains("inf\""), "{view}");
            }
        }
    }
}

#[test]
fn what_is_set_is_what_is_drawn() {
    let [before, after, again] =
        [("a", ""), ("b", "--set power=3"), ("c", "--set power=3")].map(|(name, set)| {
            let path = fresh(&format!("set-{name}.svg"));
            render(&path, &format!("--view power {set}")).answer();
            std::fs::read_to_string(path).unwrap()
        });
    assert_ne!(before, after);
    assert_eq!(after, again);
}

#[test]
fn themes_and_sizes() {
    let draw = |options: &str| sliderule(&format!("render STORY --view power {options}")).answer();
    assert_ne!(draw("--theme light"), draw("--theme dark"));
    let large = draw("--size 1200x500");
    assert!(large.contains("1200") && large.contains("500"));
    assert_eq!(malformed(&draw("--size 280x120")), None);
}

#[test]
fn nothing_invested_can_be_drawn() {
    for view in views() {
        let svg = sliderule(&format!("render STORY --view {view} --set capex=0 --set power=0")).answer();
        assert_eq!(malformed(&svg), None, "{view}");
        assert!(!svg.contains("NaN"), "{view}");
    }
}

#[test]
fn draws_add_bands_to_a_picture() {
    let areas = |options: &str| {
        let picture = sliderule(&format!("render STORY --view aws {options}")).answer();
        picture.matches("<polygon").count()
    };
    // Two each of three lines.
    assert_eq!(areas("--draws 1024"), areas("") + 6);
}
