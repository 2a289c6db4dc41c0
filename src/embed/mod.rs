//! The page in a frame of another: the charts and levers that its address asks for, and the way to the whole.

mod snippet;

pub(crate) use snippet::snippet;

use crate::browser::{El, Event, asked, el};
use crate::card::card;
use crate::chart::chart;
use crate::claims::claims;
use crate::explanation::explanation;
use crate::explorer::Explorer;
use crate::lever::{changeable, control};
use crate::state::State;
use crate::status::status;
use crate::strip::strips;
use crate::verdict::verdict;
use engine::story::Named;

/// True where the address asks for no more than what stands in a frame.
pub(crate) fn is_embedded() -> bool {
    asked("embed").is_some()
}

/// What is shown there.
pub(crate) fn embed(explorer: Explorer) -> Vec<El> {
    let story = explorer.story();
    let locked = chosen(&story.levers, "locked").unwrap_or_default();
    let levers = chosen(&story.levers, "levers").unwrap_or_else(|| (0..story.levers.len()).collect());
    let levers = levers.into_iter().map(|at| lever(explorer, at, locked.contains(&at)));
    let views = chosen(&story.views, "views").unwrap_or_else(|| (0..story.views.len()).collect());
    let views = views.into_iter().map(|at| chart(explorer, at));
    let says = |name| asked(name).as_deref() != Some("no");
    // Whoever goes from heading to heading finds the frame; in it there is no room for one.
    let mut main = vec![el("h1").class("unseen").says(explorer.text(&story.about.question))];
    main.extend(says("verdict").then(|| verdict(explorer)));
    main.push(el("div").class("levers").each(levers));
    main.push(el("div").class("charts").each(views));
    main.extend(strips(explorer).into_iter().filter(|_| says("strip")));
    main.push(whole(explorer));
    vec![el("main").with(main), status(explorer), explanation(explorer), card(explorer)]
}

/// The places of those that the address names, in its order; unknown names are left out. Absent where it names none at all.
fn chosen<T>(of: &Named<T>, name: &str) -> Option<Vec<usize>> {
    Some(asked(name)?.split(',').filter_map(|id| of.position(id)).collect())
}

/// A lever without what the whole page says of it. One that is locked shows what it is set to.
pub(crate) fn lever(explorer: Explorer, at: usize, locked: bool) -> El {
    let refused = State::new(None);
    let set = move |value: f64| crate::lever::set(explorer, at, refused, value);
    let control =
        changeable(explorer, at).with(control(explorer, at, refused)).with([claims(explorer, at, set)]);
    let group = el("fieldset").set("aria-labelledby", &format!("label-{}", explorer.model().inputs[at].id));
    let group = if locked { group.set("disabled", "") } else { group };
    group.with([control])
}

/// The way to the whole page, in the state that is shown here.
fn whole(explorer: Explorer) -> El {
    let way =
        el("a").set("target", "_blank").set("rel", "noopener").set("href", "").says(explorer.word("whole"));
    let place = way.clone();
    // Late enough that the address need not follow every move of a slider.
    let point = move |_: &Event| {
        let (address, _) = explorer.address_of_now();
        let (page, link) = address.split_once('#').unwrap_or((&address, ""));
        let page = page.split('?').next().unwrap_or_default();
        place.clone().set("href", &format!("{page}#{link}"));
    };
    let way = way.on("pointerdown", point.clone()).on("focus", point);
    el("p").class("note").with([el("b").text("Sliderule")]).text(" · ").with([way])
}
