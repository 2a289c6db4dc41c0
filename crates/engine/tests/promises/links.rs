//! A state becomes a text and the text the same state; any text at all becomes a state and notices.

use crate::always::always;
use crate::cases::{Dice, MODEL, STORY, Within, settable};
use engine::link::{Differences, Digits, KEPT, LONGEST, Link, Notice, Outcome, Why, read, write};
use engine::{Model, Override, Path, Scenario};
use proptest::prelude::*;

fn text_of(link: &Link) -> String {
    write(link, &STORY, &MODEL, Digits::native()).text
}

fn read_of(text: &str) -> (Link, Vec<Notice>) {
    read(text, &STORY, &MODEL, Digits::native())
}

/// What a reader could have done to a scenario.
fn differences(dice: &mut Dice) -> Differences {
    let date = (dice.unit() < 0.2).then(|| "2025-11-03".to_owned());
    let start = Differences { date, ..Differences::default() };
    let mut scenario = start.scenario(&STORY, &MODEL);
    let anywhere = dice.scenario(Within::Settable);
    for at in 0..settable() {
        if dice.unit() < 0.2 {
            scenario.take(&anywhere, &MODEL, at);
        }
    }
    let mut found = Differences::of(&STORY, &MODEL, &scenario, start.date.as_deref(), &[]);
    for at in 0..STORY.levers.len() {
        if dice.unit() < 0.2 {
            let [low, high] = MODEL.inputs[at].range;
            let points = [2026, 2028, 2033].map(|year| (year, low + dice.unit() * (high - low)));
            found.set.retain(|(set, _)| *set != at);
            found.set.push((at, Path::new(points.to_vec()).unwrap()));
        }
    }
    found.set.sort_by_key(|(at, _)| *at);
    if dice.unit() < 0.3 {
        found.overrides.retain(|figure| figure.figure != "sales_2025");
        found.overrides.push(Override {
            figure: "sales_2025".to_owned(),
            value: 100.0 + dice.unit(),
            reason: "größer & „besser“ <b>".to_owned(),
            address: "https://example.org/?a=b&c#d".to_owned(),
        });
        found.overrides.sort_by_key(|figure| STORY.figures.position(&figure.figure));
    }
    found
}

fn link(seed: u64) -> Link {
    let mut dice = Dice(seed);
    let mut link = Link { now: differences(&mut dice), ..Link::start(&MODEL) };
    for at in (0..MODEL.inputs.len()).filter(|at| MODEL.inputs[*at].belief.is_some()) {
        let [low, high] = MODEL.inputs[at].range;
        if dice.unit() < 0.05 {
            link.ranges.set(&MODEL, at, [low + dice.unit() * (high - low), high]).unwrap();
        }
        if dice.unit() < 0.05 {
            link.ranges.hold(at);
        }
    }
    link.seed = (dice.unit() < 0.2).then_some(7);
    let name = |at: usize| ["A", "Fast grid", "größer", "…"][at].to_owned();
    let kept = (dice.unit() * (KEPT as f64 + 0.99)) as usize;
    link.kept = (0..kept).map(|at| (name(at), differences(&mut dice))).collect();
    link.baseline = (dice.unit() < 0.5).then_some(0).filter(|at| *at < kept);
    let [quantity, year] = [dice.unit(), dice.unit()].map(|draw| draw < 0.5);
    let quantity = STORY.model.position(if quantity { "income" } else { "sales" }).unwrap();
    let year = Some(if year { 2033 } else { 2030 });
    // What is asked about anyway is not worth a link.
    let is_usual = quantity == STORY.asks() && year == Some(2033);
    if (link != Link::start(&MODEL) || !is_usual) && dice.unit() < 0.5 {
        link.outcome = Some(Outcome { quantity, year, value: 131.752 });
        link.wish = (dice.unit() < 0.5).then_some(150.5);
    }
    link
}

/// So many links are tried.
const CASES: u32 = 128;

