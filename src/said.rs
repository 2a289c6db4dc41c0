//! A sentence with its numbers as `<data>`, which machines and tests can read exactly.

use crate::browser::{El, effect, el};
use crate::explorer::Explorer;
use crate::handle;
use crate::number::{self, opens};
use crate::state::State;
use engine::say::Said;
use std::cell::RefCell;

/// Where a sentence stands. With `moves`, the numbers of levers and assumptions in it can be moved there.
#[derive(Clone, Copy)]
pub(crate) struct Saying {
    pub(crate) explorer: Explorer,
    pub(crate) moves: bool,
    /// Whether it is in sight, where somebody knows: out of sight it is said anew when a slider rests.
    pub(crate) seen: Option<State<bool>>,
}

/// Keeps a sentence in `parent`, which holds nothing else. While a slider moves mostly numbers change: they are written
/// where they stand, and only another wording is set anew.
pub(crate) fn said(parent: El, saying: Saying, parts: impl Fn() -> Vec<Said> + 'static) -> El {
    keep(parent, saying, Box::new(parts))
}

fn keep(parent: El, saying: Saying, parts: Box<dyn Fn() -> Vec<Said>>) -> El {
    let (place, standing) = (parent.clone(), RefCell::new(Vec::<(Said, El)>::new()));
    effect(move || {
        let parts = match saying.seen {
            Some(seen) if !seen.get() => saying.explorer.at_rest(&parts),
            _ => parts(),
        };
        let mut standing = standing.borrow_mut();
        let same = standing.len() == parts.len()
            && standing.iter().zip(&parts).all(|((before, _), now)| same_shape(before, now));
        if !same {
            *standing = parts.iter().map(|part| (part.clone(), element(saying, part))).collect();
            let elements: Vec<El> = standing.iter().map(|(part, element)| shell(part, element)).collect();
            place.holds_only(&elements);
            return;
        }
        for ((before, element), now) in standing.iter_mut().zip(parts) {
            if *before != now {
                write(saying, element, &now);
                *before = now;
            }
        }
    });
    parent
}

fn same_shape(before: &Said, now: &Said) -> bool {
    match (before, now) {
        (Said::Words(_), Said::Words(_)) => true,
        (
            Said::Number { id: before, year: before_year, .. },
            Said::Number { id: now, year: now_year, .. },
        ) => before == now && before_year == now_year,
        _ => false,
    }
}

fn element(saying: Saying, part: &Said) -> El {
    let element = match part {
        Said::Words(_) | Said::Number { id: None, .. } => el("span"),
        Said::Number { id: Some(id), computed: true, year, .. } => {
            let data = number::data(saying.explorer, id);
            match year {
                Some(year) => data.set("data-year", &year.to_string()),
                None => data,
            }
        }
        Said::Number { id: Some(id), .. } => {
            let data = el("data").set("data-input", id);
            if saying.moves { handle::handle(data, saying.explorer, id) } else { data }
        }
    };
    write(saying, &element, part);
    element
}

/// A computed number opens.
fn shell(part: &Said, element: &El) -> El {
    match part {
        Said::Number { id: Some(_), computed: true, .. } => opens(element.clone()),
        _ => element.clone(),
    }
}

fn write(saying: Saying, element: &El, part: &Said) {
    match part {
        Said::Words(words) => element.say(words),
        Said::Number { text, value, id, computed, .. } => {
            number::write(element, id.as_ref().map(|_| *value), text);
            if let (true, Some(id), false) = (saying.moves, id, computed) {
                handle::write(element, saying.explorer, id, *value, text);
            }
        }
    }
}
