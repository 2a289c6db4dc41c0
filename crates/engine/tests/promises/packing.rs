//! The text that the page carries a story as says all of it, and no other text is taken for one.

use engine::Story;
use engine::story::{Assumption, Draw, Named, Text, pack, unpack};

/// A story with one assumption.
fn believing(central: f64, draw: Option<Draw>) -> Story {
    let assumption = Assumption {
        label: Text::default(),
        unit: String::new(),
        low: None,
        central,
        high: None,
        draw,
        range: None,
        whole: false,
        reason: Text::default(),
        figures: Vec::new(),
        sources: Vec::new(),
    };
    let mut story = Story::default();
    story.assumptions.0.push(("load".to_owned(), assumption));
    story
}

#[test]
fn what_is_packed_is_unpacked() {
    let mut story = Story::default();
    story.about.languages = vec!["en".into(), "de".into()];
    let only = Text(Named(vec![("de".into(), "bis".into())]));
    story.terms.0.push(("to".into(), only));
    let text = pack(&story);
    assert_eq!(unpack(&text).as_ref(), Some(&story));
    assert_eq!(unpack(&text.replace("bis\n", "")), None);
    assert_eq!(unpack(&text.replace("bis\n", "bis\nbis\n")), None);
    assert_eq!(unpack(""), None);
}

#[test]
fn every_kind_of_draw_is_unpacked() {
    let values = Draw::Discrete(vec![(4.0, 0.25), (5.5, 0.75)]);
    let kinds = [Draw::Triangular, Draw::Uniform, Draw::Normal, Draw::Lognormal, values];
    for draw in kinds.map(Some).into_iter().chain([None]) {
        let story = believing(1.0, draw);
        assert_eq!(unpack(&pack(&story)), Some(story));
    }
}

#[test]
fn numbers_are_read_to_the_bit_or_not_at_all() {
    let text = pack(&believing(8.76, None));
    let read = |number: &str| {
        let story = unpack(&text.replace("8.76\n", &format!("{number}\n")))?;
        Some(story.assumptions.get("load").unwrap().central.to_bits())
    };
    for number in ["8.76", "-8.76", "1e9", "1e-9", "0.1", "123456789012345", "0.000001", "1E+3"] {
        assert_eq!(read(number), Some(number.parse::<f64>().unwrap().to_bits()), "{number}");
    }
    for number in ["", "-", "1.2.3", "e5", ".", "1e", "1e99", "1234567890.1234567", "1__e", "NaN", "inf"] {
        assert_eq!(read(number), None, "{number}");
    }
}