#[test]
fn there_and_back() {
    always(CASES, any::<u64>(), |seed| {
        let link = link(seed);
        let written = write(&link, &STORY, &MODEL, Digits::native());
        assert!(written.text.len() <= LONGEST && written.text.is_ascii());
        let (found, notices) = read_of(&written.text);
        assert_eq!(&notices, &[], "{}", written.text);
        if written.whole {
            assert_eq!(&found, &link, "{}", written.text);
        }
        assert_eq!(text_of(&found), written.text);
    });
}

/// Entries in any order say the same.
#[test]
fn one_text_a_state() {
    always(CASES, any::<u64>(), |seed| {
        let link = Link { kept: Vec::new(), baseline: None, ..link(seed) };
        let text = text_of(&link);
        let mut entries: Vec<&str> = text.split('&').collect();
        if entries.len() > 1 {
            entries[1..].reverse();
        }
        let (found, notices) = read_of(&format!("#{}", entries.join("&")));
        assert_eq!(notices, []);
        assert_eq!(text_of(&found), text);
    });
}

/// Pieces of the grammar in any disorder, and anything else.
#[test]
fn any_text_reads() {
    let other = proptest::collection::vec(any::<char>(), 0..=60);
    let pieces = proptest::collection::vec(piece(), 0..40);
    always(CASES, (pieces, other), |(pieces, other)| {
        for text in [pieces.concat(), other.into_iter().collect()] {
            let (link, _) = read_of(&text);
            let canonical = text_of(&link);
            let (again, notices) = read_of(&canonical);
            assert_eq!(notices, [], "{canonical} from {text}");
            assert_eq!(text_of(&again), canonical);
        }
    });
}

fn piece() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        "&",
        "&",
        "&",
        "&",
        "=",
        "=",
        "=",
        ":",
        ",",
        ".",
        "-",
        "+",
        "%",
        "%C3",
        "v",
        "1",
        "2026",
        "2033",
        "1e9",
        "NaN",
        "0.5",
        "off",
        "capex",
        "power",
        "it_life",
        "tax",
        "figure.",
        "sales_2025",
        "why.",
        "where.",
        "https://",
        "range.",
        "cost_gpu",
        "kept-as",
        "baseline-as",
        "A",
        "as-of",
        "2025-11-03",
        "story-of",
        "model_1",
        "random-seed",
        "came-to",
        "shall-be",
        "income",
        "payback",
        "\u{202e}",
        "ß",
    ])
}

#[test]
fn nothing_differs_nothing_is_written() {
    assert_eq!(text_of(&Link::start(&MODEL)), "");
    for text in ["", "#", "v=1", "&&", "capex=200&power=6"] {
        assert_eq!(read_of(text), (Link::start(&MODEL), vec![]), "{text}");
    }
}

/// The scenario of a link is that of whoever made it, to the bit, with its model compiled for the same paths.
#[test]
fn the_same_scenario_comes_out() {
    let mut dice = Dice(5);
    for _ in 0..40 {
        let link = Link { kept: Vec::new(), ..link((dice.unit() * 1e9) as u64) };
        let paths: Vec<usize> = link.now.over_years().collect();
        let model = Model::over_years(&STORY, &paths).unwrap();
        let scenario = link.now.scenario(&STORY, &model);
        let date = link.now.date.as_deref();
        assert_eq!(Differences::of(&STORY, &model, &scenario, date, &link.now.overrides), link.now);
        let (found, _) = read(&text_of(&link), &STORY, &model, Digits::native());
        assert_eq!(found.now.scenario(&STORY, &model), scenario);
    }
}

