//! The page's self-check: enough values, spread over all that can be set, and none that could be wrong unnoticed.

use crate::cases::{MODEL, STORY};
use engine::Model;
use engine::reference::{check, make, scenarios};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// How many values a reference holds.
fn count(reference: &str) -> usize {
    reference.bytes().filter(|byte| !byte.is_ascii_digit()).count()
}

#[test]
fn what_was_made_here_is_true_here() {
    let reference = make(&STORY, &MODEL);
    assert!(count(&reference) >= 500, "{}", count(&reference));
    let start = Instant::now();
    assert_eq!(check(&STORY, &MODEL, &reference), []);
    // Unoptimised, on a busy machine; the page has 20 ms.
    assert!(start.elapsed() < Duration::from_millis(200), "{:?}", start.elapsed());
}

#[test]
fn every_lever_and_every_range_is_tried_at_both_ends() {
    let scenarios = scenarios(&STORY, &MODEL);
    assert!(scenarios.len() > 5);
    let tried =
        |at: usize| scenarios.iter().map(|one| one.values()[at].to_bits()).collect::<BTreeSet<_>>().len();
    for (at, (id, _)) in STORY.levers.iter().enumerate() {
        assert_eq!(tried(at), 3, "{id}");
    }
    for (id, assumption) in STORY.assumptions.iter() {
        let values = tried(MODEL.input(id).unwrap());
        assert!(values == 3 || assumption.low.is_none(), "{id}: {values}");
    }
}

#[test]
fn a_changed_digit_is_named() {
    let reference = make(&STORY, &MODEL);
    let at = reference.len() / 2;
    let digit = at + reference[at..].find(|c: char| c.is_ascii_digit()).unwrap();
    let other = if &reference[digit..=digit] == "7" { "3" } else { "7" };
    let broken = format!("{}{other}{}", &reference[..digit], &reference[digit + 1..]);
    let [mismatch] = &check(&STORY, &MODEL, &broken)[..] else { panic!("one value was changed") };
    assert!(STORY.model.get(&mismatch.quantity).is_some() && mismatch.scenario > 0);
    assert_ne!(mismatch.expected, mismatch.found);
    assert!(!check(&STORY, &MODEL, &reference[..at]).is_empty());
}

/// A model whose equations differ by a millionth in one place only.
#[test]
fn another_equation_is_noticed() {
    let reference = make(&STORY, &MODEL);
    for id in STORY.model.names() {
        let mut other = STORY.clone();
        let at = other.model.position(id).unwrap();
        let quantity = &mut other.model.0[at].1;
        if quantity.unit == "choice" {
            continue;
        }
        quantity.value = format!("({}) * 1.000001", quantity.value);
        let model = Model::compile(&other).unwrap();
        // What only draws a line in a chart is not among the values; what only paths make differ from nought is nought there.
        let unseen = ["power_ceiling", "spent_on_new", "yield_kept"].contains(&id);
        assert!(unseen || !check(&other, &model, &reference).is_empty(), "{id}");
    }
}
