//! The page from top to bottom.

use crate::address::address;
use crate::alarm::alarm;
use crate::browser::{El, Event, Turn, button, effect, el, ready, set_language, set_title, show, take_turns};
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
use engine::say::NumberText;

/// So many assumptions are drawn in one turn.
const DRAWN_AT_ONCE: usize = 6;

/// Makes all of it, in turns that are too short to be felt: first what says and draws the answer, then the levers, then what stands below.
pub(crate) fn app(explorer: Explorer) {
    let about = &explorer.story().about;
    let title = explorer.text(&about.question);
    effect(move || {
        set_language(explorer.code());
        set_title(&format!("{} – Sliderule", title()));
    });
    if let Some(alarm) = alarm(explorer) {
        let main = el("main").with([el("h1").says(title), alarm, limits(explorer)]);
        show(&el("div").id("app").with([header(explorer), main]));
        return ready();
    }
    address(explorer);
    let click = move |event: &Event| {
        open_number(explorer, event);
        follow(explorer, event);
    };
    let app = handles(explorer, el("div").id("app")).on("click", click);
    if is_embedded() {
        show(&app.with(embed(explorer)));
        return take_turns(vec![Box::new(move || explorer.draws.begin()), Box::new(ready)]);
    }
    let (main, levers, charts) = (el("main"), el("section").class("levers"), el("div").class("charts"));
    let desk = el("div").class("desk").with([levers.clone(), charts.clone()]);
    let (top, answer) = ((app.clone(), main.clone()), main.clone());
    let mut turns: Vec<Turn> = vec![Box::new(move || {
        let (app, main) = top;
        app.append(&[header(explorer), main.clone()]);
        main.append(&[el("h1").says(title), el("p").class("lead").says(explorer.text(&about.lead))]);
    })];
    turns.push(Box::new(move || answer.append(&[verdict(explorer), notices(explorer)])));
    let rest = main.clone();
    turns.push(Box::new(move || rest.append(&[changes(explorer), about_bands(explorer), desk])));
    let first = (app.clone(), charts.clone());
    turns.push(Box::new(move || {
        let (app, charts) = first;
        charts.append(&[chart(explorer, 0)]);
        show(&app);
    }));
    // From here on the browser writes the numbers, and takes a while to begin with that.
    turns.push(Box::new(move || drop(explorer.numbers().number(0.0, 0, true))));
    let head = levers.clone();
    turns.push(Box::new(move || levers_head(explorer, head)));
    for at in 0..explorer.story().levers.len() {
        let levers = levers.clone();
        turns.push(Box::new(move || levers.append(&[lever(explorer, at)])));
    }
    for _ in 0..explorer.story().assumptions.len().div_ceil(DRAWN_AT_ONCE) {
        turns.push(Box::new(move || explorer.draw_some(DRAWN_AT_ONCE)));
    }
    turns.push(Box::new(move || explorer.draw_wanted()));
    turns.push(Box::new(move || explorer.draws.begin()));
    for at in 1..explorer.story().views.len() {
        let charts = charts.clone();
        turns.push(Box::new(move || charts.append(&[chart(explorer, at)])));
    }
    turns.push(Box::new(move || charts.append(&strips(explorer))));
    for section in [prose, one_number, evidence, take, limits] {
        let main = main.clone();
        turns.push(Box::new(move || main.append(&[section(explorer)])));
    }
    for panel in [report, help, status, tour, explanation, card] {
        let app = app.clone();
        turns.push(Box::new(move || app.append(&[panel(explorer)])));
    }
    turns.push(Box::new(ready));
    take_turns(turns);
}

/// What every chart is described by to those who cannot see how it is used.
fn help(explorer: Explorer) -> El {
    el("p").id("chart-help").set("hidden", "").says(explorer.word("chart_help"))
}

/// What stands above the levers.
fn levers_head(explorer: Explorer, levers: El) {
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
    levers.set("aria-labelledby", "levers-title").append(&[companion(explorer), head]);
}

/// On a phone the lever in hand and the chart it moves most are on screen together.
fn companion(explorer: Explorer) -> El {
    let story = explorer.story();
    let view = move |lever: usize| story.views.position(&story.levers.0[lever].1.view).unwrap_or(0);
    let view = Derived::new(move |_| view(explorer.in_hand.get()));
    el("div").class("companion").with([small(explorer, view)])
}
