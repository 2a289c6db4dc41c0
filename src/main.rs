//! The page: Leptos components over a few signals. Everything computed comes from the engine, every picture from charts.

mod address;
mod alarm;
mod app;
mod backwards;
mod browser;
mod canvas;
mod card;
mod changes;
mod chart;
mod chosen;
mod claims;
mod compare;
mod copies;
mod draws;
mod elements;
mod embed;
mod evidence;
mod explanation;
mod explorer;
mod fixed;
mod go;
mod ground;
mod handle;
mod header;
mod held;
mod input;
mod lever;
mod limits;
mod matters;
mod models;
mod notices;
mod number;
mod number_box;
mod over_time;
mod overridden;
mod override_form;
mod panel;
mod past;
mod presets;
mod prose;
mod said;
mod state;
mod status;
mod strip;
mod table;
mod take;
mod tour;
mod track;
mod values;
mod verdict;

use browser::{
    Intl, Ruler, block, first_look, is_hosted, live, preferred_languages, story, take_turns, watch_look,
};
use engine::{Model, Story};
use explorer::Explorer;
use fixed::Fixed;
use models::Models;
use send_wrapper::SendWrapper;

fn main() {
    if is_hosted() {
        // Whoever wants to see something asks for it, as soon as this has returned.
        return story(&block("story")).and_then(compiled).map_or_else(fail, elements::begin);
    }
    live(|| next(|| tell(block("story"))));
}

// What follows takes a turn each.

fn tell(text: String) {
    next(move || story(&text).map_or_else(fail, compile));
}

fn compile(story: &'static Story) {
    next(move || compiled(story).map_or_else(fail, explore));
}

fn compiled(story: &'static Story) -> Result<&'static Fixed, String> {
    let model = Model::compile(story).map_err(|_| "the equations of the story do not compile".to_owned())?;
    let numbers = story.about.languages.iter().map(|code| Intl::new(code)).collect();
    let numbers = SendWrapper::new(numbers);
    let ruler = SendWrapper::new(Ruler::new());
    Ok(Box::leak(Box::new(Fixed { story, models: Models::new(story, model), numbers, ruler })))
}

fn explore(fixed: &'static Fixed) {
    next(move || {
        let explorer = Explorer::new(fixed, fixed.language(&preferred_languages()));
        take_turns(vec![
            Box::new(move || explorer.begin()),
            Box::new(move || first_look(move |look| explorer.look_like(look))),
            Box::new(move || watch_look(move |look| explorer.look_like(look))),
            Box::new(move || app::app(explorer)),
        ]);
    });
}

/// The static page stays, with the verdict of the default scenario.
#[expect(clippy::needless_pass_by_value, reason = "what a failed step gives")]
fn fail(error: String) {
    leptos::logging::error!("{error}");
    browser::failed();
}

/// In a turn of its own.
fn next(step: impl FnOnce() + 'static) {
    take_turns(vec![Box::new(step)]);
}
