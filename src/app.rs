//! The page from top to bottom.

use crate::address::address;
use crate::alarm::alarm;
use crate::browser::{El, Event, Turn, button, effect, el, ready, set_language, set_title, take_turns};
use crate::canvas::small;
use crate::card::card;
use crate::changes::changes;
use crate::chart::chart;
use crate::chosen::one_number;
use crate::draws::about_bands;
use crate::embed::{embed, is_embedded};
use crate::evidence::evidence;
use crate::explanation::{explanation, open_number};
use crate::explorer::Explorer;
use crate::go::follow;
use crate::handle::handles;
use crate::header::header;
use crate::lever::lever;
use crate::limits::limits;
use crate::notices::notices;
use crate::past::past;
use crate::prose::prose;
use crate::state::Derived;
use crate::status::status;
use crate::strip::strips;
use crate::take::{report, take};
use crate::tour::tour;
use crate::verdict::verdict;

/// All of it: what is seen first at once, and what stands below it in the turns that follow.
pub(crate) fn app(explorer: Explorer) -> El {
    let about = &explorer.story().about;
    let title = explorer.text(&about.question);
    effect(move || {
        set_language(explorer.code());
        set_title(&format!("{} – Sliderule", title()));
    });
    if let Some(alarm) = alarm(explorer) {
        take_turns(vec![Box::new(ready)]);
        return el("div")
            .id("app")
            .with([header(explorer), el("main").with([el("h1").says(title), alarm, limits(explorer)])]);
    }
    address(explorer);
    let click = move |event: &Event| {
        open_number(explorer, event);
        follow(explorer, event);
    };
    let app = handles(explorer, el("div").id("app")).on("click", click);
    if is_embedded() {
        take_turns(vec![Box::new(move || explorer.draws.begin()), Box::new(ready)]);
        return app.with(embed(explorer));
    }
    let (main, desk, charts) = (el("main"), el("div").class("desk"), el("div").class("charts"));
    // Out of sight until the first chart stands.
    let app = app.set("hidden", "").with([header(explorer), main.clone()]);
    let (beside, below, whole) = (charts.clone(), desk.clone(), app.clone());
    let mut turns = vec![
        adds(&main, move || top(explorer, below)),
        adds(&desk, move || vec![levers(explorer), beside]),
        adds(&charts, move || {
            whole.show();
            vec![chart(explorer, 0)]
        }),
        Box::new(move || explorer.draws.begin()),
    ];
    turns
        .extend((1..explorer.story().views.len()).map(|at| adds(&charts, move || vec![chart(explorer, at)])));
    turns.push(adds(&charts, move || strips(explorer)));
    let sections = [prose, one_number, evidence, take, limits];
    turns.extend(sections.map(|section| adds(&main, move || vec![section(explorer)])));
    let panels = [report, help, status, tour, explanation, card];
    turns.extend(panels.map(|panel| adds(&app, move || vec![panel(explorer)])));
    turns.push(Box::new(ready));
    take_turns(turns);
    app
}

/// The turn that makes something and adds it to what stands in a place.
fn adds(place: &El, make: impl FnOnce() -> Vec<El> + 'static) -> Turn {
    let place = place.clone();
    Box::new(move || place.append(&make()))
}

/// What stands above levers and charts, and they below it.
fn top(explorer: Explorer, desk: El) -> Vec<El> {
    let about = &explorer.story().about;
    vec![
        el("h1").says(explorer.text(&about.question)),
        el("p").class("lead").says(explorer.text(&about.lead)),
        verdict(explorer),
        notices(explorer),
        changes(explorer),
        about_bands(explorer),
        desk,
    ]
}

/// What every chart is described by to those who cannot see how it is used.
fn help(explorer: Explorer) -> El {
    el("p").id("chart-help").set("hidden", "").says(explorer.word("chart_help"))
}

fn levers(explorer: Explorer) -> El {
    let story = explorer.story();
    let inputs = 0..story.levers.len();
    let every = inputs.clone();
    let changed = move || inputs.clone().any(|input| explorer.changed(input));
    let head = el("div").class("levers-head").with([
        el("h2").id("levers-title").says(explorer.word("levers")),
        past(explorer),
        button(move || every.clone().for_each(|input| explorer.reset(input)))
            .id("reset-all")
            .class("quiet")
            .live("aria-disabled", move || (!changed()).to_string())
            .says(explorer.word("reset_all")),
    ]);
    el("section")
        .class("levers")
        .set("aria-labelledby", "levers-title")
        .with([companion(explorer), head])
        .with((0..story.levers.len()).map(|at| lever(explorer, at)).collect::<Vec<_>>())
}

/// On a phone the lever in hand and the chart it moves most are on screen together.
fn companion(explorer: Explorer) -> El {
    let story = explorer.story();
    let view = move |lever: usize| story.views.position(&story.levers.0[lever].1.view).unwrap_or(0);
    let view = Derived::new(move |_| view(explorer.in_hand.get()));
    el("div").class("companion").with([small(explorer, view)])
}
