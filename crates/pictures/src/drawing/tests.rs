//! Words of a picture stand within it and on no others, in every story of the repository.

use super::*;
use crate::{case, picture::Press};
use engine::story::Story;
use resvg::usvg::{Group, Node, Rect, Text};
use std::path::Path;

/// Those of every story of the repository.
fn cards() -> Vec<Card> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let others = std::fs::read_dir(root.join("stories")).unwrap().map(|entry| entry.unwrap().path());
    others.chain([root.join("story")]).flat_map(|folder| cards_of(&author::read(&folder).unwrap())).collect()
}

fn cards_of(story: &Story) -> Vec<Card> {
    let of = |case: &case::Case| {
        story.about.languages.iter().map(|language| Card::of(case, story, language)).collect::<Vec<_>>()
    };
    case::all(story).unwrap().flat_map(|case| of(&case.unwrap())).collect()
}

/// Every text with its place in the picture.
fn texts<'a>(group: &'a Group, found: &mut Vec<&'a Text>) {
    for node in group.children() {
        match node {
            Node::Group(group) => texts(group, found),
            Node::Text(text) => found.push(text),
            _ => {}
        }
    }
}

fn written(text: &Text) -> String {
    text.chunks().iter().map(|chunk| chunk.text()).collect()
}

/// Where a text has its ink.
fn ink(text: &Text) -> Rect {
    text.flattened().abs_bounding_box()
}

#[test]
fn every_text_stands_within_the_margins_and_on_no_other() {
    let (font, press) = (Font::read().unwrap(), Press::new());
    for card in cards() {
        let tree = press.read(&card.name, &card.svg(&Type::own(&font)).unwrap()).unwrap();
        let mut found = Vec::new();
        texts(tree.root(), &mut found);
        let all: String = found.iter().map(|text| written(text)).collect::<Vec<_>>().join(" ");
        assert!(all.contains(&font::in_own_letters(&card.takeaway)), "{all}");
        for (at, text) in found.iter().enumerate() {
            let (name, place) = (format!("{}: {}", card.name, written(text)), ink(text));
            assert!(place.left() >= 63.0 && place.right() <= 1137.0, "{name} {place:?}");
            assert!(place.top() >= 48.0 && place.bottom() <= 622.0, "{name} {place:?}");
            for other in &found[..at] {
                let there = ink(other);
                let apart = there.right() <= place.left()
                    || place.right() <= there.left()
                    || there.bottom() <= place.top()
                    || place.bottom() <= there.top();
                assert!(apart, "{name} stands on {}", written(other));
            }
        }
    }
}

#[test]
fn in_the_widest_of_usual_fonts_lines_stay_within_too() {
    for card in cards() {
        // The library reads places and sizes, in a font that it has; the widths are those of the widest.
        let svg = card.svg(&Type::any()).unwrap().replace("system-ui", font::FAMILY);
        let tree = Press::new().read(&card.name, &svg).unwrap();
        let mut found = Vec::new();
        texts(tree.root(), &mut found);
        assert!(found.len() > 15, "{}", card.name);
        for text in found {
            for chunk in text.chunks() {
                let span = &chunk.spans()[0];
                let weight = if span.font().weight() > 400 { Weight::Bold } else { Weight::Regular };
                let scale = text.abs_transform().sx;
                let width =
                    Approximate.width_px(chunk.text(), f64::from(span.font_size().get() * scale), weight);
                let start = f64::from(chunk.x().unwrap_or_default() * scale + text.abs_transform().tx);
                assert!(start + width <= 1138.0, "{}: {} ends at {}", card.name, chunk.text(), start + width);
            }
        }
    }
}

#[test]
fn words_without_room_are_refused_by_name() {
    let mut card = cards().swap_remove(1);
    card.takeaway = "It goes on. ".repeat(60);
    let refused = card.svg(&Type::any()).unwrap_err().to_string();
    assert!(refused.contains("default-de") && refused.contains("of the 225 px"), "{refused}");
}
