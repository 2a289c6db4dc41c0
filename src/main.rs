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
mod draws;
mod embed;
mod evidence;
mod explanation;
mod explorer;
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
mod tour;
mod track;
mod verdict;

use browser::{Intl, Ruler, current_look, preferred_language, story, watch_look};
use engine::{Model, Story};
use explorer::{Explorer, Fixed};
use models::Models;
use send_wrapper::SendWrapper;

fn main() {
    match start() {
        Ok(explorer) => {
            watch_look(explorer.look);
            browser::mount(move || app::app(explorer));
            browser::ready();
        }
        // The static page stays, with the verdict of the default scenario.
        Err(error) => {
            leptos::logging::error!("{error}");
            browser::failed();
        }
    }
}

fn start() -> Result<Explorer, String> {
    let story = story()?;
    let story: &Story = Box::leak(Box::new(story));
    let model = Model::compile(story).map_err(|_| "the equations of the story do not compile".to_owned())?;
    let languages = &story.about.languages;
    let preferred = preferred_language(languages);
    let language = languages.iter().position(|code| *code == preferred).unwrap_or(0);
    let numbers = languages.iter().map(|code| Intl::new(code)).collect();
    let numbers = SendWrapper::new(numbers);
    let fixed =
        Fixed { story, models: Models::new(story, model), numbers, ruler: SendWrapper::new(Ruler::new()) };
    let explorer = Explorer::new(fixed, language, current_look());
    explorer.begin();
    Ok(explorer)
}
