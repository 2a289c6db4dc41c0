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
mod verdict;

use browser::{Intl, Ruler, current_look, is_hosted, preferred_languages, story, watch_look};
use engine::{Model, Story};
use explorer::Explorer;
use fixed::Fixed;
use models::Models;
use send_wrapper::SendWrapper;

fn main() {
    match start() {
        // Whoever wants to see something asks for it.
        Ok(fixed) if is_hosted() => elements::begin(fixed),
        Ok(fixed) => {
            let explorer = Explorer::new(fixed, fixed.language(&preferred_languages()), current_look());
            explorer.begin();
            watch_look(move |look| explorer.look_like(look));
            browser::mount(move || app::app(explorer));
        }
        // The static page stays, with the verdict of the default scenario.
        Err(error) => {
            leptos::logging::error!("{error}");
            browser::failed();
        }
    }
}

fn start() -> Result<&'static Fixed, String> {
    let story = story()?;
    let story: &Story = Box::leak(Box::new(story));
    let model = Model::compile(story).map_err(|_| "the equations of the story do not compile".to_owned())?;
    let numbers = story.about.languages.iter().map(|code| Intl::new(code)).collect();
    let numbers = SendWrapper::new(numbers);
    let ruler = SendWrapper::new(Ruler::new());
    Ok(Box::leak(Box::new(Fixed { story, models: Models::new(story, model), numbers, ruler })))
}
