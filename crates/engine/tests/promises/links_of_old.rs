//! Links of every version of the grammar go on meaning what they meant.

use crate::cases::{MODEL, STORY};
use engine::link::{Differences, Digits, Link, Notice, read, write};

/// One file a version.
const GOLDEN: [&str; 1] = [include_str!("links_v1.txt")];

/// The value of a lever or an assumption, in a year where it holds a path; of a figure, its reason or its address.
fn held(of: &Differences, name: &str) -> String {
    let figure = |id: &str| of.overrides.iter().find(|figure| figure.figure == id).unwrap();
    match name.split_once('.') {
        Some(("figure", id)) => figure(id).value.to_string(),
        Some(("why", id)) => figure(id).reason.clone(),
        Some(("where", id)) => figure(id).address.clone(),
        Some((id, year)) => {
            let at = MODEL.input(id).unwrap();
            of.set.iter().find(|(set, _)| *set == at).unwrap().1.at(year.parse().unwrap()).to_string()
        }
        None => of.scenario(&STORY, &MODEL).values()[MODEL.input(name).unwrap()].to_string(),
    }
}

fn meaning(link: &Link, name: &str) -> String {
    match name.split_once('.') {
        None if name == "date" => link.now.date.clone().unwrap(),
        None if name == "baseline" => link.kept[link.baseline.unwrap()].0.clone(),
        None if name == "wish" => link.wish.unwrap().to_string(),
        None if name == "seed" => link.seed.unwrap().to_string(),
        Some(("range", id)) => match link.ranges.of(MODEL.input(id).unwrap()) {
            range if range.drawn => format!("{} to {}", range.low, range.high),
            _ => "held".to_owned(),
        },
        Some(("kept", rest)) => {
            let (kept, name) = rest.split_once('.').unwrap();
            held(&link.kept.iter().find(|(known, _)| known == kept).unwrap().1, name)
        }
        Some((id, year)) if MODEL.quantity(id).is_some() => {
            let outcome = link.outcome.unwrap();
            let quantity = &MODEL.quantities[outcome.quantity].id;
            assert_eq!((quantity.as_str(), outcome.year), (id, year.parse().ok()));
            outcome.value.to_string()
        }
        _ => held(&link.now, name),
    }
}

#[test]
fn old_links_still_work() {
    let mut meanings = 0;
    for file in GOLDEN {
        for block in file.split("\n\n").filter(|block| !block.starts_with('#')) {
            let (text, facts) = block.split_once('\n').unwrap();
            let (link, notices) = read(text, &STORY, &MODEL, Digits::native());
            let is_change = |notice: &Notice| matches!(notice, Notice::Changed(_));
            assert!(notices.iter().all(is_change), "{text}: {notices:?}");
            for (name, meant) in facts.lines().map(|fact| fact.split_once(" = ").unwrap()) {
                assert_eq!(meaning(&link, name), meant, "{text}: {name}");
                meanings += 1;
            }
        }
    }
    assert!(meanings >= 20, "the old links are not found");
}

/// Without its file nobody would notice that a version is not brought to the next one.
#[test]
fn every_version_has_its_file() {
    let link = Link { seed: Some(7), ..Link::start(&MODEL) };
    let text = write(&link, &STORY, &MODEL, Digits::native()).text;
    assert!(text.starts_with(&format!("v={}&", GOLDEN.len())), "{text}");
    for (at, file) in GOLDEN.into_iter().enumerate() {
        let links = file.lines().filter(|line| line.starts_with("v="));
        let (mut own, version) = (0, format!("v={}&", at + 1));
        links.for_each(|link| own += usize::from(link.starts_with(&version)));
        assert!(own > 3, "{own} links of version {}", at + 1);
    }
}
