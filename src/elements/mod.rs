//! Pieces of the page as elements between the paragraphs of somebody else's: all of a group share a scenario, all share the model.

mod answers;
mod piece;

pub(crate) use answers::{compare, get, solve};
pub(crate) use piece::Wanted;

use crate::browser::{El, block, changed, current_look, effect, leave_place, live, take_place, watch_look};
use crate::card::card;
use crate::explanation::explanation;
use crate::explorer::Explorer;
use crate::fixed::Fixed;
use crate::status::status;
use engine::reference::check;
use leptos::prelude::{Owner, untrack};
use piece::piece;
use std::cell::{Cell, RefCell};

/// What is shown, and what it belongs to.
#[derive(Default)]
struct Served {
    fixed: Option<&'static Fixed>,
    groups: Vec<(String, Explorer)>,
    /// By their numbers; those of pieces that are gone are given again.
    shown: Vec<Option<Shown>>,
}

/// A piece in its place. What follows signals in it ends with its owners.
struct Shown {
    group: usize,
    place: El,
    _piece: Owner,
    /// Where numbers of the whole group open: one place a group.
    panels: Option<Owner>,
}

thread_local!(static SERVED: RefCell<Served> = RefCell::default());

/// Begins to serve, unless the program's own arithmetic is not what it was where it was built: then what the author has put
/// there for readers without it stays.
pub(crate) fn begin(fixed: &'static Fixed) {
    live(|| ());
    let wrong = check(fixed.story, fixed.models.plain(), block("reference").trim_matches('"'));
    match wrong.first() {
        Some(wrong) => leptos::logging::error!("Sliderule computes {} wrongly here", wrong.quantity),
        None => SERVED.with_borrow_mut(|served| served.fixed = Some(fixed)),
    }
    watch_look(|look| {
        for (_, explorer) in SERVED.with_borrow(|served| served.groups.clone()) {
            explorer.look_like(look.clone());
        }
    });
}

/// Shows a piece in a place of a group and gives its number; nothing where the story has nothing of that name.
pub(crate) fn show(group: &str, wanted: Wanted, place: El, languages: &[String]) -> Option<usize> {
    take_place(&place);
    let shown = explorer(group, languages).and_then(|(group, explorer)| {
        let owner = Owner::new();
        let piece = owner.with(|| piece(explorer, &wanted))?;
        place.holds_only(&[piece]);
        Some(Shown { group, place: place.clone(), _piece: owner, panels: None })
    });
    let Some(shown) = shown else {
        leave_place(&place);
        return None;
    };
    let group = shown.group;
    let number = SERVED.with_borrow_mut(|served| {
        let free = served.shown.iter().position(Option::is_none).unwrap_or(served.shown.len());
        if free == served.shown.len() {
            served.shown.push(None);
        }
        served.shown[free] = Some(shown);
        free
    });
    open_panels(group);
    Some(number)
}

/// Takes a piece away, with all that follows signals in it.
pub(crate) fn hide(number: usize) {
    let gone = SERVED.with_borrow_mut(|served| served.shown.get_mut(number).and_then(Option::take));
    if let Some(shown) = gone {
        leave_place(&shown.place);
        shown.place.holds_only(&[]);
        let group = shown.group;
        drop(shown);
        open_panels(group);
    }
}

/// The scenario of a group, made when it is first asked for in a language of the page around it.
pub(crate) fn explorer(group: &str, languages: &[String]) -> Option<(usize, Explorer)> {
    let known = SERVED.with_borrow(|served| {
        let at = served.groups.iter().position(|(name, _)| name == group)?;
        Some((at, served.groups[at].1))
    });
    known.or_else(|| {
        let fixed = SERVED.with_borrow(|served| served.fixed)?;
        let explorer = Explorer::new(fixed, fixed.language(languages));
        explorer.look_like(current_look());
        explorer.draws.begin();
        explorer.open_link("", None);
        let place = SERVED.with_borrow_mut(|served| {
            served.groups.push((group.to_owned(), explorer));
            served.groups.len() - 1
        });
        tell(group.to_owned(), explorer);
        Some((place, explorer))
    })
}

/// Tells the page around of every change from now on.
fn tell(group: String, explorer: Explorer) {
    let begun = Cell::new(false);
    effect(move || {
        explorer.projection.track();
        // Whoever is told may ask for anything, which is no matter of ours.
        if begun.replace(true) {
            untrack(|| changed(&group));
        }
    });
}

/// Sees to it that the panels of a group stand in one of its places.
fn open_panels(group: usize) {
    let place = SERVED.with_borrow(|served| {
        let of_group = || served.shown.iter().flatten().filter(|shown| shown.group == group);
        match of_group().any(|shown| shown.panels.is_some()) {
            true => None,
            false => of_group().next().map(|shown| (shown.place.clone(), served.groups[group].1)),
        }
    });
    let Some((place, explorer)) = place else { return };
    let owner = Owner::new();
    let panels = owner.with(|| [status(explorer), explanation(explorer), card(explorer)]);
    let place = place.with(panels);
    SERVED.with_borrow_mut(|served| {
        let shown = served.shown.iter_mut().flatten().find(|shown| shown.place.node() == place.node());
        if let Some(shown) = shown {
            shown.panels = Some(owner);
        }
    });
}