#[test]
fn what_is_left_out_is_named() {
    let ignored = |entry: &str, why| Notice::Ignored { entry: entry.to_owned(), why };
    let cases = [
        ("power=3&capx=1&<b>=2", vec![Notice::Unknown(2), Notice::Unknown(3)]),
        ("power=4&power=3", vec![ignored("power", Why::Twice)]),
        ("power=21&power=3", vec![ignored("power", Why::Twice)]),
        ("power=3&capex=401", vec![ignored("capex", Why::Outside([0.0, 400.0]))]),
        ("power=3&capex=2026:1,2025:2", vec![ignored("capex", Why::Unreadable)]),
        ("power=3&capex=1e2&tax", vec![ignored("capex", Why::Unreadable), ignored("tax", Why::Unreadable)]),
        ("power=3&it_life=2026:4,2028:5", vec![ignored("it_life", Why::OneValue)]),
        ("power=3&it_life=4.5", vec![ignored("it_life", Why::Whole)]),
        ("power=3&figure.rufus_users=1", vec![ignored("figure.rufus_users", Why::FeedsNothing)]),
        ("power=3&figure.nothing=1", vec![Notice::Unknown(2)]),
        ("power=3&why.sales_2025=because", vec![ignored("why.sales_2025", Why::FeedsNothing)]),
        ("power=3&range.capex=1:2", vec![Notice::Unknown(2)]),
        ("power=3&range.load=0.9:0.5", vec![ignored("range.load", Why::Outside([0.0, 1.0]))]),
        ("power=3&as-of=2025-11", vec![ignored("as-of", Why::Unreadable)]),
        ("power=3&came-to=income:131", vec![ignored("came-to", Why::Unreadable)]),
        ("power=3&shall-be=150", vec![ignored("shall-be", Why::FeedsNothing)]),
        ("power=3&shall-be=more", vec![ignored("shall-be", Why::Unreadable)]),
        ("power=3&kept-as=A&shall-be=150", vec![Notice::Unknown(3)]),
        ("power=3&story-of=model_0", vec![ignored("story-of", Why::Unreadable)]),
        ("power=3&baseline-as=A&baseline-as=B", vec![ignored("baseline-as", Why::Twice)]),
        ("v=2&power=3", vec![Notice::Newer]),
    ];
    for (text, expected) in cases {
        let (link, notices) = read_of(text);
        assert_eq!(notices, expected, "{text}");
        let scenario: Scenario = link.now.scenario(&STORY, &MODEL);
        assert_eq!(scenario.values()[MODEL.input("power").unwrap()], 3.0, "{text}");
        assert_eq!(link.now.set.len(), 1, "{text}");
    }
    let address = "figure.sales_2025=130&where.sales_2025=javascript:alert(1)";
    let (link, notices) = read_of(address);
    assert_eq!(notices, [ignored("where.sales_2025", Why::Unreadable)]);
    assert_eq!((link.now.overrides[0].value, link.now.overrides[0].address.as_str()), (130.0, ""));
    assert!(read_of(&"power=3&".repeat(70)).1.contains(&Notice::Many));
    assert_eq!(read_of(&format!("power=3&why.sales_2025={}", "ß".repeat(4_000))).1, [Notice::Long]);
}

/// A link is never cut in the middle of something: what is least needed goes first, as a whole.
#[test]
fn what_is_too_long_is_left_out_whole() {
    let mut link = Link { now: Differences::default(), ..Link::start(&MODEL) };
    link.now.set.push((MODEL.input("power").unwrap(), Path::constant(3.0)));
    let words = |figure: &str| Override {
        figure: figure.to_owned(),
        value: 1.0,
        reason: "ß".repeat(200),
        address: format!("https://example.org/{}", "ü".repeat(250)),
    };
    link.now.overrides = ["sales_2025", "openai_aws_order"].map(words).to_vec();
    link.now.overrides.sort_by_key(|figure| STORY.figures.position(&figure.figure));
    link.kept = vec![("A".to_owned(), link.now.clone())];
    let written = write(&link, &STORY, &MODEL, Digits::native());
    assert!(!written.whole && written.text.len() <= LONGEST);
    let (found, notices) = read_of(&written.text);
    assert_eq!((notices, &found.now.set), (vec![], &link.now.set));
    assert!(found.now.overrides.iter().all(|figure| figure.value == 1.0 && figure.address.is_empty()));
    assert_eq!(found.now.overrides.len(), 2);
}
